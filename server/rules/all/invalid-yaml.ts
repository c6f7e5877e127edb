import { sketchOf } from '../../agent/caret-sketch';
import { outlineOf } from '../../agent/outline';
import type { FileFate } from '../../hosts/fate';
import { judge } from '../../hosts/judge';
import { exactly } from '../example';
import { isFieldOfAnyHost } from '../known-fields';
import { someLimit } from '../limits';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples, Severity } from '../rule';
import { hostName, listed } from '../words';
import { faultSpan, yamlFixes } from '../yaml-fixes';
import { yamlFault } from '../yaml-words';

export const docs: RuleDocs = {
  what: 'A frontmatter that the host cannot read.',
  why: 'The commonest fault of all: a colon in a description without quotes. One host mends it, one refuses the file, one forgets the whole frontmatter and keeps the agent without its limits.',
};

export const examples = (): RuleExamples => ({
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
});

export const rule: Rule = {
  name: 'invalid-yaml',
  kind: 'host',
  builtin: 'yaml',
  hears: 'flaws',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(
      ({ code }) => code === 'yaml' || code === 'frontmatter-lost' || code === 'not-a-mapping',
    );
    const met = flaw && verdict.dialect.flaws[flaw.code];
    if (!flaw || !met) return [];
    const lost = lostKeys(outline, verdict);
    const limits = someLimit(lost, verdict, outline.fields);
    const what =
      flaw.code === 'not-a-mapping' ? 'it holds no lines "key: value"' : yamlFault(flaw.message);
    return [
      {
        span: faultSpan(outline, flaw),
        severity: severityFor(met.fate, limits),
        message: `${hostName(verdict)} cannot read this frontmatter and ${met.says}: ${what}.${inTheWay(outline, verdict)}${unseen(lost, verdict)}${limits ? ' The limit on what the agent may do is lost.' : ''}`,
        fixes: yamlFixes(outline, flaw.span),
      },
    ];
  },
};

/** A host that mends such a frontmatter may do so only where its lines end as it expects. */
function inTheWay(
  { text }: HostInput['outline'],
  { place, persona }: HostInput['verdict'],
): string {
  if (persona || !text.includes('\r\n')) return '';
  const mended = judge(outlineOf(text.replaceAll('\r\n', '\n')), place).persona !== null;
  return mended ? ' It mends this where lines end in LF, and here they end in CRLF.' : '';
}

const severityFor = (fate: FileFate, limits: boolean): Severity => {
  if (fate === 'loads') return 'information';
  return fate === 'loads-changed' && !limits ? 'warning' : 'error';
};

/** Keys that an author sees in the text, by its look, and a host that reads on does not. */
function lostKeys(outline: HostInput['outline'], verdict: HostInput['verdict']): readonly string[] {
  if (!verdict.persona) return [];
  const read = new Set(verdict.fields.map(({ key }) => key));
  const written = sketchOf(outline).slots.flatMap(({ path: [key, ...below], hasColon }) =>
    typeof key === 'string' && below.length === 0 && hasColon ? [key] : [],
  );
  // A torn text may look like keys.
  return [...new Set(written)].filter((key) => !read.has(key) && isFieldOfAnyHost(key));
}

/** Nothing where it sees none at all: that was said. */
const unseen = (lost: readonly string[], { fields }: HostInput['verdict']): string =>
  fields.length === 0 || lost.length === 0
    ? ''
    : ` It does not see ${listed(lost.map((key) => `"${key}"`))}.`;
