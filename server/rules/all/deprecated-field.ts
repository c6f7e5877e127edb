import type { Outline } from '../../agent/outline';
import { textOf } from '../../agent/value';
import { removeField, renameKey } from '../../agent/write';
import type { Field } from '../../hosts/host';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { asRules } from '../old-rules';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A field that the host still reads under an old name, or advises against.',
  why: 'It works today. The new one works tomorrow too, and says more.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nmaxSteps: 20'),
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\ntools:\n  write: false'),
  ],
  passing: [
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nsteps: 20'),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: deny',
    ),
  ],
});

export const rule: Rule = {
  name: 'deprecated-field',
  kind: 'host',
  quiet: true,
  builtin: 'deprecated-field',
  hears: 'idlers',
  check: ({ outline, verdict, besides }: HostInput): Found[] =>
    verdict.fields.flatMap((field): Found[] => {
      const deprecated = field.field?.deprecated;
      if (!deprecated || field.problems.length > 0) return [];
      const { by } = deprecated;
      const heir = by === undefined ? undefined : verdict.dialect.fields[by];
      const free = by !== undefined && !verdict.fields.some((other) => other.key === by);
      // Another host reports it, and here the field works as it is.
      if (deprecated.onlyBeside && (!by || free) && besides.some((other) => hasSame(other, field)))
        return [];
      // Another name for the very same thing, or a new thing altogether.
      const same = heir !== undefined && heir.type === field.field?.type;
      return [
        {
          span: field.keySpan,
          severity: 'hint',
          tag: 'deprecated',
          message: `"${field.key}" is old: ${hostName(verdict)} ${deprecated.says}.${heirWords(deprecated)}`,
          fixes:
            by !== undefined && same
              ? free
                ? renaming(outline, field, by)
                : [removing(outline, field)]
              : asRules(outline, verdict, field),
        },
      ];
    }),
};

const hasSame = ({ fields }: Verdict, { key, field }: FieldVerdict): boolean =>
  fields.some(
    (one) =>
      one.key === key &&
      one.problems.length === 0 &&
      one.field?.deprecated !== undefined &&
      one.field.deprecated.by === field?.deprecated?.by,
  );

/** The new name is there as well, and which of the two was meant is for the author to say. */
const removing = (outline: Outline, field: FieldVerdict): Fix => ({
  title: `Remove ${field.key}`,
  safety: 'review',
  edits: () => removeField(outline, field),
});

/** A value that says the opposite under the new name is turned around with it. */
function renaming(outline: Outline, field: FieldVerdict, by: string): readonly Fix[] {
  const rename = renameKey(outline, field, by);
  if (!field.field?.deprecated?.opposite)
    return [{ title: `Rename to ${by}`, safety: 'safe', edits: () => rename }];
  const { value } = field;
  const word = value.kind === 'boolean' ? String(value.boolean) : textOf(value);
  if (word !== 'true' && word !== 'false') return [];
  const turned = String(word === 'false');
  return [
    {
      title: `Write ${by}: ${turned}`,
      safety: 'safe',
      edits: () => [...rename, { span: value.span, text: turned }],
    },
  ];
}

const heirWords = ({ by, says }: NonNullable<Field['deprecated']>): string =>
  by === undefined || says.includes(`"${by}"`) ? '' : ` "${by}" says it now.`;
