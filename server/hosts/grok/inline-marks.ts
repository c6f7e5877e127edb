// The text of a paragraph without the marks of Markdown, as CommonMark reads them.
import { spaced } from '../judge/reading/rust-text';

/** The text without the marks of emphasis, code, links and HTML, on one line. Images are left out. */
export function withoutMarks(text: string): string {
  const literals = text
    .replaceAll(
      /(?<![`\\])(`+)(?!`) ?([^`]|[^`][\s\S]*?[^`]) ?\1(?!`)/g,
      (_, __, inner: string) => `${edge}${literal(inner)}${edge}`,
    )
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_, char: string) => literal(char))
    .replaceAll(/\\?\n/g, ' ')
    .replaceAll(image, '')
    .replaceAll(link, `${edge}$1${edge}`)
    .replaceAll(/<([a-z][a-z\d+.-]+:[^<>\s]*|[^<>\s@]+@[^<>\s]+)>/gi, (_, address: string) =>
      literal(address),
    )
    .replaceAll(tag, edge);
  const plain = withoutEmphasis(literals)
    .replaceAll(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(/[\ue000-\ue07f]/g, asWritten)
    .replaceAll(edge, '');
  return spaced(plain);
}

/** Where characters that are no marks are put meanwhile: an area of Unicode without characters. */
const moved = 0xe000;

/** In place of a mark that was removed. */
const edge = '\ue080';

const literal = (text: string): string =>
  text.replaceAll(/[!-~]/g, (char) => String.fromCharCode(moved + char.charCodeAt(0)));

const asWritten = (char: string): string => String.fromCharCode(char.charCodeAt(0) - moved);

const target = /\((?:<[^<>]*>|[^\s()]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/;
const image = new RegExp(`!\\[[^[\\]]*\\]${target.source}`, 'g');
const link = new RegExp(`\\[([^[\\]]*)\\]${target.source}`, 'g');

const tag =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![a-z][^>]*>|<\/[a-z][a-z\d-]*\s*>|<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:=(?:[^\s"'=<>`]+|"[^"]*"|'[^']*'))?)*\s*\/?>/gi;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

/** Several of the characters that mark emphasis, of which some are used up. */
interface Run {
  readonly char: string;
  readonly start: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  left: number;
}

/** Longer texts than any description have no more. */
const mostRuns = 500;

function withoutEmphasis(text: string): string {
  const runs = [...text.matchAll(/\*+|_+|~+/g)]
    .slice(0, mostRuns)
    .map((match) => runAt(text, match));
  let open: Run[] = [];
  for (const run of runs) {
    while (run.closes && run.left > 0) {
      const at = open.findLastIndex((one) => areOnePair(one, run));
      const opener = open[at];
      if (!opener) break;
      const used = run.char === '~' ? run.left : Math.min(opener.left, run.left, 2);
      opener.left -= used;
      run.left -= used;
      open = open.slice(0, opener.left > 0 ? at + 1 : at);
    }
    if (run.opens && run.left > 0) open.push(run);
  }
  let plain = '';
  let from = 0;
  for (const { char, start, length, left } of runs) {
    plain += text.slice(from, start) + char.repeat(left);
    from = start + length;
  }
  return plain + text.slice(from);
}

function runAt(text: string, { 0: marks, index }: RegExpExecArray): Run {
  const before = text.charAt(index - 1);
  const after = text.charAt(index + marks.length);
  const isLeft = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before));
  const isRight = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after));
  const isInWord = marks.startsWith('*');
  return {
    char: marks.charAt(0),
    start: index,
    length: marks.length,
    left: marks.length,
    opens: isLeft && (isInWord || !isRight || isMark(before)),
    closes: isRight && (isInWord || !isLeft || isMark(after)),
  };
}

const isSpace = (char: string): boolean => char === '' || /\s/.test(char);
const isMark = (char: string): boolean =>
  char === edge || /[\p{P}\p{S}]/u.test(/[\ue000-\ue07f]/.test(char) ? asWritten(char) : char);

function areOnePair(opener: Run, closer: Run): boolean {
  if (opener.char !== closer.char) return false;
  if (opener.char === '~') return opener.length === closer.length && closer.length < 3;
  const isEither = opener.closes || closer.opens;
  const isThird = (opener.length + closer.length) % 3 === 0;
  return !isEither || !isThird || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
