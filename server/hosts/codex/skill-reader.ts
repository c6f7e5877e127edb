// How Codex 0.169.0 reads a skill: the lines between two fences as YAML, each field in its own type. If that fails, it quotes the values
// that look as if they were meant as strings, and tries once more.

import type { Outline } from '../../agent/outline';
import { applyEdits, type Edit } from '../../text/edit';
import { mapSpansBack } from '../../text/remap';
import { type Span, shift, slice } from '../../text/span';
import type { ParseError } from '../../yaml/dialect';
import { convertScalars, type Entry, entryOf, mapEntrySpans, type Value } from '../../yaml/value';
import { serdeFieldsYaml } from '../judge/libyaml/dialect';
import { trimmedPrompt, wordAt } from '../judge/reading/rust-text';
import { isExcessive } from '../judge/reading/simple-frontmatter';
import { promptFrom } from '../judge/reading/trimmed-prompt';
import { type Flaw, type Reader, type Reading, unread } from '../model/reading';

export const reader: Reader = ({ outline }) => {
  const { text } = outline;
  const regions = regionsOf(outline);
  if ('code' in regions) return unread(regions);
  const { head, body } = regions;
  if (isExcessive(outline, head)) return unread({ code: 'too-large', span: head, fatal: true });
  const source = slice(text, head);
  const first = decode(source, head.start);
  const isRead = !('fault' in first) && hasTypes(first.fields);
  // Where quotes do not help, the first fault counts. Wrong types are reported at their fields.
  const found = (isRead ? null : withQuotes(source, head)) ?? first;
  if ('fault' in found) return refusedBy(found.fault, text, head);
  return { agents: [{ fields: found.fields, prompt: promptFrom(text, body) }], flaws: found.flaws };
};

interface Decoded {
  readonly fields: readonly Entry[];
  readonly flaws: readonly Flaw[];
}

type Fault = Pick<Flaw, 'code' | 'span' | 'message'>;

const refusedBy = ({ code, span, message }: Fault, text: string, head: Span): Reading =>
  unread({
    code,
    span: span.end > span.start ? span : wordAt(text, span.start, head.end),
    ...(message !== undefined && { message }),
    fatal: true,
  });

/** A fence is a line of three dashes, with white space around it. An empty frontmatter is none. */
function regionsOf({ text, bom, opening }: Outline): { head: Span; body: number } | Flaw {
  const span = opening ?? { start: 0, end: 0 };
  const [first = ''] = /^[^\n]*\n?/.exec(text) ?? [];
  if (bom || !isFence(first)) {
    const isLanguage = !bom && /^---[^\n]*\S/.test(text);
    const code = opening ? (isLanguage ? 'fence-language' : 'leading-text') : 'no-frontmatter';
    return { code, span, fatal: true };
  }
  const close = closingFence(text, first.length);
  if (!close) return { code: 'unclosed-fence', span, fatal: true };
  const head = { start: first.length, end: close.start };
  if (slice(text, head).trim() === '') return { code: 'no-frontmatter', span, fatal: true };
  return { head, body: close.end };
}

const isFence = (line: string): boolean => trimmedPrompt(line, 0).text === '---';

/** The next line of three dashes, without its line break; null where there is none. */
function closingFence(text: string, from: number): Span | null {
  for (let start = from; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (isFence(text.slice(start, end))) return { start, end };
    start = end + 1;
  }
  return null;
}

/** The fields, or why the program cannot read them. @param base the offset of the text in the file */
function decode(source: string, base: number): Decoded | { fault: Fault } {
  const { root, errors } = serdeFieldsYaml.parse(source, base);
  const [error] = errors;
  if (error) return { fault: faultOf(error) };
  if (root?.kind !== 'map')
    return {
      fault: { code: 'not-a-mapping', span: root?.span ?? { start: base, end: base + 1 } },
    };
  const twice = root.entries.find(
    ({ key }, at) =>
      typed.includes(key) && root.entries.findIndex((other) => other.key === key) < at,
  );
  if (twice) return { fault: { code: 'duplicate-key', span: twice.keySpan } };
  const unread = root.entries.find((entry) => isUnreadable(entry, source, base));
  if (unread) return { fault: { code: 'yaml', span: unread.keySpan } };
  return { fields: convertScalars(root.entries, infiniteAsText), flaws: [] };
}

/** What is not finite has no number in JSON, but the program reads these fields as strings. */
const infiniteAsText = (value: Value): Value =>
  value.kind === 'null' && /^[-+]?\.(?:inf|nan)$/i.test(value.source)
    ? { kind: 'text', text: value.source, style: 'plain', span: value.span }
    : value;

