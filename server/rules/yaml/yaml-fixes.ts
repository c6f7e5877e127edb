// Fixes for the most frequent YAML errors: a colon in an unquoted string, and text that continues in the first column.

import { entryAround } from '../../agent/entry-lines';
import type { Outline } from '../../agent/outline';
import { outlineOf } from '../../agent/outline';
import {
  foldIntoBlock,
  hasQuotesInside,
  isTextAfterList,
  quoteValue,
} from '../../agent/repair-yaml';
import type { Edits, Writer } from '../../agent/writer';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Subject } from '../../hosts/model/host';
import type { Flaw } from '../../hosts/model/reading';
import { applyEdits } from '../../text/edit';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import type { Entry } from '../../yaml/value';
import { isFieldOfAnyHost, isTextInEveryHost } from '../names/known-fields';
import type { Fix } from '../rule';

/** Quotes the value at the error or converts it to a block scalar. Offered only if the frontmatter is valid afterwards. */
export function yamlFixes(
  catalog: HostCatalog,
  writer: Writer,
  fault: Span,
  subject: Subject,
): readonly Fix[] {
  const { outline } = writer;
  const isKey = keysOf(catalog, subject);
  const entry = entryAround(outline, fault.start, isKey);
  // If the outline has no errors, the error is after the closing fence, which the host did not recognize.
  if (!entry || outline.errors.length === 0) return [];
  // Quotes would make one name of a list of tools.
  if (isList(outline, entry) && !isMeantAsText(catalog, subject, entry)) return [];
  if (isList(outline, entry) && isFollowedByItems(outline, entry)) return [];
  const title = hasQuotesInside(sourceOf(outline, entry))
    ? t('Escape the quotes in "{key}"', { key: entry.key })
    : t('Quote the value of "{key}"', { key: entry.key });
  const quotes = fix(title, outline, () => writer.inYaml(quoteValue(outline, entry)));
  const block = fix(t('Convert "{key}" to a block scalar', { key: entry.key }), outline, () =>
    // A line in the first column begins the next field only if some host has a field of that name.
    writer.inYaml(foldIntoBlock(outline, entry, isKey)),
  );
  // Quotes and block scalars are part of the value in a host that reads lines.
  if (!writer.isYaml) return [quotes, block, ...withoutColons(writer, entry)];
  return isProse(outline, entry) ? [block, quotes] : [quotes, block];
}

/** What to do where quotes are missing around the value at an error, or are not escaped inside of it; undefined for another cause. */
export function quotesAction(
  catalog: HostCatalog,
  outline: Outline,
  fault: Span,
  subject: Subject,
): Message | undefined {
  const missing = quotesMissing(catalog, outline, fault, subject);
  return missing === null ? undefined : actionOf[missing];
}

const actionOf = {
  around: t('Quote the value.'),
  inside: t('Escape the quotes inside of the value.'),
} as const;

function quotesMissing(
  catalog: HostCatalog,
  outline: Outline,
  fault: Span,
  subject: Subject,
): 'around' | 'inside' | null {
  const entry = entryAround(outline, fault.start, keysOf(catalog, subject));
  if (!entry) return null;
  if (hasQuotesInside(sourceOf(outline, entry))) return 'inside';
  // Like `[file] [level]`.
  const isText = isList(outline, entry) && isMeantAsText(catalog, subject, entry);
  return isText && !isFollowedByItems(outline, entry) ? 'around' : null;
}

/**
 * The lines that begin a field: those with a key that some program has, and those with another key and a value in brackets, such as
 * `args: [file] [level]`, which is no text that continues in the first column.
 */
