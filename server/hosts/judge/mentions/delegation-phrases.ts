// Phrases in a prompt that instruct the model to call another agent: "delegate to reviewer", `subagent_type: "reviewer"`.
import { lazily } from '../../../text/lazily';
import type { Span } from '../../../text/span';

/** The name, with quotes or formatting around it. */
const quotedName =
  '["\'`“*]{0,3}@?(?<name>[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_:./-]{0,98}[\\p{L}\\p{N}_])?)';
/**
 * Prompts often forbid a call in the same words. This follows the verb and looks back over it: an expression that begins with a
 * lookbehind evaluates it at every character of a prompt.
 */
const notDenied = (verb: string): string =>
  `(?<!\\b(?:not|never|don't|cannot|can't|without|avoid)\\s(?:\\w{1,20}\\s)?${verb})`;
const article = '(?:the\\s+|an?\\s+)?(?:(?:sub)?agent\\s+)?';

const delegate = 'delegat(?:e|es|ed|ing)';
const hand = 'hand(?:s|ing)?';
const call = '(?:use|call|invoke|run|launch|start|spawn|ask)';

/**
 * Each with an expression that matches in every prompt in which the form does and is much faster, because it begins with a rare
 * word, ignores which characters a name can have, and does not fold the case of all of Unicode.
 */
const phrases: readonly { readonly contains: RegExp; readonly form: () => RegExp }[] = [
  {
    contains: /delegat(?:e|es|ed|ing)\b[^.!?\n]{0,60}?\bto\s/i,
    form: lazily(
      () =>
        new RegExp(
          `\\b${delegate}\\b${notDenied(delegate)}[^.!?\\n]{0,60}?\\bto\\s+${article}${quotedName}`,
          'dgiu',
        ),
    ),
  },
  {
    contains: /\bhand(?:s|ing)?\b[^.!?\n]{0,40}?\b(?:off|over)\b/i,
    form: lazily(
      () =>
        new RegExp(
          `\\b${hand}\\b${notDenied(hand)}[^.!?\\n]{0,40}?\\b(?:off|over)\\b[^.!?\\n]{0,40}?\\bto\\s+${article}${quotedName}`,
          'dgiu',
        ),
    ),
  },
  {
    contains:
      /\s(?:sub)?agent\b(?<=\b(?:use|call|invoke|run|launch|start|spawn|ask)\s+(?:the\s+|an?\s+)?\S{1,220}\s+(?:sub)?agent)/i,
    form: lazily(
      () =>
        new RegExp(
          `\\b${call}\\b${notDenied(call)}\\s+(?:the\\s+|an?\\s+)?${quotedName}["'\`”*]{0,3}\\s+(?:sub)?agent\\b`,
          'dgiu',
        ),
    ),
  },
  {
    contains: /subagent_type/,
    form: lazily(
      () => new RegExp(`\\bsubagent_type["'\`]?\\s{0,3}[:=]\\s{0,3}${quotedName}`, 'dgu'),
    ),
  },
];

/** More names in the same list: "delegate to planner, builder or reviewer". */
const nextInList = lazily(
  () =>
    new RegExp(
      `["'\`”*]{0,3}(?:\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or)\\s+)(?:to\\s+)?(?:the\\s+)?${quotedName}`,
      'diuy',
    ),
);

export interface DelegationPhrase {
  readonly name: string;
  /** The name, without quotes. */
  readonly span: Span;
}

/**
 * The words in such phrases that are agents if the host has any with these names; otherwise they are ordinary text. Unlike
 * mentions, they are also found in code, because a call is often shown as an example.
 */
export function delegationPhrasesIn(
  text: string,
  { start, end }: Span,
): readonly DelegationPhrase[] {
  const prompt = text.slice(start, end);
  const found = new Map<number, DelegationPhrase>();
  const add = ({ groups, indices }: RegExpExecArray): void => {
    const name = groups?.['name'] ?? '';
    const at = indices?.groups?.['name']?.[0];
    if (name === '' || at === undefined) return;
    const from = start + at;
    found.set(from, { name, span: { start: from, end: from + name.length } });
  };
  for (const { contains, form } of phrases) {
    if (!contains.test(prompt)) continue;
    for (const match of prompt.matchAll(form())) {
      add(match);
      const more = nextInList();
      for (let at = match.index + match[0].length; ; at = more.lastIndex) {
        more.lastIndex = at;
        const next = more.exec(prompt);
        if (!next) break;
        add(next);
      }
    }
  }
  return found.size === 0 ? none : [...found.values()];
}

/** Their names, each once. */
export function delegatesIn(text: string, span: Span): readonly string[] {
  const found = delegationPhrasesIn(text, span);
  return found.length === 0 ? noNames : [...new Set(found.map(({ name }) => name))];
}

const none: readonly DelegationPhrase[] = [];
const noNames: readonly string[] = [];
