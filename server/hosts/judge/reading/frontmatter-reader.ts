// Readers of Markdown with a frontmatter, for hosts that differ in their fences, their YAML and what they do with faults.

import type { Outline } from '../../../agent/outline';
import type { Sentence } from '../../../text/message';
import { type Span, slice } from '../../../text/span';
import { convertScalars, type Entry, type Value } from '../../../yaml/value';
import type { Flaw, FlawCode, ReadAgent, Reader, ReaderInput } from '../../model/reading';
import { unread } from '../../model/reading';
import { type ParsedHead, parseFrontmatter, retypedFields } from './js-yaml';
import { colonFault, simpleRoot } from './simple-frontmatter';
import { promptFrom } from './trimmed-prompt';
import { dateIn } from './value-from-data';

/** Where the parts of a file are. */
export interface Regions {
  /** What is parsed, between the fences. */
  readonly head: Span;
  /** The offset at which the prompt begins, with the white space before it. */
  readonly body: number;
  readonly flaws?: readonly Flaw[];
}

/** What was read between the fences. */
export interface Head {
  readonly fields: readonly Entry[];
  readonly flaws?: readonly Flaw[];
}

type HeadReader = (outline: Outline, head: Span) => Head | Flaw;

export interface FrontmatterForm {
  /** The regions, or why there are none. If that flaw is not fatal, the whole text is the prompt of an agent without fields. */
  readonly fences: (outline: Outline) => Regions | Flaw;
  /** The fields, or why the host loads no agent. */
  readonly head: HeadReader;
  /** Why the host has no such agent in spite of a valid head; null for an agent. */
  readonly refuses?: (fields: readonly Entry[], outline: Outline) => Flaw | null;
  /** What else is wrong with the agent. */
  readonly inspect?: (agent: ReadAgent, input: ReaderInput) => readonly Flaw[];
}

/** The reader of a host with this form of frontmatter. White space around a prompt does not belong to it. */
export const frontmatterReader =
  ({ fences, head, refuses, inspect }: FrontmatterForm): Reader =>
  (input) => {
    const { outline } = input;
    const regions = fences(outline);
    if ('code' in regions)
      return regions.fatal
        ? unread(regions)
        : { agents: [{ fields: [], prompt: promptFrom(outline.text, 0) }], flaws: [regions] };
    const read = head(outline, regions.head);
    if ('code' in read) return unread(read);
    const { fields, flaws = [] } = read;
    const refused = refuses?.(fields, outline) ?? null;
    if (refused) return unread(refused);
    const agent = { fields, prompt: promptFrom(outline.text, regions.body) };
    return {
      agents: [agent],
      flaws: [...flaws, ...(regions.flaws ?? []), ...(inspect?.(agent, input) ?? [])],
    };
  };

/** A file begins with three dashes on a line of their own. The next line that begins with three dashes ends the head. */
const opening = /^---\r?\n/;
const closing = /\r?\n---/g;

/**
 * The regions of a file with such fences, whose prompt begins after the second one, or the flaw of one without. It is fatal.
 * @param rest whether what follows the closing dashes on their line begins the prompt, or the prompt is lost with it.
 */
export function dashFences(
  outline: Outline,
  rest: 'begins-prompt' | 'loses-prompt',
): Regions | Flaw {
  const { text } = outline;
  const [open] = opening.exec(text) ?? [];
  if (open === undefined) return withoutFences(outline);
  closing.lastIndex = open.length;
  const close = closing.exec(text);
  if (!close) return faultAt('unclosed-fence', outline.opening ?? { start: 0, end: 3 });
  const head = { start: open.length, end: close.index };
  const after = close.index + close[0].length;
  const [lineBreak] = /^\r?\n/.exec(text.slice(after, after + 2)) ?? [];
  if (lineBreak !== undefined) return { head, body: after + lineBreak.length };
  if (rest === 'begins-prompt') return { head, body: after };
  const end = text.indexOf('\n', after);
  const span = { start: after - 3, end: end < 0 ? text.length : end };
  const isLost = text.slice(after).trim() !== '';
  return {
    ...{ head, body: text.length },
    flaws: isLost ? [{ code: 'early-fence', span, fatal: false }] : [],
  };
}

function withoutFences({ text, opening: fence, language }: Outline): Flaw {
  if (!fence) return faultAt('no-frontmatter', { start: 0, end: 0 });
  const isLanguage = fence.start === 0 && (language !== '' || /^---[^\r\n]/.test(text));
  return faultAt(isLanguage ? 'fence-language' : 'leading-text', fence);
}

/** A flaw because of which a host loads no agent. */
export const faultAt = (code: FlawCode, span: Span, message?: Sentence): Flaw => ({
  ...{ code, span, fatal: true },
  ...(message !== undefined && { message }),
});

export interface JsYamlForm {
  /** What the host does with YAML that is no map. Without it, it loads no agent. @param flaw reports that. */
  readonly notAMap?: (root: Value, flaw: Flaw) => Head | Flaw;
  /** Scalars that the host reads in another way than js-yaml 4. @param text the file */
  readonly retype?: (value: Value, text: string) => Value;
  /** Whether the text has tags or anchors of which it is not known how the host reads them. @param root null before it is parsed. */
  readonly hasTags?: (source: string, root: Value | null, start: number) => boolean;
}

/** Reads a head as hosts do that use js-yaml 4. */
export const jsYamlHead =
  ({ notAMap, retype = (value) => value, hasTags }: JsYamlForm = {}): HeadReader =>
  (outline, head) => {
    const typed = (fields: readonly Entry[]): Head => ({
      fields: convertScalars(fields, (value) => retype(value, outline.text)),
    });
    const simple = simpleRoot(outline, head);
    if (simple) return typed(retypedFields(convertScalars(simple.entries, dateIn)));
    const colon = colonFault(outline, head);
    if (colon) return faultAt('yaml', colon.span, colon.code);
    const source = slice(outline.text, head);
    const parsed: ParsedHead = hasTags?.(source, null, head.start)
      ? { kind: 'unknown', why: 'tagged-value' }
      : parseFrontmatter(outline, head);
    if (parsed.kind === 'failed') {
      const code = parsed.reason === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml';
      return faultAt(code, parsed.at, parsed.reason);
    }
    if (parsed.kind === 'unknown') return faultAt(parsed.why, head);
    if (hasTags?.(source, parsed.root, head.start)) return faultAt('tagged-value', head);
    const { root } = parsed;
    if (root.kind === 'map') return typed(root.entries);
    const flaw = faultAt('not-a-mapping', head);
    return notAMap?.(root, flaw) ?? flaw;
  };
