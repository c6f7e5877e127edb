// Scalars as Grok Build reads them: each in the type of its field, so the same word is a string in one field and not in another.
import type { Value } from '../../yaml/value';

/** The text of a scalar where a string is expected: `5` and `null` are strings then. Undefined for a list or a map. */
export function sourceOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'number':
    case 'boolean':
    case 'null':
      return value.source;
    default:
      return undefined;
  }
}
