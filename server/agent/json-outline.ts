// Agents that are entries of a configuration file in JSON, with comments and trailing commas. Each has an outline of its own, whose
// offsets are those of the file.
import { type Json, parseJsonc, parseTolerantly } from '../text/jsonc';
import type { Entry, Value } from '../yaml/value';
import type { Outline } from './outline';

/** Where an agent is in a configuration file: below a key at the top, under its name. */
export interface EntryPath {
  readonly key: string;
  readonly name: string;
}

/** Null if the text is not JSON. */
export function rootOfJson(text: string): Value | null {
  const read = parseJsonc(text);
  return 'root' in read ? valueOfJson(read.root) : null;
}

/** What can be read of a text that is being typed. */
export function tolerantRootOfJson(text: string): Value | null {
  const json = parseTolerantly(text);
  return json && valueOfJson(json);
}

/** The agents below a key, in source order, each once. Of several keys with one name the last one counts. */
export function entriesBelow(root: Value | null, key: string): readonly Entry[] {
  const holder =
    root?.kind === 'map' ? root.entries.findLast((one) => one.key === key)?.value : null;
  if (holder?.kind !== 'map') return [];
  return holder.entries;
}

/** The outline of one agent, also in a text that is being typed. Without such an entry it is empty. */
export function entryOutline(text: string, path: EntryPath): Outline {
  const root = configurationRoot(text);
  return outlineOfEntry(
    text,
    entriesBelow(root, path.key).find(({ key }) => key === path.name),
  );
}

/** @param entry the name of the agent with its fields. */
function outlineOfEntry(text: string, entry: Entry | undefined): Outline {
  const end = { start: text.length, end: text.length };
  const value = entry?.value;
  return {
    text,
    form: 'json',
    bom: text.charCodeAt(0) === 0xfeff,
    eol: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n',
    shape: 'closed',
    opening: entry?.keySpan ?? null,
    language: '',
    closing: null,
    head: value?.span ?? end,
    // The prompt is a string with escapes, so rules on the text of a prompt cannot read it.
    body: end,
    root: value ?? null,
    fields: value?.kind === 'map' ? value.entries : [],
    errors: [],
    isSimple: false,
  };
}

/** The texts of the last few documents, because each agent of a file asks for the tree. */
const roots = new Map<string, Value | null>();
const maxRoots = 4;

/** The whole configuration, also of a text that is being typed. */
export function configurationRoot(text: string): Value | null {
  const known = roots.get(text);
  if (known !== undefined) return known;
  if (roots.size >= maxRoots) roots.clear();
  const root = rootOfJson(text) ?? tolerantRootOfJson(text);
  roots.set(text, root);
  return root;
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
