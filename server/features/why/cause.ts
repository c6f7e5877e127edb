// The characters that cause a problem: the shortest range without which the host no longer has it.
import { outlineOf } from '../../agent/outline';
import { judge } from '../../hosts/judge/compute-verdict';
import type { Context } from '../../hosts/model/context';
import type { Place } from '../../hosts/model/place';
import type { Span } from '../../text/span';
import { type Blocker, blockersOf } from '../write-once/blockers';

/** Each attempt needs a verdict, so long ranges are not shrunk all the way. */
const maxAttempts = 400;

/**
 * The range that causes a blocker.
 * @param within ranges to search, the likeliest first.
 * @returns null where removing no range resolves it, such as for a missing field.
 */
export function causesOf(
  text: string,
  { place, context }: { readonly place: Place; readonly context: Context },
  { about }: Pick<Blocker, 'about'>,
  within: readonly Span[],
): Span | null {
  let attempts = 0;
  const countIn = (changed: string): number =>
    blockersOf(judge(outlineOf(changed), place, context)).filter((one) => one.about === about)
      .length;
  const before = countIn(text);
  const all = blockersOf(judge(outlineOf(text), place, context)).length;
  /** Whether the blocker is resolved without this range, and no other appears. */
  const isCause = ({ start, end }: Span): boolean => {
    if (start >= end || attempts++ > maxAttempts) return false;
    const without = text.slice(0, start) + text.slice(end);
    const left = blockersOf(judge(outlineOf(without), place, context));
    return left.filter((one) => one.about === about).length < before && left.length < all;
  };
  // A single stray character is the cause, whatever is around it.
  for (const length of [1, 2]) {
    const short = windows(within[0], length).find(isCause);
    if (short) return short;
  }
  const found = within.find(isCause);
  return found ? shrunk(found, isCause) : null;
}

function windows(span: Span | undefined, length: number): readonly Span[] {
  if (!span || span.end - span.start > 100) return [];
  return Array.from({ length: Math.max(0, span.end - span.start - length + 1) }, (_, at) => ({
    start: span.start + at,
    end: span.start + at + length,
  }));
}

/** Shrinks a range from both ends, in steps that get smaller. */
function shrunk(from: Span, isCause: (span: Span) => boolean): Span {
  let { start, end } = from;
  for (let step = (end - start) >> 1; step > 0; step >>= 1) {
    while (isCause({ start: start + step, end })) start += step;
    while (isCause({ start, end: end - step })) end -= step;
  }
  return { start, end };
}
