// The caret in `[...]` and `{...}`. Brackets and quotes need not be closed.
import { type Span, touches } from '../text/span';
import type { Path } from '../yaml/value';
import { closingQuote, isBlank, isQuote, lineStart, trimSpaces, unquoted } from './caret-lines';
import type { Caret, QuoteMark } from './caret-types';

/** A scalar as written. `span` is without its quotes, `outer` with them. */
export interface FlowToken {
  readonly span: Span;
  readonly outer: Span;
  readonly quote: '' | '"' | "'";
}

/** The content between two commas. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly key: FlowToken | null;
  readonly colon: number;
  readonly value: FlowToken | null;
  /** The span of a nested collection that is the value. */
  readonly inner: Span | null;
}

/** The position of the caret in the innermost collection around it. */
export interface FlowPlace {
  readonly kind: 'list' | 'map';
  /** The path below the outermost collection. */
  readonly path: readonly (string | number)[];
  readonly cells: readonly Cell[];
  /** The index of the cell with the caret. */
  readonly index: number;
  readonly comment: Span | null;
}

interface OpenCell {
  start: number;
  end: number;
  key: FlowToken | null;
  colon: number;
  value: FlowToken | null;
  inner: { start: number; end: number } | null;
}

interface Frame {
  readonly kind: 'list' | 'map';
  readonly start: number;
  readonly cells: OpenCell[];
}

/** The offset after the bracket that closes the one at `start`; -1 where it is not closed. */
export function endOfFlow(text: string, start: number, limit: number): number {
  const walk = new FlowWalk(text, start, limit, -1);
  return walk.run();
}

/** The position of the caret in the collection at `start`; null if it is before or after it. */
export function flowPlaceAt(
  text: string,
  start: number,
  limit: number,
  caret: number,
): FlowPlace | null {
  const walk = new FlowWalk(text, start, limit, caret);
  walk.run();
  return walk.found;
}

class FlowWalk {
  found: FlowPlace | null = null;
  private readonly frames: Frame[] = [];
  private inComment: Span | null = null;
  private readonly text: string;
  private readonly start: number;
  private readonly limit: number;
  private readonly caret: number;

  constructor(text: string, start: number, limit: number, caret: number) {
    this.text = text;
    this.start = start;
    this.limit = limit;
    this.caret = caret;
  }

  run(): number {
    const { text, limit } = this;
    for (let at = this.start; at < limit; ) {
      const char = text.charAt(at);
      if (char === '[' || char === '{') this.open(char === '[' ? 'list' : 'map', at++);
      else if (char === ']' || char === '}') {
        this.close(at++);
        if (this.frames.length === 0) return at;
      } else if (char === ',') this.next(at++);
      else if (char === ':' && this.isColon(at)) this.colon(at++);
      else if (char === '#' && this.isComment(at)) at = this.comment(at);
      else if (isQuote(char)) at = this.quoted(at, char);
      else if (isSpace(text.charCodeAt(at))) at++;
      else at = this.plain(at);
    }
    while (this.frames.length > 0) this.close(limit);
    return -1;
  }

  private get cell(): OpenCell | undefined {
    return this.frames.at(-1)?.cells.at(-1);
  }

  private open(kind: 'list' | 'map', at: number): void {
    const { cell } = this;
    if (cell && !cell.value) cell.inner ??= { start: at, end: this.limit };
    this.frames.push({ kind, start: at, cells: [emptyCell(at + 1)] });
  }

  private close(at: number): void {
    const frame = this.frames.at(-1);
    const last = frame?.cells.at(-1);
    if (!frame || !last) return;
    last.end = at;
    if (!this.found && frame.start < this.caret && this.caret <= at) this.take(frame);
    this.frames.pop();
    const { cell } = this;
    if (cell?.inner) cell.inner.end = Math.min(at + 1, this.limit);
  }

