// Where a head holds only what every YAML parser reads alike, the tolerant tree is what a host's own parser would make.
import type { Outline } from '../agent/outline';
import type { Entry } from '../agent/value';
import type { Span } from '../text/span';

/** The head and what follows it, where a host that looks for fences of its own finds those of the outline; null elsewhere. */
export function plainRegions({ isPlain, shape, opening, language, head, bom, body }: Outline): {
  readonly head: Span;
  readonly body: Span;
} | null {
  if (!isPlain || shape !== 'closed' || language !== '') return null;
  return opening?.start === (bom ? 1 : 0) ? { head, body } : null;
}

/**
 * The fields between a host's own fences, or null where its parser has to be asked.
 * @param head what the host takes for the head, with the last line break or without it.
 */
export function plainFields(outline: Outline, { start, end }: Span): readonly Entry[] | null {
  const { isPlain, shape, head, text, fields } = outline;
  if (!isPlain || shape !== 'closed' || start !== head.start) return null;
  return end === head.end || (end === head.end - 1 && text.charCodeAt(end) === 10) ? fields : null;
}
