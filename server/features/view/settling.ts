// Which findings are shown while the author types. A half-typed word is not an error: new findings on the edited line wait until
// typing pauses, and those caused only by an unfinished word or line wait until the author has left it. Findings that were
// shown before stay, resolved ones are removed at once, and findings on other lines are shown at once.
import { type Caret, caretAt } from '../../agent/caret';
import { closingQuote, lineFrom, lineStart } from '../../agent/caret-lines';
import { isStrictJson } from '../../agent/json-root';
import type { Outline } from '../../agent/outline';
import { namedSubjectAt } from '../../hosts/model/place';
import { mergeFindings, unmergedFindings } from '../../rules/merge-findings';
import type { Finding } from '../../rules/rule';
import { type Span, touches } from '../../text/span';
import { complete } from '../completion/complete';
import { isUnwritten } from './is-unwritten';
import type { View } from './view';

/** `typing`: a key was just pressed. `paused`: no key for a moment. `settled`: opened, saved, or changed as a whole. */
export type Phase = 'typing' | 'paused' | 'settled';

export interface Typing {
  readonly phase: Phase;
  /** What the last edit wrote, in the current text. The caret is assumed to be at its end, or inside of a pair of quotes or brackets. */
  readonly edit: Span;
  /** The finding, or one that it is part of, was shown after the edit before. */
  readonly wasShown: (finding: Finding) => boolean;
}

export interface SettledFindings {
  readonly shown: readonly Finding[];
  readonly held: readonly Finding[];
}

/** Splits the findings of a view into those to show now and those that wait. */
export function settleFindings(
  view: View,
  findings: readonly Finding[],
  typing: Typing,
): SettledFindings {
  if (typing.phase === 'settled' || findings.length === 0) return { shown: findings, held: none };
  if (isUnwritten(view.outline.text)) return { shown: none, held: findings };
  let isHeld: ((finding: Finding) => boolean) | undefined;
  const shown: Finding[] = [];
  const held: Finding[] = [];
  // The parts of a grouped finding may be on several lines.
  for (const finding of unmergedFindings(findings)) {
    if (typing.wasShown(finding)) {
      shown.push(finding);
      continue;
    }
    isHeld ??= holding(view, typing);
    (isHeld(finding) ? held : shown).push(finding);
  }
  if (held.length === 0) return { shown: findings, held };
  return { shown: mergeFindings(shown, (view.places[0] ?? view).path), held };
}

const none: readonly Finding[] = [];

function holding(view: View, { phase, edit }: Typing): (finding: Finding) => boolean {
  const { outline } = view;
  const offset = caretAfter(outline.text, edit);
  // Of JSON, whose values have quotes, only the word at the caret may be unfinished.
  if (outline.form === 'json' && isStrictJson(outline.text)) {
    const lines = editedLines(outline, edit);
    let isOpen = phase === 'typing' ? true : undefined;
    return ({ span }) => {
      if (!overlaps(span ?? fileStart, lines)) return false;
      isOpen ??= isContinuable(view, offset);
      return isOpen;
    };
  }
  const caret = caretAt(outline, offset);
  if (isUnfinishedLine(outline, caret) || isUnclosedPrompt(outline, caret)) return () => true;
  const lines = editedLines(outline, edit);
  if (isLeftOpen(outline, lines)) return () => true;
  // Configurations and settings have no prompt that is still to be written.
  const hasPrompt = view.places.some((place) => namedSubjectAt(place) !== null);
  const isBegun = hasPrompt && isUnclosedHead(outline, caret, phase);
  const isPromptNext = hasPrompt && isEmptyPrompt(outline, edit);
  const isWritten = hasPrompt ? promptBeingWritten(outline, edit) : undefined;
  let isOpen = phase === 'typing' ? true : undefined;
  return ({ span, rule }) => {
    if (isBegun && (span === null || isOutside(outline, span, edit))) return true;
    // Programs repair the YAML of some frontmatters, once they are closed.
    if (isBegun && outline.form !== 'toml' && rule === 'invalid-yaml') return true;
    if (isPromptNext && (span === null || span.end >= (outline.closing?.start ?? 0))) return true;
    if (span !== null && isWritten?.(span)) return true;
    if (!overlaps(span ?? fileStart, lines)) return false;
    isOpen ??= isUnfinishedWord(view, caret, offset);
    return isOpen;
  };
}

/** In a frontmatter that is not closed, what follows the caret may become the prompt. */
const isOutside = ({ form, head }: Outline, span: Span, edit: Span): boolean =>
  form !== 'toml' && (span.start < head.start || span.end > edit.end);

/** An editor that closes a quote or a bracket by itself writes both as one edit, and the caret is between them. */
const caretAfter = (text: string, { start, end }: Span): number =>
  end - start === 2 && /^(?:""|''|\[\]|\{\})$/.test(text.slice(start, end)) ? end - 1 : end;

