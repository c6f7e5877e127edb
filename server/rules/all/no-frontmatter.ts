import { isDocument } from '../documents';
import { exactly } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { hostName } from '../words';

export const rule: Rule = {
  name: 'no-frontmatter',
  what: 'A file in a folder of agents that has no frontmatter.',
  why: 'Without a frontmatter most hosts see no agent, and say nothing. A note beside the agents is fine; an agent without its head is lost.',
  kind: 'host',
  failing: [
    exactly('.claude/agents/reviewer.md', '# Reviewer\n\nYou review code.\n'),
    exactly('.claude/agents/README.md', '# Our agents\n'),
  ],
  passing: [
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n',
    ),
    exactly('.opencode/agent/reviewer.md', 'You review code.\n'),
  ],
  hears: 'flaws',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(({ code }) => code === 'no-frontmatter');
    const met = flaw && verdict.dialect.flaws[flaw.code];
    if (!flaw || !met || met.fate === 'loads') return [];
    const { text } = outline;
    // The first line with something in it.
    const first = /\S[^\r\n]*/.exec(text);
    const empty = first === null;
    const document = isDocument(verdict.place.base);
    return [
      {
        span: first && { start: first.index, end: first.index + first[0].trimEnd().length },
        severity: document || empty ? 'hint' : met.fate === 'loads-changed' ? 'warning' : 'error',
        message: document
          ? `${hostName(verdict)} ${met.says}: the file has no frontmatter. Nothing to do, if it is no agent.`
          : `${hostName(verdict)} ${met.says}: the file does not begin with a frontmatter between two lines "---".`,
      },
    ];
  },
};
