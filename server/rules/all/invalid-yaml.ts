import { exactly } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { hostName } from '../words';
import { faultSpan, yamlFixes } from '../yaml-fixes';
import { yamlFault } from '../yaml-words';

export const rule: Rule = {
  name: 'invalid-yaml',
  what: 'A frontmatter that the host cannot read.',
  why: 'The commonest fault of all: a colon in a description without quotes. One host mends it, one refuses the file, one forgets the whole frontmatter and keeps the agent without its limits.',
  kind: 'host',
  builtin: 'yaml',
  failing: [
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: "Reviews changes.\n---\nYou review.\n',
    ),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Reviews: all\nand more\n---\nYou review.\n',
    ),
  ],
  passing: [
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: "Reviews: all"\n---\nYou review.\n',
    ),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: >-\n  Reviews: all\n  and more\n---\nYou review.\n',
    ),
  ],
  check: ({ outline, verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(
      ({ code }) => code === 'yaml' || code === 'frontmatter-lost' || code === 'not-a-mapping',
    );
    const met = flaw && verdict.dialect.flaws[flaw.code];
    if (!flaw || !met) return [];
    const what =
      flaw.code === 'not-a-mapping' ? 'it holds no lines "key: value"' : yamlFault(flaw.message);
    return [
      {
        span: faultSpan(outline, flaw),
        severity: met.fate === 'loads' ? 'information' : 'error',
        message: `${hostName(verdict)} cannot read this frontmatter and ${met.says}: ${what}.`,
        fixes: yamlFixes(outline, flaw.span),
      },
    ];
  },
};
