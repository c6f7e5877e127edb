// The characters that are to blame: the shortest run of a text without which a host no longer stumbles over that fault.
import { outlineOf } from '../../agent/outline';
import type { Context } from '../../hosts/context';
import { judge } from '../../hosts/judge';
import type { Place } from '../../hosts/place';
import type { Span } from '../../text/span';
import { type Blocker, blockersOf } from '../write-once/blockers';

/** Each try is a verdict: what is longer is not shrunk to its last letter. */
const mostTries = 400;

/**
 * @param within where the fault is told of, the likeliest first.
 * @returns null where no run within them does it, as where something is missing.
 */
export function toBlame(
  text: string,
  { place, context }: { readonly place: Place; readonly context: Context },
  { about }: Pick<Blocker, 'about'>,
  within: readonly Span[],
): Span | null {
  let tries = 0;
  const countIn = (tried: string): number =>
    blockersOf(judge(outlineOf(tried), place, context)).filter((one) => one.about === about).length;
  const before = countIn(text);
  const all = blockersOf(judge(outlineOf(text), place, context)).length;
  /** The fault is gone, and no other came in its place. */
  const helps = ({ start, end }: Span): boolean => {
    if (start >= end || tries++ > mostTries) return false;
    const without = text.slice(0, start) + text.slice(end);
    const left = blockersOf(judge(outlineOf(without), place, context));
    return left.filter((one) => one.about === about).length < before && left.length < all;
  };
  // A sign too many is to blame by itself, whatever stands around it.
  for (const length of [1, 2]) {
    const few = windows(within[0], length).find(helps);
    if (few) return few;
  }
  const found = within.find(helps);
  return found ? shrunk(found, helps) : null;
}

function windows(span: Span | undefined, length: number): readonly Span[] {
  if (!span || span.end - span.start > 100) return [];
  return Array.from({ length: Math.max(0, span.end - span.start - length + 1) }, (_, at) => ({
    start: span.start + at,
    end: span.start + at + length,
  }));
}

/** From both ends, in steps that get smaller. */
function shrunk(from: Span, helps: (span: Span) => boolean): Span {
  let { start, end } = from;
  for (let step = (end - start) >> 1; step > 0; step >>= 1) {
    while (helps({ start: start + step, end })) start += step;
    while (helps({ start, end: end - step })) end -= step;
  }
  return { start, end };
}
