// How Qoder CLI 1.1.52 reads an agent file. The frontmatter must begin at the first character and ends at the first line that begins
// with three dashes. What is not valid YAML is repaired and parsed once more.

import { type Outline, outlineOf } from '../../agent/outline';
import { applyEdits } from '../../text/edit';
import { mapSpansBack } from '../../text/remap';
import { type Span, shift, slice } from '../../text/span';
import { mapEntrySpans, type StringValue, type Value } from '../../yaml/value';
import {
  dashFences,
  frontmatterReader,
  type Head,
  jsYamlHead,
  type Regions,
} from '../judge/reading/frontmatter-reader';
import { isUnchecked } from '../model/flaw-tables';
import type { Flaw } from '../model/reading';
import { repairsOf } from './repair';

/** The fields, or why there are none. @param head between the fences, without the line break before the second one. */
export function readHead(outline: Outline, head: Span): Head | Flaw {
  const first = parsed(outline, head);
  if ('fields' in first || isUnchecked(first.code) || first.code === 'not-a-mapping') return first;
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

const number =
  /^(?:[-+]?(?:0b[01]+|0o[0-7]+|0x[\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))|\.\d+(?:[eE][-+]?\d+)?|\.(?:nan|NaN|NAN))$/;

/** Unlike js-yaml 4, the program's parser takes these for strings: `1_000`, `0X1F`, `-.5`, `1e400`. */
function retype(value: Value, file: string): Value {
  if (value.kind === 'text') return { ...value, text: foldedText(value, file) };
  if (value.kind !== 'number') return value;
  const { source, span } = value;
  const isNumber = number.test(source) && (Number.isFinite(value.number) || source.includes('.'));
  return isNumber ? value : { kind: 'text', text: source, style: 'plain', span };
}

/** Unlike js-yaml 4, the program's parser leaves out the spaces at the ends of lines in quotes. */
function foldedText({ text, style, span }: StringValue, file: string): string {
  const source = slice(file, span);
  const isQuoted = style === 'single' || (style === 'double' && !source.includes('\\'));
  if (!isQuoted || !/[ \t]\r?\n/.test(source)) return text;
  const lines = source.slice(1, -1).split(/\r?\n/);
  const last = lines.length - 1;
  const trimmed = lines.map((line, at) => {
    const begun = at === 0 ? line : line.trimStart();
    return at === last ? begun : begun.trimEnd();
  });
  // A line break is a space, and each empty line is a line break.
  const folded = trimmed
    .join('\n')
    .replaceAll(/\n+/g, (breaks) => (breaks.length === 1 ? ' ' : breaks.slice(1)));
  return style === 'single' ? folded.replaceAll("''", "'") : folded;
}

const parsed = jsYamlHead({
  retype,
  hasTags: (source, root, start) =>
    root === null ? keyWithAnchor.test(source) : hasTag(root, source, start),
});

/** The regions of a file, or why it has none. */
export const fences = (outline: Outline): Regions | Flaw => dashFences(outline, 'loses-prompt');

export const reader = frontmatterReader({ fences, head: readHead });