  private take(frame: Frame): void {
    const index = frame.cells.findIndex((cell) => this.caret <= cell.end);
    const path: (string | number)[] = [];
    for (const { kind, cells } of this.frames.slice(0, -1)) {
      if (kind === 'list') path.push(cells.length - 1);
      const key = cells.at(-1)?.key;
      if (key) path.push(unquoted(this.text.slice(key.span.start, key.span.end), key.quote));
      else if (kind === 'map') path.push('');
    }
    const { kind, cells } = frame;
    this.found = { kind, path, cells, index: Math.max(0, index), comment: this.inComment };
  }

  private next(at: number): void {
    const frame = this.frames.at(-1);
    const { cell } = this;
    if (!frame || !cell) return;
    cell.end = at;
    frame.cells.push(emptyCell(at + 1));
  }

  /** A colon separates key and value before white space or a bracket, and always after a quoted key. */
  private isColon(at: number): boolean {
    const { cell } = this;
    if (!cell || cell.colon >= 0) return false;
    if (cell.value?.quote) return true;
    const code = this.text.charCodeAt(at + 1);
    return at + 1 >= this.limit || isSpace(code) || ',[]{}'.includes(this.text.charAt(at + 1));
  }

  private colon(at: number): void {
    const { cell } = this;
    if (!cell) return;
    cell.key = cell.value ?? {
      span: { start: at, end: at },
      outer: { start: at, end: at },
      quote: '',
    };
    cell.value = null;
    cell.colon = at;
  }

  private isComment(at: number): boolean {
    return isSpace(this.text.charCodeAt(at - 1));
  }

  private comment(at: number): number {
    const lf = this.text.indexOf('\n', at);
    const end = lf < 0 || lf > this.limit ? this.limit : lf;
    if (this.caret > at && this.caret <= end) this.inComment = { start: at, end };
    return end;
  }

  /** An unclosed quote ends with its line, before the closing bracket of the list if there is one. */
  private quoted(at: number, quote: '"' | "'"): number {
    const line = this.endOfLine(at);
    const close = closingQuote(this.text, at, line);
    if (close >= 0) {
      this.scalar({
        span: { start: at + 1, end: close },
        outer: { start: at, end: close + 1 },
        quote,
      });
      return close + 1;
    }
    const end = Math.max(at + 1, this.beforeBracket(at + 1, line));
    this.scalar({ span: { start: at + 1, end }, outer: { start: at, end }, quote });
    return end;
  }

  private beforeBracket(from: number, line: number): number {
    let end = trimSpaces(this.text, from, line);
    while (end > from && ']},'.includes(this.text.charAt(end - 1))) end--;
    return end;
  }

  private plain(from: number): number {
    const { text } = this;
    const line = this.endOfLine(from);
    let at = from + 1;
    while (at < line && !this.endsPlain(at)) at++;
    const span = { start: from, end: trimSpaces(text, from, at) };
    this.scalar({ span, outer: span, quote: '' });
    return at;
  }

  private endsPlain(at: number): boolean {
    const char = this.text.charAt(at);
    if (',[]{}'.includes(char)) return true;
    if (char === '#') return isBlank(this.text.charCodeAt(at - 1));
    return char === ':' && this.isColonInPlain(at);
  }

  private isColonInPlain(at: number): boolean {
    const next = this.text.charAt(at + 1);
    return at + 1 >= this.limit || isSpace(next.charCodeAt(0)) || ',[]{}'.includes(next);
  }

  /** Of adjacent scalars without a comma, the later one counts if the caret is in it: it is being typed. */
  private scalar(token: FlowToken): void {
    const { cell } = this;
    if (!cell) return;
    const isTouched = token.outer.start <= this.caret && this.caret <= token.outer.end;
    if (!cell.value || isTouched) cell.value = token;
  }

  private endOfLine(at: number): number {
    const lf = this.text.indexOf('\n', at);
    const end = lf < 0 || lf > this.limit ? this.limit : lf;
    return end > at && this.text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }
}

const isSpace = (code: number): boolean => isBlank(code) || code === 10 || code === 13;

const emptyCell = (start: number): OpenCell => ({
  start,
  end: start,
  key: null,
  colon: -1,
  value: null,
  inner: null,
});

// The caret between the brackets of a flow collection.

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
