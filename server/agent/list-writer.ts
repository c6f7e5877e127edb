// What the writers for JSON and TOML have in common: names are always a list in brackets. What needs YAML, or a string of names that
// are separated by commas, is refused.
import { type Entry, entryOf } from '../yaml/value';
import type { Outline } from './outline';
import type { Edits } from './writer';

export abstract class ListWriter {
  abstract readonly outline: Outline;
  readonly isYaml = false;

  /** The names as the syntax writes a list. */
  protected abstract listOf(names: readonly string[]): string;

  /** Inserts a field whose value is written already. */
  protected abstract insert(key: string, written: string): Edits;

  toList({ value }: Entry, names: readonly string[]): Edits {
    return [{ span: value.span, text: this.listOf(names) }];
  }

  toCommaText(): null {
    return null;
  }

  setNames(key: string, names: readonly string[]): Edits {
    const entry = entryOf(this.outline.fields, key);
    return entry ? this.toList(entry, names) : this.insert(key, this.listOf(names));
  }

  inYaml(): null {
    return null;
  }
}
