import type { FieldRole } from '../../hosts/model/field';
import type { Flaw, FlawCode } from '../../hosts/model/reading';
import { composed, joined, type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { english } from '../../text/translate';
import type { Entry } from '../../yaml/value';
import { exactly, example } from '../example';
import { findMeantField } from '../names/meant-field';
import { descriptionFromHeading } from '../prose/from-heading';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostPlugins } from '../values/lost-plugins';
import { effectOf, quotedList, severityOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for missing fields that the program requires.',
  why: 'Most programs silently ignore a file without a name or a description, so the agent is not in the list.',
  sources: [{ facts: ['required field'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.claude/agents/reviewer.md', 'description: Reviews changes.'),
    example('.claude/agents/reviewer.md', 'name: reviewer'),
    exactly(
      '.claude-plugin/marketplace.json',
      '{\n  "name": "our-plugins",\n  "plugins": [\n    { "name": "review", "source": "./plugins/review" }\n  ]\n}\n',
    ),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example('.opencode/agent/reviewer.md', 'mode: subagent'),
  ],
});

export const rule: Rule = {
  name: 'missing-field',
  kind: 'host',
  builtin: 'missing-field',
  subjects: ['agent', 'skill', 'command', 'manifest'],
  // The draft of a description is made of the prompt.
  check: (input: HostInput): Found[] => {
    const { catalog, outline, writer, verdict } = input;
    // In frontmatter that cannot be read every field is missing: another rule reports that once.
    if (verdict.flaws.some(isUnread) || outline.shape === 'none') return [];
    // Whether another file gives the field is decided again whenever that file changes.
    return [...verdict.missing, ...(verdict.given ?? [])].flatMap(({ key, field }): Found[] => {
      if (!field.required) return [];
      const below = outline.form === 'toml' ? entryBelow(outline.fields, key) : undefined;
      if (below)
        return [
          {
            span: below.keySpan,
            severity: severityOf(field.required),
            message: joined([
              t('"{field}" follows the header of the table "{table}", so it belongs to it.', {
                field: key,
                table: below.table,
              }),
              effectOf(verdict, field.required.effect),
              t('Move it above the header.'),
            ]),
          },
        ];
      const severity = severityOf(field.required);
      const effect = effectOf(verdict, field.required.effect);
      const wrong = verdict.fields.find(
        (one) => !one.field && findMeantField(catalog, one.key, verdict) === key,
      );
      const message = (action: Message): Message =>
        joined([
          t('No "{field}".', { field: key }),
          effect,
          ...(field.required?.file === undefined ? [] : lostPlugins(input)),
          action,
        ]);
      // Renaming that key resolves both.
      if (wrong && verdict.dialect.unknownField.file !== undefined)
        return [
          {
            span: wrong.keySpan,
            severity,
            message: message(t('Rename "{key}" to "{name}".', { key: wrong.key, name: key })),
            merge: { isEffect: true },
          },
        ];
      return [
        {
          span: outline.opening,
          severity,
          message: message(additionOf(key, field.role)),
          about: key,
          unlessDefined: field.requiredUnless?.(verdict.place),
          fixes: fixesFor(writer, verdict, key, field.role),
          // A program that reads the whole file as one document rejects it once.
          ...(outline.form === 'toml' && {
            merge: {
              joins: {
                by: english(effect),
                name: key,
                message: (names) =>
                  composed`${t('No {fields}.', { fields: quotedList(names) })} ${effect} ${t('Add them.')}`,
              },
            },
          }),
        },
      ];
    });
  },
};

/** The first entry with this key inside of a table, as TOML reads a line that is written below the header. */
function entryBelow(
  fields: readonly Entry[],
  key: string,
  path: readonly string[] = [],
): { readonly keySpan: Span; readonly table: string } | undefined {
  for (const { key: name, value } of fields) {
    if (value.kind !== 'map') continue;
    const table = [...path, name];
    const own = value.entries.find((entry) => entry.key === key);
    if (own) return { keySpan: own.keySpan, table: table.join('.') };
    const further = entryBelow(value.entries, key, table);
    if (further) return further;
  }
  return undefined;
}

function additionOf(key: string, role: FieldRole | undefined): Message {
  if (role === 'name') return t('Add a name.');
  return role === 'description' ? t('Add a description.') : t('Add "{field}".', { field: key });
}

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

const isUnread = ({ fatal, code }: Flaw): boolean => fatal || unread.has(code);

const unread: ReadonlySet<FlawCode> = new Set([
  'not-a-mapping',
  'frontmatter-lost',
  'leading-text',
  'fence-language',
]);
