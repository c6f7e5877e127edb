// Placeholders `{{NAME}}` that the user of a template has to replace. Code is ignored, because braces have other meanings
// there.
import { covers, type Span } from '../text/span';
import { sketchOf } from './caret-sketch';
import { findInProse } from './links';
import type { Outline } from './outline';
import { inlineCode, proseLines } from './prose';

export interface Placeholder {
  /** The name without braces and spaces. */
  readonly name: string;
  /** The span including the braces. */
  readonly span: Span;
  readonly in: 'head' | 'body';
}

/** Further placeholders in a prompt are neither colored nor reported. */
const maxPlaceholders = 2_000;

/** UTF-16 units. */
const maxName = 100;

/** The placeholders in the frontmatter (except in comments) and in the body outside of code, in source order. */
export function placeholdersOf(outline: Outline): readonly Placeholder[] {
  const { text, head, body } = outline;
  if (!text.includes('{{', head.start)) return none;
  const fields = inHead(outline, head).filter(
    ({ span }) => outline.form === 'markdown' || !covers(body, span),
  );
  if (!hasAny(text, body)) return fields;
  return fields.concat(inBody(text, body)).sort((a, b) => a.span.start - b.span.start);
}

/**
 * The spans of `$ARGUMENTS` in the body outside of code, in source order: the arguments of commands and skills. Includes
 * `${ARGUMENTS}` and `$ARGUMENTS[0]`.
 */
export function argumentsOf({ text, body }: Outline): readonly Span[] {
  if (!text.includes('ARGUMENTS', body.start)) return [];
  return findInProse(text, body, (line) => line.matchAll(callArguments)).map(({ span }) => span);
}

const callArguments = /(?<![\w$\\])(\$ARGUMENTS\b(?:\[\d{1,3}\])?|\$\{ARGUMENTS\})/dg;

const none: readonly Placeholder[] = [];

const hasAny = (text: string, { start, end }: Span): boolean => {
  const found = text.indexOf('{{', start);
  return found >= 0 && found < end;
};

function inHead(outline: Outline, head: Span): Placeholder[] {
  if (!hasAny(outline.text, head)) return [];
  const { slots, comments } = sketchOf(outline);
  const commentSpans = [...comments, ...slots.flatMap(({ content }) => content.comment ?? [])];
  return within(outline.text, head, 'head').filter(
    ({ span }) =>
      !commentSpans.some((comment) => comment.start <= span.start && span.end <= comment.end),
  );
}

function inBody(text: string, body: Span): Placeholder[] {
  const found: Placeholder[] = [];
  for (const line of proseLines(text, body)) {
    const here = within(text, line, 'body');
    const last = here.at(-1);
    if (!last) continue;
    // A hostile line has so many that only its beginning is read.
    const end = here.length < maxPlaceholders ? line.end : last.span.end;
    const isCode = insideOf(inlineCode(text, { start: line.start, end }));
    for (const one of here) if (!isCode(one.span)) found.push(one);
    if (found.length >= maxPlaceholders) return found.slice(0, maxPlaceholders);
  }
  return found;
}

/** Whether a span is inside of one of these. Both come in the order of the text, so each is looked at once. */
function insideOf(outer: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((outer[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const one = outer[next];
    return one !== undefined && one.start < start && end < one.end;
  };
}

function within(text: string, { start, end }: Span, where: Placeholder['in']): Placeholder[] {
  const found: Placeholder[] = [];
  for (let at = text.indexOf('{{', start); at >= 0 && at + 4 <= end; at = text.indexOf('{{', at)) {
    const close = text.slice(at + 2, Math.min(end, at + 2 + maxName)).indexOf('}}');
    const name = close < 0 ? '' : text.slice(at + 2, at + 2 + close).trim();
    // `${{ secrets.X }}`, `{{{x}}}` and `{{#if}}` are replaced by programs.
    const isPlaceholder =
      /^[A-Za-z][\w.-]*$/.test(name) && text.charAt(at - 1) !== '$' && text.charAt(at - 1) !== '{';
    if (isPlaceholder) found.push({ name, span: { start: at, end: at + close + 4 }, in: where });
    if (found.length >= maxPlaceholders) break;
    at += isPlaceholder ? close + 4 : 1;
  }
  return found;
}
