// The caret in a frontmatter: which key, value, item or empty line of the sketch it is in.
import type { Span } from '../text/span';
import { inFlow } from './caret-flow';
import { lineStart, unquoted } from './caret-lines';
import { sketchOf } from './caret-sketch';
import type { Caret, KeyCaret, QuoteMark, ValueCaret } from './caret-types';
import type { Outline } from './outline';
import type { Level, Sketch, Slot } from './sketch-types';

/** @param at an offset between the fences. */
export function inHead(outline: Outline, at: number): Caret {
  const sketch = sketchOf(outline);
  const comment = sketch.comments.find(({ start, end }) => start < at && at <= end);
  if (comment) return { in: 'comment', span: comment };
  const slot = sketch.slots.findLast(({ start }) => start <= at);
  if (slot && at <= slot.end) return inSlot(outline.text, slot, at);
  return onEmptyLine(outline, sketch, slot, at);
}

function inSlot(text: string, slot: Slot, at: number): Caret {
  const { content, key } = slot;
  const { comment } = content;
  if (comment && comment.start < at && at <= comment.end) return { in: 'comment', span: comment };
  if (key && (at < slot.after || !slot.hasColon)) return inKey(text, slot, key, at);
  switch (content.form) {
    case 'nested':
      return newKey(at, { path: slot.path, indent: slot.indent });
    case 'none':
      return inValue(text, slot, { start: at, end: at }, '', at);
    case 'plain':
      return at < content.span.start
        ? inValue(text, slot, { start: at, end: at }, '', at)
        : inValue(text, slot, extendedTo(content.span, at), '', at);
    case 'quoted':
      return inQuoted(text, slot, content, at);
    case 'flow':
      return inFlow(text, slot.path, content.span, at);
    case 'block':
      return inBlock(text, slot, content, at);
  }
}

function inKey(text: string, slot: Slot, key: NonNullable<Slot['key']>, at: number): KeyCaret {
  const { level } = slot;
  const isInside = key.span.start <= at && at <= key.span.end;
  const span = isInside ? key.span : extendedTo(key.outer, at);
  return {
    in: 'key',
    path: level.path,
    token: span,
    text: isInside ? key.text : text.slice(span.start, span.end),
    quote: isInside ? key.quote : '',
    hasColon: slot.hasColon,
    siblings: keysOf(level, slot),
    indent: slot.indent,
    flow: false,
    ...(slot.opens ? { isTable: true } : {}),
    ...(level.sibling ? { items: itemsOf(text, level.sibling, undefined) } : {}),
  };
}

function inQuoted(
  text: string,
  slot: Slot,
  { span, inner, quote }: Extract<Slot['content'], { form: 'quoted' }>,
  at: number,
): Caret {
  if (inner.start <= at && at <= inner.end) return inValue(text, slot, inner, quote, at);
  if (at < span.start) return inValue(text, slot, { start: at, end: at }, '', at);
  return at === span.start ? inValue(text, slot, span, '', at) : { in: 'after', path: slot.path };
}

function inBlock(
  text: string,
  slot: Slot,
  { header, span }: Extract<Slot['content'], { form: 'block' }>,
  at: number,
): Caret {
  if (at < header.start) return inValue(text, slot, { start: at, end: at }, '', at);
  if (at <= header.end) return blockScalar(text, slot, header);
  return at < span.start
    ? { in: 'after', path: slot.path }
    : blockScalar(text, slot, extendedTo(span, at));
}

const blockScalar = (text: string, slot: Slot, token: Span): ValueCaret => ({
  in: 'value',
  path: slot.path,
  token,
  text: text.slice(token.start, token.end),
  quote: '',
  form: 'block-scalar',
  before: '',
});

