// JSON with comments and trailing commas, as a tree in which every value has its span, so that a problem can be reported
// at the right place. Parsed by `jsonc-parser`, which VS Code reads its own settings with.

import { type ParseErrorCode, printParseErrorCode, stripComments, visit } from 'jsonc-parser';
import { type Message, t } from './message';
import { oneLine } from './one-line';
import type { Span } from './span';

export type Json =
  | {
      readonly kind: 'plain';
      readonly value: string | number | boolean | null;
      readonly span: Span;
    }
  | { readonly kind: 'list'; readonly items: readonly Json[]; readonly span: Span }
  | { readonly kind: 'map'; readonly entries: readonly JsonEntry[]; readonly span: Span };

export interface JsonEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Json;
}

export interface Fault {
  readonly span: Span;
  readonly message: Message;
}

export type JsonResult = { readonly root: Json } | { readonly fault: Fault };

/** In UTF-16 units. Longer than any settings file. */
const maxLength = 1_000_000;
/** Deeper than any settings file; `jsonc-parser` recurses, so an unlimited depth would overflow the stack. */
const maxDepth = 50;

/**
 * Never throws. A byte order mark at the beginning is skipped.
 * @returns the value, or the first error of the text.
 */
export function parseJsonc(text: string): JsonResult {
  if (text.length > maxLength)
    return {
      fault: {
        span: { start: 0, end: 1 },
        message: t('The file is too large for a settings file.'),
      },
    };
  try {
    // A space of the same length keeps the offsets.
    return { root: parsed(text.replace(/^\ufeff/, ' ')) };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

/** What can be read of text with errors, such as incomplete text; null where there is nothing. Never throws. */
export function parseTolerantly(text: string): Json | null {
  if (text.length > maxLength) return null;
  try {
    return parsed(text.replace(/^\ufeff/, ' '), true);
  } catch {
    return null; // It is nested too deeply, or empty.
  }
}

/** The same text with spaces in place of comments. */
export const withoutComments = (text: string): string => stripComments(text, ' ');

/** The first comment or trailing comma of a text without other faults; null where there is none. */
export function extensionIn(text: string, allowsComments: boolean): Fault | null {
  let found: Fault | null = null;
  let comma = 0;
  visit(
    text.replace(/^\ufeff/, ' '),
    {
      onSeparator(_, start) {
        comma = start;
      },
      onError(code, start, length) {
        found ??=
          printParseErrorCode(code) === 'InvalidCommentToken'
            ? { span: { start, end: start + length }, message: t('The file contains a comment.') }
            : {
                span: { start: comma, end: comma + 1 },
                message: t('A comma follows the last entry of a list or a map.'),
              };
      },
    },
    { disallowComments: !allowsComments },
  );
  return found;
}

/** The value as JavaScript has it, without spans. */
export function jsonToValue(json: Json): unknown {
  if (json.kind === 'plain') return json.value;
  if (json.kind === 'list') return json.items.map(jsonToValue);
  return Object.fromEntries(json.entries.map(({ key, value }) => [key, jsonToValue(value)]));
}

class Stop extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message.template);
    this.fault = fault;
  }
}

/** A list or map whose closing bracket has not been reached. */
interface Open {
  readonly kind: 'list' | 'map';
  readonly start: number;
  readonly items: Json[];
  readonly entries: JsonEntry[];
  /** The key whose value comes next. */
  key: Omit<JsonEntry, 'value'> | null;
}

