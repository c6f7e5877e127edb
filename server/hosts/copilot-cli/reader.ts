// How Copilot CLI 1.0.102 reads an agent file. Fences and YAML are strict: it rejects the agent at the first error.

import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import type { ParseError } from '../../yaml/dialect';
import { serdeValueYaml } from '../judge/libyaml/dialect';
import { colonInPlainValue } from '../judge/libyaml/token';
import { withPluginFault } from '../judge/reading/plugin-fault';
import { skipSpace, trimmedPrompt, wordAt } from '../judge/reading/rust-text';
import {
  colonFault,
  isExcessive,
  parseHead,
  simpleRegions,
} from '../judge/reading/simple-frontmatter';
import { type ReadAgent, type Reader, type Reading, unread } from '../model/reading';

/** Verified by running the program on the recorded cases, the corpus and mutations of both. */
export const reader = withPluginFault(({ outline }) => read(outline, false));

/** As `reader`, for documents that are loaded without fields where the frontmatter is not a mapping. */
export const skillReader: Reader = ({ outline }) => read(outline, true);

/**
 * As `skillReader`, for documents that need no frontmatter: a file in which it finds none is all text, unless it begins with dashes. A
 * byte order mark is no white space, so that dashes after it are text as well.
 */
export const commandReader: Reader = ({ outline }) => {
  const reading = read(outline, true);
  const [flaw] = reading.flaws;
  if (!flaw?.fatal) return reading;
  const { text } = outline;
  const start = skipSpace(text, 0);
  const hasNone = flaw.code === 'no-frontmatter';
  if (!text.startsWith('---', start)) {
    const lost = { ...flaw, code: 'frontmatter-lost', fatal: false } as const;
    return { ...agentFrom([], text, 0), flaws: hasNone ? [] : [lost] };
  }
  if (!hasNone) return reading;
  const span = { start, end: start + (/[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0) };
  return unread({ code: start === 0 ? 'fence-language' : 'leading-text', span, fatal: true });
};

function read(outline: Outline, isMappingOptional: boolean): Reading {
  const { text, bom, shape, opening } = outline;
  const known = simpleRegions(outline);
  const regions = known
    ? { head: { start: known.head.start, end: known.head.end - 1 }, body: known.body }
    : split(text, bom ? 1 : 0);
  const span = opening ?? { start: 0, end: 0 };
  if (regions === null) {
    if (shape === 'none') return unread({ code: 'no-frontmatter', span, fatal: true });
    return unread({
      code: outline.language === '' ? 'leading-text' : 'fence-language',
      span,
      fatal: true,
    });
  }
  if (regions === 'unclosed') return unread({ code: 'unclosed-fence', span, fatal: true });
  const { head, body } = regions;
  if (!known && isExcessive(outline, head))
    return unread({ code: 'too-large', span: head, fatal: true });
  const colon = colonFault(outline, head);
  if (colon) return refusedBy(atColon(outline, colon), text, head);
  const { root, errors } = parseHead(outline, head, serdeValueYaml);
  if (errors[0]) return refusedBy(errors[0], text, head);
  if (root && root.kind !== 'map' && root.kind !== 'null') {
    const flaw = { code: 'not-a-mapping', span: root.span } as const;
    return isMappingOptional
      ? { ...agentFrom([], text, body.start), flaws: [{ ...flaw, fatal: false }] }
      : unread({ ...flaw, fatal: true });
  }
  return agentFrom(root?.kind === 'map' ? root.entries : [], text, body.start);
}

/** The parser's error for an unquoted value with a colon. It notices the colon, not the beginning of the value. */
function atColon({ text, head }: Outline, { span }: ParseError): ParseError {
  const at = span.start + text.slice(span.start, head.end).search(/:(?:\s|$)/);
  return { code: 'syntax', span: { start: at, end: at }, message: colonInPlainValue() };
}

const refusedBy = ({ code, span, message }: ParseError, text: string, head: Span): Reading =>
  unread({
    code: code === 'duplicate-key' ? 'duplicate-key' : 'yaml',
    span: wordAt(text, span.start, head.end),
    message,
    fatal: true,
  });

const agentFrom = (fields: ReadAgent['fields'], text: string, from: number): Reading => ({
  agents: [{ fields, prompt: trimmedPrompt(text, from) }],
  flaws: [],
});

/** White space as defined by Rust: with U+0085, without the byte order mark. */
const whiteSpace =
  '[\\t\\v\\f\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const fence = new RegExp(`---${whiteSpace}*(?:\\n|$)`, 'y');

function split(text: string, from: number): { head: Span; body: Span } | 'unclosed' | null {
  fence.lastIndex = from;
  if (!fence.test(text)) return null;
  const head = fence.lastIndex;
  for (let start = head; start < text.length; ) {
    fence.lastIndex = start;
    if (fence.test(text)) {
      return {
        head: { start: head, end: beforeBreak(text, head, start) },
        body: { start: fence.lastIndex, end: text.length },
      };
    }
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return 'unclosed';
}

/** The line break before the closing fence belongs to the fence, not to a block scalar above it. */
function beforeBreak(text: string, from: number, end: number): number {
  const stop = text[end - 1] === '\n' ? end - 1 : end;
  return Math.max(from, text[stop - 1] === '\r' ? stop - 1 : stop);
}
