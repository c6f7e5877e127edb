// Keys of agents in a JSON file: a property is inserted with its quotes, a value of its type, and a comma where another one follows.

import type { KeyCaret } from '../../agent/caret';
import { type Outline, outlineOf } from '../../agent/outline';
import type { KeyType, Type } from '../../hosts/model/type';
import type { Span } from '../../text/span';
import { plain, type Value } from '../../yaml/value';
import type { Completion } from './item';
import { keysOf } from './keys';

/** The parts of an item that depend on the syntax. @param declared its type and snippet; undefined where the key is unknown. */
export function propertyInsertion(
  key: string,
  declared: Declared | undefined,
  { token, quote, hasColon }: KeyCaret,
  { text }: Outline,
): Pick<Completion, 'insert' | 'isSnippet' | 'isUnfinished' | 'goesOn' | 'prefix' | 'span'> {
  const span = withQuotes(text, token, quote);
  const name = JSON.stringify(key);
  // The characters that are matched include the quote that is typed already.
  const matched = quote === '' ? {} : { prefix: name };
  if (hasColon) return { insert: name, isSnippet: false, span, ...matched };
  const comma = beforeProperty.test(text.slice(span.end)) ? ',' : '';
  const { type, snippet = '' } = declared ?? {};
  const value = filledIn(snippet) ?? (type ? valueSnippet(type) : '$1');
  return {
    insert: `${name.replaceAll(/[\\$}]/g, '\\$&')}: ${value}${comma}`,
    isSnippet: true,
    isUnfinished: true,
    ...(value.includes('${1|') ? {} : { goesOn: true }),
    span,
    ...matched,
  };
}

type Declared = Pick<KeyType, 'type' | 'snippet'>;

/** A tab stop, a placeholder or a choice. */
const stops = /\$(?:\d+|\{\d+(?:[:|][^{}]*)?\})/g;

/** The value of a snippet for YAML, in JSON; null where it is a plain word, whose form depends on its type. */
function filledIn(snippet: string): string | null {
  const found: string[] = [];
  // In their place, a word that is one in every part of YAML.
  const words = snippet.replaceAll(stops, (stop) => `STOP${found.push(stop) - 1}X`);
  const value = outlineOf(`---\nkey:${words}\n---\n`).fields[0]?.value;
  if (!value || !isInOneForm(value)) return null;
  return inJson(plain(value)).replaceAll(/STOP(\d+)X/g, (_, index) => found[Number(index)] ?? '');
}

const isInOneForm = (value: Value): boolean =>
  value.kind === 'list' ||
  value.kind === 'map' ||
  (value.kind === 'text' && value.style !== 'plain');

function inJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, below]) =>
    // A tab stop in place of an entry.
    below === null ? key : `${JSON.stringify(key)}: ${inJson(below)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

/** The rest of an object that has another property, also after comments. */
const beforeProperty = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*"/;

const withQuotes = (text: string, { start, end }: Span, quote: string): Span =>
  quote === ''
    ? { start, end }
    : { start: start - 1, end: text.charAt(end) === '"' ? end + 1 : end };

/** The beginning of a value, with what it cannot do without: of several types that of a map. @param stop takes a tab stop */
function valueSnippet(type: Type, stop = counting()): string {
  switch (type.type) {
    case 'one-of':
      return type.pattern
        ? `"$${stop()}"`
        : `"\${${stop()}|${type.choices.map(({ value }) => value).join(',')}|}"`;
    case 'text':
      return `"$${stop()}"`;
    case 'boolean':
      return type.only === undefined ? `\${${stop()}|true,false|}` : String(type.only);
    case 'list':
      return `[${type.of.type === 'map' ? valueSnippet(type.of, stop) : `$${stop()}`}]`;
    case 'names':
      return `[$${stop()}]`;
    case 'map':
      return isFilled(type)
        ? `{ ${requiredOf(type)
            .map(
              ([key, below]) =>
                `${JSON.stringify(key)}: ${valueSnippet(firstOf(below.type), stop)}`,
            )
            .join(', ')} }`
        : `{ $${stop()} }`;
    case 'any-of':
      return valueSnippet(
        type.types.find((one) => one.type === 'map') ?? type.types[0] ?? { type: 'any' },
        stop,
      );
    default:
      return `$${stop()}`;
  }
}

const counting = (): (() => number) => {
  let last = 0;
  return () => ++last;
};

const requiredOf = (type: Type): readonly (readonly [string, KeyType])[] =>
  keysOf(type).filter(([, { required }]) => required);

/** The form that is declared first is the usual one. */
const firstOf = (type: Type): Type => (type.type === 'any-of' ? (type.types[0] ?? type) : type);

const isFilled = (type: Type): boolean => requiredOf(type).length > 0;
