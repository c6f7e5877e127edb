// How Qwen Code 0.24.4 reads skills, and commands in Markdown. Both may end with the closing dashes, and a command may have no frontmatter.
import type { Outline } from '../../agent/outline';
import type { FlawCode, ReadAgent, Reader, Reading } from '../model/reading';
import { unread } from '../model/reading';
import { normalized, promptFrom, type Source } from './reader';
import { parseFrontmatter } from './yaml';

/** Where the head ends and where the text after the closing dashes begins, in the normalized text. */
interface Fence {
  readonly end: number;
  readonly body: number;
}

const closing = /\n---(?:\n|$)/g;

function fenceIn(text: string): Fence | null {
  if (!text.startsWith('---\n')) return null;
  closing.lastIndex = 4;
  const found = closing.exec(text);
  return found && { end: found.index, body: found.index + found[0].length };
}

/** Without a head there is a skill in no file; a command has the whole file as its prompt. */
export const skillReader: Reader = ({ outline }) => {
  const source = normalized(outline.text);
  const fence = fenceIn(source.text);
  if (fence) return withHead(outline, source, fence);
  return unread({ code: missingFence(outline), span: fenceSpan(outline), fatal: true });
};

export const commandReader: Reader = ({ outline }) => {
  const source = normalized(outline.text);
  const fence = fenceIn(source.text) ?? emptyHead(source.text);
  if (fence) return withHead(outline, source, fence);
  const code = missingFence(outline);
  return {
    agents: [{ fields: [], prompt: inFile(outline, promptFrom(source, 0)) }],
    flaws: code === 'no-frontmatter' ? [] : [{ code, span: fenceSpan(outline), fatal: false }],
  };
};

/** Two fences without a line between them. */
function emptyHead(text: string): Fence | null {
  const found = /^---\n---(?:\n|$)/.exec(text);
  return found && { end: 4, body: found[0].length };
}

function withHead(outline: Outline, source: Source, { end, body }: Fence): Reading {
  const { text, back } = source;
  const head = parseFrontmatter(outline, {
    text: text.slice(4, end),
    span: back({ start: 4, end }),
    back: (span) => back({ start: span.start + 4, end: span.end + 4 }),
  });
  if (head.kind === 'unknown') return unread({ code: head.why, span: outline.head, fatal: true });
  return {
    agents: [{ fields: head.fields, prompt: inFile(outline, promptFrom(source, body)) }],
    flaws: head.flaws,
  };
}

/** With the line breaks of the file, so that it can be compared and copied. */
const inFile = ({ text }: Outline, { span }: ReadAgent['prompt']): ReadAgent['prompt'] => ({
  text: text.slice(span.start, span.end),
  span,
});

function missingFence({ opening, bom, shape, language }: Outline): FlawCode {
  if (!opening) return 'no-frontmatter';
  if (opening.start !== (bom ? 1 : 0)) return 'leading-text';
  return language === '' && shape !== 'closed' ? 'unclosed-fence' : 'fence-language';
}

const fenceSpan = ({ opening }: Outline): { readonly start: number; readonly end: number } =>
  opening ?? { start: 0, end: 0 };
