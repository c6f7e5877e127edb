// The writer for hosts that read YAML.
import type { Edit } from '../text/edit';
import { plainSnippet } from '../text/snippet';
import type { Span } from '../text/span';
import { flowScalar, isSafePlain, scalar } from '../yaml/scalar';
import { type Entry, entryOf, type Path, type StringValue, type Value } from '../yaml/value';
import type { Outline } from './outline';
import { insertField, insertFrontmatter, removeField, renameKey } from './write-fields';
import {
  addItem,
  removeItem,
  removeName,
  replaceName,
  toCommaText,
  toList,
  toMap,
} from './write-lists';
import { replaceScalar } from './write-values';
import type { CompletedWord, Edits, NewScalar, NewValue, ValuePlace, Writer } from './writer';

export class YamlWriter implements Writer {
  readonly outline: Outline;
  readonly isYaml = true;
  readonly separator = ':';

  constructor(outline: Outline) {
    this.outline = outline;
  }

  accepts(): boolean {
    return true;
  }

  /** With quotes where YAML requires them, without where the caret is inside quotes. */
  completed({ label, snippet, bare }: CompletedWord, { quote, form }: ValuePlace): string {
    const isFlow = form === 'flow-list' || form === 'flow-map';
    if (snippet === undefined) {
      if (quote !== '' || bare) return label;
      return isFlow ? flowScalar(label) : scalar(label);
    }
    const own = /^(["'])(.*)\1$/s.exec(snippet);
    if (quote !== '') return own?.[2] ?? snippet;
    const plain = plainSnippet(snippet);
    const isSafe = isFlow ? flowScalar(plain) === plain : isSafePlain(plain);
    return own || isSafe ? snippet : `"${snippet}"`;
  }

  completedName(word: CompletedWord, place: ValuePlace, others: readonly string[]): string | null {
    if (others.length === 0) return this.completed(word, place);
    const text = word.snippet ?? word.label;
    return place.quote !== '' || isSafePlain(plainSnippet(text)) ? text : null;
  }

  nestedKey(key: string): string {
    return flowScalar(key);
  }

  /** After `---js` or `---json`, `#` does not begin a comment. */
  comment(text: string): string | null {
    const { language } = this.outline;
    return language === '' || language === 'yaml' ? `# ${text}` : null;
  }

  insertFrontmatter(fields: readonly (readonly [string, string])[]): Edits {
    const lines = fields.map(([key, text]) => `${key}: ${scalar(text)}`);
    return insertFrontmatter(this.outline, lines.join('\n'));
  }

  insertField(key: string, text: string): Edits {
    return insertField(this.outline, key, scalar(text));
  }

  insertWord(key: string, word: string): Edits {
    return insertField(this.outline, key, word);
  }

  removeField(entry: Entry): Edits {
    return removeField(this.outline, entry);
  }

  renameKey(entry: Entry, key: string): Edits {
    return renameKey(this.outline, entry, key);
  }

  setField(entry: Entry, by: NewValue): Edits {
    if ('pairs' in by) return toMap(this.outline, entry, by.pairs);
    if (!('names' in by)) return this.replaceValue(entry.value, by);
    return by.form === 'commas'
      ? toCommaText(this.outline, entry, by.names)
      : toList(this.outline, entry, by.names, by.form);
  }

  replaceValue(value: Pick<Value, 'kind' | 'span'>, by: NewScalar): Edits {
    if ('word' in by) return [{ span: value.span, text: by.word }];
    if (by.isQuoted) return [{ span: value.span, text: scalar(by.text, 'double') }];
    return replaceScalar(this.outline, value, by.text);
  }

  addItem(path: Path, name: string): Edits {
    return addItem(this.outline, path, name);
  }

  removeItem(path: Path): Edits {
    return removeItem(this.outline, path);
  }

  removeName(value: StringValue, name: Span): Edits {
    return removeName(this.outline, value, name);
  }

  replaceName(name: Span, text: string): Edits {
    return replaceName(this.outline, name, text);
  }

  setNames(key: string, names: readonly string[]): Edits {
    const entry = entryOf(this.outline.fields, key);
    if (entry?.value.kind === 'text')
      return replaceScalar(this.outline, entry.value, names.join(', '));
    if (entry) return toList(this.outline, entry, names, 'flow');
    const list = `[${names.map((name) => flowScalar(name)).join(', ')}]`;
    return insertField(this.outline, key, list);
  }

  inYaml(edits: readonly Edit[]): Edits {
    return edits;
  }
}
