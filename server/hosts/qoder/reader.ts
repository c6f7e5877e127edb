// How Qoder CLI 1.1.52 reads an agent file. The frontmatter must begin at the first character and ends at the first line that begins
// with three dashes. What is not valid YAML is repaired and parsed once more.

import { type Outline, outlineOf } from '../../agent/outline';
import { applyEdits } from '../../text/edit';
import { mapSpansBack } from '../../text/remap';
import { type Span, shift, slice } from '../../text/span';
import { convertScalars, type Entry, mapEntrySpans, type Value } from '../../yaml/value';
import { type ParsedHead, parseFrontmatter, retypedFields } from '../judge/js-yaml';
import { colonFault, simpleRoot } from '../judge/simple-frontmatter';
import { dateIn } from '../judge/value-from-data';
import type { Flaw, FlawCode, ReadAgent, Reader, Reading } from '../model/reading';
import { repairsOf } from './repair';

const opening = /^---\r?\n/;
const closing = /\r?\n---/g;

export const reader: Reader = ({ outline }): Reading => {
  const { text } = outline;
  const [open] = opening.exec(text) ?? [];
  if (open === undefined) return withoutHead(outline);
  closing.lastIndex = open.length;
  const close = closing.exec(text);
  if (!close) return lost('unclosed-fence', outline.opening ?? { start: 0, end: 3 });
  const read = fieldsIn(outline, { start: open.length, end: close.index });
  if ('code' in read) return { agents: [], flaws: [read] };
  const { prompt, flaws } = promptAfter(text, close.index + close[0].length);
  return { agents: [{ fields: read.fields, prompt }], flaws: [...read.flaws, ...flaws] };
};

const lost = (code: FlawCode, span: Span): Reading => ({
  agents: [],
  flaws: [{ code, span, fatal: true }],
});

function withoutHead({ text, opening: fence, language }: Outline): Reading {
  if (!fence) return lost('no-frontmatter', { start: 0, end: 0 });
  const isLanguage = fence.start === 0 && (language !== '' || /^---[^\r\n]/.test(text));
  return lost(isLanguage ? 'fence-language' : 'leading-text', fence);
}

/** What follows the dashes on their line, and everything after it, is lost. */
function promptAfter(
  text: string,
  afterFence: number,
): { readonly prompt: ReadAgent['prompt']; readonly flaws: readonly Flaw[] } {
  const [lineBreak] = /^\r?\n/.exec(text.slice(afterFence, afterFence + 2)) ?? [];
  const from = lineBreak === undefined ? text.length : afterFence + lineBreak.length;
  const part = text.slice(from);
  const start = from + part.length - part.trimStart().length;
  const span = { start, end: Math.max(start, from + part.trimEnd().length) };
  const end = text.indexOf('\n', afterFence);
  const flaws: readonly Flaw[] =
    lineBreak === undefined && text.slice(afterFence).trim() !== ''
      ? [
          {
            code: 'early-fence',
            span: { start: afterFence - 3, end: end < 0 ? text.length : end },
            fatal: false,
          },
        ]
      : [];
  return { prompt: { text: slice(text, span), span }, flaws };
}

interface Fields {
  readonly fields: readonly Entry[];
  readonly flaws: readonly Flaw[];
}

/** @param head between the fences, without the line break before the second one. */
function fieldsIn(outline: Outline, head: Span): Fields | Flaw {
  const first = parsed(outline, head);
  if ('fields' in first || first.code === 'too-large' || first.code === 'not-a-mapping')
    return first;
  const source = slice(outline.text, head);
  const edits = repairsOf(source);
  const repaired = applyEdits(source, edits);
  if (repaired === source) return first;
  const second = parsed(outlineOf(`${fence}${repaired}\n---\n`), {
    start: fence.length,
    end: fence.length + repaired.length,
  });
  if (!('fields' in second)) return second.code === 'yaml' ? first : { ...second, span: head };
  const back = mapSpansBack(edits);
  const inFile = (span: Span): Span => shift(back(shift(span, -fence.length)), head.start);
  return {
    fields: second.fields.map((entry) => mapEntrySpans(entry, inFile)),
    flaws: [
      {
        ...first,
        code: 'yaml-repaired',
        repairs: edits.map((edit) => ({ ...edit, span: shift(edit.span, head.start) })),
        fatal: false,
      },
    ],
  };
}

const fence = '---\n';

/** The fields, or what is wrong with the YAML. */
function parsed(outline: Outline, head: Span): Fields | Flaw {
  const simple = simpleRoot(outline, head);
  if (simple)
    return { fields: typed(retypedFields(convertScalars(simple.entries, dateIn))), flaws: [] };
  const colon = colonFault(outline, head);
  if (colon) return { code: 'yaml', span: colon.span, message: colon.code, fatal: true };
  const source = slice(outline.text, head);
  const found = keyWithAnchor.test(source) ? undetermined : parseFrontmatter(outline, head);
  if (
    found.kind === 'unknown' ||
    (found.kind === 'parsed' && hasTag(found.root, source, head.start))
  )
    return { code: 'too-large', span: head, fatal: true };
  if (found.kind === 'failed') {
    const code = found.reason === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml';
    return { code, span: found.at, message: found.reason, fatal: true };
  }
  return found.root.kind === 'map'
    ? { fields: typed(found.root.entries), flaws: [] }
    : { code: 'not-a-mapping', span: head, fatal: true };
}

const undetermined: ParsedHead = { kind: 'unknown' };

/** The versions of the parser read these differently. */
const keyWithAnchor = /^&\S+ +\S[^\n]*:/m;
const tag = /!(?:!\w|<)/g;

/** Whether there is one of these tags outside of block scalars, where it would be text. */
function hasTag(root: Value, source: string, start: number): boolean {
  const tags = [...source.matchAll(tag)].map(({ index }) => start + index);
  return tags.some((at) => !isInBlockScalar(root, at));
}

function isInBlockScalar(value: Value, at: number): boolean {
  switch (value.kind) {
    case 'text':
      return (
        /^(?:literal|folded)$/.test(value.style) && value.span.start <= at && at < value.span.end
      );
    case 'list':
      return value.items.some((item) => isInBlockScalar(item, at));
    case 'map':
      return value.entries.some((entry) => isInBlockScalar(entry.value, at));
    default:
      return false;
  }
}

/** Unlike js-yaml 4, the program's parser takes these for strings: `1_000`, `0X1F`, `-.5`, `1e400`. */
const typed = (fields: readonly Entry[]): readonly Entry[] => convertScalars(fields, retype);

const number =
  /^(?:[-+]?(?:0b[01]+|0o[0-7]+|0x[\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))|\.\d+(?:[eE][-+]?\d+)?|\.(?:nan|NaN|NAN))$/;

function retype(value: Value): Value {
  if (value.kind !== 'number') return value;
  const { source, span } = value;
  const isNumber = number.test(source) && (Number.isFinite(value.number) || source.includes('.'));
  return isNumber ? value : { kind: 'text', text: source, style: 'plain', span };
}
