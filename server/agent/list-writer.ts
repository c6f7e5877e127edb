// What the writers for JSON and TOML have in common: names are always a list in brackets. What needs YAML, or a string of names that
// are separated by commas, is refused.
import { type Entry, entryOf, type Value } from '../yaml/value';
import type { Outline } from './outline';
import type { Edits, NewScalar, NewValue } from './writer';

export abstract class ListWriter {
  abstract readonly outline: Outline;
  readonly isYaml = false;

  /** The names as the syntax writes a list. */
  protected abstract listOf(names: readonly string[]): string;

  /** Inserts a field whose value is written already. */
  protected abstract insert(key: string, written: string): Edits;

  /** A map; null where the syntax has none in the place of a value. */
  protected abstract mapOf(pairs: readonly (readonly [key: string, yaml: string])[]): string | null;

  abstract replaceValue(value: Pick<Value, 'kind' | 'span'>, by: NewScalar): Edits;

  setField({ value }: Entry, by: NewValue): Edits {
    if ('text' in by || 'word' in by) return this.replaceValue(value, by);
    if ('names' in by && by.form === 'commas') return null;
    const text = 'names' in by ? this.listOf(by.names) : this.mapOf(by.pairs);
    return text === null ? null : [{ span: value.span, text }];
  }

  setNames(key: string, names: readonly string[]): Edits {
    const entry = entryOf(this.outline.fields, key);
    return entry
      ? this.setField(entry, { names, form: 'flow' })
      : this.insert(key, this.listOf(names));
  }

  inYaml(): null {
    return null;
  }
}