const keysOf = (catalog: HostCatalog, subject: Subject) => {
  const isField = isFieldOfAnyHost(catalog, subject);
  return (key: string, value: string): boolean =>
    isField(key) || (/^[a-z][\w-]*$/.test(key) && /^["']?\[/.test(value));
};

/** No program reads an unknown key, so it is no list of names in any. */
const isMeantAsText = (catalog: HostCatalog, subject: Subject, { key }: Entry): boolean =>
  isTextInEveryHost(catalog, subject)(key) || !isFieldOfAnyHost(catalog, subject)(key);

const isList = (outline: Outline, entry: Entry): boolean =>
  isTextAfterList(sourceOf(outline, entry));

/** Whether the next line is an item of a list, which belongs to no value that is text. */
function isFollowedByItems({ text }: Outline, { keySpan }: Entry): boolean {
  const end = text.indexOf('\n', keySpan.end);
  return end >= 0 && /^[ \t]*- /.test(text.slice(end + 1, end + 200));
}

/** The source text after the key, to the end of its line. */
function sourceOf({ text }: Outline, { keySpan }: Entry): string {
  const end = text.indexOf('\n', keySpan.end);
  return text.slice(keySpan.end + 1, end < 0 ? undefined : end).trim();
}

/** Writes a string of one line so that it is valid without quotes. The text changes, so the author decides. */
function withoutColons(writer: Writer, { value }: Entry): readonly Fix[] {
  if (value.kind !== 'text' || value.style !== 'plain' || /[\r\n]/.test(value.text)) return [];
  const text = value.text
    .trim()
    .replaceAll(/ ?:(?=\s)/g, ' -')
    .replace(/ ?:$/, '');
  const title = t('Replace ": " with " - "');
  const make = () => writer.replaceValue(value, { text });
  return [{ ...fix(title, writer.outline, make), safety: 'review' }];
}

/** Whether a block scalar is the better form, because the string is long or its quotes would have to be escaped. */
function isProse({ text }: Outline, { keySpan, span }: Entry): boolean {
  const written = text.slice(keySpan.end + 1, span.end).trim();
  const inner = written.replace(/^["']|["']$/g, '');
  const needsEscapes = inner.includes("'") && inner.includes('"');
  return written.length > 120 || needsEscapes || /\\|\n[ \t]+\S/.test(inner);
}

const fix = (title: Message, outline: Outline, make: () => Edits): Fix => ({
  title,
  safety: 'safe',
  edits: () => {
    const edits = make();
    return edits !== null &&
      edits.length > 0 &&
      outlineOf(applyEdits(outline.text, edits), outline.form).errors.length === 0
      ? edits
      : [];
  },
});

/**
 * The text to mark for an error, because one character is hard to see: the word with the unexpected colon, otherwise the line
 * without its key. For a quote that is not closed, the line of the quote, because the parser reports a later line.
 */
export function faultSpan(
  catalog: HostCatalog,
  outline: Outline,
  { span: fault, message }: Flaw,
  subject: Subject,
): Span {
  const { text, opening, head } = outline;
  const open = message === 'MISSING_CHAR' ? unclosedQuote(outline, fault) : null;
  if (open) return open;
  const isBeyond = fault.start >= head.end;
  const entry = isBeyond ? entryAround(outline, fault.start, keysOf(catalog, subject)) : undefined;
  const start = entry ? entry.keySpan.start : text.lastIndexOf('\n', fault.start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(start, lineEnd < 0 ? undefined : lineEnd).trimEnd();
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const afterKey = /^\s*[\w-]+:\s+/.exec(line)?.[0].length ?? indent;
  const from = isBeyond || fault.start >= start + afterKey ? afterKey : indent;
  const isPlain = /[^\s"'[{|>]/.test(line.charAt(afterKey));
  const colon = isPlain ? /(?<!\S)\S+:(?=\s|$)/.exec(line.slice(afterKey + 1)) : null;
  if (colon && from === afterKey) {
    const end = start + afterKey + 1 + colon.index + colon[0].length;
    // Escaped line breaks also separate words.
    const word = colon[0].split('\\n').at(-1) ?? colon[0];
    return { start: end - word.length, end };
  }
  if (from < line.length) return { start: start + from, end: start + line.length };
  if (line.trim() !== '') return { start, end: start + line.length };
  return opening ?? fault;
}

/** The first string above the error whose quote is not closed on its line. */
function unclosedQuote({ text, head }: Outline, fault: Span): Span | null {
  const above = text.slice(head.start, Math.min(fault.end, head.end));
  const line = /^[ \t]*[\w-]+:[ \t]+((["'])(?:(?!\2).)*)$/m.exec(above);
  if (!line?.[1]) return null;
  const start = head.start + line.index + line[0].indexOf(line[1]);
  return { start, end: start + line[1].trimEnd().length };
}
