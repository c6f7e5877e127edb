import { example } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'An agent without a prompt.',
  why: 'What stands below the frontmatter is all that the agent is told about itself. The description is for those who call it.',
};

export const examples = (): RuleExamples => ({
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
});

export const rule: Rule = {
  name: 'empty-prompt',
  kind: 'advice',
  quiet: true,
  readsBody: 'at once',
  advise: ({ outline, verdicts }: FileInput): Found[] => {
    if (outline.shape !== 'closed' || /\S/.test(outline.text.slice(outline.body.start))) return [];
    const isNew = verdicts().some(
      ({ persona, fields }) =>
        // A host that ends the frontmatter sooner finds a prompt above this line.
        persona?.prompt.trim() === '' && fields.some(({ field }) => field?.role === 'description'),
    );
    if (!isNew) return [];
    return [
      {
        span: outline.closing,
        severity: 'information',
        message:
          'The agent has no prompt: nothing stands below the frontmatter. Write there what it is to do, and how.',
      },
    ];
  },
};
