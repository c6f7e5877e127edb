// Edits that take a call of an agent out of the field that allows it.
import { namesIn } from '../../agent/names';
import type { Edits, Writer } from '../../agent/writer';
import type { Reference } from '../../hosts/model/companion';
import { agentDialects } from '../../hosts/model/dialect';
import { capabilityOf } from '../../hosts/model/tools';
import { covers, type Span } from '../../text/span';
import { type Entry, entryOf, type StringValue, type Value } from '../../yaml/value';
import type { KnownAgent } from '../workspace-view';

/**
 * Null where the call cannot be taken out without allowing other calls, where its syntax has no form for it, and where no tool
 * would be left to the agent.
 */
export function cutCall(
  writer: Writer,
  { how, path, span }: Reference,
  agent: Pick<KnownAgent, 'tools' | 'unverified' | 'place'>,
): Edits {
  const [key] = path;
  const entry = typeof key === 'string' ? entryOf(writer.outline.fields, key) : undefined;
  if (!entry) return null;
  return how === 'rules'
    ? deny(writer, entry, span)
    : remove(writer, entry, span, hasOtherTools(agent));
}

/** Whether it has tools besides those that call agents. */
function hasOtherTools({
  tools,
  unverified,
  place,
}: Pick<KnownAgent, 'tools' | 'unverified' | 'place'>): boolean {
  if (tools === null || unverified.length > 0) return true;
  const calling = new Set(
    agentDialects(place.host.dialects)
      .flatMap((dialect) => dialect.tools.tools)
      .filter((tool) => capabilityOf(tool) === 'delegate')
      .map(({ name }) => name),
  );
  return tools.some((name) => !calling.has(name));
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

function remove(writer: Writer, { key, value }: Entry, span: Span, mayRemoveTool: boolean): Edits {
  if (value.kind === 'text') return removeFrom(writer, value, span, mayRemoveTool);
  if (value.kind !== 'list') return null;
  const index = value.items.findIndex((item) => covers(item.span, span));
  const item = value.items[index];
  if (item?.kind !== 'text') return null;
  const edits = removeFrom(writer, item, span, mayRemoveTool);
  // An empty list of agents allows none, and an empty list of tools may allow all of them.
  const isTool = isArgument(writer, item, span);
  const isOnly = value.items.length === 1 && isTool;
  return edits ?? (isOnly || (isTool && !mayRemoveTool) ? null : writer.removeItem([key, index]));
}

/** Removes one of several names from a string; null for its only one. */
function removeFrom(writer: Writer, value: StringValue, span: Span, mayRemoveTool: boolean): Edits {
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
  if (isArgument(writer, value, span) && !mayRemoveTool) return null;
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
