// Signs that are written by name or number in Markdown: `&amp;`, `&#8594;`.

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©' },
  ...{ rarr: '→', larr: '←', hellip: '…', mdash: '—', ndash: '–', times: '×', middot: '·' },
};

/** Names that are not known here stay as they are written. */
export const entities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, ten, hex, name) =>
        name === undefined ? signOf(ten, hex, whole) : (named[name] ?? whole),
      )
    : text;

function signOf(ten: string | undefined, hex: string | undefined, whole: string): string {
  const point = ten === undefined ? Number.parseInt(hex ?? '', 16) : Number(ten);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
