import { example } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { hostName } from '../words';

export const rule: Rule = {
  name: 'empty-prompt',
  what: 'An agent without a prompt.',
  why: 'What stands below the frontmatter is all that the agent is told about itself. The description is for those who call it.',
  kind: 'host',
  readsBody: true,
  failing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.', ''),
    example('.github/agents/reviewer.agent.md', 'description: Reviews changes.', '  \n'),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
    // A file that changes an agent of the host's own need not tell it anew what it is.
    example('.opencode/agent/explore.md', 'model: anthropic/claude-haiku-4-5', ''),
  ],
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { persona, fields } = verdict;
    if (persona?.prompt.trim() !== '' || outline.shape !== 'closed') return [];
    const isNew = fields.some(({ field }) => field?.role === 'description');
    if (!isNew) return [];
    return [
      {
        span: outline.closing,
        severity: 'information',
        message: `The agent has no prompt in ${hostName(verdict)}: nothing stands below the frontmatter. Write there what it is to do, and how.`,
      },
    ];
  },
};
