// Converts JSON to the common form of values with offsets, so that the same visitors work on both.

import type { Json } from '../../text/jsonc';
import type { Value } from '../../yaml/value';

export function valueOfJson(json: Json): Value {
  const { span } = json;
  if (json.kind === 'list')
    return { kind: 'list', items: json.items.map(valueOfJson), flow: true, span };
  if (json.kind === 'map') {
    const entries = json.entries.map(({ key, keySpan, value }) => ({
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
