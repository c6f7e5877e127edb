import { exactly } from '../example';
import type { Found, HostInput, Rule } from '../rule';
import { hostName, listed } from '../words';
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
        message: `${hostName(verdict)} cannot read this frontmatter and ${met.says}: ${what}.${lostFields(outline, verdict)}`,
        fixes: yamlFixes(outline, flaw.span),
      },
    ];
  },
};

/** A host that reads on may still miss fields that an author sees in the text. */
function lostFields({ fields }: HostInput['outline'], verdict: HostInput['verdict']): string {
  const read = new Set(verdict.fields.map(({ key }) => key));
  const lost = fields.filter(({ key }) => !read.has(key)).map(({ key }) => `"${key}"`);
  return verdict.fields.length === 0 || lost.length === 0
    ? ''
    : ` It does not see ${listed([...new Set(lost)])}.`;
}
