// The marketplaces that a settings file names. One word is checked: the kind of place where a marketplace is. A word that Claude Code
// does not know costs the whole file, and what else is wrong in a marketplace costs that marketplace.
import { type Value, valueAtKey } from '../../../yaml/value';
import { check } from '../../judge/check';
import type { CustomCheckResult } from '../../model/field';
import type { Type } from '../../model/type';
import { fileIgnored } from './file-ignored';
import { any, oneOf, text, texts } from './setting';

const places = oneOf({
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
});

/** A value of another type than the first is accepted as well. */
const usually = (type: Type): Type => ({ type: 'any-of', types: [type, any] });

const source: Type = {
  type: 'map',
  keys: {
    source: { type: usually(places), summary: 'Where it is.', required: true },
    package: { type: text, summary: 'The name of a package.' },
    path: { type: text, summary: 'A path on this machine, or in the repository.' },
    ref: { type: text, summary: 'A branch or a tag.' },
    repo: { type: text, summary: 'Owner and name of a repository on GitHub.' },
    sparsePaths: { type: texts, summary: 'The folders that are checked out.' },
    url: { type: text, summary: 'An address.' },
  },
  rest: any,
};

/** The value of `extraKnownMarketplaces`. */
export const knownMarketplaces: Type = usually({
  type: 'map',
  rest: usually({
    type: 'map',
    keys: { source: { type: usually(source), summary: 'Where it is.', required: true } },
    rest: any,
  }),
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
