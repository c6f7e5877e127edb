import type { Writer } from '../../agent/writer';
import { allEdits } from '../../agent/writer';
import type { Field } from '../../hosts/model/field';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, type Message, t } from '../../text/message';
import { english } from '../../text/translate';
import { textOf } from '../../yaml/value';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { convertToRules } from '../tools/old-rules';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for fields that the program has deprecated.',
  why: 'The field still works, but a later version of the program may remove it. Its replacement is often more precise.',
  sources: [{ facts: ['field'] }],
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
  subjects: ['agent', 'skill', 'command'],
  builtin: 'deprecated-field',
  check: ({ writer, verdict, besides }: HostInput): Found[] =>
    verdict.fields.flatMap((field): Found[] => {
      const deprecated = field.field?.deprecated;
      if (!deprecated || field.problems.length > 0) return [];
      const { by } = deprecated;
      const successor = by === undefined ? undefined : verdict.dialect.fields[by];
      const isFree = by !== undefined && !verdict.fields.some((other) => other.key === by);
      // Another host reports it, and the field works in this one.
      if (
        deprecated.onlyWithReplacement &&
        (!by || isFree) &&
        besides.some((other) => hasSame(other, field))
      )
        return [];
      // Otherwise the new field has another form and cannot simply be renamed.
      const isSameType = successor !== undefined && successor.type === field.field?.type;
      return [
        {
          span: field.keySpan,
          severity: 'hint',
          tag: 'deprecated',
          message: joined([
            t('"{field}" is deprecated.', { field: field.key }),
            effectOf(verdict, deprecated.effect),
            ...actionFor(verdict, deprecated),
          ]),
          fixes:
            by !== undefined && isSameType
              ? isFree
                ? renaming(writer, field, by)
                : [removing(writer, field)]
              : convertToRules(writer, verdict, field),
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

/** The new name is used too: only the author knows which of the two values is intended. */
const removing = (writer: Writer, field: FieldVerdict): Fix => ({
  title: t('Remove "{key}"', { key: field.key }),
  safety: 'review',
  edits: () => writer.removeField(field),
});

/** If the new field means the opposite, its value is inverted. */
function renaming(writer: Writer, field: FieldVerdict, by: string): readonly Fix[] {
  const rename = writer.renameKey(field, by);
  if (!field.field?.deprecated?.opposite)
    return [{ title: t('Rename to "{name}"', { name: by }), safety: 'safe', edits: () => rename }];
  const { value } = field;
  const word = value.kind === 'boolean' ? String(value.boolean) : textOf(value);
  if (word !== 'true' && word !== 'false') return [];
  const inverted = String(word === 'false');
  return [
    {
      title: t('Replace with "{value}"', { value: `${by}: ${inverted}` }),
      safety: 'safe',
      edits: () => allEdits(rename, writer.replaceValue(value, { word: inverted })),
    },
  ];
}

/** Nothing if the effect already names the replacement. */
const actionFor = (
  verdict: HostInput['verdict'],
  { by, effect }: NonNullable<Field['deprecated']>,
): readonly Message[] =>
  by === undefined || english(effectOf(verdict, effect)).includes(`"${by}"`)
    ? []
    : [t('Use "{instead}" instead.', { instead: by })];
