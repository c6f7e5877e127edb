// Links in the prose of a prompt: relative Markdown links and paths after an `@`. Code and placeholders are ignored.
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
  return findInProse(text, body, find).filter(({ path }) => isRelative(path));
}

/** Whether the path is relative. A single word is not: it is nearly always an example such as `[text](url)`. */
const isRelative = (path: string): boolean =>
  /[./]/.test(path) &&
  /\w/.test(path) &&
  !/^(?:[a-z][a-z0-9+.-]*:|\/|~|\?|www\.)/i.test(path) &&
  !/[{}$*]|\.{3}/.test(path);

const afterAt = /(?<=^|[\s(])@([\w./~-]*\w)(?![\w@])/dg;

/** The paths in `body` that are written `@docs/a.md`, in order. */
export function atMentionedPaths(text: string, body: Span): readonly Link[] {
  const find = (line: string): Iterable<RegExpMatchArray> =>
    line.includes('@') ? line.matchAll(afterAt) : [];
  return findInProse(text, body, find).filter(({ path }) =>
    // Users and packages are also written with an @.
    path.includes('/') ? /\.[a-z]\w{0,7}$/i.test(path) : documents.test(path),
  );
}

const documents = /\.(?:md|mdx|txt|json|jsonc|ya?ml|toml)$/i;

/** The first group of each match that is not in code; `find` is called for each line of prose. */
export function findInProse(
  text: string,
  body: Span,
  find: (line: string) => Iterable<RegExpMatchArray>,
): readonly Link[] {
  if (body.start >= body.end) return none;
  const links: Link[] = [];
  for (const line of proseLines(text, body)) {
    if (line.end - line.start > maxLine) continue;
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

/** Longer lines are data instead of prose. UTF-16 units. */
const maxLine = 20_000;
