// What an editor selects when the author expands the selection: a name, its value, the entry, what is around it, the frontmatter
// or the section of the prompt, and the document.
import { headingsOf } from '../agent/headings';
import { covers, type Span, touches } from '../text/span';
import type { Value } from '../yaml/value';
import { namedAt } from './navigation';
import type { View } from './view/view';

/** Returns the spans around an offset, from the smallest to the whole document. Each is larger than the one before. */
export function selectionsAt(view: View, offset: number): readonly Span[] {
  const { outline } = view;
  const { text, root, opening, closing, head, body } = outline;
  const isHere = (span: Span): boolean => touches(span, offset);
  const isInHead =
    outline.form === 'toml'
      ? !isHere(body) || body.start === body.end
      : opening !== null && offset <= (closing ?? head).end;
  const found: Span[] = [];
  if (isInHead) {
    found.push(trimmed(text, head));
    if (opening) found.push({ start: opening.start, end: (closing ?? head).end });
    if (root) found.push(...spansIn(root, isHere, 0));
    const named = namedAt(view, offset);
    if (named) found.push(named.span);
    for (const verdict of view.shown()) found.push(...verdict.tools.map(({ span }) => span));
  } else {
    const sections = headingsOf(outline).flatMap(({ span, section }) => [span, section]);
    const parts = [paragraphAt(text, body, offset), body, ...sections];
    found.push(...parts.map((part) => trimmed(text, part)));
  }
  const sorted = found.filter(isHere).sort((a, b) => length(a) - length(b));
  const chain: Span[] = [];
  for (const span of sorted) {
    const last = chain.at(-1);
    if (length(span) > 0 && (!last || (covers(span, last) && length(span) > length(last))))
      chain.push(span);
  }
  const outermost = chain.at(-1);
  return outermost && length(outermost) === text.length
    ? chain
    : [...chain, { start: 0, end: text.length }];
}

const length = ({ start, end }: Span): number => end - start;

const maxDepth = 50;

/** The keys, values and entries at the offset; of a quoted string also what is between the quotes. */
function spansIn(value: Value, isHere: (span: Span) => boolean, depth: number): Span[] {
  if (!isHere(value.span) || depth > maxDepth) return [];
  const { start, end } = value.span;
  const spans = [value.span];
  if (value.kind === 'text' && (value.style === 'single' || value.style === 'double'))
    spans.push({ start: start + 1, end: Math.max(start + 1, end - 1) });
  if (value.kind === 'list')
    spans.push(...value.items.flatMap((item) => spansIn(item, isHere, depth + 1)));
  if (value.kind === 'map')
    for (const entry of value.entries.filter(({ span }) => isHere(span)))
      spans.push(entry.keySpan, entry.span, ...spansIn(entry.value, isHere, depth + 1));
  return spans;
}

/** The lines around an offset up to the next blank ones. */
function paragraphAt(text: string, body: Span, offset: number): Span {
  const before = text.slice(body.start, offset);
  const after = text.slice(offset, body.end);
  const from = [...before.matchAll(blankLine)].at(-1);
  const to = after.search(blankLine);
  return {
    start: from ? body.start + from.index + from[0].length : body.start,
    end: to < 0 ? body.end : offset + to,
  };
}

const blankLine = /(?:\r?\n)[ \t]*(?=\r?\n)/g;

/** Without the whitespace at both ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const from = start + (written.length - written.trimStart().length);
  return { start: from, end: Math.max(from, start + written.trimEnd().length) };
}
