// How Qwen Code 0.24.4 reads an agent file. It parses the frontmatter as YAML and, where that fails, line by line.

import type { Outline } from '../../agent/outline';
import { applyEdits, type Edit } from '../../text/edit';
import { mapSpansBack } from '../../text/remap';
import type { Span } from '../../text/span';
import { type Entry, entryOf } from '../../yaml/value';
import type { Flaw, FlawCode, ReadAgent, Reader, Reading } from '../model/reading';
import { shortestPrompt } from './shortest-prompt';
import { type Head, parseFrontmatter } from './yaml';

export const reader: Reader = ({ outline }): Reading => {
  const source = normalized(outline.text);
  const { text } = source;
  const close = text.startsWith('---\n') ? text.indexOf('\n---\n', 4) : -1;
  if (close < 0) return withoutHead(outline, source);
  const head = parseFrontmatter(outline, {
    text: text.slice(4, close),
    span: source.back({ start: 4, end: close }),
    back: ({ start, end }) => source.back({ start: start + 4, end: end + 4 }),
  });
  if (head.kind === 'unknown')
    return { agents: [], flaws: [{ code: head.why, span: outline.head, fatal: true }] };
  return agentFrom(outline, source, head, close + 5);
};

/** The text as it is read: without a byte order mark, and with LF line breaks. */
export interface Source {
  readonly text: string;
  /** Maps a span to the text of the file. */
  readonly back: (span: Span) => Span;
}

export function normalized(text: string): Source {
  if (!/^\uFEFF|\r/.test(text)) return { text, back: (span) => span };
  const edits: Edit[] = [];
  if (text.startsWith('\uFEFF')) edits.push({ span: { start: 0, end: 1 }, text: '' });
  for (const { index, 0: written } of text.matchAll(/\r\n?/g)) {
    const end = index + written.length;
    edits.push(
      written.length === 2
        ? { span: { start: index, end: end - 1 }, text: '' }
        : { span: { start: index, end }, text: '\n' },
    );
  }
  return { text: applyEdits(text, edits), back: mapSpansBack(edits) };
}

function withoutHead(outline: Outline, { text }: Source): Reading {
  const { opening, closing, language } = outline;
  const refuse = (code: FlawCode, span: Span): Reading => ({
    agents: [],
    flaws: [{ code, span, fatal: true }],
  });
  if (!opening) return refuse('no-frontmatter', { start: 0, end: 0 });
  if (opening.start !== (outline.bom ? 1 : 0)) return refuse('leading-text', opening);
  if (!text.startsWith('---\n') || language !== '') return refuse('fence-language', opening);
  if (!closing || outline.shape !== 'closed') return refuse('unclosed-fence', opening);
  // Without a line break after it, nothing follows the closing dashes.
  const isLast = closing.end >= outline.text.trimEnd().length && !text.endsWith('\n');
  return refuse(isLast ? 'short-prompt' : 'unclosed-fence', closing);
}

function agentFrom(outline: Outline, source: Source, head: Head, from: number): Reading {
  const read = promptFrom(source, from);
  // The line breaks of the file stay in the prompt, so that it can be compared and copied.
  const prompt = { ...read, text: outline.text.slice(read.span.start, read.span.end) };
  const flaws: Flaw[] = [...head.flaws];
  const { length } = read.text;
  // An agent that another program runs needs a prompt too.
  if (length < shortestPrompt) {
    const span = length === 0 ? (outline.closing ?? prompt.span) : prompt.span;
    flaws.push({ code: 'short-prompt', span, fatal: true });
  }
  return { agents: [{ fields: countedFields(head.fields), prompt }], flaws };
}

/** Without the older form of `model`, where `model` has a value: nothing in it is read then. */
function countedFields(fields: readonly Entry[]): readonly Entry[] {
  const model = entryOf(fields, 'model')?.value;
  const isSet = model && model.kind !== 'null' && !(model.kind === 'text' && model.text === '');
  return isSet ? fields.filter(({ key }) => key !== 'modelConfig') : fields;
}

/** The prompt without white space at both ends. */
export function promptFrom({ text, back }: Source, from: number): ReadAgent['prompt'] {
  const rest = text.slice(from).trimStart();
  const start = text.length - rest.length;
  const trimmed = rest.trimEnd();
  return { text: trimmed, span: back({ start, end: start + trimmed.length }) };
}
