// Agents that are entries of a configuration file in JSON, with comments and trailing commas. Each has an outline of its own, whose
// offsets are those of the file. An agent may also be a whole file.

import { type Json, parseJsonc, parseTolerantly } from '../text/jsonc';
import type { Span } from '../text/span';
import type { Entry, Value } from '../yaml/value';
import type { Outline } from './outline';

/** Where an agent is in a configuration file: below a key at the top, under its name. */
export interface EntryPath {
  readonly key: string;
  readonly name: string;
}

/** Null if the text is not JSON. */
export const rootOfJson = ofLastTexts((text) => {
  const read = parseJsonc(text);
  return 'root' in read ? valueOfJson(read.root) : null;
});

/** What can be read of incomplete text. */
export const tolerantRootOfJson = ofLastTexts((text) => {
  const json = parseTolerantly(text);
  return json && valueOfJson(json);
});

/** Caches the last few trees, because the names of a file, its agents and the outline of each are read from one. */
function ofLastTexts(read: (text: string) => Value | null): (text: string) => Value | null {
  const roots = new Map<string, Value | null>();
  const maxRoots = 4;
  return (text) => {
    const known = roots.get(text);
    if (known !== undefined) return known;
    const [oldest] = roots.keys();
    if (roots.size >= maxRoots && oldest !== undefined) roots.delete(oldest);
    const root = read(text);
    roots.set(text, root);
    return root;
  };
}

/** The agents below a key, in source order, each once. Of several keys with one name the last one counts. */
export function entriesBelow(root: Value | null, key: string): readonly Entry[] {
  const holder =
    root?.kind === 'map' ? root.entries.findLast((one) => one.key === key)?.value : null;
  if (holder?.kind !== 'map') return [];
  return holder.entries;
}

/** The outline of one agent, also in incomplete text. Without such an entry it is empty. */
export function entryOutline(text: string, path: EntryPath): Outline {
  const root = rootOfJson(text) ?? tolerantRootOfJson(text);
  return outlineOfEntry(
    text,
    entriesBelow(root, path.key).find(({ key }) => key === path.name),
  );
}

/** The outline of a file that is one agent, also of incomplete text. */
export const objectOutline = (text: string): Outline =>
  outlineOfValue(text, rootOfJson(text) ?? tolerantRootOfJson(text), null);

/** @param entry the name of the agent with its fields. */
const outlineOfEntry = (text: string, entry: Entry | undefined): Outline =>
  outlineOfValue(text, entry?.value ?? null, entry?.keySpan ?? null);

function outlineOfValue(text: string, value: Value | null, name: Span | null): Outline {
  const end = { start: text.length, end: text.length };
  return {
    text,
    form: 'json',
    bom: text.charCodeAt(0) === 0xfeff,
    eol: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n',
    shape: 'closed',
    opening: name,
    language: '',
    closing: null,
    head: value?.span ?? end,
    // The prompt is a string with escapes, so rules on the text of a prompt cannot read it.
    body: end,
    root: value,
    fields: value?.kind === 'map' ? value.entries : [],
    errors: [],
    isSimple: false,
  };
}

// Converts JSON to the common form of values with offsets, so that the same visitors work on both.
function valueOfJson(json: Json): Value {
  const { span } = json;
  if (json.kind === 'list')
    return { kind: 'list', items: json.items.map(valueOfJson), flow: true, span };
  if (json.kind === 'map') {
    // Of several keys with one name the last one counts.
    const last = new Map(json.entries.map((entry) => [entry.key, entry]));
    const entries = [...last.values()].map(({ key, keySpan, value }) => ({
      key,
      keySpan,
      value: valueOfJson(value),
      span: { start: keySpan.start, end: value.span.end },
    }));
    return { kind: 'map', entries, flow: true, span };
  }
  const { value } = json;
  if (typeof value === 'string') return { kind: 'text', text: value, style: 'double', span };
  const source = String(value);
  if (typeof value === 'number') return { kind: 'number', number: value, source, span };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value, source, span };
  return { kind: 'null', source, span };
}
