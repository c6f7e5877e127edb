// The writer for hosts that read a frontmatter line by line: `key: value` at the beginning of a line, the value up to its end.
// Such a host has no quotes, lists or nested keys, so everything that needs one is refused.
import { plainSnippet } from '../text/snippet';
import { covers, type Span } from '../text/span';
import type { Entry, Path, StringValue, Value } from '../yaml/value';
import { isBlank, lineFrom, lineStart, skipSpaces, trimSpaces } from './caret-lines';
import type { Outline } from './outline';
import { insertField, insertFrontmatter } from './write-fields';
import { removeName } from './write-lists';
import type { CompletedWord, Edits, NewScalar, NewValue, ValuePlace, Writer } from './writer';

export const lineWriter = (outline: Outline): Writer => new LineWriter(outline);

class LineWriter implements Writer {
  readonly outline: Outline;
  readonly isYaml = false;
  readonly separator = ':';

  constructor(outline: Outline) {
    this.outline = outline;
  }

  accepts(lines: string): boolean {
    return lines
      .split(/\r?\n/)
      .every((line) => line === '' || line.startsWith('#') || /^[^\s:#-][^:]*:/.test(line));
  }

  completed({ label, snippet }: CompletedWord, { quote, form }: ValuePlace): string | null {
    // Where the outline sees quotes or brackets, the host sees characters of the value.
    if (quote !== '' || form !== 'scalar') return null;
    const text = snippet === undefined ? label : plainSnippet(snippet);
    return isValue(text) ? (snippet ?? label) : null;
  }

  completedName(word: CompletedWord, place: ValuePlace): string | null {
    const text = word.snippet === undefined ? word.label : plainSnippet(word.snippet);
    return isName(text) ? this.completed(word, place) : null;
  }

  nestedKey(): null {
    return null;
  }

  comment(text: string): string {
    return `# ${text}`;
  }

  insertFrontmatter(fields: readonly (readonly [string, string])[]): Edits {
    if (!fields.every(([key, text]) => isKey(key) && isValue(text))) return null;
    const lines = fields.map(([key, text]) => `${key}: ${text}`);
    return insertFrontmatter(this.outline, lines.join('\n'));
  }

  insertField(key: string, text: string): Edits {
    return isKey(key) && isValue(text) ? insertField(this.outline, key, text) : null;
  }

  insertWord(key: string, word: string): Edits {
    return this.insertField(key, word);
  }

  removeField({ keySpan }: Entry): Edits {
    const line = this.lineAt(keySpan.start);
    return line && [{ span: line.whole, text: '' }];
  }

  renameKey({ keySpan }: Entry, key: string): Edits {
    const line = this.lineAt(keySpan.start);
    return line && isKey(key) ? [{ span: line.key, text: key }] : null;
  }

  setField({ keySpan, value }: Entry, by: NewValue): Edits {
    if ('names' in by) {
      const isOne = by.form === 'commas' && by.names.every(isName);
      return isOne ? this.setValue(keySpan.start, by.names.join(', ')) : null;
    }
    if ('pairs' in by || isInQuotes(by)) return null;
    const { start, end } = value.span;
    const last = start + this.outline.text.slice(start, end).trimEnd().length;
    return this.setValue(keySpan.start, 'word' in by ? by.word : by.text, last);
  }

  replaceValue({ span }: Pick<Value, 'span'>, by: NewScalar): Edits {
    if (isInQuotes(by)) return null;
    return this.setValue(span.start, 'word' in by ? by.word : by.text);
  }

  addItem(path: Path, name: string): Edits {
    const [key] = path;
    if (path.length !== 1 || typeof key !== 'string' || !isName(name)) return null;
    const line = this.lastLineOf(key);
    if (!line) return this.insertField(key, name);
    const { start, end } = line.value;
    return start === end
      ? this.setValue(line.key.start, name)
      : [{ span: { start: end, end }, text: `, ${name}` }];
  }

  removeItem(): null {
    return null;
  }

  removeName(value: StringValue, name: Span): Edits {
    const line = this.lineAt(name.start);
    return line && removeName(this.outline, { ...value, span: line.value }, name);
  }

  replaceName(name: Span, text: string): Edits {
    const { text: whole, head } = this.outline;
    // A name in the prompt.
    if (!covers(head, name)) return [{ span: name, text }];
    const line = this.lineAt(name.start);
    if (!line || !covers(line.value, name) || !isName(text)) return null;
    const before = whole.slice(line.value.start, name.start);
    const after = whole.slice(name.end, line.value.end);
    return /(?:^|,)\s*$/.test(before) && /^\s*(?:,|$)/.test(after) ? [{ span: name, text }] : null;
  }

  setNames(key: string, names: readonly string[]): Edits {
    if (!names.every(isName)) return null;
    const line = this.lastLineOf(key);
    const text = names.join(', ');
    return line ? this.setValue(line.key.start, text) : this.insertField(key, text);
  }

  inYaml(): null {
    return null;
  }

  /**
   * Replaces everything after the colon of the line, including what YAML would read as a comment.
   * @param until the end of the replaced text, if it is in a later line.
   */
  private setValue(offset: number, text: string, until = 0): Edits {
    const line = this.lineAt(offset);
    if (!line || !isValue(text)) return null;
    const { start, end } = line.value;
    const gap = isBlank(this.outline.text.charCodeAt(start - 1)) ? '' : ' ';
    return [{ span: { start, end: Math.max(end, until) }, text: `${gap}${text}` }];
  }

  /** The line with this offset; null where it has no key at its beginning. Indented lines belong to a key in other syntaxes. */
  private lineAt(offset: number): KeyLine | null {
    const { text, head } = this.outline;
    if (offset < head.start || offset > head.end) return null;
    const line = lineFrom(text, Math.max(head.start, lineStart(text, offset)), head.end);
    const colon = text.indexOf(':', line.start);
    if (colon < 0 || colon >= line.end || !isKey(text.slice(line.start, colon).trimEnd()))
      return null;
    const from = skipSpaces(text, colon + 1, line.end);
    return {
      whole: { start: line.start, end: line.next },
      key: { start: line.start, end: trimSpaces(text, line.start, colon) },
      value: { start: from, end: Math.max(from, trimSpaces(text, from, line.end)) },
    };
  }

  /** Of several lines with one key, the last one wins. */
  private lastLineOf(key: string): KeyLine | null {
    const { text, head } = this.outline;
    let found: KeyLine | null = null;
    for (let at = head.start; at < head.end; at = lineFrom(text, at, head.end).next) {
      const line = this.lineAt(at);
      if (line && text.slice(line.key.start, line.key.end).toLowerCase() === key.toLowerCase())
        found = line;
    }
    return found;
  }
}

interface KeyLine {
  /** With the line break. */
  readonly whole: Span;
  readonly key: Span;
  /** The value after the separator; empty for a key without a value. */
  readonly value: Span;
}

/** Whether the text is a value: on one line, and unchanged by the host, which removes spaces around it. */
const isValue = (text: string): boolean =>
  text !== '' && text.trim() === text && !/[\p{Cc}\u2028\u2029]/u.test(text);

const isName = (text: string): boolean => isValue(text) && !text.includes(',');

/** Such a host would read the quotes as part of the value. */
const isInQuotes = (by: NewScalar): boolean => 'isQuoted' in by && by.isQuoted === true;

const isKey = (text: string): boolean => isValue(text) && /^[^\s#:-][^:]*$/.test(text);
