import { insertField, scalar } from '../../agent/write';
import type { FieldRole } from '../../hosts/host';
import type { Flaw } from '../../hosts/reading';
import { example } from '../example';
import { descriptionFromHeading } from '../from-heading';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { sentence, severityOf } from '../words';

export const docs: RuleDocs = {
  what: 'A field that the host cannot do without is not there.',
  why: 'Most hosts pass over a file without a name or a description and say nothing. The agent is simply not in the list.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/reviewer.md', 'description: Reviews changes.'),
    example('.claude/agents/reviewer.md', 'name: reviewer'),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'mode: subagent'),
  ],
});

export const rule: Rule = {
  name: 'missing-field',
  kind: 'host',
  hears: 'gaps',
  check: ({ outline, verdict }: HostInput): Found[] => {
    // A head that could not be read lacks everything: the rule on YAML says so, once.
    if (verdict.flaws.some(isUnread) || outline.shape === 'none') return [];
    return verdict.missing.flatMap(({ key, field }): Found[] => {
      if (!field.required) return [];
      return [
        {
          span: outline.opening,
          severity: severityOf(field.required),
          message: sentence(verdict, field.required, `"${key}" is missing`),
          fixes: fixesFor(outline, verdict, key, field.role),
        },
      ];
    });
  },
};

/** A name can be had from the file; of a description only a beginning. */
function fixesFor(
  outline: HostInput['outline'],
  { place }: HostInput['verdict'],
  key: string,
  role: FieldRole | undefined,
): readonly Fix[] {
  if (role === 'name') return [nameFromFile(outline, key, place.base)];
  return role === 'description' ? descriptionFromHeading(outline, key) : [];
}

const nameFromFile = (outline: HostInput['outline'], key: string, base: string): Fix => ({
  title: `Add ${key}: ${base}`,
  safety: 'safe',
  edits: () => insertField(outline, key, scalar(base)),
});

const isUnread = ({ fatal, code }: Flaw): boolean => fatal || code === 'not-a-mapping';
