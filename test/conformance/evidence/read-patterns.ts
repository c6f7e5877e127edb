// What a program's file must contain if a fact that was only read is in it: a text that shows the fact, or its names.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DeclaredFact } from './declared-fact';

/** By the id of a fact, with or without the dialects at its end: a regular expression, or null where no text is known. */
export type Texts = Readonly<Record<string, string | null>>;

/** Below the root of the project. */
const folder = 'test/hosts/read';

export function textsOf(host: string): Texts {
  const file = path.join(folder, `${host}.data.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Texts) : {};
}

/** The key in `texts` of a fact; undefined where it has none. */
export const textKeyOf = ({ id }: DeclaredFact, texts: Texts): string | undefined =>
  [id, id.replace(/ in [\w, -]+$/, '')].find((key) => Object.hasOwn(texts, key));

/** Each has to be found in the file. Empty where nothing is known that would show the fact. */
export function patternsOf(fact: DeclaredFact, texts: Texts): readonly RegExp[] {
  const key = textKeyOf(fact, texts);
  if (key !== undefined) return [texts[key] ?? []].flat().map((text) => new RegExp(text));
  const [, glob] = /^(?:former )?(?:folder|companion) (\S+) \(/.exec(fact.id) ?? [];
  const names =
    glob === undefined ? fact.words.map((word) => word.replace(/:$/, '')) : partsOf(glob);
  return names
    .filter((name) => /\w/.test(name))
    .map((name) => new RegExp(name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
}

/** `.claude/{agent,agents}/*.md`: `.claude` and `agent`. */
const partsOf = (glob: string): readonly string[] =>
  glob
    .replaceAll(/\{([^,}]+)[^}]*\}/g, '$1')
    .split('/')
    .filter((part) => !part.includes('*'));
