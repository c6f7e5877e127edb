// The writer for agents that are objects in a JSON file. What it cannot express, such as a string of names that are separated by
// commas, is refused.
import { plainSnippet } from '../text/snippet';
import type { Span } from '../text/span';
import { type Entry, type Path, type Value, valueAt } from '../yaml/value';
import { lineStart } from './caret-lines';
import { ListWriter } from './list-writer';
import type { Outline } from './outline';
import { addFlowItem, removeFlowItem } from './write-place';
import type { CompletedWord, Edits, NewScalar, ValuePlace, Writer } from './writer';

export const jsonWriter = (outline: Outline): Writer => new JsonWriter(outline);

class JsonWriter extends ListWriter implements Writer {
  readonly outline: Outline;
  readonly separator = ':';

  constructor(outline: Outline) {
    super();
    this.outline = outline;
  }

  /** Snippets of fields are declared in YAML. */
  accepts(): boolean {
    return false;
  }

  completed({ label, snippet, bare }: CompletedWord, { quote }: ValuePlace): string | null {
    const text = snippet ?? label;
    const plain = snippet === undefined ? label : plainSnippet(snippet);
    if (bare) return quote === '' ? text : null;
    if (/["\\\n]/.test(plain)) return null;
    return quote === '' ? `"${text}"` : text;
  }

  completedName(): null {
    return null;
  }

  nestedKey(key: string): string {
    return JSON.stringify(key);
  }

  comment(text: string): string {
    return `// ${text}`;
  }

  insertFrontmatter(): null {
    return null;
  }

  insertField(key: string, text: string): Edits {
    return this.insert(key, JSON.stringify(text));
  }

  insertWord(key: string, word: string): Edits {
    return this.insert(key, word);
  }

  removeField({ keySpan }: Entry): Edits {
    const { fields, text } = this.outline;
    const at = fields.findIndex((field) => field.keySpan.start === keySpan.start);
    const own = fields[at];
    if (!own) return null;
    const next = fields[at + 1];
    const before = fields[at - 1];
    const span = next
      ? { start: own.span.start, end: next.span.start }
      : { start: before?.span.end ?? own.span.start, end: own.span.end };
    const around =
      text.slice(span.start, own.span.start) +
      text.slice(own.span.end, next ? span.end : own.span.end);
    if (hasComment(around)) return null;
    // Without any property, a trailing comma is an error.
    const [comma = ''] = next || before ? [] : (/^\s*,/.exec(text.slice(own.span.end)) ?? []);
    return [{ span: { start: span.start, end: span.end + comma.length }, text: '' }];
  }

  renameKey({ keySpan }: Entry, key: string): Edits {
    return [{ span: keySpan, text: JSON.stringify(key) }];
  }

  replaceValue({ span }: Pick<Value, 'span'>, by: NewScalar): Edits {
    return [{ span, text: 'word' in by ? by.word : JSON.stringify(by.text) }];
  }

  addItem(path: Path, name: string): Edits {
    const { fields } = this.outline;
    const value = valueAt(fields, path);
    const [key] = path;
    if (!value)
      return path.length === 1 && typeof key === 'string'
        ? this.insert(key, this.listOf([name]))
        : null;
    if (value.kind !== 'list') return null;
    return addFlowItem(this.outline, value.span, value.items.at(-1)?.span, JSON.stringify(name));
  }

  removeItem(path: Path): Edits {
    const index = path.at(-1);
    const list = valueAt(this.outline.fields, path.slice(0, -1));
    const item = list?.kind === 'list' && typeof index === 'number' ? list.items[index] : undefined;
    return item ? removeFlowItem(this.outline, item.span) : null;
  }

  removeName(): null {
    return null;
  }

  replaceName(name: Span, text: string): Edits {
    return /["\\\n]/.test(text) ? null : [{ span: name, text }];
  }

  protected mapOf(pairs: readonly (readonly [key: string, yaml: string])[]): string {
    return `{ ${pairs.map(([key, yaml]) => `${inJson(key)}: ${inJson(yaml)}`).join(', ')} }`;
  }

  protected listOf(names: readonly string[]): string {
    return `[${names.map((name) => JSON.stringify(name)).join(', ')}]`;
  }

  protected insert(key: string, written: string): Edits {
    const { root } = this.outline;
    return root && insertProperty(this.outline, root, `${JSON.stringify(key)}: ${written}`);
  }
}

/** Adds a property to an object. @param yaml the value, on one line. */
export const addProperty = (outline: Outline, object: Value, key: string, yaml: string): Edits =>
  insertProperty(outline, object, `${inJson(key)}: ${inJson(yaml)}`);

/** Inserts a property after the last one, on a line of its own where the others have theirs. */
function insertProperty({ text, eol }: Outline, object: Value, property: string): Edits {
  if (object.kind !== 'map') return null;
  const last = object.entries.at(-1);
  if (!last) {
    const at = object.span.start + 1;
    return /^\s*\}/.test(text.slice(at))
      ? [{ span: { start: at, end: at }, text: property }]
      : null;
  }
  const start = lineStart(text, last.span.start);
  const indent = text.slice(start, last.span.start);
  const isOnOwnLine = /^[ \t]*$/.test(indent);
  const at = last.span.end;
  // What follows on the line is a comment on the last property, and stays with it.
  const [rest = ''] = /^[^\r\n]*/.exec(text.slice(at)) ?? [];
  if (hasComment(rest)) return null;
  return [
    {
      span: { start: at, end: at },
      text: isOnOwnLine ? `,${eol}${indent}${property}` : `, ${property}`,
    },
  ];
}

/** A word or a quoted string of YAML in JSON. */
function inJson(yaml: string): string {
  if (/^(?:true|false|null|"[^"\\]*")$/.test(yaml)) return yaml;
  return JSON.stringify(/^'[^']*'$/.test(yaml) ? yaml.slice(1, -1) : yaml);
}

/** A name as it is written inside of the quotes of JSON; unchanged for a file in another format. */
export const nameInFile = (path: string, name: string): string =>
  /\.jsonc?$/.test(path) ? JSON.stringify(name).slice(1, -1) : name;

const hasComment = (between: string): boolean => /\/[/*]/.test(between);
