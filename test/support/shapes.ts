// The shapes in which the same file is found: with other line breaks, a byte order mark, another end. What is done to a file must
// not depend on its shape, so the result for a shape is known: it is the usual result in this shape.

export interface Shape {
  readonly name: string;
  /** The text in this shape; the same text where it has no part that differs. */
  readonly of: (text: string) => string;
  /** What may differ in results and does not matter. */
  readonly tidied?: (text: string) => string;
  /** Only lines in the frontmatter differ, which is written from scratch in some results. */
  readonly isLayout?: true;
}

/** A frontmatter up to its last fence, and what follows. */
const closed = /^(---\n(?:[\s\S]*?\n)??)(---(?:\n[\s\S]*)?)$/;

const beforeFence =
  (line: string) =>
  (text: string): string =>
    text.replace(closed, (_, head: string, rest: string) => `${head}${line}\n${rest}`);

const withoutLastBreak = (text: string): string => text.replace(/\n+$/, '');

export const shapes: readonly Shape[] = [
  { name: 'CRLF', of: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'a byte order mark', of: (text) => text.replace(/^\ufeff?/, '\ufeff') },
  { name: 'no line break at the end', of: withoutLastBreak, tidied: withoutLastBreak },
  { name: 'a blank line before the fence', of: beforeFence(''), isLayout: true },
];

/** A comment is a line of YAML, so this shape is for files in it only, and where no field is added at the end. */
export const commentBeforeFence: Shape = {
  name: 'a comment before the fence',
  of: beforeFence('# end'),
};

/** Results for a shape, in the form in which they are compared. */
export const tidied = ({ tidied: tidy }: Shape, text: string): string => (tidy ? tidy(text) : text);

/** A text with a caret in a shape. */
export function shaped(
  text: string,
  caret: number,
  { of }: Shape,
): { readonly text: string; readonly caret: number } {
  const marked = of(`${text.slice(0, caret)}\0${text.slice(caret)}`);
  return { text: of(text), caret: marked.indexOf('\0') };
}
