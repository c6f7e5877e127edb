// Filters a list that opens automatically. Enter accepts the focused item, so no list opens where the author may be finishing the
// line: after `key:`, whose value may follow below, after a complete value, on an empty line.
import type { Caret, KeyCaret } from '../../agent/caret';
import { lineStart } from '../../agent/caret-lines';
import type { Outline } from '../../agent/outline';
import type { Completion, CompletionRequest } from './item';

/** Characters after which a line may end, but no value has begun. */
const opensNothing = new Set([',', '[', '{', '|', '>']);

/**
 * The items that continue the typed word; none where the line may be finished.
 * @param offset caret in UTF-16 units, after the last typed character.
 */
export function whileTyping(
  { text, form }: Outline,
  caret: Caret,
  offset: number,
  items: readonly Completion[],
  { character }: CompletionRequest,
): readonly Completion[] {
  // In JSON a quote begins a key or a value, which nothing else does.
  const isBegun = form === 'json' && text.charAt(offset - 1) === '"';
  if (!isBegun && mayEndHere(text, caret, offset, character)) return [];
  const continuing = items.filter(
    (item) =>
      isOfferedWhileTyping(item, caret) &&
      continues(item, text, offset) &&
      !beginsList(item, caret),
  );
  return continuing.some((item) => isComplete(item, text, offset)) ? [] : continuing;
}

function mayEndHere(
  text: string,
  caret: Caret,
  offset: number,
  character: string | undefined,
): boolean {
  // The header of a TOML table has to be closed on its line.
  if (caret.in === 'key' && caret.isTable) return false;
  if (opensNothing.has(text.charAt(offset - 1))) return true;
  // `key:` and `-` without the space that YAML requires.
  if (caret.in === 'value' && caret.before !== '') return true;
  // The space is a trigger character, and it is also typed for indentation.
  return (
    caret.in === 'key' &&
    caret.text === '' &&
    character !== undefined &&
    !isBelowKey(text, caret, offset)
  );
}

/** On an empty line below the colon of the key whose map it begins. */
const isBelowKey = (text: string, { path, siblings, flow }: KeyCaret, offset: number): boolean =>
  path.length > 0 &&
  siblings.length === 0 &&
  !flow &&
  /:[ ]*\r?\n[ ]+$/.test(text.slice(lineStart(text, lineStart(text, offset) - 1), offset));

/**
 * Skeletons are offered automatically only by their prefix, as the first key may be something else. A pattern of files is never
 * known to be complete.
 */
const isOfferedWhileTyping = ({ kind, prefix }: Completion, caret: Caret): boolean =>
  kind === 'file' ? caret.in !== 'value' : kind !== 'skeleton' || prefix !== undefined;

/** The dash of a list is offered only on request: the author types it as well. */
const beginsList = ({ insert }: Completion, caret: Caret): boolean =>
  caret.in === 'key' && caret.text === '' && insert.startsWith('- ');

function continues({ label, prefix, span }: Completion, text: string, offset: number): boolean {
  const typed = text.slice(span.start, offset).toLowerCase();
  return (prefix ?? label).toLowerCase().startsWith(typed);
}

/** Whether the word is complete as typed, in any case. A field is not, as it needs its colon. */
function isComplete(
  { kind, label, span, isUnfinished }: Completion,
  text: string,
  offset: number,
): boolean {
  if (kind === 'field' || isUnfinished) return false;
  const typed = text.slice(span.start, offset);
  if (typed === '' || !label.toLowerCase().startsWith(typed.toLowerCase())) return false;
  const rest = label.slice(typed.length);
  return rest === '' || isSuffix(typed, rest);
}

/** `Claude Sonnet 4.5` without ` (copilot)` and `claude-sonnet-4` without `.5` are complete names. */
const isSuffix = (typed: string, rest: string): boolean =>
  rest.startsWith(' (') || (/\d$/.test(typed) && /^[.-]/.test(rest));
