// Splits a prompt into Markdown blocks. After an edit, only the blocks around it are parsed again.
import { Lexer } from 'marked';
import type { Splice } from '../splice';

export interface Block {
  /** Source text with `\n` line breaks. The concatenated blocks are the whole text. */
  readonly raw: string;
  readonly type: string;
}

const options = { gfm: true } as const;

/** Takes the source by length, because the parser normalizes some whitespace in `raw` but keeps its length. */
function blocksIn(text: string): readonly Block[] {
  let at = 0;
  const blocks = new Lexer(options).blockTokens(text, []).map(({ raw, type }): Block => {
    const from = at;
    at += raw.length;
    return { raw: text.slice(from, at), type };
  });
  return merged([], blocks);
}

/** Merges adjacent blank blocks, so that the result does not depend on where parsing started. */
function merged(head: readonly Block[], tail: readonly Block[]): readonly Block[] {
  const all = [...head];
  for (const block of tail) {
    const last = all.at(-1);
    if (block.type === 'space' && last?.type === 'space')
      all[all.length - 1] = { raw: last.raw + block.raw, type: 'space' };
    else all.push(block);
  }
  return all;
}

/** The blocks of a string with `\n` line breaks. */
export const blocksOf = (text: string): readonly Block[] => checked(blocksIn(text), text);

/** Number of blocks after an edit to parse again. If that is not enough, the whole text is parsed. */
const lookahead = 12;

/** Types of blocks that continue after a blank line if the next line is indented. */
const continuing: ReadonlySet<string> = new Set(['list', 'code']);

/** The blocks of `text`, which is the text of `blocks` after the splice. */
export function blocksAfter(
  blocks: readonly Block[],
  text: string,
  { from, removed, text: inserted }: Splice,
): readonly Block[] {
  const delta = inserted.length - removed;
  const ends = endsOf(blocks);
  // A block can merge with the previous one unless a blank line separates them, and some continue with indented lines after it.
  let first = ends.findIndex((end) => end >= from);
  if (first < 0) first = blocks.length;
  const isSeparate = (at: number): boolean =>
    blocks[at - 1]?.type === 'space' &&
    (ends[at - 1] ?? 0) < from &&
    !continuing.has(blocks[at - 2]?.type ?? '');
  while (first > 0 && !isSeparate(first)) first--;
  const start = ends[first - 1] ?? 0;
  const lastTouched = ends.findIndex((end) => end > from + removed);
  const last = lastTouched < 0 ? blocks.length - 1 : lastTouched + lookahead;
  const until = last >= blocks.length - 1 ? text.length : (ends[last] ?? 0) + delta;
  const head = blocks.slice(0, first);
  const parsed = blocksIn(text.slice(start, until));
  if (until === text.length) return checked(merged(head, parsed), text);
  // If a blank line ends at the same position as before, the following blocks are unchanged.
  const boundaries = new Map(ends.map((end, n) => [end + delta, n]));
  let at = start;
  for (const [n, block] of parsed.entries()) {
    at += block.raw.length;
    const unchanged = boundaries.get(at);
    const isSafe = block.type === 'space' && n < parsed.length - 1 && at >= from + inserted.length;
    if (isSafe && unchanged !== undefined && blocks[unchanged]?.type === 'space')
      return [...merged(head, parsed.slice(0, n + 1)), ...blocks.slice(unchanged + 1)];
  }
  return blocksOf(text);
}

function endsOf(blocks: readonly Block[]): number[] {
  let end = 0;
  return blocks.map(({ raw }) => {
    end += raw.length;
    return end;
  });
}

/** If the blocks do not cover the text because of a parser error, the text is shown as a single block. */
function checked(blocks: readonly Block[], text: string): readonly Block[] {
  const length = blocks.reduce((sum, { raw }) => sum + raw.length, 0);
  return length === text.length ? blocks : [{ raw: text, type: 'whole' }];
}

/** The level of the highest heading: 1 for `# Role`, 2 for `Role` above a line of hyphens. 1 without headings. */
export function topHeadingIn(blocks: readonly Block[]): number {
  const levels = blocks.flatMap(({ type, raw }) => {
    if (type !== 'heading') return [];
    const marks = /^ {0,3}(#{1,6})/.exec(raw)?.[1];
    return marks ? marks.length : /\n {0,3}=/.test(raw) ? 1 : 2;
  });
  return levels.length === 0 ? 1 : Math.min(...levels);
}

/** Source of the link definitions, which apply to the whole text. */
export const definitionsIn = (blocks: readonly Block[]): string =>
  blocks.flatMap(({ type, raw }) => (type === 'def' ? [raw] : [])).join('\n');
