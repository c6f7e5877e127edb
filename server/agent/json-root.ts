// JSON with comments and trailing commas in the common form of values with offsets, so that the same visitors work on both.
import { type Json, parseJsonc, parseTolerantly } from '../text/jsonc';
import { memoizeLast } from '../text/memoize-last';
import type { Value } from '../yaml/value';

/** Null if the text is not JSON. */
export const rootOfJson = memoizeLast((text): Value | null => {
  const read = parseJsonc(text);
  return 'root' in read ? valueOfJson(read.root) : null;
});

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
