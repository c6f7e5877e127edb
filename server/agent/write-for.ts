// The writer for the hosts of one file. Hosts of several syntaxes get only what all of them read alike.
import { applyEdits, difference, type Edit } from '../text/edit';
import { overlaps, type Span, slice } from '../text/span';
import { isSafePlain } from '../yaml/scalar';
import type { Entry, Path, StringValue, Value } from '../yaml/value';
import { type Outline, outlineOf } from './outline';
import { jsonWriter } from './write-json';
import { lineWriter } from './write-lines';
import { tomlWriter } from './write-toml';
import { YamlWriter } from './write-yaml';
import type {
  CompletedWord,
  Edits,
  NewScalar,
  NewValue,
  Syntax,
  ValuePlace,
  Writer,
} from './writer';

/** @param syntaxes those of all hosts that read the file; where there are none, the file is written as YAML. */
export function writerFor(outline: Outline, syntaxes: readonly Syntax[]): Writer {
  const distinct = [...new Set(syntaxes)];
  const [first = new YamlWriter(outline), ...more] = distinct.map((one) => writerIn(one, outline));
  return more.length === 0 ? first : new CommonWriter(outline, first, more);
}

function writerIn(syntax: Syntax, outline: Outline): Writer {
  switch (syntax) {
    case 'yaml':
      return new YamlWriter(outline);
    case 'line-scanner':
      return lineWriter(outline);
    case 'toml':
      return tomlWriter(outline);
    case 'json':
      return jsonWriter(outline);
  }
}

/** Asks the writers of all syntaxes and offers only text on which they agree and that YAML reads as lines. */
class CommonWriter implements Writer {
  readonly outline: Outline;
  readonly isYaml = false;
  readonly separator: string;
  private readonly first: Writer;
  private readonly others: readonly Writer[];

  constructor(outline: Outline, first: Writer, others: readonly Writer[]) {
    this.outline = outline;
    this.first = first;
    this.separator = first.separator;
    this.others = others;
  }

  accepts(lines: string): boolean {
    const isForEach = [this.first, ...this.others].every((one) => one.accepts(lines));
    return isForEach && lines.split(/\r?\n/).every(isReadAlike);
  }

  completed(word: CompletedWord, place: ValuePlace): string | null {
    return this.text((writer) => writer.completed(word, place));
  }

  completedName(word: CompletedWord, place: ValuePlace, others: readonly string[]): string | null {
    return this.text((writer) => writer.completedName(word, place, others));
  }

  nestedKey(key: string): string | null {
    return this.text((writer) => writer.nestedKey(key));
  }

  comment(text: string): string | null {
    return this.text((writer) => writer.comment(text));
  }

  insertFrontmatter(fields: readonly (readonly [string, string])[]): Edits {
    return this.edits((writer) => writer.insertFrontmatter(fields));
  }

  insertField(key: string, text: string): Edits {
    return this.edits((writer) => writer.insertField(key, text));
  }

  insertWord(key: string, word: string): Edits {
    return this.edits((writer) => writer.insertWord(key, word));
  }

  removeField(entry: Entry): Edits {
    return this.edits((writer) => writer.removeField(entry));
  }

  renameKey(entry: Entry, key: string): Edits {
    return this.edits((writer) => writer.renameKey(entry, key));
  }

  setField(entry: Entry, value: NewValue): Edits {
    return this.edits((writer) => writer.setField(entry, value));
  }

  replaceValue(value: Pick<Value, 'kind' | 'span'>, by: NewScalar): Edits {
    return this.edits((writer) => writer.replaceValue(value, by));
  }

  addItem(path: Path, name: string): Edits {
    return this.edits((writer) => writer.addItem(path, name));
  }

  removeItem(path: Path): Edits {
    return this.edits((writer) => writer.removeItem(path));
  }

  removeName(value: StringValue, name: Span): Edits {
    return this.edits((writer) => writer.removeName(value, name));
  }

  replaceName(name: Span, text: string): Edits {
    return this.edits((writer) => writer.replaceName(name, text));
  }

  setNames(key: string, names: readonly string[]): Edits {
    return this.edits((writer) => writer.setNames(key, names));
  }

  inYaml(edits: readonly Edit[]): Edits {
    return this.edits((writer) => writer.inYaml(edits));
  }

  private text(ask: (writer: Writer) => string | null): string | null {
    const written = ask(this.first);
    return this.others.every((one) => ask(one) === written) ? written : null;
  }

  private edits(ask: (writer: Writer) => Edits): Edits {
    const written = ask(this.first);
    if (written === null) return null;
    const { text } = this.outline;
    const after = applyEdits(text, written);
    const isAgreed = this.others.every((one) => {
      const other = ask(one);
      return other !== null && applyEdits(text, other) === after;
    });
    return isAgreed && isSingleLines(this.outline, after) ? written : null;
  }
}

/**
 * Whether every field that a change wrote is one line for YAML as well: the next line may continue the value there, or be an item of
 * a list, while a line scanner reads another line.
 */
function isSingleLines(before: Outline, text: string): boolean {
  if (text === before.text) return true;
  const { fields, errors } = outlineOf(text, before.form);
  if (errors.length > before.errors.length) return false;
  const changed = difference(before.text, text).map(({ span, text: inserted }) => ({
    start: span.start,
    end: span.start + inserted.length,
  }));
  return fields.every(
    ({ keySpan, value, span }) =>
      !changed.some((one) => overlaps(span, one)) ||
      (isPlain(value) &&
        !slice(text, { start: keySpan.start, end: value.span.end }).includes('\n')),
  );
}

const isPlain = (value: Value): boolean =>
  value.kind === 'text' ? value.style === 'plain' : value.kind !== 'list' && value.kind !== 'map';

/** Whether every syntax reads the value of the line as the same string, number or boolean. */
function isReadAlike(line: string): boolean {
  const value = line.slice(line.indexOf(':') + 1).trim();
  const isLiteral = value === '' || /^(?:true|false|\d+)$/.test(value);
  return line.startsWith('#') || isLiteral || isSafePlain(value);
}
