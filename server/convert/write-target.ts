// Writes the fields of the target into the text of the source. Comments, the order of keys and the style of values stay where a
// field is the same; where the source is not valid YAML, the frontmatter is written from scratch.
import { type Outline, outlineOf } from '../agent/outline';
import { writerFor } from '../agent/write-for';
import type { Edits, Syntax, Writer } from '../agent/writer';
import type { FieldValue } from '../hosts/model/conversion';
import { applyEdits } from '../text/edit';
import { scalar } from '../yaml/scalar';
import { type Entry, entryOf, plain, type Value } from '../yaml/value';

/** A field of the target. */
export interface PlannedField {
  readonly key: string;
  /** `keep` is the value of the source, as it is written there. */
  readonly value: FieldValue | { readonly kind: 'keep'; readonly of: Value };
  /** The field of the source whose place it takes; null for a new one. */
  readonly from: string | null;
  /** Belongs at the top of the frontmatter. */
  readonly isFirst?: true;
}

/**
 * The text with exactly these fields; null where the syntax cannot express one of them. Without a byte order mark, before which
 * some programs find no frontmatter.
 */
export function writeInPlace(
  { text, bom, fields, shape, errors, language }: Outline,
  planned: readonly PlannedField[],
  syntax: Syntax,
): string | null {
  // A host that reads lines would read what is left of a value of several.
  const isInLines =
    syntax !== 'line-scanner' ||
    fields.every(({ span }) => !text.slice(span.start, span.end).trimEnd().includes('\n'));
  const isEditable = shape === 'closed' && errors.length === 0 && language === '' && isInLines;
  const keys = fields.map(({ key }) => key);
  if (!isEditable || new Set(keys).size < keys.length) return null;
  let now: string | null = bom ? text.slice(1) : text;
  const apply = (change: (writer: Writer) => Edits): void => {
    now = now === null ? null : changed(now, syntax, change);
  };
  // Removed first, so that a renamed field never meets another of the same name.
  for (const key of keys)
    if (!planned.some(({ from }) => from === key))
      apply((writer) => onField(writer, key, (entry) => writer.removeField(entry)));
  for (const { key, from, value } of planned) {
    if (from === null) continue;
    if (value.kind !== 'keep')
      apply((writer) => onField(writer, from, (entry) => put(writer, entry, value)));
    if (key !== from)
      apply((writer) => onField(writer, from, (entry) => writer.renameKey(entry, key)));
  }
  for (const field of planned)
    if (field.from === null && now !== null) now = withField(now, field, syntax);
  return now;
}

/** A new frontmatter before the prompt. */
export function writeAfresh(
  { eol }: Pick<Outline, 'eol'>,
  prompt: string,
  planned: readonly PlannedField[],
  syntax: Syntax,
): string | null {
  const body = prompt.trim().replaceAll('\r\n', '\n');
  let now: string | null = `---\n---\n\n${body}\n`;
  for (const { isFirst: _, ...field } of planned)
    if (now !== null) now = withField(now, field, syntax);
  if (now === null) return null;
  return eol === '\r\n' ? now.replaceAll('\n', '\r\n') : now;
}

/** A whole file of fields only, of which one is the prompt. Null where a value cannot be expressed in TOML. */
export function writeToml(planned: readonly PlannedField[]): string | null {
  let now: string | null = '';
  for (const { isFirst: _, ...field } of planned)
    if (now !== null) now = withField(now, field, 'toml');
  return now;
}

/** The text with a value of the field in double quotes, which every parser reads alike. */
export const quotedField = (
  text: string,
  key: string,
  value: string,
  syntax: Syntax,
): string | null =>
  syntax === 'toml'
    ? null
    : changed(text, syntax, (writer) =>
        onField(writer, key, (entry) =>
          writer.replaceValue(entry.value, { word: scalar(value, 'double') }),
        ),
      );

function changed(text: string, syntax: Syntax, change: (writer: Writer) => Edits): string | null {
  const outline = outlineOf(text, syntax === 'toml' ? 'toml' : 'markdown');
  const edits = change(writerFor(outline, [syntax]));
  return edits === null ? null : applyEdits(text, edits);
}

function onField(writer: Writer, key: string, change: (entry: Entry) => Edits): Edits {
  const entry = entryOf(writer.outline.fields, key);
  return entry ? change(entry) : null;
}

function withField(text: string, field: PlannedField, syntax: Syntax): string | null {
  const { key, value, isFirst } = field;
  const inserted = changed(text, syntax, (writer) => {
    const { head, eol } = writer.outline;
    if (!isFirst) return writer.insertField(key, 'x');
    return writer.inYaml([
      { span: { start: head.start, end: head.start }, text: `${key}: x${eol}` },
    ]);
  });
  if (inserted === null) return null;
  return changed(inserted, syntax, (writer) =>
    onField(writer, key, (entry) =>
      value.kind === 'keep' ? putCopy(writer, entry, value.of) : put(writer, entry, value),
    ),
  );
}

function put(writer: Writer, entry: Entry, value: FieldValue): Edits {
  switch (value.kind) {
    case 'text':
      return writer.replaceValue(entry.value, { text: value.text });
    case 'literal':
      return writer.replaceValue(entry.value, { word: value.word });
    case 'names':
      return putNames(writer, entry, value);
    case 'map':
      return writer.setField(entry, { pairs: value.pairs });
    case 'block': {
      const start = entry.keySpan.end + 1;
      const { eol } = writer.outline;
      return writer.inYaml([
        { span: { start, end: entry.value.span.end }, text: value.yaml.replaceAll('\n', eol) },
      ]);
    }
  }
}

/** Names in the form that the source has, where the host accepts it. */
function putNames(
  writer: Writer,
  entry: Entry,
  { names, form }: Extract<FieldValue, { kind: 'names' }>,
): Edits {
  const { value } = entry;
  if (names.length === 0) return writer.setField(entry, { names, form: 'flow' });
  if (value.kind === 'list')
    return writer.setField(entry, { names, form: value.flow ? 'flow' : 'block' });
  return form === 'comma'
    ? writer.setField(entry, { names, form: 'commas' })
    : writer.setField(entry, { names, form: 'flow' });
}

/** Lists and maps as JSON, which is YAML too. */
function putCopy(writer: Writer, entry: Entry, value: Value): Edits {
  if (value.kind === 'text') return writer.replaceValue(entry.value, { text: value.text });
  return writer.replaceValue(entry.value, { word: JSON.stringify(plain(value)) });
}
