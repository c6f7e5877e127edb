/**
 * A text on one line, cut with an ellipsis where it is longer than `atMost` UTF-16 units. No more of a long text is
 * looked at than can be shown.
 */
export function oneLine(text: string, atMost: number): string {
  const line = text
    .slice(0, atMost * 5)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > atMost ? `${line.slice(0, atMost - 1)}…` : line;
}
