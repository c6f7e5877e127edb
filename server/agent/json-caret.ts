// The caret in an agent that is an object in a JSON file: tokens are read from the start of the object, so the text may be
// incomplete.
import { createScanner, type SyntaxKind } from 'jsonc-parser';
import type { Span } from '../text/span';
import type { Path } from '../yaml/value';
import type { Caret } from './caret-types';
import type { Outline } from './outline';

/** The numbers of `SyntaxKind`, which is a const enum. */
const kinds = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  string: 10,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  unknown: 16,
  end: 17,
} as const;

interface Level {
  readonly kind: 'map' | 'list';
  readonly path: Path;
  /** The keys of the map. */
  readonly keys: { readonly text: string; readonly start: number }[];
  /** The key whose value comes next. */
  key: string | null;
  index: number;
  hasColon: boolean;
  /** The value is complete, so a comma must follow. */
  isDone: boolean;
}

/** What is at the offset inside the object; `after` outside of every token. */
export function inJson({ text, head }: Outline, at: number): Caret {
  if (at <= head.start && text.charAt(head.start) === '{') return outside;
  const scanner = createScanner(text, false);
  scanner.setPosition(head.start);
  const open: Level[] = [];
  let found: { readonly level: Level; readonly caret: Caret } | null = null;
  for (;;) {
    const kind: SyntaxKind = scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const token = kind as number;
    if (token === kinds.end || start >= head.end) break;
    if (token === kinds.trivia || token === kinds.lineBreak) continue;
    const isComment = token === kinds.lineComment || token === kinds.blockComment;
    if (isComment && start < at && at <= end) return { in: 'comment', span: { start, end } };
    if (isComment) continue;
    const level = open.at(-1);
    // The first token after the offset: what may be written at the offset depends on what came before.
    if (!found && level && start >= at && !(isWord(token) && start === at))
      found = { level, caret: emptyAt(level, at) };
    if (level && isWord(token)) {
      const here = !found && start <= at && at <= end;
      // A comma is missing before the word.
      const caret: Caret = level.isDone
        ? { in: 'after', path: level.path }
        : wordAt(text, level, { start, end });
      if (here) found = { level, caret };
    }
    if (step(open, token, text.slice(start, end), start) === 'done') {
      if (!found && at >= end) return outside;
      break;
    }
  }
  const last = open.at(-1);
  if (!found && last) found = { level: last, caret: emptyAt(last, at) };
  if (!found) return outside;
  const { caret, level } = found;
  return caret.in === 'key' ? { ...caret, siblings: siblingsIn(level, caret.token) } : caret;
}

const outside: Caret = { in: 'after', path: [] };

const isWord = (token: number): boolean => (token >= 7 && token <= 11) || token === kinds.unknown;

const siblingsIn = ({ keys }: Level, token: Span): readonly string[] =>
  keys.flatMap(({ text, start }) =>
    start >= token.start - 1 && start < Math.max(token.end, token.start + 1) ? [] : [text],
  );

/** Opens and closes levels, and notes keys. */
function step(open: Level[], token: number, word: string, start: number): 'done' | null {
  const level = open.at(-1);
  switch (token) {
    case kinds.openBrace:
    case kinds.openBracket:
      open.push({
        kind: token === kinds.openBrace ? 'map' : 'list',
        path: level ? valuePath(level) : [],
        keys: [],
        key: null,
        index: 0,
        hasColon: false,
        isDone: false,
      });
      return null;
    case kinds.closeBrace:
    case kinds.closeBracket:
      if (open.length <= 1) return 'done';
      open.pop();
      if (level) end(open.at(-1));
      return null;
    case kinds.comma:
      if (level) {
        level.key = null;
        level.hasColon = false;
        level.isDone = false;
        level.index++;
      }
      return null;
    case kinds.colon:
      if (level) level.hasColon = true;
      return null;
    default:
      if (level?.kind === 'map' && !level.hasColon && level.key === null) {
        level.key = unquoted(word);
        level.keys.push({ text: unquoted(word), start });
      } else end(level);
      return null;
  }
}

function end(level: Level | undefined): void {
  if (level) level.isDone = true;
}

const valuePath = ({ kind, path, key, index }: Level): Path => [
  ...path,
  kind === 'map' ? (key ?? '') : index,
];

/** Where no token is: a key before a colon, a value after it. */
function emptyAt(level: Level, at: number): Caret {
  const token = { start: at, end: at };
  if (level.isDone) return { in: 'after', path: valuePath(level) };
  const isKey = level.kind === 'map' && !level.hasColon;
  if (isKey)
    return level.key === null
      ? keyCaret(level, token, '', '', false)
      : { in: 'after', path: level.path };
  return {
    ...{ in: 'value', path: valuePath(level), token, text: '', quote: '' },
    ...{ form: level.kind === 'list' ? 'flow-list' : 'flow-map', before: '' },
  };
}

function wordAt(text: string, level: Level, { start, end }: Span): Caret {
  const quote = text.charAt(start) === '"' ? '"' : '';
  const isClosed = quote === '"' && end - start > 1 && text.charAt(end - 1) === '"';
  const token = {
    start: start + quote.length,
    end: isClosed ? end - 1 : endOfWord(text, start + quote.length, end, quote),
  };
  const word = text.slice(token.start, token.end);
  if (level.kind === 'map' && !level.hasColon && level.key === null)
    return keyCaret(level, token, word, quote, /^\s*:/.test(text.slice(end, end + 100)));
  return {
    ...{ in: 'value', path: valuePath(level), token, text: word, quote },
    ...{ form: level.kind === 'list' ? 'flow-list' : 'flow-map', before: '' },
  };
}

/** A string without its closing quote ends with its first word: what follows is seldom part of it. */
const endOfWord = (text: string, start: number, end: number, quote: string): number =>
  quote === '' ? end : start + (/^[\w.*/:@-]*/.exec(text.slice(start, end))?.[0].length ?? 0);

const keyCaret = (
  { path }: Level,
  token: Span,
  text: string,
  quote: '' | '"',
  hasColon: boolean,
): Caret => ({
  ...{ in: 'key', path, token, text, quote, hasColon },
  ...{ siblings: [], indent: 0, flow: true },
});

const unquoted = (word: string): string => word.replace(/^"|"$/g, '');
