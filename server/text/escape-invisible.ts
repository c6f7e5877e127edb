// Escapes characters that are invisible or that editors remove, so that a text can be displayed and copied without loss.

const invisible = /[^\n\P{C}]|[^\S\n ]|[ ](?=\n|$)|[\ud800-\udfff]/u;
const longRun = /([^\n])\1{199,}/g;

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
