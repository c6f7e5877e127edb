// The writer for hosts that read TOML. What it cannot express, such as a string of names that are separated by commas, is refused.
import { plainSnippet } from '../text/snippet';
import type { Span } from '../text/span';
import { type Entry, type Path, type StringValue, type Value, valueAt } from '../yaml/value';
import { lineFrom, lineStart } from './caret-lines';
import { sketchOf } from './caret-sketch';
import { ListWriter } from './list-writer';
import type { Outline } from './outline';
import type { Slot } from './sketch-types';
import { addFlowItem, removeFlowItem } from './write-place';
import type { CompletedWord, Edits, NewScalar, ValuePlace, Writer } from './writer';

export const tomlWriter = (outline: Outline): Writer => new TomlWriter(outline);

class TomlWriter extends ListWriter implements Writer {
  readonly outline: Outline;
  readonly separator = ' =';

  constructor(outline: Outline) {
    super();
    this.outline = outline;
  }

  accepts(): boolean {
    return true;
  }

  completed({ label, snippet, bare }: CompletedWord, { quote, form }: ValuePlace): string | null {
    if (form === 'block-scalar' || form === 'block-list') return null;
    const text = snippet ?? label;
    const plain = snippet === undefined ? label : plainSnippet(snippet);
    if (bare) return quote === '' ? text : null;
    if (quote === "'") return /['\n]/.test(plain) ? null : text;
    if (/["\\\n]/.test(plain)) return null;
    return quote === '' ? `"${text}"` : text;
  }

  completedName(word: CompletedWord, place: ValuePlace): string | null {
    return this.completed(word, place);
  }

  nestedKey(key: string): string {
    return keyText(key);
  }

  comment(text: string): string {
    return `# ${text}`;
  }

  insertFrontmatter(fields: readonly (readonly [string, string])[]): Edits {
    const { text, head, eol } = this.outline;
    if (/\S/.test(text.slice(head.start))) return null;
    const lines = fields.map(([key, value]) => `${keyText(key)} = ${tomlString(value, eol)}${eol}`);
    return [{ span: head, text: lines.join('') }];
  }

  insertField(key: string, text: string): Edits {
    return this.insert(key, tomlString(text, this.outline.eol));
  }

  insertWord(key: string, word: string): Edits {
    return this.insert(key, word);
  }

  removeField(entry: Entry): Edits {
    const slot = this.slotOf(entry);
    return slot ? [{ span: this.linesOf(slot), text: '' }] : null;
  }

  renameKey({ keySpan }: Entry, key: string): Edits {
    const { text } = this.outline;
    const isQuoted = /["']/.test(text.charAt(keySpan.start - 1));
    const span = isQuoted ? { start: keySpan.start - 1, end: keySpan.end + 1 } : keySpan;
    return [{ span, text: keyText(key) }];
  }

  replaceValue({ span }: Pick<Value, 'span'>, by: NewScalar): Edits {
    if ('word' in by) return [{ span, text: by.word }];
    const { eol, text: whole } = this.outline;
    const isLong = /^(?:"""|''')/.test(whole.slice(span.start, span.start + 3));
    return [{ span, text: isLong ? longString(by.text, eol) : tomlString(by.text, eol) }];
  }

  addItem(path: Path, name: string): Edits {
    const { fields } = this.outline;
    const value = valueAt(fields, path);
    const [key] = path;
    if (!value)
      return path.length === 1 && typeof key === 'string'
        ? this.insert(key, this.listOf([name]))
        : null;
    if (value.kind !== 'list' || !value.flow) return null;
    return addFlowItem(this.outline, value.span, value.items.at(-1)?.span, basicString(name));
  }

  removeItem(path: Path): Edits {
    const index = path.at(-1);
    const list = valueAt(this.outline.fields, path.slice(0, -1));
    const item = list?.kind === 'list' && typeof index === 'number' ? list.items[index] : undefined;
    return list?.kind === 'list' && list.flow && item
      ? removeFlowItem(this.outline, item.span)
      : null;
  }

  removeName(_: StringValue, __: Span): null {
    return null;
  }

  replaceName(name: Span, text: string): Edits {
    return /["'\\\n]/.test(text) ? null : [{ span: name, text }];
  }

  protected mapOf(): null {
    return null;
  }

  protected listOf(names: readonly string[]): string {
    return `[${names.map(basicString).join(', ')}]`;
  }

  /** Inserts a line after the other keys of the top level, but before the prompt if that is the last of them. */
  protected insert(key: string, written: string): Edits {
    const { text, head, body, eol, isInline } = this.outline;
    if (isInline) return null;
    const line = `${keyText(key)} = ${written}`;
    const own = sketchOf(this.outline).slots.filter(
      ({ level, opens }) => !opens && level.path.length === 0,
    );
    const last = own.at(-1);
    if (!last) return [{ span: { start: head.start, end: head.start }, text: `${line}${eol}` }];
    const isPrompt = last.content.form === 'block' && last.content.span.start === body.start;
    const start = isPrompt
      ? lineStart(text, last.start)
      : lineFrom(text, last.end, text.length).next;
    const at = Math.max(head.start, start);
    const isOpen = !isPrompt && text.charCodeAt(at - 1) !== 10;
    return [{ span: { start: at, end: at }, text: isOpen ? `${eol}${line}` : `${line}${eol}` }];
  }

  /** The line that defines the entry and nothing else; undefined for tables. */
  private slotOf({ key, keySpan }: Entry): Slot | undefined {
    return sketchOf(this.outline).slots.find(
      ({ key: token, opens, path }) =>
        !opens && token?.span.start === keySpan.start && path.at(-1) === key,
    );
  }

  private linesOf({ start, end }: Slot): Span {
    const { text, head } = this.outline;
    return {
      start: Math.max(head.start, lineStart(text, start)),
      end: lineFrom(text, end, text.length).next,
    };
  }
}

const keyText = (key: string): string => (/^[\w-]+$/.test(key) ? key : basicString(key));

/**
 * Tables below one name, each on lines of its own: `[servers.docs]`. What TOML has no value for, such as null, is left out.
 * @param tables what each table holds, as data.
 */
export function tomlTables(name: string, tables: Readonly<Record<string, unknown>>): string {
  return Object.entries(tables)
    .map(([key, table]) =>
      [
        `[${keyText(name)}.${keyText(key)}]`,
        ...pairsOf(table).map((pair) => pair.join(' = ')),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The keys of a table with their values, as they are written. */
const pairsOf = (table: unknown): readonly (readonly [string, string])[] =>
  typeof table !== 'object' || table === null || Array.isArray(table)
    ? []
    : Object.entries(table).flatMap(([key, value]) => {
        const written = inlineValue(value);
        return written === null ? [] : [[keyText(key), written] as const];
      });

/** On one line. */
function inlineValue(value: unknown): string | null {
  if (typeof value === 'string') return basicString(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? String(value) : floatText(value);
  if (Array.isArray(value))
    return `[${value.flatMap((item) => inlineValue(item) ?? []).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return null;
  const pairs = pairsOf(value).map((pair) => pair.join(' = '));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** Always with a fraction or an exponent, because TOML limits integers. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', 'inf').toLowerCase();
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Text of several lines is written between three quotes. */
const tomlString = (text: string, eol: string): string =>
  text.includes('\n') ? longString(text, eol) : basicString(text);

/** A string in double quotes. The escapes of JSON are those of TOML, which also needs one for DEL. */
const basicString = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replaceAll('\u007f', '\\u007f');

/** Without escapes where the text permits it, because prompts contain backslashes. */
function longString(text: string, eol: string): string {
  const lines = text.toWellFormed().replaceAll('\r\n', '\n');
  const isLiteral =
    lines.includes('\\') && !lines.includes("'''") && !lines.endsWith("'") && !control.test(lines);
  const inner = isLiteral ? lines : withEscapes(lines);
  const quotes = isLiteral ? "'''" : '"""';
  return `${quotes}\n${inner}${quotes}`.replaceAll('\n', eol);
}

/** Neither three quotes in a row nor those before the last ones may stay. */
function withEscapes(lines: string): string {
  let end = lines.length;
  while (lines.charAt(end - 1) === '"') end--;
  const text = lines
    .slice(0, end)
    .replaceAll('\\', '\\\\')
    .replaceAll('"""', '\\"\\"\\"')
    .replaceAll(controls, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return text + '\\"'.repeat(lines.length - end);
}

/** Control characters other than tabs and line breaks, which TOML does not allow in a string. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;
const controls = new RegExp(control.source, 'g');