/** @throws Stop at the first error; if it is tolerant, only where there is no value. */
function parsed(text: string, isTolerant = false): Json {
  const open: Open[] = [];
  const done: Json[] = [];
  const add = (value: Json): void => {
    const parent = open.at(-1);
    if (!parent) done.push(value);
    else if (parent.key) parent.entries.push({ ...parent.key, value });
    else if (parent.kind === 'list') parent.items.push(value);
  };
  const begin = (kind: Open['kind'], start: number): void => {
    if (open.length > maxDepth)
      throw new Stop({
        span: { start, end: start + 1 },
        message: t('The value is nested too deeply.'),
      });
    open.push({ kind, start, items: [], entries: [], key: null });
  };
  const end = (offset: number, length: number): void => {
    const closed = open.pop();
    if (!closed) return;
    const { kind, start, items, entries } = closed;
    const span = { start, end: offset + length };
    add(kind === 'list' ? { kind, items, span } : { kind, entries, span });
  };
  visit(
    text,
    {
      onObjectBegin: (offset) => begin('map', offset),
      onArrayBegin: (offset) => begin('list', offset),
      onObjectEnd: end,
      onArrayEnd: end,
      onObjectProperty(key, start, length) {
        const parent = open.at(-1);
        if (parent) parent.key = { key, keySpan: { start, end: start + length } };
      },
      onLiteralValue: (value, start, length) =>
        add({ kind: 'plain', value, span: { start, end: start + length } }),
      onError(code, start, length) {
        if (isTolerant) return;
        const span = { start, end: start + length };
        throw new Stop(
          faultOf(code, { text, span, within: open.at(-1)?.kind, isDone: done.length > 0 }),
        );
      },
    },
    { allowTrailingComma: true },
  );
  // The last brackets may not be closed yet.
  while (open.length > 0) end(text.length, 0);
  const [root] = done;
  if (!root)
    throw new Stop({
      span: { start: 0, end: 0 },
      message: t('Expected a value at the end of the file.'),
    });
  return root;
}

interface At {
  readonly text: string;
  /** Of the token at which the parser reports the error. */
  readonly span: Span;
  readonly within: Open['kind'] | undefined;
  /** The outermost value is complete. */
  readonly isDone: boolean;
}

function faultOf(code: ParseErrorCode, { text, span, within, isDone }: At): Fault {
  const token = oneLine(text.slice(span.start, span.end), 60);
  const here = { start: span.start, end: Math.min(span.start + 1, text.length) };
  const found = here.end > here.start ? JSON.stringify(text.charAt(here.start)) : undefined;
  const expected = (atEnd: Message, before: (found: string) => Message): Fault => ({
    span: here,
    message: found === undefined ? atEnd : before(found),
  });
  const closing = (bracket: string): Fault => ({
    span: here,
    message:
      found === undefined
        ? t('Expected a comma or "{closing}" at the end of the file.', { closing: bracket })
        : t('Expected a comma or "{closing}" before {found}.', { closing: bracket, found }),
  });
  const name = printParseErrorCode(code);
  // These are reported where the outermost value counts as complete already.
  if (isDone && !/^(?:CloseBrace|CloseBracket|UnexpectedEndOfComment)/.test(name))
    return { span: here, message: t('Unexpected content after the end of the value.') };
  switch (name) {
    case 'PropertyNameExpected':
      if (isWord.test(token))
        return { span, message: t('"{word}" needs double quotes.', { word: token }) };
      return expected(t('Expected a property name at the end of the file.'), (unexpected) =>
        t('Expected a property name before {found}.', { found: unexpected }),
      );
    case 'ValueExpected':
      return expected(t('Expected a value at the end of the file.'), (unexpected) =>
        t('Expected a value before {found}.', { found: unexpected }),
      );
    case 'ColonExpected':
      return expected(t('Expected a colon at the end of the file.'), (unexpected) =>
        t('Expected a colon before {found}.', { found: unexpected }),
      );
    case 'CommaExpected':
      return closing(within === 'list' ? ']' : '}');
    case 'CloseBraceExpected':
      return closing('}');
    case 'CloseBracketExpected':
      return closing(']');
    case 'UnexpectedEndOfComment':
      return { span, message: t('This comment is not closed.') };
    case 'UnexpectedEndOfString':
      return { span, message: t('This string has no closing quote.') };
    case 'InvalidSymbol':
      if (isWord.test(token))
        return { span, message: t('"{word}" needs double quotes.', { word: token }) };
      return { span, message: t('{word} is not valid JSON.', { word: token }) };
    default:
      return { span, message: t('{word} is not valid JSON.', { word: token }) };
  }
}

const isWord = /^-?[\w$][\w$-]*$/;
