// YAML as hosts read it that use js-yaml 4. It differs from js-yaml 3, which gray-matter contains, only in the types of unquoted
// scalars and in explicit keys; both were compared on mutated files.
import type { Outline } from '../../../agent/outline';
import type { Span } from '../../../text/span';
import { convertScalars, type Entry, type Value } from '../../../yaml/value';
import type { UncheckedCode } from '../../model/reading';
import { type Fences, faultOf, parseHead } from './gray-matter';
import { valueFrom } from './value-from-data';
import { treeOf, writtenTree } from './written-tree';

export type ParsedHead =
  | { readonly kind: 'parsed'; readonly root: Value }
  | { readonly kind: 'failed'; readonly at: Span; readonly reason: string }
  /** Too large, or one of the few texts on which the two versions of the parser differ. */
  | { readonly kind: 'unknown'; readonly why: 'too-large' | UncheckedCode };

/** An explicit key, `? key`, whose value only one of the versions accepts on the same line. In a quoted string it is a character. */
const explicitKey = /(?:^[ \t]*|[[{,:-][ \t]*)\?(?:\s|$)/m;

const quotedString = /([[{,:-][ \t]+)(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')/g;

const hasExplicitKey = (source: string): boolean =>
  explicitKey.test(source.replaceAll(quotedString, '$1""'));

const fence = /^---/m;

/** A line with a tab in its indentation, where js-yaml 4 accepts no entry of a map or a list. */
const tabbedEntry = /\n *\t[ \t]*(?:- |[\w-]+:\s)/;

/** Nothing but comments: gray-matter returns a map without keys then. */
const isEmpty = (source: string): boolean =>
  source.split('\n').every((line) => /^\s*(?:#|$)/.test(line));

/** @param head between the fences, without the line break before the second one. */
export function parseFrontmatter(outline: Outline, head: Span): ParsedHead {
  const source = outline.text.slice(head.start, head.end);
  // A fence at the start of a line would end what is parsed here.
  if (fence.test(source)) return { kind: 'unknown', why: 'inner-fence' };
  if (hasExplicitKey(source)) return { kind: 'unknown', why: 'explicit-key' };
  // The parser counts the line break after the first fence. Where a host cuts off white space, none is before the first key.
  const isCut = outline.text[head.start - 1] !== '\n';
  const around = { start: isCut ? head.start : head.start - 1, end: head.end };
  const fences: Fences = {
    language: { start: 3, end: 3 },
    head: { start: 3, end: 4 + source.length },
    body: 8 + source.length,
    closed: true,
  };
  const parsed = parseHead(`---\n${source}\n---`, fences);
  if (parsed.kind === 'failed')
    return { kind: 'failed', ...faultOf(outline, head.start - 4, fences, parsed) };
  if (parsed.kind !== 'parsed') return { kind: 'unknown', why: 'too-large' };
  if (isEmpty(source)) return { kind: 'parsed', root: { kind: 'null', source: '', span: head } };
  const [error] = writtenTree(outline, around).errors;
  // The versions also differ in some texts that the tolerant parser rejects.
  if (error)
    return tabbedEntry.test(source)
      ? { kind: 'failed', at: error.span, reason: error.code }
      : { kind: 'unknown', why: 'disputed-yaml' };
  const tree = treeOf(outline, around, []);
  const root = valueFrom(parsed.data, { tree, around: head, text: outline.text });
  if (!root) return { kind: 'unknown', why: 'disputed-yaml' };
  return { kind: 'parsed', root: root.kind === 'map' ? retyped(root) : root };
}

const retyped = (root: Extract<Value, { kind: 'map' }>): Value => ({
  ...root,
  entries: convertScalars(root.entries, retype),
});

/** The fields with the types of js-yaml 4. */
export const retypedFields = (fields: readonly Entry[]): readonly Entry[] =>
  convertScalars(fields, retype);

const integer = /^[-+]?(?:0b[01_]+|0x[\da-f_]+|0o[0-7_]+|\d[\d_]*)$/i;
const float = /^(?:[-+]?\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.[\d_]+(?:e[-+]?\d+)?)$/i;

/** The scalar as js-yaml 4 types it: `0o17` is a number, `010` is ten, and `1:20` is a string. */
function retype(value: Value): Value {
  const { kind, span } = value;
  if (kind === 'number') {
    const { source } = value;
    if (/^\.(?:inf|nan)$/i.test(source.replace(/^[-+]/, ''))) return value;
    const number = numberIn(source);
    if (number !== null) return number === value.number ? value : { ...value, number };
    return /^[-+\d.]/.test(source) && source.includes(':')
      ? { kind: 'text', text: source, style: 'plain', span }
      : value;
  }
  if (kind !== 'text' || value.style !== 'plain' || !/^[-+]?0o/.test(value.text)) return value;
  const number = numberIn(value.text);
  return number === null ? value : { kind: 'number', number, source: value.text, span };
}

function numberIn(source: string): number | null {
  if (source.endsWith('_')) return null;
  const text = source.replaceAll('_', '');
  if (integer.test(source)) {
    const sign = text.startsWith('-') ? -1 : 1;
    const digits = text.replace(/^[-+]/, '');
    return (
      sign * (/^0[bxo]/i.test(digits) ? Number(digits.toLowerCase()) : Number.parseInt(digits, 10))
    );
  }
  return float.test(source) ? Number.parseFloat(text) : null;
}
