/**
 * A text on one line, cut with an ellipsis where it is longer than `atMost` UTF-16 units. No more of a long text is
 * looked at than can be shown.
 */
export function oneLine(text: string, atMost: number): string {
  const start = text.slice(0, atMost * 5);
  // Most are in order: to look is cheaper than to replace.
  const line = ragged.test(start) ? start.replaceAll(/\s+/g, ' ').trim() : start;
  return line.length > atMost ? `${line.slice(0, atMost - 1)}…` : line;
}

/** White space that is no single blank between two words. */
const ragged = /[^\S ]| {2}|^ | $/;
