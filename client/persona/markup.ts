// HTML that cannot be forgotten to be escaped: what is put into a template is text, unless it came from a template itself.
// Agent files are other people's text, so this is the only way HTML is made here.

export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** A piece of HTML; texts and numbers in it are escaped, null and false leave nothing. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const [first = '', ...rest] = literals;
  return {
    markup: parts.reduce<string>((made, part, n) => made + written(part) + (rest[n] ?? ''), first),
  };
}

/** A told sentence as HTML: its `{0}` stands for the first of the parts. */
export function filled(sentence: string, ...parts: readonly Part[]): Markup {
  const pieces = sentence.split(/\{(\d)\}/);
  return html`${pieces.map((piece, n) => (n % 2 === 0 ? piece : parts[Number(piece)]))}`;
}

/** Nothing at all. */
export const nothing: Markup = { markup: '' };

/** Text as it must stand in HTML, between tags or inside a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(written).join('');
}
