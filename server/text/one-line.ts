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

// Escapes characters that are invisible or that editors remove, so that a string can be displayed and copied without loss.

const invisible = /[^\n\P{C}]|[^\S\n ]|[ ](?=\n|$)|[\ud800-\udfff]/u;
const longRun = /([^\n])\1{199,}/g;

/** UTF-16 units, without long runs of one character, which `visible` abbreviates. */
export const lengthWithoutRuns = (text: string): number => text.replaceAll(longRun, '').length;

/** The escaped text. `escaped` is true if anything was escaped; backslashes are doubled then. */
export function visible(text: string): { readonly escaped: boolean; readonly text: string } {
  if (!invisible.test(text) && text.search(longRun) < 0) return { escaped: false, text };
  const result = text
    .replaceAll('\\', '\\\\')
    .replaceAll(longRun, (run, char: string) => `\\{${char}*${run.length}}`)
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(/[ ](?=\n|$)/g, '\\s')
    .replaceAll(/[^\n\P{C}]|[^\S\n ]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
  return { escaped: true, text: result };
}
