// Edits of lists and of strings of names, and conversions between them.
import type { Edit } from '../text/edit';
import { covers, type Span } from '../text/span';
import { escapeQuoted, flowScalar, isSafePlain, type ScalarStyle, scalar } from '../yaml/scalar';
import {
  type Entry,
  type ListValue,
  type Path,
  type StringValue,
  type Value,
  valueAt,
} from '../yaml/value';
import { isQuote, lineFrom, lineStart } from './caret-lines';
import { sketchOf } from './caret-sketch';
import { namesIn } from './names';
import type { Outline } from './outline';
import { insertField } from './write-fields';
import {
  addFlowItem,
  dashAt,
  isInFlow,
  linesOfSlot,
  removeFlowItem,
  slotOf,
  tight,
  withoutLineBreak,
} from './write-place';
import { replaceScalar } from './write-values';

/** Removes an item of a flow or block list; `path` ends with its index. Removing the only item leaves `[]`. */
export function removeItem(outline: Outline, path: Path): readonly Edit[] {
  const index = path.at(-1);
  const list = valueAt(outline.fields, path.slice(0, -1));
  if (list?.kind !== 'list' || typeof index !== 'number') return [];
  const item = list.items[index];
  if (!item) return [];
  if (list.flow) return removeFlowItem(outline, tight(outline.text, item.span));
  const dash = dashAt(outline, path);
  if (!dash) return [];
  const lines = linesOfSlot(outline, dash);
  const isOnDashLine = dash.start !== lineStart(outline.text, dash.start) + dash.indent;
  if (list.items.length > 1) return isOnDashLine ? [] : [{ span: lines, text: '' }];
  const { owner } = dash.level;
  // At the column of its key `[]` would not be its value, so it is inserted after the colon.
  if (owner?.key)
    return [
      { span: { start: owner.after, end: owner.after }, text: ' []' },
      { span: lines, text: '' },
    ];
  return [{ span: { start: dash.start, end: tight(outline.text, lines).end }, text: '[]' }];
}

/** Adds a string to the list, the string of names or the empty value at `path`; a missing field is inserted. */
export function addItem(outline: Outline, path: Path, text: string): readonly Edit[] {
  const value = valueAt(outline.fields, path);
  const [key] = path;
  if (!value)
    return path.length === 1 && typeof key === 'string'
      ? insertField(outline, key, scalar(text))
      : [];
  if (value.kind === 'list')
    return value.flow ? addToFlow(outline, value, text) : addToBlock(outline, path, value, text);
  if (value.kind === 'null') return replaceScalar(outline, value, text);
  if (value.kind !== 'text') return [];
  const inner = innerOf(outline, value);
  const names = namesIn(outline.text, inner, ',');
  const last = names.at(-1);
  if (!last) return replaceScalar(outline, value, text);
  return within(outline, { start: last.span.end, end: last.span.end }, `, ${text}`);
}

function addToFlow(outline: Outline, list: ListValue, text: string): readonly Edit[] {
  const last = list.items.at(-1);
  return addFlowItem(
    outline,
    list.span,
    last && tight(outline.text, last.span),
    flowScalar(text, styleOf(outline, last)),
  );
}

function addToBlock(outline: Outline, path: Path, list: ListValue, text: string): readonly Edit[] {
  const dash = dashAt(outline, [...path, list.items.length - 1]);
  if (!dash) return [];
  const { eol, text: whole } = outline;
  const at = linesOfSlot(outline, dash).end;
  const line = `${' '.repeat(dash.indent)}- ${scalar(text, styleOf(outline, list.items.at(-1)))}`;
  const isLineStart = whole.charCodeAt(at - 1) === 10;
  return [{ span: { start: at, end: at }, text: isLineStart ? `${line}${eol}` : `${eol}${line}` }];
}

function styleOf({ text }: Outline, value: Value | undefined): ScalarStyle {
  const first = value ? text.charAt(value.span.start) : '';
  return first === '"' ? 'double' : first === "'" ? 'single' : 'plain';
}

/** Removes a name with its separator from a string of names. No edit for the only name, because hosts differ on empty strings. */
export function removeName(outline: Outline, value: StringValue, name: Span): readonly Edit[] {
  const { text } = outline;
  const inner = innerOf(outline, value);
  let end = name.end;
  while (end < inner.end && isSeparator(text.charAt(end))) end++;
  if (end < inner.end) return [{ span: { start: name.start, end }, text: '' }];
  let { start } = name;
  while (start > inner.start && isSeparator(text.charAt(start - 1))) start--;
  return start > inner.start ? [{ span: { start, end: name.end }, text: '' }] : [];
}

const isSeparator = (char: string): boolean => ', \t\r\n'.includes(char);

/** Replaces a name in a string of names, or a whole item. */
export const replaceName = (outline: Outline, name: Span, text: string): readonly Edit[] =>
  within(outline, name, text);

/** Replaces a part of a scalar: escaped for its quotes, or with quotes around the whole scalar where it can no longer be plain. */
function within(outline: Outline, span: Span, text: string): readonly Edit[] {
  const scalarSpan = scalarAround(outline, span);
  const { text: whole } = outline;
  const quote = whole.charAt(scalarSpan.start);
  if (isQuote(quote)) {
    const isAll = span.start === scalarSpan.start && span.end === scalarSpan.end;
    return [
      {
        span,
        text: isAll ? `${quote}${escapeQuoted(quote, text)}${quote}` : escapeQuoted(quote, text),
      },
    ];
  }
  const before = whole.slice(scalarSpan.start, span.start);
  const after = `${before}${text}${whole.slice(span.end, scalarSpan.end)}`;
  const isPlain = isSafePlain(after) && !(/[,[\]{}]/.test(after) && isInFlow(outline, span));
  if (isPlain || after.includes('\n')) return [{ span, text }];
  return [{ span: scalarSpan, text: isInFlow(outline, span) ? flowScalar(after) : scalar(after) }];
}

