// What is left of a list that opens by itself. Enter accepts the focused item, so there is no list where the author may
// be finishing the line: after `key:`, whose value may follow below, after a complete value, on an empty line.
import type { Caret } from '../../agent/caret';
import type { Outline } from '../../agent/outline';
import type { Completion } from './item';
import type { CompletionRequest } from './request';

/** Nothing that an author writes right after these ends there, and a line may. */
const opensNothing = new Set([',', '[', '{', '|', '>']);

/**
 * The items that continue what was typed, none where the line may be finished.
 * @param offset caret in UTF-16 units, behind the last typed character.
 */
export function whileTyping(
  { text }: Outline,
  caret: Caret,
  offset: number,
  items: readonly Completion[],
  { character }: CompletionRequest,
): readonly Completion[] {
  if (mayEndHere(text, caret, offset, character)) return [];
  const continuing = items.filter((item) => isByItself(item) && continues(item, text, offset));
  return continuing.some((item) => isComplete(item, text, offset)) ? [] : continuing;
}

function mayEndHere(
  text: string,
  caret: Caret,
  offset: number,
  character: string | undefined,
): boolean {
  if (opensNothing.has(text.charAt(offset - 1))) return true;
  // `key:` and `-` without the space that YAML wants.
  if (caret.in === 'value' && caret.before !== '') return true;
  // Indentation is typed with the trigger character " ".
  return caret.in === 'key' && caret.text === '' && character !== undefined;
}

/** A whole file is never written at a key that may begin something else. */
const isByItself = ({ kind, prefix }: Completion): boolean =>
  kind !== 'skeleton' || prefix !== undefined;

function continues({ label, prefix, span }: Completion, text: string, offset: number): boolean {
  const typed = text.slice(span.start, offset).toLowerCase();
  return (prefix ?? label).toLowerCase().startsWith(typed);
}

/** A field needs its colon yet; any other word may stand as it is, in whatever case. */
function isComplete(
  { kind, label, span, isUnfinished }: Completion,
  text: string,
  offset: number,
): boolean {
  if (kind === 'field' || isUnfinished) return false;
  const typed = text.slice(span.start, offset);
  if (typed === '' || !label.toLowerCase().startsWith(typed.toLowerCase())) return false;
  const rest = label.slice(typed.length);
  return rest === '' || isAddition(typed, rest);
}

/** `Claude Sonnet 4.5` without ` (copilot)`, and `claude-sonnet-4` without `.5`, are names of their own. */
const isAddition = (typed: string, rest: string): boolean =>
  rest.startsWith(' (') || (/\d$/.test(typed) && /^[.-]/.test(rest));
