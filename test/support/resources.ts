// Agent files, seeds and recorded answers of the hosts' programs, wherever they are: see scripts/resources.mjs. A test that
// needs answers, where there are none, is skipped and says so in its name.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { indexOf, resourcesOf } from '../../scripts/resources.mjs';

export const { corpus, ownCorpus, isOwnCorpus, seeds, oracles, hosts } = resourcesOf(process.cwd());

export const corpusIndex = indexOf(corpus);

export const readCorpus = (file: string, folder = corpus): string =>
  readFileSync(path.join(folder, file), 'utf8');

export const readSeed = (number: string): string =>
  readFileSync(path.join(seeds, `${number}.md`), 'utf8');

/** As many of the files of this corpus as `count` is of 1,200; at least one. */
export const scaled = (count: number): number =>
  Math.max(1, Math.floor((count * corpusIndex.length) / 1_200));

const inCorpus: ReadonlySet<string> = new Set(corpusIndex.map(({ file }) => file));

const jsonIn = <T>(folder: string | null, file: string): T | null => {
  const at = folder === null ? null : path.join(folder, file);
  return at !== null && existsSync(at) ? (JSON.parse(readFileSync(at, 'utf8')) as T) : null;
};

/** @returns null where it was not recorded. */
export const oracleJson = <T>(file: string): T | null => jsonIn<T>(oracles, file);

/** What one program did with files of this corpus, by file; empty where that was not recorded. */
export function recordedOfCorpus<T>(program: string): Readonly<Record<string, T>> {
  const recorded = oracleJson<{ files: Readonly<Record<string, T>> }>(`corpus/${program}.json`);
  const files = Object.entries(recorded?.files ?? {});
  return Object.fromEntries(files.filter(([file]) => inCorpus.has(file)));
}

/** What the programs did with each file, where the corpus says it. */
export const corpusVerdicts = <T>(): Readonly<Record<string, T>> =>
  jsonIn<{ files: Readonly<Record<string, T>> }>(corpus, 'verdicts.json')?.files ?? {};

/** Of a script that cannot do without it: a folder that a variable names. */
export function required(folder: string | null, variable: string): string {
  if (folder === null) throw new Error(`There is nothing to read. Name its folder in ${variable}.`);
  return folder;
}

export const readJson = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;

/** `describe`, or a skipped one whose name says why. */
export function describeWith(what: boolean, reason: string, title: string, body: () => void): void {
  if (what) describe(title, body);
  else describe.skip(`${title} (skipped: ${reason})`, body);
}

export const noOracles = 'no recorded answers, see DOSSIER_ORACLES';
export const noAnswers = 'no recorded answers to this corpus';
