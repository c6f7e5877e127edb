// A block of fields at the beginning of a file in which no program finds a frontmatter, because its first line is not "---", or
// because a comment, a heading or a code fence precedes it.

import { type Outline, outlineOf } from '../../agent/outline';
import type { Edit } from '../../text/edit';
import { memoize } from '../../text/memoize';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import type { Entry } from '../../yaml/value';
import type { Fix } from '../rule';

export interface UnseenHead {
  /** The line that was probably meant as the opening fence, or the first field where there is none. */
  readonly span: Span;
  readonly fields: readonly Entry[];
  readonly edits: readonly Edit[];
}

/** Longer texts above the fields, or longer blocks of them, are not meant as the beginning of an agent file. */
const farthest = 4096;

/** Null where the file has a frontmatter, or no such block. */
export const unseenHead = memoize((outline: Outline): UnseenHead | null => {
  if (outline.form !== 'markdown' || outline.shape !== 'none') return null;
  const lines = linesOf(outline);
  const lead = leadOf(lines);
  const opening = lines[lead.count];
  if (!opening) return null;
  const isFence = /^\s*[-—–]+(?:[ \t].*)?$/.test(opening.text) && !/^\s*-[ \t]/.test(opening.text);
  // Without a fence of its own, only a block that begins the file or its code fence is meant as the frontmatter.
  if (!isFence && lines.slice(0, lead.count).some(({ text }) => /^\s*(?:<!--|#)/.test(text)))
    return null;
  const first = lead.count + (isFence ? 1 : 0);
  const last = lines.findIndex(({ text }, at) => at >= first && isClosing(text, lead.fence));
  if (last <= first) return null;
  const head = lines.slice(first, last);
  const indent = Math.min(
    ...head.flatMap(({ text }) => (/\S/.test(text) ? text.search(/\S/) : [])),
  );
  const fields = fieldsIn(head, indent);
  if (fields.length === 0) return null;
  const span = isFence ? opening : head[0];
  if (!span) return null;
  return { span, fields, edits: editsFor(outline, { lines, lead, first, last, indent }) };
});

/** The fix that makes the block the frontmatter of the file. What preceded it follows the closing fence. */
export const headFix = ({ edits }: UnseenHead): Fix => ({
  title: t('Begin the file with this frontmatter'),
  safety: 'safe',
  edits: () => edits,
});

interface Line extends Span {
  /** Without its line break. */
  readonly text: string;
  /** The start of the next line. */
  readonly next: number;
}

function linesOf({ text, bom }: Outline): readonly Line[] {
  const lines: Line[] = [];
  for (let start = bom ? 1 : 0; start < text.length && start <= farthest; ) {
    const at = text.indexOf('\n', start);
    const next = at < 0 ? text.length : at + 1;
    const line = text.slice(start, next).replace(/\r?\n$/, '');
    lines.push({ start, end: start + line.length, text: line, next });
    start = next;
  }
  return lines;
}

interface Lead {
  /** How many lines precede the block. */
  readonly count: number;
  /** The line that opens a code fence around the block. */
  readonly fence: number | undefined;
}

/** Blank lines, headings, comments and one opening code fence, which may only be the first text of the file. */
function leadOf(lines: readonly Line[]): Lead {
  let fence: number | undefined;
  let count = 0;
  let isFirst = true;
  let isComment = false;
  for (const { text } of lines) {
    const opensFence: boolean = isFirst && /^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:\w+[ \t]*)?$/.test(text);
    const opensComment: boolean = !isComment && /^\s*<!--/.test(text);
    if (opensFence) fence = count;
    else if (opensComment || isComment) isComment = !/-->\s*$/.test(text);
    else if (/\S/.test(text) && !/^#{1,6}\s/.test(text)) break;
    isFirst &&= !/\S/.test(text);
    count++;
  }
  return { count, fence };
}

const isClosing = (text: string, fence: number | undefined): boolean =>
  /^\s*(?:-{2,}|[—–]+)\s*$/.test(text) || (fence !== undefined && isCodeFence(text));

const isCodeFence = (text: string): boolean => /^\s*(?:`{3,}|~{3,})\s*$/.test(text);

/** Empty where the lines are anything but a map without errors. */
function fieldsIn(head: readonly Line[], indent: number): readonly Entry[] {
  const text = head.map((line) => line.text.slice(indent)).join('\n');
  const { fields, errors, root } = outlineOf(`---\n${text}\n---\n`);
  return errors.length === 0 && root?.kind === 'map' ? fields : [];
}

interface Block {
  readonly lines: readonly Line[];
  readonly lead: Lead;
  readonly first: number;
  readonly last: number;
  readonly indent: number;
}

function editsFor(outline: Outline, { lines, lead, first, last, indent }: Block): readonly Edit[] {
  const { eol, bom, text } = outline;
  const head = lines.slice(first, last);
  const closing = lines[last];
  const start = head[0]?.start ?? 0;
  if (!closing) return [];
  const above = lines
    .slice(0, lead.count)
    .filter((_, at) => at !== lead.fence)
    .map((line) => line.text)
    .join(eol)
    .trim();
  const codeFence = lead.fence === undefined ? undefined : closingCodeFence(text, closing);
  return [
    { span: { start: bom ? 1 : 0, end: start }, text: `---${eol}` },
    ...head.flatMap((line) =>
      indent > 0 && line.text.length >= indent
        ? [{ span: { start: line.start, end: line.start + indent }, text: '' }]
        : [],
    ),
    {
      span: { start: closing.start, end: closing.next },
      text: above === '' ? `---${eol}` : `---${eol}${above}${eol}`,
    },
    ...(codeFence ? [{ span: codeFence, text: '' }] : []),
  ];
}

/** The line that closes the code fence, right after the block or at the end of the file. */
function closingCodeFence(text: string, closing: Line): Span | undefined {
  if (isCodeFence(closing.text)) return undefined;
  const rest = text.slice(closing.next);
  const next = /^\s*(?:`{3,}|~{3,})[ \t]*(?:\r?\n|$)/.exec(rest);
  if (next) return { start: closing.next, end: closing.next + next[0].length };
  const trimmed = rest.trimEnd();
  const start = trimmed.lastIndexOf('\n') + 1;
  return isCodeFence(trimmed.slice(start))
    ? { start: closing.next + start, end: text.length }
    : undefined;
}
