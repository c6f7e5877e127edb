// What the prose of a prompt points to: relative links of Markdown, and paths behind an `@`. Code is passed over, and so
// is what a program fills in.
import { covers, type Span } from '../text/span';
import { inlineCode, proseLines } from './prose';

export interface Link {
  /** As written, without title, anchor and angle brackets. */
  readonly path: string;
  readonly span: Span;
}

const inline = /\]\([ \t]{0,9}<?([^\s<>()#]+)/dg;
const definition = /^ {0,3}\[[^\]]+\]:[ \t]{1,9}<?([^\s<>#]+)/dg;

/** The relative links in `body`, in order: `[text](docs/a.md)`, `![](b.png)`, `[id]: c.md`. */
export function relativeLinks(text: string, body: Span): readonly Link[] {
  const find = (line: string): readonly RegExpMatchArray[] =>
    line.includes('](') || line.includes(']:')
      ? [...line.matchAll(definition), ...line.matchAll(inline)]
      : [];
  return inProse(text, body, find).filter(({ path }) => isRelative(path));
}

/** A word alone is nearly always an example of a link: `[text](url)`. */
const isRelative = (path: string): boolean =>
  /[./]/.test(path) &&
  /\w/.test(path) &&
  !/^(?:[a-z][a-z0-9+.-]*:|\/|~|\?|www\.)/i.test(path) &&
  !/[{}$*]|\.{3}/.test(path);

const behindAt = /(?<=^|[\s(])@([\w./~-]*\w)(?![\w@])/dg;

/** The paths in `body` that are written `@docs/a.md`, in order. */
export function atPaths(text: string, body: Span): readonly Link[] {
  const find = (line: string): Iterable<RegExpMatchArray> =>
    line.includes('@') ? line.matchAll(behindAt) : [];
  return inProse(text, body, find).filter(({ path }) =>
    // People and packages stand behind an @ too.
    path.includes('/') ? /\.[a-z]\w{0,7}$/i.test(path) : documents.test(path),
  );
}

const documents = /\.(?:md|mdx|txt|json|jsonc|ya?ml|toml)$/i;

/** What the first group of each match holds, where it is not in code. */
export function inProse(
  text: string,
  body: Span,
  find: (line: string) => Iterable<RegExpMatchArray>,
): readonly Link[] {
  if (body.start >= body.end) return none;
  const links: Link[] = [];
  for (const line of proseLines(text, body)) {
    if (line.end - line.start > longest) continue;
    const found = [...find(text.slice(line.start, line.end))];
    if (found.length === 0) continue;
    const code = inlineCode(text, line);
    for (const { indices } of found) {
      const [start, end] = indices?.[1] ?? [0, 0];
      const span = { start: line.start + start, end: line.start + end };
      if (!code.some((one) => covers(one, span)))
        links.push({ path: text.slice(span.start, span.end), span });
    }
  }
  return links;
}

const none: readonly Link[] = [];

/** A line of such length is data, and nobody's prose; UTF-16 units. */
const longest = 20_000;
