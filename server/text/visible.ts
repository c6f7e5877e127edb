// A text as it can be shown and copied without loss: what one cannot see, or what an editor would take away, is
// written out.

const unseen = /[^\n\P{C}]|[^\S\n ]|[ ](?=\n|$)|[\ud800-\udfff]/u;
const long = /([^\n])\1{199,}/g;

/** `escaped` tells whether anything had to be written out; a backslash then stands twice. */
export function visible(text: string): { readonly escaped: boolean; readonly text: string } {
  if (!unseen.test(text) && text.search(long) < 0) return { escaped: false, text };
  const written = text
    .replaceAll('\\', '\\\\')
    .replaceAll(long, (run, sign: string) => `\\{${sign}*${run.length}}`)
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(/[ ](?=\n|$)/g, '\\s')
    .replaceAll(/[^\n\P{C}]|[^\S\n ]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  return { escaped: true, text: written };
}
