// The frontmatter as Qwen Code reads it: with the package `yaml`, and where that reports an error or finds no map, line by line.
import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import type { Yaml } from '../../yaml/dialect';
import { isExcess } from '../../yaml/limits';
import { strictParser } from '../../yaml/parser-of-record';
import { type Entry, hasDuplicateKeys, mapEntrySpans, type Value } from '../../yaml/value';
import { simpleRoot } from '../judge/reading/simple-frontmatter';
import type { Flaw, UncheckedCode } from '../model/reading';
import { readLines } from './lenient';

export interface Head {
  readonly kind: 'read';
  readonly fields: readonly Entry[];
  readonly flaws: readonly Flaw[];
}

/** Too large, or one of the few texts of which the program's result is not certain. */
export interface UnknownHead {
  readonly kind: 'unknown';
  readonly why: 'too-large' | UncheckedCode;
}

/** The text between the fences, with LF line breaks. */
export interface HeadSource {
  readonly text: string;
  /** Where it is in the file. */
  readonly span: Span;
  /** Maps a span of the text to the file. */
  readonly back: (span: Span) => Span;
}

/** Fields about which the program asks its YAML parser alone, so that a null in them counts. */
const parserFields: ReadonlySet<string> = new Set(['executor', 'executionBackend']);

/** In a broken frontmatter, what happens to these fields depends on the place of the error. */
const asksParser = /^[ \t]*["']?(?:executor|executionBackend)["']?[ \t]*:/m;

export function parseFrontmatter(outline: Outline, source: HeadSource): Head | UnknownHead {
  const simple = outline.text.includes('\r') ? null : simpleRoot(outline, source.span);
  if (simple) return read(simple.entries, []);
  const { text, back } = source;
  const yaml = strictParser.parse(text, 0);
  if (yaml.errors.some(({ code }) => isExcess(code))) return { kind: 'unknown', why: 'too-large' };
  // A tag may turn a value into an object of another kind.
  if (yaml.errors.some(({ code }) => code === 'EXPLICIT_TAG'))
    return { kind: 'unknown', why: 'tagged-value' };
  const repeated = repeatedKey(yaml.root);
  const inFile = (entries: readonly Entry[]): readonly Entry[] =>
    entries.map((entry) => mapEntrySpans(entry, back));
  if (yaml.errors.length === 0 && !repeated && yaml.root?.kind === 'map')
    return read(inFile(yaml.root.entries), []);
  if (asksParser.test(text)) return { kind: 'unknown', why: 'disputed-yaml' };
  return read(inFile(readLines(text, 0)), flawsOf(outline, yaml, repeated, source));
}

const read = (fields: readonly Entry[], flaws: readonly Flaw[]): Head => ({
  kind: 'read',
  fields: fields
    .filter(({ key, value }) => isNotNull(value) || parserFields.has(key))
    .map(withoutNulls),
  flaws,
});

function flawsOf(
  outline: Outline,
  { root, errors }: Yaml,
  repeated: Entry | undefined,
  { span, back }: HeadSource,
): readonly Flaw[] {
  const [error] = errors;
  if (error) {
    // The tolerant parser reports the most frequent fault, an unquoted colon, more precisely.
    const [tolerant] = outline.errors;
    const at = tolerant?.span ?? back(error.span);
    const message = tolerant?.code ?? error.code;
    return [{ code: 'yaml-repaired', span: at, message, fatal: false }];
  }
  if (repeated) return [{ code: 'duplicate-key', span: back(repeated.keySpan), fatal: false }];
  return root ? [{ code: 'not-a-mapping', span, fatal: false }] : [];
}

/** The first key that occurs twice in one map. */
function repeatedKey(value: Value | null): Entry | undefined {
  if (value?.kind === 'list') {
    for (const item of value.items) {
      const found = repeatedKey(item);
      if (found) return found;
    }
  }
  if (value?.kind !== 'map') return undefined;
  const { entries } = value;
  if (hasDuplicateKeys(entries))
    return entries.find(({ key }, index) => entries.findIndex((one) => one.key === key) < index);
  for (const entry of entries) {
    const found = repeatedKey(entry.value);
    if (found) return found;
  }
  return undefined;
}

/** A null counts as absent, at every depth, except where the program asks its YAML parser alone. */
function withoutNulls(entry: Entry): Entry {
  return parserFields.has(entry.key) || !hasNull(entry.value)
    ? entry
    : { ...entry, value: withoutNull(entry.value) };
}

const hasNull = (value: Value): boolean =>
  value.kind === 'null' ||
  (value.kind === 'list' && value.items.some(hasNull)) ||
  (value.kind === 'map' && value.entries.some((entry) => hasNull(entry.value)));

function withoutNull(value: Value): Value {
  if (value.kind === 'list')
    return { ...value, items: value.items.filter(isNotNull).map(withoutNull) };
  if (value.kind !== 'map') return value;
  const entries = value.entries.filter((entry) => isNotNull(entry.value));
  return {
    ...value,
    entries: entries.map((entry) => ({ ...entry, value: withoutNull(entry.value) })),
  };
}

const isNotNull = ({ kind }: Value): boolean => kind !== 'null';
