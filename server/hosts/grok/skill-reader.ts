// How Grok Build 1.0.41 reads a skill or a command: the YAML between two lines that begin with three dashes, after white space. Without
// them, or without a map between them, it has no fields. What is no YAML is repaired and parsed once more, and otherwise read by line.

import type { Outline } from '../../agent/outline';
import { applyEdits, type Edit } from '../../text/edit';
import { mapSpansBack } from '../../text/remap';
import { type Span, shift, slice } from '../../text/span';
import type { Yaml } from '../../yaml/dialect';
import { findExceededLimit } from '../../yaml/limits';
import { type Entry, mapEntrySpans } from '../../yaml/value';
import { serdeMapYaml } from '../judge/libyaml/dialect';
import { quoteSpecial } from '../judge/reading/quote-special';
import { skipSpace, trimmedPrompt, wordAt } from '../judge/reading/rust-text';
import { type Flaw, type Reader, type Reading, unread } from '../model/reading';
import { readByLine } from './by-line';

export const skillReader: Reader = ({ outline }): Reading => {
  const { text, opening } = outline;
  const start = skipSpace(text, 0);
  const fence = opening ?? { start, end: start };
  if (!text.startsWith('---', start)) {
    const code = opening ? 'leading-text' : 'no-frontmatter';
    return withFields(text, 0, { fields: [], flaws: [flaw(code, fence)] });
  }
  const close = text.indexOf('\n---', start + 3);
  if (close < 0)
    return withFields(text, start, { fields: [], flaws: [flaw('unclosed-fence', fence)] });
  const head = trimmedHead(text, { start: start + 3, end: close });
  if (findExceededLimit(slice(text, head)) !== null)
    return unread({ code: 'too-large', span: head, fatal: true });
  const read = hiddenBy(outline, { start: start + 3, end: close }) ?? fieldsIn(outline, head);
  if ('code' in read && read.fatal) return unread(read);
  // What follows the dashes on their line begins the text.
  return withFields(text, close + 4, 'code' in read ? { fields: [], flaws: [read] } : read);
};

/** The frontmatter without white space at both ends, so that its first line always begins in column 0. */
function trimmedHead(text: string, { start, end }: Span): Span {
  const from = Math.min(skipSpace(text, start), end);
  return { start: from, end: from + trimmedPrompt(text.slice(from, end), 0).text.length };
}

/** Why the program has no fields: text after the dashes of the first fence, or a line of three dashes that is indented. */
function hiddenBy({ text, opening }: Outline, { start, end }: Span): Flaw | null {
  const source = text.slice(start, end);
  const line = source.indexOf('\n');
  if (skipSpace(source, 0) < (line < 0 ? source.length : line))
    return flaw('fence-language', opening ?? { start: start - 3, end: start });
  const [inner = '', before = ''] = /\n([^\S\n]+)---[^\S\n]*(?:\n|$)/.exec(source) ?? [];
  if (inner === '') return null;
  const at = start + source.indexOf(inner) + 1 + before.length;
  return flaw('early-fence', { start: at, end: at + 3 });
}

const flaw = (code: Flaw['code'], span: Span): Flaw => ({ code, span, fatal: false });

const withFields = (text: string, body: number, { fields, flaws }: Head): Reading => ({
  agents: [{ fields, prompt: trimmedPrompt(text, body) }],
  flaws,
});

interface Head {
  readonly fields: readonly Entry[];
  readonly flaws: readonly Flaw[];
}

function fieldsIn(outline: Outline, head: Span): Head | Flaw {
  const { text } = outline;
  const source = slice(text, head);
  const first = serdeMapYaml.parse(source, head.start);
  const fields = fieldsOf(first, (span) => slice(text, span));
  if (fields) return { fields, flaws: [] };
  // Between the quotes of a repair, a carriage return becomes a space.
  if (/\r(?!\n)/.test(source)) return { code: 'disputed-yaml', span: head, fatal: true };
  const edits = repairs(source);
  const edited = applyEdits(source, edits);
  const repaired = fieldsOf(serdeMapYaml.parse(edited, 0), (span) => slice(edited, span));
  if (!repaired) {
    const lines = readByLine(text, head);
    const isText = first.errors.length === 0 && lines.length === 0;
    const broken = isText
      ? flaw('not-a-mapping', first.root?.span ?? head)
      : faultIn(outline, first, head);
    return { fields: lines, flaws: [broken] };
  }
  const back = mapSpansBack(edits);
  return {
    fields: repaired.map((entry) => mapEntrySpans(entry, (span) => shift(back(span), head.start))),
    flaws: [
      {
        ...faultIn(outline, first, head),
        code: 'yaml-repaired',
        repairs: edits.map((edit) => ({ ...edit, span: shift(edit.span, head.start) })),
      },
    ],
  };
}

/** What the tolerant parser reports, which is more precise for the most frequent faults, or else the program's parser. */
function faultIn({ text, errors: [tolerant] }: Outline, { root, errors }: Yaml, head: Span): Flaw {
  const error = tolerant ?? errors[0];
  if (!error) return flaw('yaml', root?.span ?? head);
  const { span, code, message } = error;
  return {
    ...flaw('yaml', span.end > span.start ? span : wordAt(text, span.start, head.end)),
    message: tolerant ? code : message,
  };
}

/** The fields of a map whose keys are scalars, of which the last of several counts; null for another value. */
function fieldsOf({ root }: Yaml, sourceOf: (span: Span) => string): readonly Entry[] | null {
  if (root?.kind !== 'map') return null;
  if (root.entries.some(({ keySpan }) => /^[[{]/.test(sourceOf(keySpan)))) return null;
  const fields = new Map(root.entries.map((entry) => [entry.key, asUsed(entry, sourceOf)]));
  return [...fields.values()];
}

function repairs(head: string): Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const line of head.split('\n')) {
    const edit = quoteSpecial(line.trimEnd(), start);
    if (edit) edits.push(edit);
    start += line.length + 1;
  }
  return edits;
}

/** The field as the program uses it: a value with a tag of its own counts as null, one with a tag in full and an infinite number as a string. */
function asUsed(entry: Entry, sourceOf: (span: Span) => string): Entry {
  const { value } = entry;
  const { span } = value;
  const before = sourceOf({ start: entry.keySpan.end, end: span.start });
  const [, tag = ''] = /^["']?\s*:\s*(?:&\S+\s+)?!(<?.?)/.exec(before) ?? [];
  if (tag === '<!' || /^[^!<]/.test(tag))
    return { ...entry, value: { kind: 'null', source: '', span } };
  if (value.kind === 'number' && /!!float\s/.test(before) && !/[.e]/i.test(value.source))
    return { ...entry, value: { ...value, source: `${value.source}.0` } };
  const isString =
    tag.startsWith('<') && !/!<tag:yaml/.test(before)
      ? 'source' in value && value.source !== ''
      : value.kind === 'null' && /^[-+]?\./.test(value.source);
  if (!isString || !('source' in value)) return entry;
  const text = tag === '' ? value.source.toLowerCase() : value.source;
  return { ...entry, value: { kind: 'text', text, style: 'plain', span } };
}
