// Where questions come from: files of a folder, and seeded changes to them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../../server/hosts/host';
import { mutator } from './mutate';
import type { Question } from './question';
import { dice } from './random';

/** Every Markdown file below the folder, each at a place of its own. */
export function corpusQuestions(folder: string, place: string): readonly Question[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/(?:^|\/)(?:LICENSES|NOTICE)/.test(file))
    .sort()
    .map((file, index) => ({
      id: file,
      path: place.replace('{name}', `f${index}`),
      text: readFileSync(path.join(folder, file), 'utf8'),
    }));
}

/** `count` texts, each made of one of `from`; the same for the same seed. */
export function mutatedQuestions(
  from: readonly Question[],
  { host, place, count, seed }: { host: Host; place: string; count: number; seed: number },
): readonly Question[] {
  const change = mutator(host);
  return Array.from({ length: count }, (_, index): Question => {
    const chance = dice(seed * 1_000_003 + index);
    const base = chance.of(from);
    return {
      id: `seed ${seed} #${index} of ${base.id}`,
      path: place.replace('{name}', `m${index}`),
      text: change(base.text, chance).toWellFormed(),
    };
  });
}
