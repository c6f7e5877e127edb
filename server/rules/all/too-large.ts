import { example } from '../example';
import type { Example, Found, HostInput, Rule } from '../rule';
import { hostName } from '../words';

/** Made when it is looked at: more than a megabyte of text would slow every start down. */
const large = (name: string): Example => ({
  path: `.claude/agents/${name}.md`,
  get text() {
    return `---\nname: ${name}\ndescription: d\n---\n${'Review. '.repeat(140_000)}`;
  },
});

export const rule: Rule = {
  name: 'too-large',
  what: 'A file larger than the host reads.',
  why: 'The host passes over the file and says nothing.',
  kind: 'host',
  failing: [large('reviewer'), large('other')],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.'),
  ],
  hears: 'flaws',
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
