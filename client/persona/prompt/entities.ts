// Decodes character references in Markdown: `&amp;`, `&#8594;`.

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©' },
  ...{ rarr: '→', larr: '←', hellip: '…', mdash: '—', ndash: '–', times: '×', middot: '·' },
};

/** Replaces character references. Unknown names are kept unchanged. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
        (reference, decimal, hex, name) =>
          name === undefined ? characterOf(decimal, hex, reference) : (named[name] ?? reference),
      )
    : text;

function characterOf(
  decimal: string | undefined,
  hex: string | undefined,
  reference: string,
): string {
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : reference;
}
