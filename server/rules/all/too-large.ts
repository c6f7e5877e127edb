import { exactly, example } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { hostName } from '../words';

export const rule: Rule = {
  name: 'too-large',
  what: 'A file larger than the host reads.',
  why: 'The host passes over the file and says nothing.',
  kind: 'host',
  failing: [
    exactly(
      '.claude/agents/reviewer.md',
      `---\nname: reviewer\ndescription: d\n---\n${'Review. '.repeat(140_000)}`,
    ),
    exactly(
      '.claude/agents/other.md',
      `---\nname: other\ndescription: d\n---\n${'Review! '.repeat(140_000)}`,
    ),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
  ],
  check: ({ verdict }: HostInput): Found[] => {
    const met = verdict.flaws.some(({ code }) => code === 'too-large')
      ? verdict.dialect.flaws['too-large']
      : undefined;
    return met
      ? [
          {
            span: null,
            severity: 'error',
            message: `${hostName(verdict)} ${met.says}: this one is too large.`,
          },
        ]
      : [];
  },
};
