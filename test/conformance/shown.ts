// Texts in the form of a case file. Characters that are invisible or that an editor would remove are escaped.

const unseen = /[^\n\P{C}]|[^\S\n ]|[ ](?=\n|$)|[\ud800-\udfff]/u;
const long = /([^\n])\1{199,}/g;

export function shown(text: string): { escaped: boolean; lines: string } {
  if (!unseen.test(text) && text.search(long) < 0) return { escaped: false, lines: text };
  const lines = text
    .replaceAll('\\', '\\\\')
    .replaceAll(long, (run, sign: string) => `\\{${sign}*${run.length}}`)
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(/[ ](?=\n|$)/g, '\\s')
    .replaceAll(/[^\n\P{C}]|[^\S\n ]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  return { escaped: true, lines };
}

const escapes: Readonly<Record<string, string>> = { r: '\r', t: '\t', s: ' ', '\\': '\\' };

/** The text behind what `shown` wrote. */
export const hidden = (lines: string): string =>
  lines.replaceAll(
    /\\(?:u\{([0-9a-f]+)\}|\{(.)\*(\d+)\}|([rts\\]))/gu,
    (_, code: string | undefined, sign = '', times: string | undefined, letter = '') => {
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
      return times === undefined ? (escapes[letter] ?? '') : sign.repeat(Number(times));
    },
  );
