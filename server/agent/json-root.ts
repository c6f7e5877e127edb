// JSON with comments and trailing commas in the common form of values with offsets, so that the same visitors work on both.
import { extensionIn, type Fault, type Json, parseJsonc, parseTolerantly } from '../text/jsonc';
import { memoizeLast } from '../text/memoize-last';
import type { Value } from '../yaml/value';

const read = memoizeLast((text): { readonly root: Value } | { readonly fault: Fault } => {
  const json = parseJsonc(text);
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
