/**
 * The text on one line, truncated with an ellipsis to `atMost` UTF-16 units. Only the beginning of a long text is
 * processed.
 */
export function oneLine(text: string, atMost: number): string {
  const start = text.slice(0, atMost * 5);
  // Most texts need no change, and testing is faster than replacing.
  const line = irregular.test(start) ? start.replaceAll(/\s+/g, ' ').trim() : start;
  return line.length > atMost ? `${line.slice(0, atMost - 1)}…` : line;
}

/** White space other than a single space between two words. */
const irregular = /[^\S ]| {2}|^ | $/;
