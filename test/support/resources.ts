// Agent files, seeds and recorded output of the hosts' programs, wherever they are located: see scripts/resources.mjs. A
// test that needs missing recordings is skipped, and its name states the reason.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { indexOf, resourcesOf } from '../../scripts/resources.mjs';

export const { corpus, ownCorpus, isOwnCorpus, seeds, oracles, hosts, skills } = resourcesOf(
  process.cwd(),
);

export const corpusIndex = indexOf(corpus);

export const readCorpus = (file: string, folder = corpus): string =>
  readFileSync(path.join(folder, file), 'utf8');

export const readSeed = (number: string): string =>
  readFileSync(path.join(seeds, `${number}.md`), 'utf8');

/** Scales `count`, which is for a corpus of 1,200 files, to the size of this corpus. At least one. */
export const scaled = (count: number): number =>
  Math.max(1, Math.floor((count * corpusIndex.length) / 1_200));

const inCorpus: ReadonlySet<string> = new Set(corpusIndex.map(({ file }) => file));

const jsonIn = <T>(folder: string | null, file: string): T | null => {
  const at = folder === null ? null : path.join(folder, file);
  return at !== null && existsSync(at) ? (JSON.parse(readFileSync(at, 'utf8')) as T) : null;
};

/** @returns null if it was not recorded. */
export const oracleJson = <T>(file: string): T | null => jsonIn<T>(oracles, file);

/** The recorded results of one program for files of this corpus, by file; empty if there are none. */
export function recordedOfCorpus<T>(program: string): Readonly<Record<string, T>> {
  const recorded = oracleJson<{ files: Readonly<Record<string, T>> }>(`corpus/${program}.json`);
  const files = Object.entries(recorded?.files ?? {});
  return Object.fromEntries(files.filter(([file]) => inCorpus.has(file)));
}

/** The recorded results of all programs for each file, if the corpus contains them. */
export const corpusVerdicts = <T>(): Readonly<Record<string, T>> =>
  jsonIn<{ files: Readonly<Record<string, T>> }>(corpus, 'verdicts.json')?.files ?? {};

/** For a script that requires it: a folder that an environment variable specifies. */
export function required(folder: string | null, variable: string): string {
  if (folder === null) throw new Error(`There is nothing to read. Name its folder in ${variable}.`);
  return folder;
}

export const readJson = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as T;

/** `describe`, or a skipped one whose name states the reason. */
export function describeWith(what: boolean, reason: string, title: string, body: () => void): void {
  if (what) describe(title, body);
  else describe.skip(`${title} (skipped: ${reason})`, body);
}

export const noOracles = 'no recorded answers, see DOSSIER_ORACLES';
export const noAnswers = 'no recorded answers to this corpus';
