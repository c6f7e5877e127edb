// Edits that take a call of an agent out of the field that allows it.
import { namesIn } from '../../agent/names';
import type { Edits, Writer } from '../../agent/writer';
import type { Reference } from '../../hosts/model/companion';
import { covers, type Span } from '../../text/span';
import { type Entry, entryOf, type StringValue, type Value } from '../../yaml/value';

/** Null where the call cannot be taken out without allowing other calls, or where its syntax has no form for it. */
export function cutCall(writer: Writer, { how, path, span }: Reference): Edits {
  const [key] = path;
  const entry = typeof key === 'string' ? entryOf(writer.outline.fields, key) : undefined;
  if (!entry) return null;
  return how === 'rules' ? deny(writer, entry, span) : remove(writer, entry, span);
}

/** A rule that allows the call denies it. */
function deny(writer: Writer, { value }: Entry, span: Span): Edits {
  if (value.kind !== 'map') return null;
  const entry = value.entries.find((one) => covers(one.span, span));
  if (!entry) return null;
  return covers(entry.keySpan, span) && entry.value.kind === 'text'
    ? writer.replaceValue(entry.value, { text: 'deny' })
    : deny(writer, entry, span);
}

function remove(writer: Writer, { key, value }: Entry, span: Span): Edits {
  if (value.kind === 'text') return removeFrom(writer, value, span);
  if (value.kind !== 'list') return null;
  const index = value.items.findIndex((item) => covers(item.span, span));
  const item = value.items[index];
  if (item?.kind !== 'text') return null;
  const edits = removeFrom(writer, item, span);
  // An empty list of agents allows none, and an empty list of tools may allow all of them.
  const isOnly = value.items.length === 1 && isArgument(writer, item, span);
  return edits ?? (isOnly ? null : writer.removeItem([key, index]));
}

/** Removes one of several names from a string; null for its only one. */
function removeFrom(writer: Writer, value: StringValue, span: Span): Edits {
  const { text } = writer.outline;
  const names = namesIn(text, contentOf(value), ',');
  const at = names.find((name) => covers(name.span, span));
  if (!at) return null;
  const open = at.span.start + at.text.indexOf('(') + 1;
  const others = isArgument(writer, value, span)
    ? namesIn(text, { start: open, end: at.span.end - 1 }, ',')
    : [];
  if (others.length > 1)
    return withoutName(
      others.map((one) => one.span),
      span,
    );
  const edits = names.length > 1 ? writer.removeName(value, at.span) : [];
  return edits === null || edits.length === 0 ? null : edits;
}

/** With the comma before it, or after it where it is the first. */
function withoutName(names: readonly Span[], span: Span): Edits {
  const index = names.findIndex((one) => covers(one, span));
  const [before, after] = [names[index - 1], names[index + 1]];
  if (before) return [{ span: { start: before.end, end: span.end }, text: '' }];
  return after ? [{ span: { start: span.start, end: after.start }, text: '' }] : null;
}

/** Whether the name is in parentheses: `Agent(fixer)`. */
const isArgument = (
  { outline: { text } }: Writer,
  { span: { start } }: Pick<Value, 'span'>,
  span: Span,
): boolean => text.slice(start, span.start).includes('(');

const contentOf = ({ span, style }: StringValue): Span =>
  style === 'plain' ? span : { start: span.start + 1, end: span.end - 1 };
