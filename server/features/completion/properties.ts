// Keys of agents in a JSON file: a property is inserted with its quotes, a value of its type, and a comma where another one follows.

import type { KeyCaret } from '../../agent/caret';
import type { Outline } from '../../agent/outline';
import type { Type } from '../../hosts/model/type';
import type { Span } from '../../text/span';
import type { Completion } from './item';

/** The parts of an item that depend on the syntax. @param type of the value; undefined where it is unknown. */
export function propertyInsertion(
  key: string,
  type: Type | undefined,
  { token, quote, hasColon }: KeyCaret,
  { text }: Outline,
): Pick<Completion, 'insert' | 'isSnippet' | 'isUnfinished' | 'goesOn' | 'prefix' | 'span'> {
  const span = withQuotes(text, token, quote);
  const name = JSON.stringify(key);
  // The characters that are matched include the quote that is typed already.
  const matched = quote === '' ? {} : { prefix: name };
  if (hasColon) return { insert: name, isSnippet: false, span, ...matched };
  const comma = beforeProperty.test(text.slice(span.end)) ? ',' : '';
  const value = type ? valueSnippet(type) : '$1';
  return {
    insert: `${name.replaceAll(/[\\$}]/g, '\\$&')}: ${value}${comma}`,
    isSnippet: true,
    isUnfinished: true,
    ...(value.includes('${1|') ? {} : { goesOn: true }),
    span,
    ...matched,
  };
}

/** The rest of an object that has another property, also after comments. */
const beforeProperty = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*"/;

const withQuotes = (text: string, { start, end }: Span, quote: string): Span =>
  quote === ''
    ? { start, end }
    : { start: start - 1, end: text.charAt(end) === '"' ? end + 1 : end };

/** The beginning of a value: of several types that of a map. */
function valueSnippet(type: Type): string {
  switch (type.type) {
    case 'one-of':
      return type.pattern ? '"$1"' : `"\${1|${type.choices.map(({ value }) => value).join(',')}|}"`;
    case 'text':
      return '"$1"';
    case 'boolean':
      return type.only === undefined ? '${1|true,false|}' : String(type.only);
    case 'list':
    case 'names':
      return '[$1]';
    case 'map':
      return '{ $1 }';
    case 'any-of':
      return valueSnippet(
        type.types.find((one) => one.type === 'map') ?? type.types[0] ?? { type: 'any' },
      );
    default:
      return '$1';
  }
}
