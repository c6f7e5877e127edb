// The agent files of the corpus and the seeds, for tests that check all of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corpus, corpusIndex, seeds } from './resources';

let texts: readonly string[] | undefined;

/** Every Markdown file of the corpus and the seeds, in a fixed order. Memoized. */
export function corpusTexts(): readonly string[] {
  texts ??= corpusFiles().map((file) => readFileSync(file, 'utf8'));
  return texts;
}

/** Every nth file, for more expensive checks; a larger share of a small corpus. */
export function someCorpusTexts(nth: number): readonly string[] {
  const step = Math.max(1, Math.min(nth, Math.floor(corpusIndex.length / 60)));
  return corpusTexts().filter((_, index) => index % step === 0);
}

export const corpusFiles = (): readonly string[] => [corpus, seeds].flatMap(filesBelow);

/** The paths of all Markdown files below a folder, in a fixed order. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
