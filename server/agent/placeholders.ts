// `{{NAME}}`: what a template leaves for its reader to fill in. Not in code, where braces are somebody else's.
import type { Span } from '../text/span';
import { sketchOf } from './caret-sketch';
import { inProse } from './links';
import type { Outline } from './outline';
import { inlineCode, proseLines } from './prose';

export interface Placeholder {
  /** Without braces and blanks. */
  readonly name: string;
  /** With its braces. */
  readonly span: Span;
  readonly in: 'head' | 'body';
}

const longest = 100;

/** Every placeholder of the frontmatter (comments aside) and of the body outside code, in source order. */
export function placeholdersOf(outline: Outline): readonly Placeholder[] {
  const { text, head, body } = outline;
  if (!text.includes('{{', head.start)) return none;
  return [...inHead(outline, head), ...(hasAny(text, body) ? inBody(text, body) : [])];
}

/**
 * Each `$ARGUMENTS` of the body outside code, in source order: what commands and skills are called with. `${ARGUMENTS}` and
 * `$ARGUMENTS[0]` are among them.
 */
export function argumentsOf({ text, body }: Outline): readonly Span[] {
  if (!text.includes('ARGUMENTS', body.start)) return [];
  return inProse(text, body, (line) => line.matchAll(callArguments)).map(({ span }) => span);
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
  const silent = [...comments, ...slots.flatMap(({ content }) => content.comment ?? [])];
  return within(outline.text, head, 'head').filter(
    ({ span }) => !silent.some((comment) => comment.start <= span.start && span.end <= comment.end),
  );
}

function inBody(text: string, body: Span): Placeholder[] {
  const found: Placeholder[] = [];
  for (const line of proseLines(text, body)) {
    const here = within(text, line, 'body');
    if (here.length === 0) continue;
    const code = inlineCode(text, line);
    found.push(
      ...here.filter(
        ({ span }) => !code.some((one) => one.start < span.start && span.end < one.end),
      ),
    );
  }
  return found;
}

function within(text: string, { start, end }: Span, where: Placeholder['in']): Placeholder[] {
  const found: Placeholder[] = [];
  for (let at = text.indexOf('{{', start); at >= 0 && at + 4 <= end; at = text.indexOf('{{', at)) {
    const close = text.slice(at + 2, Math.min(end, at + 2 + longest)).indexOf('}}');
    const name = close < 0 ? '' : text.slice(at + 2, at + 2 + close).trim();
    // `${{ secrets.X }}` is filled in by a program, `{{{x}}}` and `{{#if}}` too.
    const isOurs =
      /^[A-Za-z][\w.-]*$/.test(name) && text.charAt(at - 1) !== '$' && text.charAt(at - 1) !== '{';
    if (isOurs) found.push({ name, span: { start: at, end: at + close + 4 }, in: where });
    at += isOurs ? close + 4 : 1;
  }
  return found;
}
