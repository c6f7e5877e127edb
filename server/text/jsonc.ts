// Parses JSON with comments and trailing commas into values with spans, for diagnostics. Never throws for invalid text;
// parsing ends at the first error.
import { t } from '@vscode/l10n';
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
  readonly message: string;
}

export type ReadJson = { readonly root: Json } | { readonly fault: Fault };

/** Longer than any settings file, in UTF-16 units. */
const maxLength = 1_000_000;
/** Deeper than any settings file, and far below the limit of the stack. */
const maxDepth = 50;
const trivia = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const tokens = /"(?:[^"\\\n\r]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_$][\w$]*/y;

/** The parsed value, or the first error. */
export function readJsonc(text: string): ReadJson {
  if (text.length > maxLength)
    return {
      fault: {
        span: { start: 0, end: 1 },
        message: t('The file is too large for a settings file.'),
      },
    };
  const reader = new Reader(text);
  try {
    const root = reader.value(0);
    reader.end();
    return { root };
  } catch (error) {
    if (error instanceof SyntaxFault) return { fault: error.fault };
    throw error;
  }
}

/** The JavaScript value, without spans. */
export function plainJson(json: Json): unknown {
  if (json.kind === 'plain') return json.value;
  if (json.kind === 'list') return json.items.map(plainJson);
  return Object.fromEntries(json.entries.map(({ key, value }) => [key, plainJson(value)]));
}

class SyntaxFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

class Reader {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): Json {
    const start = this.skip();
    const char = this.text.charAt(start);
    if (depth > maxDepth) return this.stop(t('The value is nested too deeply.'));
    if (char === '{') return this.map(start, depth);
    if (char === '[') return this.list(start, depth);
    const word = this.word();
    if (word === undefined)
      return this.unexpected(t('Expected a value at the end of the file.'), (found) =>
        t('Expected a value before {found}.', { found }),
      );
    const span = { start, end: this.at };
    if (!/^["\-\dtfn]/.test(word) || (/^[tfn]/.test(word) && !/^(?:true|false|null)$/.test(word)))
      return this.stop(t('"{word}" needs double quotes.', { word }), span);
    return { kind: 'plain', value: this.parsed(word, span), span };
  }

  end(): void {
    if (this.skip() < this.text.length)
      this.stop(t('Unexpected content after the end of the value.'));
  }

  private map(start: number, depth: number): Json {
    const entries: JsonEntry[] = [];
    this.at = start + 1;
    while (!this.closes('}')) {
      const keyStart = this.skip();
      const key = this.word();
      const keySpan = { start: keyStart, end: this.at };
      if (key === undefined)
        this.unexpected(t('Expected a property name at the end of the file.'), (found) =>
          t('Expected a property name before {found}.', { found }),
        );
      if (!key.startsWith('"'))
        this.stop(t('"{word}" needs double quotes.', { word: key }), keySpan);
      this.skip();
      if (this.text.charAt(this.at) !== ':')
        this.unexpected(t('Expected a colon at the end of the file.'), (found) =>
          t('Expected a colon before {found}.', { found }),
        );
      this.at++;
      const value = this.value(depth + 1);
      entries.push({ key: String(this.parsed(key, keySpan)), keySpan, value });
      this.comma('}');
    }
    return { kind: 'map', entries, span: { start, end: this.at } };
  }

  private list(start: number, depth: number): Json {
    const items: Json[] = [];
    this.at = start + 1;
    while (!this.closes(']')) {
      items.push(this.value(depth + 1));
      this.comma(']');
    }
    return { kind: 'list', items, span: { start, end: this.at } };
  }

  /** Consumes the closing bracket if it is the next character. */
  private closes(bracket: string): boolean {
    if (this.text.charAt(this.skip()) !== bracket) return false;
    this.at++;
    return true;
  }

  private comma(closing: string): void {
    const char = this.text.charAt(this.skip());
    if (char === ',') this.at++;
    else if (char !== closing)
      this.unexpected(
        t('Expected a comma or "{closing}" at the end of the file.', { closing }),
        (found) => t('Expected a comma or "{closing}" before {found}.', { closing, found }),
      );
  }

  private parsed(word: string, span: Span): string | number | boolean | null {
    try {
      return JSON.parse(word) as string | number | boolean | null;
    } catch {
      return this.stop(t('{word} is not valid JSON.', { word }), span);
    }
  }

  private word(): string | undefined {
    tokens.lastIndex = this.at;
    const word = tokens.exec(this.text)?.[0];
    this.at += word?.length ?? 0;
    return word;
  }

  private skip(): number {
    trivia.lastIndex = this.at;
    trivia.exec(this.text);
    this.at = Math.max(this.at, trivia.lastIndex);
    return this.at;
  }

  private unexpected(atEnd: string, before: (found: string) => string): never {
    const char = this.text.charAt(this.at);
    return this.stop(char === '' ? atEnd : before(JSON.stringify(char)));
  }

  private stop(message: string, span: Span = this.here()): never {
    throw new SyntaxFault({ span, message });
  }

  private here(): Span {
    return { start: this.at, end: Math.min(this.at + 1, this.text.length) };
  }
}
