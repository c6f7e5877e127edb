// Values of fields, and keys and values inside them.

import { type KeyCaret, nameAtCaret, type ValueCaret } from '../../agent/caret';
import type { Writer } from '../../agent/writer';
import type { Dialect } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { subjectAt } from '../../hosts/model/place';
import type { Choice, KeyType, Type } from '../../hosts/model/type';
import { likelihoodAmong, valueUseCount } from '../../hosts/model/usage';
import { isUnclosed } from '../../text/is-unclosed';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import { type Entry, entryOf, type Path, textOf, type Value } from '../../yaml/value';
import { agentMarkdown } from '../hover/explain-agent';
import type { View } from '../view/view';
import { globWords } from './globs';
import { type Completion, ranks, type Word } from './item';
import { fieldAt, firstKeys, keysOf, mapKeys, typesAt } from './keys';
import { modelItems, modelsAt, variantItems, withProjectUses } from './models';
import { propertyInsertion } from './properties';
import { serverItems } from './servers';
import { toolItems } from './tools';

/** Keys inside a field: events, permissions, servers. */
export function keyItems(
  { ownWriter: writer }: View,
  caret: KeyCaret,
  host: Host,
  dialect: Dialect,
): Completion[] {
  const field = fieldAt(dialect, caret.path[0]);
  if (!field) return [];
  const types = typesAt(field.type, caret.path.slice(1));
  if (caret.items) return listItems(writer, caret, types, caret.items, host, dialect);
  // The value is still empty, so it may become a list.
  const isOpen = caret.siblings.length === 0 && !caret.hasColon && !caret.flow;
  const items = isOpen ? listItems(writer, caret, types, [], host, dialect) : [];
  const { usage } = host;
  const [fieldKey = ''] = caret.path;
  const { outline } = writer;
  const keys = mapKeys(writer, types, caret).map((one) => ({
    ...one,
    ...(outline.form === 'json' &&
      propertyInsertion(one.label, keyBelow(types, one.label), caret, outline)),
    uses: valueUseCount(usage, String(fieldKey), one.label),
  }));
  return [...keys, ...items];
}

const keyBelow = (types: readonly Type[], key: string): KeyType | undefined =>
  types.flatMap((type) => keysOf(type).filter(([name]) => name === key))[0]?.[1];

/** The next item of a list on an empty line, including its dash. */
function listItems(
  writer: Writer,
  caret: KeyCaret,
  types: readonly Type[],
  others: readonly string[],
  host: Host,
  dialect: Dialect,
): Completion[] {
  const below = types.flatMap((type) => typesAt(type, [others.length]));
  const words = below
    .flatMap((type) => wordsOf(type, dialect, host, ''))
    .filter((word) => !others.includes(word.label));
  const count = counterOf(host, caret.path[0], others);
  return [
    ...words.flatMap((word) => {
      const written = writer.completed(word, { quote: '', form: 'block-list' });
      return written === null ? [] : [count(item(word, caret.token, `- ${written}`))];
    }),
    ...mapKeys(writer, below, { ...caret, siblings: [], indent: caret.indent + 2 }, '- '),
  ];
}

/** Values after a key, and items of lists. */
export function valueItems(
  view: View,
  caret: ValueCaret,
  offset: number,
  host: Host,
  dialect: Dialect,
): Completion[] {
  const field = fieldAt(dialect, caret.path[0]);
  if (!field || caret.form === 'block-scalar') return [];
  const types = typesAt(field.type, caret.path.slice(1));
  const words = types.flatMap((type) =>
    type.type === 'names'
      ? nameItems(view, caret, offset, type, host, dialect)
      : scalarItems(view, caret, type, host, dialect),
  );
  const around = withProjectUses(view, host, field.role);
  return [...words.map(around), ...firstKeys(view.ownWriter, caret, types)];
}

/** Adds to items of a field how often they are used in real files together with the `others` of its list. */
const counterOf =
  ({ usage }: Host, field: string | number | undefined, others: readonly string[]) =>
  (one: Completion): Completion => ({
    ...one,
    uses: typeof field === 'string' ? likelihoodAmong(usage, field, one.label, others) : 0,
  });

