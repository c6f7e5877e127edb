// The marketplaces that a settings file names. One word is checked: the kind of place where a marketplace is. A word that Claude Code
// does not know costs the whole file, and what else is wrong in a marketplace costs that marketplace.
import { type Value, valueAtKey } from '../../../yaml/value';
import { check } from '../../judge/check';
import type { CustomCheckResult } from '../../model/field';
import type { Type } from '../../model/type';
import { fileIgnored } from './file-ignored';
import { any, mapOf, oneOf, text, texts } from './setting';

const means = {
  directory: 'A folder.',
  file: 'A file.',
  git: 'A Git repository.',
  github: 'A repository on GitHub.',
  hostPattern: 'A pattern of hosts.',
  npm: 'An npm package.',
  pathPattern: 'A pattern of paths.',
  settings: 'These settings.',
  'skills-dir': 'A folder of skills.',
  url: 'A file at an address.',
} as const;

const places = oneOf(means);

/** One of the words for a place, alone. */
export const placeAs = (word: keyof typeof means): Type => oneOf({ [word]: means[word] });

/** A value of another type than the first is accepted as well. */
const usually = (type: Type): Type => ({ type: 'any-of', types: [type, any] });

const source = mapOf({
  source: [usually(places), 'Where it is.'],
  package: [text, 'The name of a package.'],
  path: [text, 'A path on this machine, or in the repository.'],
  ref: [text, 'A branch or a tag.'],
  repo: [text, 'Owner and name of a repository on GitHub.'],
  sparsePaths: [texts, 'The folders that are checked out.'],
  url: [text, 'An address.'],
});

/** The value of `extraKnownMarketplaces`. */
export const knownMarketplaces: Type = usually({
  type: 'map',
  rest: usually(mapOf({ source: [usually(source), 'Where it is.'] })),
});

export function judgeKnownMarketplaces(value: Value): CustomCheckResult | null {
  if (value.kind !== 'map') return null;
  const problems = value.entries.flatMap(({ key, value: marketplace }) => {
    const at = valueAtKey(marketplace, 'source');
    const word = at && valueAtKey(at, 'source');
    return word?.kind === 'text' ? check(places, word, [key, 'source', 'source']).problems : [];
  });
  return problems.length === 0 ? null : { outcome: 'refused', problems, otherwise: fileIgnored };
}
