// JSON as people write it, with comments and a comma too many, and with the place of every value: so that what is wrong
// can be pointed at. Never throws on bad text; the first fault ends the reading.
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

/** No settings are as long; UTF-16 units. */
const maxLength = 1_000_000;
/** Deeper than any settings, and far from the end of the stack. */
const maxDepth = 50;
const blanks = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const words = /"(?:[^"\\\n\r]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_$][\w$]*/y;

/** @returns the value, or the first thing that is wrong with the text. */
export function readJsonc(text: string): ReadJson {
  if (text.length > maxLength)
    return { fault: { span: { start: 0, end: 1 }, message: 'This is too long to be settings.' } };
  const reader = new Reader(text);
  try {
    const root = reader.value(0);
    reader.end();
    return { root };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

/** What the text stands for, without places. */
export function plainJson(json: Json): unknown {
  if (json.kind === 'plain') return json.value;
  if (json.kind === 'list') return json.items.map(plainJson);
  return Object.fromEntries(json.entries.map(({ key, value }) => [key, plainJson(value)]));
}

class Stop extends Error {
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
    if (depth > maxDepth) return this.stop('This is nested too deeply.');
    if (char === '{') return this.map(start, depth);
    if (char === '[') return this.list(start, depth);
    const word = this.word();
    if (word === undefined) return this.stop(`A value is missing${this.seen()}.`);
    const span = { start, end: this.at };
    if (!/^["\-\dtfn]/.test(word) || (/^[tfn]/.test(word) && !/^(?:true|false|null)$/.test(word)))
      return this.stop(`"${word}" needs quotes.`, span);
    return { kind: 'plain', value: this.parsed(word, span), span };
  }

  end(): void {
    if (this.skip() < this.text.length) this.stop(`There is more behind the end${this.seen()}.`);
  }

  private map(start: number, depth: number): Json {
    const entries: JsonEntry[] = [];
    this.at = start + 1;
    while (!this.closes('}')) {
      const keyStart = this.skip();
      const key = this.word();
      const keySpan = { start: keyStart, end: this.at };
      if (key === undefined) this.stop(`A name is missing${this.seen()}.`);
      if (!key.startsWith('"')) this.stop(`"${key}" needs quotes.`, keySpan);
      this.skip();
      if (this.text.charAt(this.at) !== ':') this.stop(`A colon is missing${this.seen()}.`);
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

  /** Takes the closing sign, if that is what comes. */
  private closes(sign: string): boolean {
    if (this.text.charAt(this.skip()) !== sign) return false;
    this.at++;
    return true;
  }

  private comma(closing: string): void {
    const char = this.text.charAt(this.skip());
    if (char === ',') this.at++;
    else if (char !== closing) this.stop(`A comma or "${closing}" is missing${this.seen()}.`);
  }

  private parsed(word: string, span: Span): string | number | boolean | null {
    try {
      return JSON.parse(word) as string | number | boolean | null;
    } catch {
      return this.stop(`${word} cannot be read.`, span);
    }
  }

  private word(): string | undefined {
    words.lastIndex = this.at;
    const word = words.exec(this.text)?.[0];
    this.at += word?.length ?? 0;
    return word;
  }

  private skip(): number {
    blanks.lastIndex = this.at;
    blanks.exec(this.text);
    this.at = Math.max(this.at, blanks.lastIndex);
    return this.at;
  }

  private seen(): string {
    const char = this.text.charAt(this.at);
    return char === '' ? ' at the end of the file' : ` before ${JSON.stringify(char)}`;
  }

  private stop(message: string, span: Span = this.here()): never {
    throw new Stop({ span, message });
  }

  private here(): Span {
    return { start: this.at, end: Math.min(this.at + 1, this.text.length) };
  }
}