/** Keys are strings. A value that is tagged as null has to be written as null. */
function isUnreadable({ key, keySpan, value }: Entry, source: string, base: number): boolean {
  const at = (offset: number): number => offset - base;
  const hasKey = !/^(?:[[{]|-\s)/.test(source.slice(at(keySpan.start), at(keySpan.end)));
  if (!hasKey || (key === 'metadata' && hasUnreadable(value, source, base))) return true;
  const tag = source.slice(at(keySpan.end), at(value.span.start));
  const written = source.slice(at(value.span.start), at(value.span.end));
  return (
    typed.includes(key) &&
    /:\s+(?:&\S+\s+)?!!null(?:\s+&\S+)?\s*$/.test(tag) &&
    !/^(?:(?:~|null)$|["'|>])/i.test(written)
  );
}

const hasUnreadable = (value: Value, source: string, base: number): boolean =>
  value.kind === 'map' && value.entries.some((entry) => isUnreadable(entry, source, base));

const faultOf = ({ code, span, message }: ParseError): Fault => ({
  code: code === 'duplicate-key' ? 'duplicate-key' : 'yaml',
  span,
  ...(message !== undefined && { message }),
});

/** The fields that have a type. */
const typed = ['name', 'description', 'metadata'];

/** Whether the values have the types that the program expects. */
function hasTypes(fields: readonly Entry[]): boolean {
  const valueAt = (key: string): Value | undefined => entryOf(fields, key)?.value;
  const metadata = valueAt('metadata');
  const summary =
    metadata?.kind === 'map' ? entryOf(metadata.entries, 'short-description')?.value : undefined;
  return (
    [valueAt('name'), valueAt('description'), summary].every(isScalar) &&
    (metadata === undefined || metadata.kind === 'map' || metadata.kind === 'null')
  );
}

const isScalar = (value: Value | undefined): boolean =>
  value?.kind !== 'list' && value?.kind !== 'map';

/** What the program reads after it has quoted values; null where that does not help. */
function withQuotes(source: string, head: Span): Decoded | null {
  const edits = quotes(source);
  if (edits.length === 0) return null;
  const back = mapSpansBack(edits);
  const decoded = decode(applyEdits(source, edits), 0);
  if ('fault' in decoded || !hasTypes(decoded.fields)) return null;
  const inFile = edits.map((edit) => ({ ...edit, span: shift(edit.span, head.start) }));
  const [first] = inFile;
  return {
    fields: decoded.fields.map((entry) =>
      mapEntrySpans(entry, (span) => shift(back(span), head.start)),
    ),
    flaws: [
      {
        code: 'yaml-repaired',
        span: first ? { start: first.span.start, end: first.span.end } : head,
        repairs: inFile,
        fatal: false,
      },
    ],
  };
}

const blockScalar = /^[|>][-+\d]*$/;

/** The edits by which the program quotes values, with UTF-16 offsets in the head. */
function quotes(head: string): readonly Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  let block: number | null = null;
  for (const text of head.split('\n')) {
    const indent = text.search(/\S/);
    if (block !== null && indent >= 0 && indent <= block) block = null;
    const value = block === null ? valueIn(text, indent) : null;
    if (value && blockScalar.test(value.text)) block = indent;
    else if (value && isMeantAsString(value.text)) {
      const from = start + value.at;
      const escaped = value.text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
      edits.push({ span: { start: from, end: from + value.text.length }, text: `"${escaped}"` });
    }
    start += text.length + 1;
  }
  return edits;
}

/** The value after a key on its line, without a comment; null where there is none. @param indent of the line */
function valueIn(
  line: string,
  indent: number,
): { readonly at: number; readonly text: string } | null {
  const quote = line.charAt(indent);
  if (indent < 0 || quote === ':' || quote === '#') return null;
  const isQuoted = quote === '"' || quote === "'";
  const keyEnd = isQuoted ? line.indexOf(quote, indent + 1) + 1 : line.indexOf(':', indent);
  if (keyEnd <= 0 || line.charAt(keyEnd) !== ':' || !/[ \t]/.test(line.charAt(keyEnd + 1)))
    return null;
  const after = line.slice(keyEnd + 1);
  const value = after.trimStart();
  const comment = value.search(/[ \t]#/);
  const text = (comment < 0 ? value : value.slice(0, comment)).trimEnd();
  return { at: line.length - value.length, text };
}

const isMeantAsString = (value: string): boolean =>
  value !== '' &&
  !/^["']/.test(value) &&
  (/:\s/.test(value) || /^[@`]/.test(value) || (/^[[{]/.test(value) && !isYaml(value)));

/** Whether the value is a list or a map by itself. */
const isYaml = (value: string): boolean => serdeFieldsYaml.parse(value, 0).errors.length === 0;