/** Added to the count of documented values, so that they come first in an empty list. */
const documentedFirst = 1_000_000;

/** One name in a string of names; the others are not offered again. */
function nameItems(
  view: View,
  caret: ValueCaret,
  offset: number,
  type: Extract<Type, { type: 'names' }>,
  host: Host,
  dialect: Dialect,
): Completion[] {
  const { token, text, others } = nameAtCaret(
    view.outline.text,
    caret.token,
    offset,
    type.separators,
  );
  if (isInParentheses(view.outline.text, token, offset)) return [];
  const before = caret.before || spaceBefore(view.outline.text, token);
  const [field] = caret.path;
  const ofServers =
    type.vocabulary === 'tools' && typeof field === 'string'
      ? serverItems(view, host, dialect, field, text)
      : [];
  const count = counterOf(host, field, others);
  const words =
    type.vocabulary === 'globs'
      ? globWords(view, text)
      : wordsOf(
          { type: 'text', ...(type.vocabulary !== undefined && { vocabulary: type.vocabulary }) },
          dialect,
          host,
          text,
        );
  return [...words, ...ofServers]
    .filter((word) => !others.includes(word.label))
    .flatMap((word) => {
      const name = view.ownWriter.completedName(word, caret, others);
      return name === null
        ? []
        : [withDocumentedFirst(word, others, count(item(word, token, `${before}${name}`)))];
    });
}

/** A space that is missing after a comma, unless the author writes the list without spaces. */
function spaceBefore(text: string, { start }: Span): string {
  if (text.charAt(start - 1) !== ',') return '';
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start - 1);
  return /,[^\s,]/.test(line) ? '' : ' ';
}

const withDocumentedFirst = (word: Word, others: readonly string[], one: Completion): Completion =>
  word.documented && others.length === 0
    ? { ...one, uses: (one.uses ?? 0) + documentedFirst - word.documented }
    : one;

/** Inside the parentheses after a name there is no name to complete. */
const isInParentheses = (text: string, { start }: Span, offset: number): boolean =>
  isUnclosed(text.slice(start, offset));

function scalarItems(
  view: View,
  caret: ValueCaret,
  type: Type,
  host: Host,
  dialect: Dialect,
): Completion[] {
  const others = caret.item?.others ?? [];
  const before = caret.before || (caret.item ? spaceBefore(view.outline.text, caret.token) : '');
  const [field] = caret.path;
  const ofServers =
    type.type === 'text' && type.vocabulary === 'tools' && typeof field === 'string'
      ? serverItems(view, host, dialect, field, caret.text)
      : [];
  const words =
    type.type === 'text' && type.vocabulary === 'variants'
      ? variantItems(view.outline, dialect, host.name)
      : type.type === 'text' && type.vocabulary === 'models'
        ? modelsAt(view, dialect, host, caret.text)
        : type.type === 'text' && type.vocabulary === 'agents'
          ? agentItems(view, host)
          : type.type === 'text' && type.vocabulary === 'globs'
            ? globWords(view, caret.text)
            : [...wordsOf(type, dialect, host, caret.text), ...ofServers];
  // How often a permission is granted in other files must not rank it for this agent.
  const isCounted = fieldAt(dialect, field)?.governs !== 'permission';
  const count = isCounted ? counterOf(host, field, others) : (one: Completion) => one;
  const grantsFirst = isException(view.outline.fields, caret.path);
  return words
    .filter((word) => !others.includes(word.label))
    .flatMap((word) => {
      const written = view.ownWriter.completed(word, caret);
      if (written === null) return [];
      const rank = word.grants && { rank: grantsFirst ? ranks.likely : ranks.seldom };
      const one = item({ ...word, ...rank }, caret.token, `${before}${written}`);
      return [withDocumentedFirst(word, others, count(one))];
    });
}

