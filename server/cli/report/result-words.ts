// What a program does with a file, in the words of the command line.

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

/** The reason in parentheses, with a space before it; empty where there is nothing to say: `unknown` is a word for programs. */
export const reasonWords = (reason: string | null): string =>
  reason === null || reason === 'unknown'
    ? ''
    : ` (${reasons[reason] ?? reason.replaceAll('-', ' ')})`;

const fields: Readonly<Record<string, string>> = {
  coerced: 'changed',
  dropped: 'not used',
  refused: 'rejected',
  'passed-on': 'sent to the model provider',
  unknown: 'not known',
};

/** What a program does with a field: `changed`. */
export const fieldWords = (outcome: string): string => fields[outcome] ?? outcome;