function inValue(text: string, slot: Slot, token: Span, quote: QuoteMark, at: number): ValueCaret {
  const { level, path } = slot;
  const index = path.at(-1);
  const isItem = level.kind === 'list' && typeof index === 'number';
  return {
    in: 'value',
    path,
    token,
    text: text.slice(token.start, token.end),
    quote,
    form: isItem ? 'block-list' : 'scalar',
    before: at === slot.after ? ' ' : '',
    ...(isItem ? { item: { index, others: itemsOf(text, level, slot) } } : {}),
  };
}

/** An empty line, or the spaces before a key: indentation determines what it belongs to. */
function onEmptyLine(
  { text, head, form }: Outline,
  sketch: Sketch,
  before: Slot | undefined,
  at: number,
): Caret {
  if (form === 'toml') {
    const { path, slots } = before?.opens ?? before?.level ?? sketch.root;
    const siblings = slots.flatMap(({ key }) => key?.text ?? []);
    return newKey(at, { path, indent: 0, siblings });
  }
  const indent = at - Math.max(head.start, lineStart(text, at));
  const next = sketch.slots.find(({ start }) => start > at);
  if (before && indent > before.indent) {
    const caret = below(text, before, next, at, indent);
    if (caret) return caret;
  }
  const level = levelAt(before?.level ?? sketch.root, next, indent);
  if (level.kind === 'list')
    return newKey(at, { path: level.path, indent, items: itemsOf(text, level, undefined) });
  if (before && indent > level.indent && level.slots.length > 0)
    return { in: 'after', path: before.path };
  return newKey(at, { path: level.path, indent, siblings: keysOf(level, undefined) });
}

/** The caret on an empty line that is indented further than the key or dash above it. */
function below(
  text: string,
  slot: Slot,
  next: Slot | undefined,
  at: number,
  indent: number,
): Caret | null {
  const { content, path } = slot;
  if (content.form === 'block') return blockScalar(text, slot, extendedTo(content.span, at));
  if (content.form === 'plain' && slot.hasColon === (slot.key !== null) && !content.comment) {
    return inValue(text, slot, extendedTo(content.span, at), '', at);
  }
  if (content.form !== 'none' || (slot.key && !slot.hasColon)) return null;
  const child = next?.level.owner === slot ? next.level : undefined;
  if (child?.kind === 'list')
    return newKey(at, { path, indent, items: itemsOf(text, child, undefined) });
  return newKey(at, { path, indent, siblings: child ? keysOf(child, undefined) : [] });
}

function levelAt(from: Level, next: Slot | undefined, indent: number): Level {
  let level = from;
  while (level.parent && level.indent > indent) level = level.parent;
  // Items may be at the column of their key: an empty line after them is for the next key.
  const { parent } = level;
  if (level.kind === 'list' && parent?.indent === level.indent && next?.level !== level)
    return parent;
  return level;
}

const newKey = (
  at: number,
  {
    path,
    indent,
    siblings = [],
    items,
  }: Pick<KeyCaret, 'path' | 'indent' | 'items'> & Partial<KeyCaret>,
): KeyCaret => ({
  in: 'key',
  path,
  token: { start: at, end: at },
  text: '',
  quote: '',
  hasColon: false,
  siblings,
  indent,
  flow: false,
  ...(items ? { items } : {}),
});

const keysOf = (level: Level, except: Slot | undefined): string[] =>
  level.slots.flatMap((slot) =>
    slot !== except && slot.key && slot.hasColon ? [slot.key.text] : [],
  );

function itemsOf(text: string, level: Level, except: Slot | undefined): string[] {
  return level.slots.flatMap((slot) => {
    const { content } = slot;
    if (slot === except) return [];
    if (content.form === 'plain') return [text.slice(content.span.start, content.span.end)];
    if (content.form !== 'quoted') return [];
    return [unquoted(text.slice(content.inner.start, content.inner.end), content.quote)];
  });
}

/** A space that is being typed after a value belongs to it. */
const extendedTo = ({ start, end }: Span, at: number): Span => ({
  start: Math.min(start, at),
  end: Math.max(end, at),
});
