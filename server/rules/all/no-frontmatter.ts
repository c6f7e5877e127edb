import { isDocument } from '../documents';
import { exactly } from '../example';
import { frontmatterFromHeading } from '../from-heading';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A file in a folder of agents that has no frontmatter.',
  why: 'Without a frontmatter most hosts see no agent, and say nothing. A note beside the agents is fine; an agent without its head is lost.',
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly('.claude/agents/reviewer.md', '# Reviewer\n\nYou review code.\n'),
    exactly('.github/agents/reviewer.agent.md', '# Reviewer\n\nYou review code.\n'),
  ],
  passing: [
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n',
    ),
    exactly('.opencode/agent/reviewer.md', 'You review code.\n'),
    // For people, and no agent.
    exactly('.claude/agents/README.md', '# Our agents\n'),
  ],
});

export const rule: Rule = {
  name: 'no-frontmatter',
  kind: 'host',
  hears: 'flaws',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(({ code }) => code === 'no-frontmatter');
    const met = flaw && verdict.dialect.flaws[flaw.code];
    if (!flaw || !met || met.fate === 'loads') return [];
    // For people: no agent is missed, and where it becomes one another rule reports that.
    if (isDocument(verdict.place.base)) return [];
    const { text } = outline;
    // The first line with something in it.
    const first = /\S[^\r\n]*/.exec(text);
    const empty = first === null;
    return [
      {
        span: first && { start: first.index, end: first.index + first[0].trimEnd().length },
        severity: empty ? 'hint' : met.fate === 'loads-changed' ? 'warning' : 'error',
        message: `${hostName(verdict)} ${met.says}: the file does not begin with a frontmatter between two lines "---".`,
        fixes: frontmatterFromHeading(outline, verdict),
      },
    ];
  },
};
