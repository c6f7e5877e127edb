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

/** The reason in parentheses, with a space before it; empty where there is nothing to say: `unknown` is a word for programs. */
export const reasonWords = (reason: string | null): string =>
  reason === null || reason === 'unknown' ? '' : ` (${reason.replaceAll('-', ' ')})`;
