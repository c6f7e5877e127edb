// How Gemini CLI 0.61.0 reads an agent file. Fences and YAML are strict: it rejects the file at the first error.

import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import { convertScalars, type Entry, entryOf, textOf } from '../../yaml/value';
import { parseFrontmatter, retypedFields } from '../judge/js-yaml';
import { colonFault, simpleRoot } from '../judge/simple-frontmatter';
import { dateIn } from '../judge/value-from-data';
import type { Flaw, ReadAgent, Reader, Reading } from '../model/reading';

const opening = /^---\r?\n/;
/** The first line that begins with three dashes ends the head, whatever follows them. */
const closing = /\r?\n---/g;

export const reader: Reader = ({ outline }) => {
  const { text } = outline;
  const [open] = opening.exec(text) ?? [];
  if (open === undefined) return withoutHead(outline);
  closing.lastIndex = open.length;
  const close = closing.exec(text);
  const fence = outline.opening ?? { start: 0, end: 3 };
  if (!close) return refused({ code: 'unclosed-fence', span: fence, fatal: true });
  const head = { start: open.length, end: close.index };
  return readHead(outline, head, close.index + close[0].length);
};

function withoutHead({ text, opening: fence, language }: Outline): Reading {
  const start = { start: 0, end: 0 };
  if (!fence) return refused({ code: 'no-frontmatter', span: start, fatal: true });
  const isLanguage = language !== '' || /^---[^\r\n]/.test(text);
  const code = fence.start === 0 && isLanguage ? 'fence-language' : 'leading-text';
  return refused({ code, span: fence, fatal: true });
}

function readHead(outline: Outline, head: Span, afterFence: number): Reading {
  const simple = simpleRoot(outline, head);
  if (simple)
    return agentFrom(outline, retypedFields(convertScalars(simple.entries, dateIn)), afterFence);
  const colon = colonFault(outline, head);
  if (colon) return refused({ code: 'yaml', span: colon.span, message: colon.code, fatal: true });
  const parsed = parseFrontmatter(outline, head);
  if (parsed.kind === 'unknown') return refused({ code: 'too-large', span: head, fatal: true });
  if (parsed.kind === 'failed') {
    const code = parsed.reason === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml';
    return refused({ code, span: parsed.at, message: parsed.reason, fatal: true });
  }
  const { root } = parsed;
  if (root.kind === 'list') return refused({ code: 'without-prompt', span: head, fatal: true });
  if (root.kind !== 'map') return refused({ code: 'not-a-mapping', span: head, fatal: true });
  return agentFrom(outline, root.entries, afterFence);
}

function agentFrom(outline: Outline, fields: readonly Entry[], afterFence: number): Reading {
  if (isRemote(fields)) return refused({ code: 'without-prompt', span: outline.head, fatal: true });
  const { text } = outline;
  const [lineBreak] = /^\r?\n/.exec(text.slice(afterFence, afterFence + 2)) ?? [];
  // What follows the dashes on their line, and everything after it, is lost.
  const isLost = lineBreak === undefined && afterFence < text.length;
  const prompt = promptFrom(
    text,
    lineBreak === undefined ? text.length : afterFence + lineBreak.length,
  );
  const flaws: readonly Flaw[] = isLost
    ? [{ code: 'early-fence', span: lineAt(text, afterFence), fatal: false }]
    : [];
  return { agents: [{ fields, prompt }], flaws };
}

/** Whether it is an agent that runs as a service. */
const isRemote = (fields: readonly Entry[]): boolean => {
  const kind = textOf(entryOf(fields, 'kind')?.value);
  if (kind === 'local') return false;
  return kind === 'remote' || fields.some(({ key }) => key.startsWith('agent_card_'));
};

/** The prompt without white space at both ends. */
function promptFrom(text: string, from: number): ReadAgent['prompt'] {
  const rest = text.slice(from).trimStart();
  const start = text.length - rest.length;
  const trimmed = rest.trimEnd();
  return { text: trimmed, span: { start, end: start + trimmed.length } };
}

/** The line of the closing dashes. */
function lineAt(text: string, afterFence: number): Span {
  const end = text.indexOf('\n', afterFence);
  return { start: afterFence - 3, end: end < 0 ? text.length : end };
}

const refused = (flaw: Flaw): Reading => ({ agents: [], flaws: [flaw] });
