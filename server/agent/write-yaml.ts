// The writer for hosts that read YAML.
import type { Edit } from '../text/edit';
import { plainSnippet } from '../text/snippet';
import { type Span, slice } from '../text/span';
import { flowScalar, isSafePlain, scalar } from '../yaml/scalar';
import { type Entry, entryOf, type Path, type StringValue, type Value } from '../yaml/value';
import type { Outline } from './outline';
import { closeFence, insertField, insertFrontmatter, removeField, renameKey } from './write-fields';
import {
  addItem,
  removeItem,
  removeName,
  replaceName,
  toCommaText,
  toList,
  toMap,
} from './write-lists';
import { foldIntoBlock, quoteValue, replaceScalar } from './write-values';
import type { CompletedWord, Edits, ValuePlace, Writer } from './writer';

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

  closeFence(): Edits {
    return closeFence(this.outline);
  }

  insertField(key: string, text: string): Edits {
    return insertField(this.outline, key, scalar(text));
  }

  removeField(entry: Entry): Edits {
    return removeField(this.outline, entry);
  }

  renameKey(entry: Entry, key: string): Edits {
    return renameKey(this.outline, entry, key);
  }

  replaceScalar(value: Value, text: string): Edits {
    return replaceScalar(this.outline, value, text);
  }

  replaceLiteral({ span }: Value, word: string): Edits {
    return [{ span, text: word }];
  }

  toOneLine({ value }: Entry, text: string): Edits {
    return replaceScalar(this.outline, value, text);
  }

  quote(span: Span): Edits {
    return [{ span, text: `"${slice(this.outline.text, span)}"` }];
  }

  quoteValue(entry: Entry): Edits {
    return quoteValue(this.outline, entry);
  }

  foldIntoBlock(entry: Entry, isKey: (key: string) => boolean): Edits {
    return foldIntoBlock(this.outline, entry, isKey);
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

  toList(entry: Entry, names: readonly string[], style: 'flow' | 'block'): Edits {
    return toList(this.outline, entry, names, style);
  }

  toCommaText(entry: Entry, names: readonly string[]): Edits {
    return toCommaText(this.outline, entry, names);
  }

  toMap(entry: Entry, pairs: readonly (readonly [string, string])[]): Edits {
    return toMap(this.outline, entry, pairs);
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
