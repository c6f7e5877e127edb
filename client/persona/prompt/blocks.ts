// A prompt cut into its Markdown blocks. After an edit only the blocks around it are read again.
import { Lexer } from 'marked';
import type { Splice } from '../splice';

export interface Block {
  /** As it stands, with `\n` for line breaks. All of them together are the text. */
  readonly raw: string;
  readonly type: string;
}

const options = { gfm: true } as const;

/** The reader writes some blanks otherwise, and goes on by the length of what it has read: so each is cut by that. */
function blocksIn(text: string): readonly Block[] {
  let at = 0;
  const blocks = new Lexer(options).blockTokens(text, []).map(({ raw, type }): Block => {
    const from = at;
    at += raw.length;
    return { raw: text.slice(from, at), type };
  });
  return joined([], blocks);
}

/** Empty lines side by side are one block, wherever reading began. */
function joined(head: readonly Block[], tail: readonly Block[]): readonly Block[] {
  const all = [...head];
  for (const block of tail) {
    const last = all.at(-1);
    if (block.type === 'space' && last?.type === 'space')
      all[all.length - 1] = { raw: last.raw + block.raw, type: 'space' };
    else all.push(block);
  }
  return all;
}

/** The blocks of a whole text, whose line breaks are `\n`. */
export const blocksOf = (text: string): readonly Block[] => settled(blocksIn(text), text);

/** How many blocks behind an edit are read along: where that is not enough, all are. */
const ahead = 12;

/** Blocks that go on behind an empty line where something is indented there. */
const reaching: ReadonlySet<string> = new Set(['list', 'code']);

/** The blocks of `text`, which `splice` has made of the text of `blocks`. */
export function blocksAfter(
  blocks: readonly Block[],
  text: string,
  { from, removed, text: put }: Splice,
): readonly Block[] {
  const grown = put.length - removed;
  const ends = endsOf(blocks);
  // A block may join with the one before it, unless an empty line lies between them; some take in what is indented behind it.
  let first = ends.findIndex((end) => end >= from);
  if (first < 0) first = blocks.length;
  const isApart = (at: number): boolean =>
    blocks[at - 1]?.type === 'space' &&
    (ends[at - 1] ?? 0) < from &&
    !reaching.has(blocks[at - 2]?.type ?? '');
  while (first > 0 && !isApart(first)) first--;
  const start = ends[first - 1] ?? 0;
  const lastTouched = ends.findIndex((end) => end > from + removed);
  const last = lastTouched < 0 ? blocks.length - 1 : lastTouched + ahead;
  const until = last >= blocks.length - 1 ? text.length : (ends[last] ?? 0) + grown;
  const head = blocks.slice(0, first);
  const fresh = blocksIn(text.slice(start, until));
  if (until === text.length) return settled(joined(head, fresh), text);
  // Where an empty line ends at the same place as before, what follows is as before.
  const boundaries = new Map(ends.map((end, n) => [end + grown, n]));
  let at = start;
  for (const [n, block] of fresh.entries()) {
    at += block.raw.length;
    const known = boundaries.get(at);
    const isSafe = block.type === 'space' && n < fresh.length - 1 && at >= from + put.length;
    if (isSafe && known !== undefined && blocks[known]?.type === 'space')
      return [...joined(head, fresh.slice(0, n + 1)), ...blocks.slice(known + 1)];
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

/** Should the reader ever lose a letter, the text is shown as one piece rather than with a hole. */
function settled(blocks: readonly Block[], text: string): readonly Block[] {
  const length = blocks.reduce((sum, { raw }) => sum + raw.length, 0);
  return length === text.length ? blocks : [{ raw: text, type: 'whole' }];
}

/** Definitions of links count for the whole text. */
export const definitionsIn = (blocks: readonly Block[]): string =>
  blocks.flatMap(({ type, raw }) => (type === 'def' ? [raw] : [])).join('\n');