/** Findings on the whole file are shown at its beginning. */
const fileStart: Span = { start: 0, end: 0 };

const overlaps = (one: Span, other: Span): boolean =>
  one.start <= other.end && other.start <= one.end;

/** A key without its colon breaks the YAML of the whole frontmatter, and so does the beginning of a fence. */
function isUnfinishedLine({ text }: Outline, caret: Caret): boolean {
  if (caret.in === 'nothing') return true;
  if (caret.in === 'fence') return text.slice(caret.span.start, caret.span.end).trim() !== '---';
  return caret.in === 'key' && !caret.hasColon && caret.text !== '' && !caret.flow;
}

/** A quote or a bracket is not closed yet: until then YAML reads what follows as a part of the value. */
function isLeftOpen({ text, head, body, form }: Outline, { start, end }: Span): boolean {
  if (start < head.start || start > head.end) return false;
  if (form === 'toml' && start >= body.start && start <= body.end) return false;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    else if ((char === '"' || char === "'") && /^$|[\s:,[{-]/.test(text.charAt(at - 1))) {
      const close = closingQuote(text, at, end);
      if (close < 0) return true;
      at = close;
    }
  }
  return depth > 0;
}

/** The frontmatter is still being written, so its end is missing. In TOML the prompt is missing, which is usually written last. */
const isUnclosedHead = (
  { closing, opening, form, body }: Outline,
  caret: Caret,
  phase: Phase,
): boolean =>
  form === 'toml'
    ? body.start === body.end && caret.in !== 'body'
    : opening !== null && closing === null && (caret.in !== 'body' || phase === 'typing');

/** The prompt is being written and its quotes are not closed, so all that follows is a part of it. */
const isUnclosedPrompt = ({ form, body, text, errors }: Outline, caret: Caret): boolean =>
  form === 'toml' && caret.in === 'body' && errors.length > 0 && body.end === text.length;

/** The frontmatter was just closed, and the prompt is written next. */
const isEmptyPrompt = ({ text, body, closing }: Outline, { end }: Span): boolean =>
  closing !== null && end >= closing.start && text.slice(body.start).trim() === '';

/** What is reported of the prompt as a whole while its end is written, such as that it is too short. */
function promptBeingWritten(
  { text, body }: Outline,
  edit: Span,
): ((span: Span) => boolean) | undefined {
  const end = text.slice(0, body.end).trimEnd().length;
  if (edit.end < Math.max(end, body.start) || edit.end > body.end) return undefined;
  const start = body.end - text.slice(body.start, body.end).trimStart().length;
  return (span) => span.start <= start && span.end >= end;
}

/**
 * The lines that an edit touches, extended to the start of a field that is still open: after a line break following `tools:` the
 * author is about to write its items.
 */
export function editedLines({ text, head }: Outline, edit: Span): Span {
  const end = lineFrom(text, lineStart(text, edit.end), text.length).end;
  let start = lineStart(text, edit.start);
  if (start < head.start || start > head.end) return { start, end };
  while (start > head.start && isContinued(text, start)) start = lineStart(text, start - 1);
  return { start, end };
}

/** Whether the line at `start` belongs to the one above it. */
function isContinued(text: string, start: number): boolean {
  const { start: from, end } = lineFrom(text, start, text.length);
  const line = text.slice(from, end);
  if (/^(?:\s+\S|-(?:\s|$)|[\]}])/.test(line)) return true;
  if (line.trim() !== '') return false;
  const above = text.slice(lineStart(text, start - 1), start).trimEnd();
  // The header of a TOML table, whose keys follow.
  if (/^\[.*\]$/.test(above)) return true;
  return /(?::|[|>][+-]?\d?|,|\[|\{)$/.test(above) || /^(?:\s+\S|-\s)/.test(above);
}

/** On an empty line below a key whose value it begins. */
const isOpenedAbove = (text: string, offset: number): boolean =>
  /:[ \t]*\r?\n[ \t]*$/.test(text.slice(lineStart(text, lineStart(text, offset) - 1), offset));

/** An empty value, or a word that a completion would continue. */
function isUnfinishedWord(view: View, caret: Caret, offset: number): boolean {
  if (isOpenedAbove(view.outline.text, offset)) return true;
  if (caret.in !== 'value' && caret.in !== 'key') return false;
  if (caret.in === 'value' && caret.text.trim() === '') return true;
  return isContinuable(view, offset);
}

/** Whether a completion would continue the word before the caret. */
function isContinuable(view: View, offset: number): boolean {
  const [first] = complete(view, offset, { by: 'typing', withBuiltin: false });
  return first !== undefined && first.span.start < offset && touches(first.span, offset);
}
