// How Qwen Code turns a value into a string, where it accepts any value.
import type { Value } from '../../yaml/value';

/** The string; null for a map, at which the program fails. Lists are joined by commas. */
export function stringOf(value: Value): string | null {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'boolean':
      return String(value.boolean);
    case 'null':
      return '';
    case 'date':
      return value.iso;
    case 'list': {
      const items = value.items.map(stringOf);
      return items.includes(null) ? null : items.join(',');
    }
    case 'map':
      return null;
  }
}

/** A number or a string that is one, as `maxTurns` accepts it: a positive integer. Null for anything else. */
export function positiveInteger(value: Value): number | null {
  const number =
    value.kind === 'number'
      ? value.number
      : value.kind === 'text' && value.text !== ''
        ? Number(value.text)
        : Number.NaN;
  return Number.isInteger(number) && number > 0 ? number : null;
}
