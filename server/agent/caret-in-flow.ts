// The caret between the brackets of a flow collection.
import { type Span, touches } from '../text/span';
import type { Path } from '../yaml/value';
import { type Cell, type FlowPlace, type FlowToken, flowPlaceAt } from './caret-flow';
import { lineStart, unquoted } from './caret-lines';
import type { Caret, QuoteMark } from './caret-types';

/** @param path the path of the collection at `span`. */
export function inFlow(text: string, path: Path, span: Span, at: number): Caret {
  const place = flowPlaceAt(text, span.start, span.end, at);
  const cell = place?.cells[place.index];
  if (!place || !cell) return { in: 'after', path };
  if (place.comment) return { in: 'comment', span: place.comment };
  const base = [...path, ...place.path];
  const below = place.kind === 'list' ? [...base, place.index] : base;
  if (place.kind === 'list' && cell.colon < 0) return inItem(text, place, cell, below, at);
  if (cell.colon >= 0 && at > cell.colon) return inMapValue(text, cell, below, at);
  return inKey(text, place, cell, below, at);
}

function inItem(text: string, place: FlowPlace, cell: Cell, path: Path, at: number): Caret {
  const token = tokenAt(cell, at);
  if (!token) return { in: 'after', path };
  const others = place.cells.flatMap((one, index) =>
    index !== place.index && one.value ? [textOf(text, one.value)] : [],
  );
  return {
    in: 'value',
    path,
    ...written(text, token),
    form: 'flow-list',
    before: '',
    item: { index: place.index, others },
  };
}

function inMapValue(text: string, cell: Cell, below: Path, at: number): Caret {
  const path = [...below, cell.key ? textOf(text, cell.key) : ''];
  const token = tokenAt(cell, at);
  if (!token) return { in: 'after', path };
  return {
    in: 'value',
    path,
    ...written(text, token),
    form: 'flow-map',
    before: at === cell.colon + 1 ? ' ' : '',
  };
}

function inKey(text: string, place: FlowPlace, cell: Cell, path: Path, at: number): Caret {
  const key = cell.key ?? cell.value;
  const token = tokenAt({ ...cell, value: key, inner: cell.key ? null : cell.inner }, at);
  if (!token) return { in: 'after', path };
  const siblings =
    place.kind === 'list' ? [] : place.cells.flatMap((one) => keyOf(text, one, cell));
  return {
    in: 'key',
    path,
    ...written(text, token),
    hasColon: cell.colon >= 0,
    siblings,
    indent: at - lineStart(text, at),
    flow: true,
  };
}

function keyOf(text: string, cell: Cell, except: Cell): string[] {
  const key = cell.key ?? (cell.colon < 0 ? cell.value : null);
  return cell !== except && key ? [textOf(text, key)] : [];
}

interface Token {
  readonly span: Span;
  readonly quote: QuoteMark;
}

/** The token at the caret, which may be empty; null after a complete value. */
function tokenAt({ value, inner }: Cell, at: number): Token | null {
  const nothing: Token = { span: { start: at, end: at }, quote: '' };
  if (inner) return null;
  if (!value || at < value.outer.start) return nothing;
  if (touches(value.span, at)) return value;
  if (at === value.outer.start) return { span: value.outer, quote: '' };
  if (value.quote) return null;
  return { span: { start: value.span.start, end: at }, quote: '' };
}

const written = (text: string, { span, quote }: Token) => ({
  token: span,
  text: text.slice(span.start, span.end),
  quote,
});

const textOf = (text: string, { span, quote }: FlowToken): string =>
  unquoted(text.slice(span.start, span.end), quote);
