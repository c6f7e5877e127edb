// Real agent files, each with the program that it was written for.
import path from 'node:path';
import { dice } from '../conformance/random';
import { corpus, corpusIndex, readCorpus } from '../support/resources';
import type { SourceFile } from './pairs';

export interface OwnedFile extends SourceFile {
  /** The ID of the host. */
  readonly host: string;
}

/** The hosts of a folder of the corpus. A folder that has two is theirs in turn. */
const hostsOf: Readonly<Record<string, readonly string[]>> = {
  claude: ['claude-code'],
  copilot: ['copilot-cli', 'vscode'],
  cursor: ['cursor'],
  gemini: ['gemini-cli'],
  kilo: ['kilo'],
  opencode: ['opencode'],
};

/** So many files, the same for the same seed; all where there are fewer. */
export function ownFiles(count: number, seed: string): readonly OwnedFile[] {
  const left = corpusIndex.flatMap(({ file, host }, index): OwnedFile[] => {
    const ids = hostsOf[host] ?? [];
    const id = ids[index % ids.length];
    return id === undefined || !file.endsWith('.md')
      ? []
      : [{ file: path.join(corpus, file), text: readCorpus(file), host: id }];
  });
  const chance = dice(Number(seed));
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(chance.upTo(left.length), 1)[0],
  ).filter((one) => one !== undefined);
}
