// JSON with comments and trailing commas in the common form of values with offsets, so that the same visitors work on both.
import {
  extensionIn,
  type Fault,
  type Json,
  type JsonEntry,
  parseJsonc,
  parseTolerantly,
} from '../text/jsonc';
import { memoizeLast } from '../text/memoize-last';
import type { Span } from '../text/span';
import type { Entry, Value } from '../yaml/value';

const parsed = memoizeLast(parseJsonc);

const read = memoizeLast((text): { readonly root: Value } | { readonly fault: Fault } => {
  const json = parsed(text);
  return 'root' in json ? { root: valueOfJson(json.root) } : json;
});

/** Null if the text is not JSON. */
export function rootOfJson(text: string): Value | null {
  const found = read(text);
  return 'root' in found ? found.root : null;
}

/** Why there is no root; null where there is one. */
export function faultOfJson(text: string): Fault | null {
  const found = read(text);
  return 'fault' in found ? found.fault : null;
}

/** Why a text is not JSON without trailing commas, or without comments either; null where nothing is found. */
export const faultOfStrictJson = (text: string, allowsComments = false): Fault | null =>
  faultOfJson(text) ?? extensionIn(text, allowsComments);

/** Whether the text is JSON without comments and trailing commas. A byte order mark is accepted. */
export function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

/** What can be read of incomplete text. */
export const tolerantRootOfJson = memoizeLast((text): Value | null => {
  const json = parseTolerantly(text);
  return json && valueOfJson(json);
});

/** A key of which a later one with the same name counts. */
export interface ReplacedKey {
  readonly key: string;
  readonly keySpan: Span;
  /** The top-level entry with nothing but this key in it. */
  readonly alone: Entry;
}

/** Of maps in maps, in source order; none if the text is not JSON. */
export function replacedKeysOf(text: string): readonly ReplacedKey[] {
  const json = parsed(text);
  return 'root' in json ? replacedIn(json.root, (entry) => entry) : [];
}

/** @param around what makes a top-level entry of one in this map */
function replacedIn(map: Json, around: (entry: Entry) => Entry): readonly ReplacedKey[] {
  if (map.kind !== 'map') return [];
  const { span, entries } = map;
  return entries.flatMap((one, index): readonly ReplacedKey[] => {
    const { key, keySpan, value } = one;
    if (entries.some((other, at) => at > index && other.key === key))
      return [{ key, keySpan, alone: around(entryOfJson(one)) }];
    return replacedIn(value, (entry) =>
      around({
        ...entryOfJson(one),
        value: { kind: 'map', entries: [entry], flow: true, span },
      }),
    );
  });
}

const entryOfJson = ({ key, keySpan, value }: JsonEntry): Entry => ({
  key,
  keySpan,
  value: valueOfJson(value),
  span: { start: keySpan.start, end: value.span.end },
});

function valueOfJson(json: Json): Value {
  const { span } = json;
  if (json.kind === 'list')
    return { kind: 'list', items: json.items.map(valueOfJson), flow: true, span };
  if (json.kind === 'map') {
    // Of several keys with one name the last one counts.
    const last = new Map(json.entries.map((entry) => [entry.key, entry]));
    return { kind: 'map', entries: [...last.values()].map(entryOfJson), flow: true, span };
  }
  const { value } = json;
  if (typeof value === 'string') return { kind: 'text', text: value, style: 'double', span };
  const source = String(value);
  if (typeof value === 'number') return { kind: 'number', number: value, source, span };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value, source, span };
  return { kind: 'null', source, span };
}