/** The agents of the workspace. In the file of an agent, where some are excluded, they are references. */
const agentItems = ({ workspace, lanes }: View, host: Host): readonly Word[] =>
  lanes.some(({ place }) => subjectAt(place) === 'agent')
    ? []
    : workspace.ids(host).flatMap((id): Word[] => {
        const [agent] = workspace.called(host, id);
        return agent
          ? [
              {
                ...{ label: id, kind: 'reference', rank: ranks.likely },
                detail: t('{host} agent', { host: host.name }),
                documentation: () => agentMarkdown(agent),
              },
            ]
          : [];
      });

/** Whether a rule is next to one for `*` that denies or asks: such rules are usually written to allow something. */
function isException(fields: readonly Entry[], path: Path): boolean {
  const [field, ...below] = path;
  if (typeof field !== 'string' || below.length === 0 || below.at(-1) === everythingElse)
    return false;
  let value: Value | undefined = entryOf(fields, field)?.value;
  for (const step of below.slice(0, -1))
    value =
      value?.kind === 'map' && typeof step === 'string'
        ? entryOf(value.entries, step)?.value
        : undefined;
  const rest = value?.kind === 'map' ? entryOf(value.entries, everythingElse)?.value : undefined;
  const action = textOf(rest);
  return action === 'deny' || action === 'ask';
}

const everythingElse = '*';

const item = (word: Word, span: Span, insert: string): Completion => ({
  label: word.label,
  kind: word.kind,
  detail: word.detail,
  documentation: word.documentation,
  insert,
  isSnippet: word.snippet !== undefined,
  span,
  rank: word.rank ?? (word.deprecated ? ranks.old : ranks.ordinary),
  deprecated: word.deprecated ?? false,
  ...(word.hex !== undefined && { hex: word.hex }),
  ...(word.goesOn && { goesOn: true, isUnfinished: true }),
  ...(word.snippet !== undefined && { isUnfinished: true }),
  ...(word.prefix !== undefined && { prefix: word.prefix }),
  ...(word.isInternal && { isInternal: true }),
  ...(word.isOnlyKnown && { isOnlyKnown: true }),
});

/** The values that a type accepts. */
function wordsOf(type: Type, dialect: Dialect, host: Host, typed: string): Word[] {
  switch (type.type) {
    case 'one-of':
      return [
        ...type.choices.map((choice) => choiceWord(choice, host.name)),
        ...patternWord(type, host.name),
      ];
    case 'boolean': {
      const words = type.only === undefined ? ['true', 'false'] : [String(type.only)];
      return words.map((label) => ({
        label,
        kind: 'value',
        detail: '',
        documentation: () => '',
        bare: true,
      }));
    }
    case 'text':
      if (type.vocabulary === 'tools') return toolItems(dialect, host.name);
      if (type.vocabulary === 'models') return modelItems(dialect, host, typed);
      return (type.usual ?? []).map((choice) => choiceWord(choice, host.name));
    default:
      return [];
  }
}

const choiceWord = (choice: Choice, host: string): Word => ({
  label: choice.value,
  kind: choice.hex === undefined ? 'value' : 'color',
  detail: choice.deprecated === undefined ? '' : t('same as {value}', { value: choice.deprecated }),
  documentation: () => `${choice.means}\n\n${host}`,
  deprecated: choice.deprecated !== undefined,
  ...(choice.grants && { grants: true }),
  ...(choice.hex !== undefined && { hex: choice.hex }),
});

const patternWord = ({ pattern }: Extract<Type, { type: 'one-of' }>, host: string): Word[] =>
  pattern === undefined || pattern.matches.test('1')
    ? []
    : [
        {
          label: bare(pattern.example),
          kind: bare(pattern.example).startsWith('#') ? 'color' : 'value',
          detail: pattern.description,
          documentation: () =>
            t('{host} also accepts {pattern}.', { host, pattern: pattern.description }),
          ...(bare(pattern.example).startsWith('#') && { hex: bare(pattern.example) }),
        },
      ];

/** Examples are declared as written in YAML; whether quotes are needed depends on the place. */
const bare = (example: string): string => example.replace(/^"(.*)"$/, '$1');
