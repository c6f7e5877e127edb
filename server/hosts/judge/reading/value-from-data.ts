// The parser returns data without spans. They are looked up by path in the tolerant tree of the same text; a value that
// the tree lacks gets the smallest span around it.

import type { Span } from '../../../text/span';
import { type Entry, entryOf, type Value } from '../../../yaml/value';
import type { Tree } from './written-tree';

/** More than any real file has. Aliases can multiply a few lines to millions of values. */
const maxNodes = 20_000;
const maxDepth = 200;

/** Thrown inside this file only, if there are too many values or they are nested too deeply. */
class LimitExceeded extends Error {}

interface Places {
  readonly tree: Tree;
  readonly around: Span;
  readonly text: string;
}

/** The value with spans, or null if there are too many values or they are nested too deeply. */
export function valueFrom(
  data: unknown,
  { tree: { root, back }, around, text }: Places,
): Value | null {
  let nodes = 0;
  const convert = (datum: unknown, node: Value | undefined, outer: Span, depth: number): Value => {
    if (++nodes > maxNodes || depth > maxDepth) throw new LimitExceeded();
    const span = node ? back(node.span) : outer;
    if (Array.isArray(datum)) {
      const items = datum.map((item, i) =>
        convert(item, node?.kind === 'list' ? node.items[i] : undefined, span, depth + 1),
      );
      return { kind: 'list', items, flow: node?.kind === 'list' && node.flow, span };
    }
    if (isMap(datum)) {
      const under = node?.kind === 'map' ? node.entries : [];
      const entries = Object.entries(datum).map(([key, inner]): Entry => {
        const place = entryOf(under, key);
        const whole = place ? back(place.span) : span;
        const value = convert(inner, place?.value, whole, depth + 1);
        return { key, keySpan: place ? back(place.keySpan) : span, value, span: whole };
      });
      return { kind: 'map', entries, flow: node?.kind === 'map' && node.flow, span };
    }
    return scalar(datum, node, span, text);
  };
  try {
    return convert(data, root ?? undefined, around, 0);
  } catch (error) {
    if (error instanceof LimitExceeded) return null;
    throw error;
  }
}

/** Binary data counts as a map of its bytes, as in the host. */
const isMap = (datum: unknown): datum is object =>
  typeof datum === 'object' && datum !== null && !(datum instanceof Date);

function scalar(datum: unknown, node: Value | undefined, span: Span, text: string): Value {
  const source =
    node && node.kind !== 'map' && node.kind !== 'list' ? text.slice(span.start, span.end) : null;
  if (typeof datum === 'number')
    return { kind: 'number', number: datum, source: source ?? String(datum), span };
  if (typeof datum === 'boolean')
    return { kind: 'boolean', boolean: datum, source: source ?? String(datum), span };
  // The fence `---valueOf` returns a function, because languages are looked up in a plain object. It breaks the list of
  // agents as NaN does.
  if (typeof datum === 'function') return { kind: 'number', number: Number.NaN, source: '', span };
  if (datum === null || datum === undefined) return { kind: 'null', source: source ?? '', span };
  if (datum instanceof Date) {
    return { kind: 'date', iso: Number.isNaN(datum.getTime()) ? '' : datum.toISOString(), span };
  }
  return {
    kind: 'text',
    text: String(datum),
    style: node?.kind === 'text' ? node.style : 'plain',
    span,
  };
}

const day = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The parser reads an unquoted day as a date. A day that does not exist becomes one some days later. */
export function dateIn(value: Value): Value {
  if (value.kind !== 'text' || value.style !== 'plain') return value;
  const [, year, month, date] = day.exec(value.text) ?? [];
  if (date === undefined) return value;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return { kind: 'date', iso: new Date(time).toISOString(), span: value.span };
}
