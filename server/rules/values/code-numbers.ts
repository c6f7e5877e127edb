// Numbers in code that are certainly no arguments of a skill or a command: the fields of awk, and the parameters of a shell function or
// script.

import { lineFrom } from '../../agent/caret-lines';
import { inlineCode, proseLines } from '../../agent/prose';
import { covers, type Span } from '../../text/span';

export interface CodeNumber {
  readonly span: Span;
  /** Such as `$1`. */
  readonly written: string;
  readonly number: number;
  /** The same in the form that no program replaces: `$(1)` in awk, `${1}` in a shell. */
  readonly instead: string;
}

/** Those in fenced and inline code of a body, in order. */
export function codeNumbers(text: string, body: Span): readonly CodeNumber[] {
  if (!mayHaveNumber.test(text.slice(body.start, body.end))) return [];
  return codeSpans(text, body).flatMap((code) => {
    const awk = awkPrograms(text, code);
    const shell = shellParts(text, code);
    return [
      ...awk.flatMap((span) => numbersIn(text, span, (number) => `$(${number})`)),
      ...shell
        .flatMap((span) => numbersIn(text, span, (number) => `\${${number}}`))
        .filter(({ span, number }) => number < 10 && !awk.some((one) => covers(one, span))),
    ].sort((a, b) => a.span.start - b.span.start);
  });
}

const mayHaveNumber = /\$\d/;

/** Inline code, and the lines of each fenced block together. */
function codeSpans(text: string, body: Span): readonly Span[] {
  const spans: Span[] = [];
  let end = body.start;
  const addBlock = (next: number): void => {
    if (text.slice(end, next).includes('$')) spans.push({ start: end, end: next });
  };
  for (const line of proseLines(text, body)) {
    addBlock(line.start);
    end = lineFrom(text, line.start, body.end).next;
    if (text.slice(line.start, line.end).includes('$')) spans.push(...inlineCode(text, line));
  }
  addBlock(body.end);
  return spans;
}

/** What can begin a program of awk; prose with an apostrophe after the word does not. */
const beginsProgram = /^\s*(?:[{/$!(]|BEGIN\b|END\b|NR\b|NF\b|FNR\b)/;

/** At most so long are the options before a program and the program itself, in UTF-16 units: the search stays linear. */
const longestOptions = 200;
const longest = 2000;

/** The programs in single quotes after the word `awk`, without the quotes. */
function awkPrograms(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  const code = text.slice(start, end);
  for (const { index } of code.matchAll(/\bawk\b/g)) {
    // Options may precede the program, but another command may not.
    const [options = ''] = /^[^'\n|;]*/.exec(code.slice(index, index + longestOptions)) ?? [];
    const open = index + options.length;
    if (code.charAt(open) !== "'") continue;
    const length = code.slice(open + 1, open + 1 + longest).indexOf("'");
    if (length < 0 || !beginsProgram.test(code.slice(open + 1, open + 1 + length))) continue;
    found.push({ start: start + open + 1, end: start + open + 1 + length });
  }
  return found;
}

const functionStart = /^\s*(?:function [\w-]{1,99}(?: ?\(\))?|[\w-]{1,99} ?\(\)) ?\{/;
/** The name of the script, in a call that takes it, or a local variable of a function. */
const scriptName =
  /\b(?:dirname|basename|readlink|realpath)\b[^\n|;&]{0,40}\$0(?!\d)|\bUsage: \$0(?!\d)/g;
const localVariable = /\blocal[ \t]+\w+=["']?\$\d(?!\d)/g;

/** The parts of a shell script in which a number is a parameter of the script or of a function. */
function shellParts(text: string, code: Span): readonly Span[] {
  const found: Span[] = [];
  let body: { readonly start: number; readonly indent: number } | null = null;
  for (let from = code.start; from < code.end; ) {
    const line = lineFrom(text, from, code.end);
    const written = text.slice(line.start, line.end);
    const indent = written.length - written.trimStart().length;
    if (body && written.trim().startsWith('}') && indent <= body.indent) {
      found.push({ start: body.start, end: line.start });
      body = null;
    } else if (!body && functionStart.test(written)) {
      const isWhole = written.trimEnd().endsWith('}');
      if (isWhole) found.push({ start: line.start, end: line.end });
      else body = { start: line.start, indent };
    } else if (!body)
      for (const pattern of [scriptName, localVariable])
        for (const { index, 0: whole } of written.matchAll(pattern))
          found.push({ start: line.start + index, end: line.start + index + whole.length });
    from = line.next;
  }
  return found;
}

function numbersIn(
  text: string,
  { start, end }: Span,
  instead: (number: number) => string,
): readonly CodeNumber[] {
  return [...text.slice(start, end).matchAll(/(?<![\w$\\])\$(\d{1,3})(?!\w|[.,]\d)/g)].map(
    ({ index, 0: written, 1: digits }) => ({
      span: { start: start + index, end: start + index + written.length },
      written,
      number: Number(digits),
      instead: instead(Number(digits)),
    }),
  );
}
