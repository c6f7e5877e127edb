// The real agent files beside the project, for tests that look at all of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shared } from './shared';

let texts: readonly string[] | undefined;

/** Every Markdown file of the corpus and the seeds, in a fixed order; read once. */
export function corpusTexts(): readonly string[] {
  texts ??= corpusFiles().map((file) => readFileSync(file, 'utf8'));
  return texts;
}

/** Every nth of them, for checks that cost more. */
export const someCorpusTexts = (nth: number): readonly string[] =>
  corpusTexts().filter((_, index) => index % nth === 0);

export function corpusFiles(): readonly string[] {
  return ['corpus', 'seeds'].flatMap((folder) =>
    readdirSync(shared(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort(),
  );
}
