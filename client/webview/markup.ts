// An HTML template tag that escapes all interpolated values, except results of the tag itself. Agent files are untrusted, so
// all HTML is created with it.

export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** Creates HTML. Strings are escaped; null, undefined and false are omitted. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const [first = '', ...rest] = literals;
  return {
    markup: parts.reduce<string>(
      (result, part, n) => result + rendered(part) + (rest[n] ?? ''),
      first,
    ),
  };
}

/** A translated sentence as HTML, with `{0}`, `{1}`... replaced by the parts. */
export function fillTemplate(template: string, ...parts: readonly Part[]): Markup {
  const pieces = template.split(/\{(\d)\}/);
  return html`${pieces.map((piece, n) => (n % 2 === 0 ? piece : parts[Number(piece)]))}`;
}

/** Empty HTML. */
export const nothing: Markup = { markup: '' };

/** Escapes text for element content and quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function rendered(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(rendered).join('');
}
