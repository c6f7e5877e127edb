// Values of fields, and keys and values inside them.
import type { KeyCaret, ValueCaret } from '../../agent/caret';
import { commaItemAt } from '../../agent/caret';
import type { Dialect, Field } from '../../hosts/host';
import type { Choice, Type } from '../../hosts/type';
import type { Span } from '../../text/span';
import type { View } from '../view';
import { type Completion, ranks } from './item';
import { firstKeys, mapKeys } from './keys';
import { modelItems, variantItems } from './models';
import { written, writtenAmong } from './quoting';
import { toolItems } from './tools';
import { typesAt } from './types';

/** A word to write, before it is put into the form that its place asks for. */
export interface Word {
  readonly label: string;
  readonly kind: Completion['kind'];
  readonly detail: string;
  readonly documentation: () => string;
  readonly rank?: number;
  readonly deprecated?: boolean;
  readonly hex?: string;
  readonly snippet?: string;
  /** No text: in quotes it would be one. */
  readonly bare?: true;
  readonly goesOn?: true;
}

/** Keys inside a field: events, permissions, servers. */
export function keyItems(caret: KeyCaret, host: string, dialect: Dialect): Completion[] {
  const field = fieldAt(dialect, caret.path[0]);
  if (!field) return [];
  const types = typesAt(field.type, caret.path.slice(1));
  if (caret.items) return listItems(caret, types, caret.items, host, dialect);
  // Nothing stands there yet: it may become a list.
  const isOpen = caret.siblings.length === 0 && !caret.hasColon && !caret.flow;
  const items = isOpen ? listItems(caret, types, [], host, dialect) : [];
  return [...mapKeys(types, caret), ...items];
}

/** An empty line in a list: the next item, dash included. */
function listItems(
  caret: KeyCaret,
  types: readonly Type[],
  others: readonly string[],
  host: string,
  dialect: Dialect,
): Completion[] {
  const below = types.flatMap((type) => typesAt(type, [others.length]));
  const words = below
    .flatMap((type) => wordsOf(type, dialect, host, ''))
    .filter((word) => !others.includes(word.label));
  return [
    ...words.map((word) =>
      item(word, caret.token, `- ${written(word, { quote: '', form: 'block-list' })}`),
    ),
    ...mapKeys(below, { ...caret, siblings: [], indent: caret.indent + 2 }, '- '),
  ];
}

/** Values behind a key, and items of lists. */
export function valueItems(
  view: View,
  caret: ValueCaret,
  offset: number,
  host: string,
  dialect: Dialect,
): Completion[] {
  const field = fieldAt(dialect, caret.path[0]);
  if (!field || caret.form === 'block-scalar') return [];
  const types = typesAt(field.type, caret.path.slice(1));
  return [
    ...types.flatMap((type) =>
      type.type === 'names'
        ? nameItems(view, caret, offset, type, host, dialect)
        : scalarItems(view, caret, type, host, dialect),
    ),
    ...firstKeys(view.outline.text, caret, types),
  ];
}

/** One name of a text of names; the others are not offered again. */
function nameItems(
  view: View,
  caret: ValueCaret,
  offset: number,
  type: Extract<Type, { type: 'names' }>,
  host: string,
  dialect: Dialect,
): Completion[] {
  const { token, text, others } = commaItemAt(
    view.outline.text,
    caret.token,
    offset,
    type.separators,
  );
  if (isInParentheses(view.outline.text, token, offset)) return [];
  return wordsOf(
    { type: 'text', ...(type.vocabulary !== undefined && { vocabulary: type.vocabulary }) },
    dialect,
    host,
    text,
  )
    .filter((word) => !others.includes(word.label))
    .flatMap((word) => {
      const name = writtenAmong(word, caret, others);
      return name === null ? [] : [item(word, token, `${caret.before}${name}`)];
    });
}

/** What stands in parentheses behind a name is no name of the list. */
const isInParentheses = (text: string, { start }: Span, offset: number): boolean =>
  /\([^)]*$/.test(text.slice(start, offset));

function scalarItems(
  view: View,
  caret: ValueCaret,
  type: Type,
  host: string,
  dialect: Dialect,
): Completion[] {
  const others = caret.item?.others ?? [];
  const words =
    type.type === 'text' && type.vocabulary === 'variants'
      ? variantItems(view.outline, dialect, host)
      : wordsOf(type, dialect, host, caret.text);
  return words
    .filter((word) => !others.includes(word.label))
    .map((word) => item(word, caret.token, `${caret.before}${written(word, caret)}`));
}

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
  ...(word.goesOn && { goesOn: true }),
});

/** The words that a type takes. */
function wordsOf(type: Type, dialect: Dialect, host: string, typed: string): Word[] {
  switch (type.type) {
    case 'one-of':
      return [
        ...type.choices.map((choice) => choiceWord(choice, host)),
        ...patternWord(type, host),
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
      if (type.vocabulary === 'tools') return toolItems(dialect, host);
      return type.vocabulary === 'models' ? modelItems(dialect, host, typed) : [];
    default:
      return [];
  }
}

const choiceWord = (choice: Choice, host: string): Word => ({
  label: choice.value,
  kind: choice.hex === undefined ? 'value' : 'color',
  detail: choice.deprecated === undefined ? '' : `the same as ${choice.deprecated}`,
  documentation: () => `${choice.means}\n\n${host}`,
  deprecated: choice.deprecated !== undefined,
  ...(choice.hex !== undefined && { hex: choice.hex }),
});

const patternWord = ({ pattern }: Extract<Type, { type: 'one-of' }>, host: string): Word[] =>
  pattern === undefined || pattern.matches.test('1')
    ? []
    : [
        {
          label: bare(pattern.example),
          kind: bare(pattern.example).startsWith('#') ? 'color' : 'value',
          detail: pattern.says,
          documentation: () => `${host} also takes ${pattern.says}.`,
          ...(bare(pattern.example).startsWith('#') && { hex: bare(pattern.example) }),
        },
      ];

/** Examples are given as written; quotes come from the place that they are put in. */
const bare = (example: string): string => example.replace(/^"(.*)"$/, '$1');

const fieldAt = (dialect: Dialect, key: string | number | undefined): Field | undefined =>
  typeof key === 'string' && Object.hasOwn(dialect.fields, key) ? dialect.fields[key] : undefined;
