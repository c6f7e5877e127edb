// Scalars as Grok Build reads them: those of an agent each in the type of its field, so the same word is a string in one field and not in
// another, and those of a skill as values, which it writes as strings.
import type { Value } from '../../yaml/value';
import { numberName } from '../judge/libyaml/dialect';

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

/** A scalar of a skill as a string: `1e3` is "1000.0". Empty for null, and for a list or a map. */
export function writtenScalar(value: Value | undefined): string {
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'number':
      return numberName(value.number, value.source);
    case 'boolean':
      return String(value.boolean);
    default:
      return '';
  }
}
