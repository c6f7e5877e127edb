// What earlier versions of Claude Code required of a marketplace in settings. A wrong value cost the whole file.
import type { KeyType, Type } from '../../model/type';
import { placeAs } from './known-marketplaces';
import { any, anyMap, boolean, requiredKey, text, texts } from './setting';

const url: Type = {
  type: 'one-of',
  choices: [],
  pattern: {
    matches: /^[a-z][a-z0-9+.-]*:/i,
    description: 'a URL',
    example: 'https://example.com/marketplace.json',
  },
};

/** A place of a marketplace, and what else it requires. */
const source = (word: Type, keys: Readonly<Record<string, KeyType>> = {}): Type => ({
  type: 'map',
  keys: { source: requiredKey(word, 'Where it is.'), ...keys },
  rest: any,
});
const path = requiredKey(text, 'Its path.');
const inRepository = {
  path: { type: text, summary: 'The path in the repository.' },
  ref: { type: text, summary: 'A branch or a tag.' },
  sparsePaths: { type: texts, summary: 'The folders that are checked out.' },
};

/** A value of `extraKnownMarketplaces`. */
export const marketplace: Type = {
  type: 'map',
  keys: {
    source: requiredKey(
      {
        type: 'any-of',
        types: [
          source(placeAs('github'), {
            repo: requiredKey(text, 'Owner and name.'),
            ...inRepository,
          }),
          source(placeAs('git'), {
            url: requiredKey(text, 'Its address.'),
            ...inRepository,
          }),
          source(placeAs('url'), {
            url: requiredKey(url, 'Its address.'),
            headers: { type: { type: 'map', rest: text }, summary: 'Headers of the request.' },
          }),
          source(placeAs('directory'), { path }),
          source(placeAs('file'), { path }),
          source(placeAs('npm'), {
            package: requiredKey({ type: 'text', nonEmpty: true }, 'Its name.'),
          }),
          source(placeAs('skills-dir')),
          source(placeAs('settings'), {
            name: requiredKey(text, 'Its name.'),
            plugins: requiredKey({ type: 'list', of: anyMap }, 'Its plugins.'),
          }),
          source(placeAs('hostPattern'), {
            hostPattern: requiredKey(text, 'The pattern.'),
          }),
          source(placeAs('pathPattern'), {
            pathPattern: requiredKey(text, 'The pattern.'),
          }),
        ],
      },
      'Where it is.',
    ),
    autoUpdate: { type: boolean, summary: 'It is updated.' },
    installLocation: { type: text, summary: 'The folder of its copy.' },
  },
  rest: any,
};
