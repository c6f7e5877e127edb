// The outline of a document: the fields of its frontmatter with their values, and the headings of the prompt.
import { type Heading, headingsOf } from '../agent/headings';
import type { Outline } from '../agent/outline';
import { oneLine } from '../text/one-line';
import { covers, type Span } from '../text/span';
import type { Entry, Value } from '../yaml/value';

export interface OutlineSymbol {
  readonly name: string;
  /** The value, shortened. */
  readonly detail: string;
  readonly kind: 'field' | 'key' | 'heading';
  /** The whole symbol, including its children. */
  readonly span: Span;
  /** Its name; always inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

export interface SymbolOptions {
  /** False where the editor shows the headings of Markdown files itself. */
  readonly headings?: boolean;
}

/** Fields first, nested as they are written, then headings, nested by level. */
export function documentSymbols(
  outline: Outline,
  { headings = true }: SymbolOptions = {},
): readonly OutlineSymbol[] {
  const fields = outline.fields.map((entry) => fieldSymbol(entry, 'field', 0));
  const sections = headings ? nested(headingsOf(outline)) : [];
  return outline.form === 'toml'
    ? inPrompt(fields, outline.body, sections)
    : [...fields, ...sections];
}

/** In TOML the prompt is the value of a field, so its headings are part of that field. */
const inPrompt = (
  fields: readonly OutlineSymbol[],
  prompt: Span,
  sections: readonly OutlineSymbol[],
): readonly OutlineSymbol[] =>
  fields.map((field) =>
    sections.length > 0 && covers(field.span, prompt)
      ? { ...field, detail: '', children: sections }
      : field,
  );

const maxDepth = 20;

function fieldSymbol(
  { key, keySpan, span, value }: Entry,
  kind: 'field' | 'key',
  depth: number,
): OutlineSymbol {
  const children = depth < maxDepth ? childrenOf(value, depth + 1) : [];
  const whole = {
    start: span.start,
    end: Math.max(span.end, ...children.map((child) => child.span.end)),
  };
  return {
    name: key === '' ? '""' : key,
    detail: children.length > 0 ? '' : detailOf(value),
    kind,
    span: covers(whole, keySpan) ? whole : keySpan,
    selection: keySpan,
    children: children.filter((child) => covers(whole, child.span)),
  };
}

function childrenOf(value: Value, depth: number): OutlineSymbol[] {
  if (value.kind === 'map') return value.entries.map((entry) => fieldSymbol(entry, 'key', depth));
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item) => (item.kind === 'map' ? childrenOf(item, depth) : []));
}

function detailOf(value: Value): string {
  switch (value.kind) {
    case 'text':
      return oneLine(value.text, 80);
    case 'list':
      return oneLine(value.items.slice(0, 20).map(detailOf).join(', '), 80);
    case 'map':
      return '';
    case 'date':
      return value.iso;
    default:
      return value.source;
  }
}

interface Open {
  readonly level: number;
  readonly symbol: OutlineSymbol & { readonly children: OutlineSymbol[] };
}

function nested(headings: readonly Heading[]): OutlineSymbol[] {
  const top: OutlineSymbol[] = [];
  const open: Open[] = [];
  for (const { level, text, span, section } of headings) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const symbol = {
      name: text === '' ? '#'.repeat(level) : text,
      detail: '',
      kind: 'heading' as const,
      span: section,
      selection: span,
      children: [],
    };
    (open.at(-1)?.symbol.children ?? top).push(symbol);
    open.push({ level, symbol });
  }
  return top;
}
