import type { FieldRole } from '../../hosts/model/field';
import type { Flaw } from '../../hosts/model/reading';
import { t } from '../../text/l10n';
import { example } from '../example';
import { descriptionFromHeading } from '../from-heading';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf, severityOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for missing fields that the program requires.',
  why: 'Most programs silently ignore a file without a name or a description, so the agent is not in the list.',
  sources: [{ facts: ['required field'] }],
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
  about: 'missing',
  // The draft of a description is made of the prompt.
  readsBody: 'at rest',
  check: ({ outline, writer, verdict }: HostInput): Found[] => {
    // In frontmatter that cannot be read every field is missing: another rule reports that once.
    if (verdict.flaws.some(isUnread) || outline.shape === 'none') return [];
    return verdict.missing.flatMap(({ key, field }): Found[] => {
      if (!field.required) return [];
      return [
        {
          span: outline.opening,
          severity: severityOf(field.required),
          message: `${t('No "{field}".', { field: key })} ${effectOf(verdict, field.required.effect)}`,
          fixes: fixesFor(writer, verdict, key, field.role),
        },
      ];
    });
  },
};

/** The name follows from the file name. A description can only be drafted. */
function fixesFor(
  writer: HostInput['writer'],
  { place }: HostInput['verdict'],
  key: string,
  role: FieldRole | undefined,
): readonly Fix[] {
  if (role === 'name') return [nameFromFile(writer, key, place.base)];
  return role === 'description' ? descriptionFromHeading(writer, key) : [];
}

const nameFromFile = (writer: HostInput['writer'], key: string, base: string): Fix => ({
  title: t('Add "{line}"', { line: `${key}${writer.separator} ${inSyntax(writer, base)}` }),
  safety: 'safe',
  edits: () => writer.insertField(key, base),
});

/** The name as the syntax writes it. */
const inSyntax = (writer: HostInput['writer'], name: string): string =>
  writer.isYaml ? name : (writer.completed({ label: name }, { quote: '', form: 'scalar' }) ?? name);

const isUnread = ({ fatal, code }: Flaw): boolean => fatal || code === 'not-a-mapping';
