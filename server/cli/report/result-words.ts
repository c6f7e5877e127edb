// What a program does with a file, in the words of the command line.
import { causeOf } from '../../hosts/judge/file-outcome';
import type { Verdict } from '../../hosts/model/verdict';
import { english } from '../../text/translate';

const words: Readonly<Record<string, string>> = {
  loads: 'loads as written',
  'loads-changed': 'loads with changes',
  ignored: 'silently ignores the file',
  refused: 'rejects the file',
  'stops-host': 'does not start',
  'not-read': 'does not read files in this location',
  unknown: 'unknown',
};

const wordsOfEntry: typeof words = {
  ...words,
  ignored: 'silently ignores the agent',
  refused: 'rejects the agent',
};

/** What follows the name of a program: `loads with changes`. @param isEntry whether the agent is a part of a file */
export const resultWords = (outcome: string, isEntry: boolean): string =>
  (isEntry ? wordsOfEntry : words)[outcome] ?? outcome;

const reasons: Readonly<Record<string, string>> = {
  'yaml-repaired': 'YAML repaired',
  yaml: 'invalid YAML',
  fence: 'a "---" line',
  field: 'a field',
};

/**
 * The reason in parentheses, with a space before it; empty where there is nothing to say: `unknown` is a word for programs.
 * @param cause which field it is, where that is known
 */
export const reasonWords = (reason: string | null, cause?: string): string =>
  reason === null || reason === 'unknown'
    ? ''
    : ` (${cause ?? reasons[reason] ?? reason.replaceAll('-', ' ')})`;

/** Which field keeps the file from loading, for a list. */
export function fieldCause(verdict: Verdict): { readonly cause?: string } {
  const { reason, outcome } = verdict;
  const cause = reason === 'field' && outcome !== 'loads-changed' ? causeOf(verdict) : null;
  return cause === null ? {} : { cause: english(cause) };
}

const fields: Readonly<Record<string, string>> = {
  coerced: 'changed',
  dropped: 'not used',
  refused: 'rejected',
  'passed-on': 'sent to the model provider',
  unknown: 'not known',
};

/** What a program does with a field: `changed`. */
export const fieldWords = (outcome: string): string => fields[outcome] ?? outcome;