/** The scalar that contains the span, including quotes; the span itself where the outline has none. */
function scalarAround(outline: Outline, span: Span): Span {
  const found = scalarIn(outline.root, span);
  if (found) return tight(outline.text, found);
  const slot = sketchOf(outline).slots.find(
    ({ content }) => 'span' in content && covers(content.span, span),
  );
  const content = slot?.content;
  return content?.form === 'plain' || content?.form === 'quoted' ? content.span : span;
}

function scalarIn(value: Value | null, span: Span): Span | null {
  if (!value || !covers(value.span, span)) return null;
  if (value.kind === 'list') {
    for (const item of value.items) {
      const found = scalarIn(item, span);
      if (found) return found;
    }
    return null;
  }
  if (value.kind === 'map') {
    for (const { keySpan } of value.entries) if (covers(keySpan, span)) return keySpan;
    for (const entry of value.entries) {
      const found = scalarIn(entry.value, span);
      if (found) return found;
    }
    return null;
  }
  return value.kind === 'text' && value.style !== 'literal' && value.style !== 'folded'
    ? value.span
    : null;
}

/** The span of the value without quotes. */
function innerOf({ text }: Outline, { span }: StringValue): Span {
  const { start, end } = tight(text, span);
  const quote = text.charAt(start);
  if (!isQuote(quote)) return { start, end };
  return {
    start: start + 1,
    end: end > start + 1 && text.charAt(end - 1) === quote ? end - 1 : end,
  };
}

/** Writes the field's value as a list of these names. */
export function toList(
  outline: Outline,
  entry: Entry,
  names: readonly string[],
  style: 'flow' | 'block',
): readonly Edit[] {
  if (style === 'flow' || names.length === 0) {
    return putInline(outline, entry, `[${names.map((name) => flowScalar(name)).join(', ')}]`);
  }
  return putLines(
    outline,
    entry,
    names.map((name) => `- ${scalar(name)}`),
  );
}

/** Writes the field's value as one string of names, separated by a comma and a space. */
export const toCommaText = (
  outline: Outline,
  entry: Entry,
  names: readonly string[],
): readonly Edit[] => putInline(outline, entry, scalar(names.join(', ')));

/** Writes the field's value as a block map of pairs of key and YAML value. */
export function toMap(
  outline: Outline,
  entry: Entry,
  pairs: readonly (readonly [string, string])[],
): readonly Edit[] {
  if (pairs.length === 0) return putInline(outline, entry, '{}');
  return putLines(
    outline,
    entry,
    pairs.map(([key, value]) => `${scalar(key)}: ${value}`),
  );
}

/** Writes a value on the line of its key, before a comment there. */
function putInline(outline: Outline, entry: Entry, written: string): readonly Edit[] {
  const slot = slotOf(outline, entry);
  if (!slot) return replaceWhole(outline, entry, written);
  const { text, head } = outline;
  const keyLine = lineFrom(text, slot.after, head.end);
  const oldSpan = valueSpan(outline, entry, slot.after);
  if (oldSpan.start <= keyLine.end && oldSpan.start < oldSpan.end)
    return [{ span: oldSpan, text: written }];
  const below = { start: keyLine.end, end: Math.max(keyLine.end, oldSpan.end) };
  const put = { span: { start: slot.after, end: slot.after }, text: ` ${written}` };
  return below.start < below.end ? [put, { span: below, text: '' }] : [put];
}

function putLines(outline: Outline, entry: Entry, lines: readonly string[]): readonly Edit[] {
  const slot = slotOf(outline, entry);
  if (!slot) return [];
  const { text, eol, head } = outline;
  const indent = ' '.repeat(slot.indent + 2);
  const written = lines.map((line) => `${eol}${indent}${line}`).join('');
  const keyLine = lineFrom(text, slot.after, head.end);
  const oldSpan = valueSpan(outline, entry, slot.after);
  if (oldSpan.start > keyLine.end)
    return [{ span: { start: keyLine.end, end: oldSpan.end }, text: written }];
  const lastLine = lineFrom(text, oldSpan.end, head.end);
  const cleared = { span: { start: slot.after, end: oldSpan.end }, text: '' };
  return [cleared, { span: { start: lastLine.end, end: lastLine.end }, text: written }];
}

const replaceWhole = (outline: Outline, { value }: Entry, written: string): readonly Edit[] => [
  { span: tight(outline.text, value.span), text: written },
];

/** The span of the value with all its lines; empty and after the colon where there is no value. */
function valueSpan(outline: Outline, entry: Entry, after: number): Span {
  const { text } = outline;
  const { kind, span } = entry.value;
  const own = tight(text, span);
  if (own.start === own.end || own.start < after) return { start: after, end: after };
  const slot = slotOf(outline, entry);
  const isBlock = (kind === 'list' || kind === 'map') && !entry.value.flow;
  if (!slot || !isBlock) return own;
  return {
    start: own.start,
    end: tight(text, withoutLineBreak(text, linesOfSlot(outline, slot))).end,
  };
}
