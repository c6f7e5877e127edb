// The door to gray-matter, which OpenCode parses its files with. It is asked with the head only, so that a long prompt
// costs nothing, and never runs what a file holds: the build takes its engines for code out, and here they refuse.
import matter from 'gray-matter';
import { plainYaml } from '../../agent/plain-yaml';
import { plain } from '../../agent/value';
import { maxHead } from '../../agent/yaml';
import type { Span } from '../../text/span';
import { withoutStacks } from '../../text/without-stacks';

export interface Parsed {
  readonly kind: 'parsed';
  /** As the parser gave it: a map as a rule, but it may be anything. */
  readonly data: unknown;
}

export interface Failed {
  readonly kind: 'failed';
  readonly reason: string;
  /** Below the start of the head, where the parser says so. */
  readonly at: number | null;
}

export type Head =
  | Parsed
  | Failed
  /** The host runs this text as a program. */
  | { readonly kind: 'executable' }
  | { readonly kind: 'too-large' };

/** Where the settings stand in a file that begins with a fence; null where it does not. */
export interface Fences {
  /** What stands behind the dashes of the first line: the language of the settings. */
  readonly language: Span;
  /** Between the fences. */
  readonly head: Span;
  /** Behind the closing dashes and one line break. */
  readonly body: number;
  readonly closed: boolean;
}

/** @param text without its byte order mark. */
export function fencesOf(text: string): Fences | null {
  if (!text.startsWith('---') || text[3] === '-') return null;
  const line = /\r?\n/.exec(text);
  // Without any line break the last character is not taken for a part of the language: the program slices so.
  const raw = { start: 3, end: line ? line.index : Math.max(3, text.length - 1) };
  const named = text.slice(raw.start, raw.end).trim() !== '';
  const start = named ? raw.end : 3;
  const close = text.indexOf('\n---', start);
  const head = { start, end: close < 0 ? text.length : close };
  if (close < 0) return { language: raw, head, body: text.length, closed: false };
  let body = close + 4;
  if (text[body] === '\r') body++;
  if (text[body] === '\n') body++;
  return { language: raw, head, body, closed: true };
}

interface Kept {
  readonly text: string;
  readonly head: Head;
}

const kept: Kept[] = [];
const keep = 6;

/** What the parser makes of the settings between the fences. The last few answers are kept. */
export function parseHead(text: string, { head, language }: Fences): Head {
  if (head.end > maxHead) return { kind: 'too-large' };
  const asked = text.slice(0, head.end + 4);
  const found = kept.find((one) => one.text === asked);
  if (found) return found.head;
  // Behind a named language stands something else, whatever it looks like: it may be a program.
  const isNamed = language.end > language.start;
  const answer = (isNamed ? null : parsePlain(asked, head)) ?? parse(asked, head);
  kept.unshift({ text: asked, head: answer });
  if (kept.length > keep) kept.pop();
  return answer;
}

/** What every parser makes the same of: a head that was repaired holds nothing else, as a rule. */
function parsePlain(text: string, { start, end }: Span): Head | null {
  if (text.charCodeAt(start) !== 10) return null;
  const plainHead = plainYaml(text.slice(start + 1, end), 0);
  return plainHead?.alike ? { kind: 'parsed', data: plain(plainHead.root) } : null;
}

function parse(text: string, head: Span): Head {
  if (head.end > maxBlank && longestBlank(text, head) > maxBlank) return { kind: 'too-large' };
  let asksToRun = false;
  const refuse = (): never => {
    asksToRun = true;
    throw new Error('code in a frontmatter is not run');
  };
  try {
    // The options keep the parser's own cache out of play: it would answer a broken text differently the second time.
    return {
      kind: 'parsed',
      data: withoutStacks(() => matter(text, { engines: { js: refuse, javascript: refuse } })).data,
    };
  } catch (error) {
    if (asksToRun) return { kind: 'executable' };
    // The parser recurses: thousands of brackets end its stack, and the host's stack has another size.
    if (error instanceof RangeError) return { kind: 'too-large' };
    return { kind: 'failed', ...complaint(error) };
  }
}

function complaint(error: unknown): { reason: string; at: number | null } {
  if (typeof error !== 'object' || error === null) return { reason: String(error), at: null };
  const { reason, mark } = error as { reason?: unknown; mark?: { position?: unknown } };
  const at = typeof mark?.position === 'number' ? mark.position : null;
  return { reason: typeof reason === 'string' ? reason : String((error as Error).message), at };
}

/** A pattern of the parser takes quadratic time over blank lines: no real file has so many. */
const maxBlank = 2000;

function longestBlank(text: string, { start, end }: Span): number {
  let longest = 0;
  let run = 0;
  for (let i = start; i < end; i++) {
    run = text.charCodeAt(i) <= 32 ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
