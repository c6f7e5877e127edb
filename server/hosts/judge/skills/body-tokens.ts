// The parts of the text of a skill or command that a host replaces, runs or attaches. They count in code too: no host of those that
// were asked looks at Markdown.

import { memoize } from '../../../text/memoize';
import type { Span } from '../../../text/span';
import type { BodyLanguage, FileLanguage } from '../../model/body-language';

/** The span contains the marks: the dollar sign, the `@`, the backticks. */
export type BodyToken = { readonly span: Span } & (
  | { readonly kind: 'arguments' }
  /** One argument. `at`: its index from 0; -1 for `$0` where numbers begin with 1. `isLast`: it takes all that follow. */
  | { readonly kind: 'argument'; readonly at: number; readonly isLast: boolean }
  /** One argument by a name. It is empty where a call does not have it. */
  | { readonly kind: 'named-argument'; readonly at: number }
  | { readonly kind: 'variable'; readonly name: string }
  /** A backslash that is removed, and what it protects. */
  | { readonly kind: 'escape' }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'file'; readonly path: string }
);

/** Further tokens of a text are neither colored nor explained. */
const maxTokens = 2_000;

/**
 * The tokens of a part of a text, in order; none overlaps another.
 * @param names the names of the arguments, in their order.
 */
export function bodyTokens(
  text: string,
  { start, end }: Span,
  language: BodyLanguage,
  names: readonly string[] = [],
): readonly BodyToken[] {
  const part = text.slice(start, end);
  if (!/[$@!]/.test(part)) return [];
  return [
    ...argumentTokens(part, language, names),
    ...(language.shell ? shellTokens(part, language) : []),
    ...(language.files ? fileTokens(part, language.files) : []),
  ]
    .sort((a, b) => a.span.start - b.span.start)
    .map((token) => ({
      ...token,
      span: { start: token.span.start + start, end: token.span.end + start },
    }));
}

/** Arguments and variables, which may be inside of commands. */
export function argumentTokens(
  text: string,
  language: BodyLanguage,
  names: readonly string[] = [],
): readonly BodyToken[] {
  if (!text.includes('$')) return [];
  const found: BodyToken[] = [];
  const numbers: { readonly at: number; readonly span: Span }[] = [];
  for (const match of text.matchAll(argumentForm(language))) {
    const { protect, all, index, digits, variable, name } = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    if (protect !== undefined) found.push({ kind: 'escape', span });
    else if (index !== undefined)
      found.push({ kind: 'argument', at: Number(index), isLast: false, span });
    else if (all !== undefined) found.push({ kind: 'arguments', span });
    else if (digits !== undefined) numbers.push({ at: Number(digits) - language.first, span });
    else if (variable !== undefined) found.push({ kind: 'variable', name: variable, span });
    else if (name !== undefined && names.includes(name))
      found.push({ kind: 'named-argument', at: names.indexOf(name), span });
    if (found.length + numbers.length >= maxTokens) break;
  }
  const last = language.lastTakesRest ? Math.max(...numbers.map(({ at }) => at)) : null;
  return [
    ...found,
    ...numbers.map(({ at, span }) => ({
      ...{ kind: 'argument' as const, at, isLast: at === last, span },
    })),
  ].sort((a, b) => a.span.start - b.span.start);
}

const argumentForm = memoize((language: BodyLanguage): RegExp => {
  const { escapes, endsArguments, endsNumbers, hasIndexes, highest, variables, namesIn } = language;
  const known = Object.keys(variables);
  const word = '(?!\\w)';
  const numbers = highest === undefined ? '\\d+' : [...Array(highest + 1).keys()].join('|');
  const afterNumber = endsNumbers ? word : highest === undefined ? '' : '(?!\\d)';
  const forms = [
    ...(escapes === 'everywhere' ? ['(?<protect>\\\\\\$)'] : []),
    ...(escapes === 'arguments' ? ['(?<protect>(?<!\\\\)\\\\\\$(?:ARGUMENTS|\\d))'] : []),
    ...(hasIndexes ? [`\\$ARGUMENTS\\[(?<index>${numbers})\\]`] : []),
    `(?<all>\\$ARGUMENTS)${endsArguments ? word : ''}`,
    `\\$(?<digits>${numbers})${afterNumber}`,
    ...(known.length > 0 ? [`\\$\\{(?<variable>${known.join('|')})\\}`] : []),
    ...(namesIn === undefined ? [] : ['\\$(?<name>[A-Za-z_][\\w-]*)']),
  ];
  return new RegExp(forms.join('|'), 'g');
});

/** Commands, and the blocks of code that are run. */
export function shellTokens(text: string, { shell }: BodyLanguage): readonly BodyToken[] {
  if (!shell || !text.includes('!')) return [];
  const found: BodyToken[] = [];
  const form = shell.afterSpace ? commandAfterSpace : anyCommand;
  for (const match of text.matchAll(form)) {
    const [written, command = ''] = match;
    if (shell.afterSpace && (command.trim() === '' || isInCode(text, match.index))) continue;
    const span = { start: match.index, end: match.index + written.length };
    found.push({ kind: 'command', command, span });
    if (found.length >= maxTokens) break;
  }
  if (shell.blocks)
    for (const match of text.matchAll(commandBlock)) {
      const [written, command = ''] = match;
      const span = { start: match.index, end: match.index + written.length };
      found.push({ kind: 'command', command: command.trim(), span });
      if (found.length >= maxTokens) break;
    }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const anyCommand = /!`([^`]+)`/g;
const commandAfterSpace = /(?<!\S)!`([^`]+)`/g;
const commandBlock = /```![^\n]*\n([\s\S]*?)```/g;

/** Inside of inline code, as far as the backticks before it on its line show. */
function isInCode(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}

function fileTokens(text: string, { lines, quotes }: FileLanguage): readonly BodyToken[] {
  if (!text.includes('@')) return [];
  const found: BodyToken[] = [];
  for (const match of text.matchAll(fileForm)) {
    const { quoted, path = quoted, line } = match.groups ?? {};
    if (path === undefined || (quoted !== undefined && !quotes)) continue;
    if (line !== undefined && !lines) continue;
    found.push({
      ...{ kind: 'file', path },
      span: { start: match.index, end: match.index + match[0].length },
    });
    if (found.length >= maxTokens) break;
  }
  return found;
}

const fileForm = /(?<!\S)@(?:(?<path>[\w./~-]*[\w/])(?<line>#\S*)?|"(?<quoted>[^"\n]+)")/g;
