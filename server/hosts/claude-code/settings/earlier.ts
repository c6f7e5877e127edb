// Keys of settings as earlier versions of Claude Code read them: what the newest one accepts or ignores cost the whole file.
import type { Field } from '../../model/field';
import type { KeyType, Type } from '../../model/type';
import { uncheckedUntil } from '../misplaced-hooks';
import { attribution, judgeEarlierHooks, settingsFields } from './fields';
import { judgePermissionsOf, permissionsType } from './permissions';
import { any, anyMap, boolean, oneOf, printer, setting, text, texts } from './setting';

/** The last version that was asked in which only the newer forms are refused. */
const until = '2.1.260';
const oldest = '2.1.197';

const before = (key: string, more: Partial<Field>): readonly [string, Field][] => {
  const field = settingsFields[key];
  return field ? [[key, { ...field, until, ...more }]] : [];
};

/** It had no mode `manual`. */
const earlierPermissions: Type = {
  ...permissionsType,
  keys: {
    ...permissionsType.keys,
    defaultMode: {
      ...permissionsType.keys.defaultMode,
      type: {
        type: 'one-of',
        choices: permissionsType.keys.defaultMode.type.choices.filter(
          ({ value }) => value !== 'manual',
        ),
      },
    },
  },
};

const required = (type: Type, summary: string): KeyType => ({ type, summary, required: true });
const url: Type = {
  type: 'one-of',
  choices: [],
  pattern: {
    matches: /^[a-z][a-z0-9+.-]*:/i,
    description: 'a URL',
    example: 'https://example.com/marketplace.json',
  },
};

/** Where a marketplace is, and what it needs besides. */
const source = (
  word: string,
  means: string,
  keys: Readonly<Record<string, KeyType>> = {},
): Type => ({
  type: 'map',
  keys: { source: required(oneOf({ [word]: means }), 'Where it is.'), ...keys },
  rest: any,
});
const path = required(text, 'Its path.');
const inRepository = {
  path: { type: text, summary: 'The path in the repository.' },
  ref: { type: text, summary: 'A branch or a tag.' },
  sparsePaths: { type: texts, summary: 'The folders that are checked out.' },
};

const marketplace: Type = {
  type: 'map',
  keys: {
    source: required(
      {
        type: 'any-of',
        types: [
          source('github', 'A repository on GitHub.', {
            repo: required(text, 'Owner and name.'),
            ...inRepository,
          }),
          source('git', 'A Git repository.', {
            url: required(text, 'Its address.'),
            ...inRepository,
          }),
          source('url', 'A file at an address.', {
            url: required(url, 'Its address.'),
            headers: { type: { type: 'map', rest: text }, summary: 'Headers of the request.' },
          }),
          source('directory', 'A folder.', { path }),
          source('file', 'A file.', { path }),
          source('npm', 'An npm package.', {
            package: required({ type: 'text', nonEmpty: true }, 'Its name.'),
          }),
          source('settings', 'These settings.', {
            name: required(text, 'Its name.'),
            plugins: required({ type: 'list', of: anyMap }, 'Its plugins.'),
          }),
          source('hostPattern', 'A pattern of hosts.', {
            hostPattern: required(text, 'The pattern.'),
          }),
          source('pathPattern', 'A pattern of paths.', {
            pathPattern: required(text, 'The pattern.'),
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

const spinnerTips: Type = {
  type: 'map',
  keys: {
    tips: required(texts, 'The tips.'),
    excludeDefault: { type: boolean, summary: 'Only these are shown.' },
  },
  rest: any,
};

const policyHelper: Type = {
  type: 'map',
  keys: {
    path: required(text, 'Its path.'),
    timeoutMs: { type: { type: 'integer', min: 1000 }, summary: 'After so long it is ended.' },
    refreshIntervalMs: {
      type: {
        type: 'any-of',
        types: [
          { type: 'integer', min: 60_000 },
          { type: 'integer', min: 0, max: 0 },
        ],
      },
      summary: 'It runs again after so long.',
    },
  },
  rest: any,
};

/** By their keys: in place of those of the newest version. */
export const earlierSettings: Readonly<Record<string, Field>> = Object.fromEntries([
  ...Object.entries(settingsFields).flatMap(([key, { empty }]) =>
    empty === 'accepted' ? before(key, { empty: 'checked' }) : [],
  ),
  ...before('attribution', { type: attribution }),
  ...before('disabledMcpjsonServers', { type: texts }),
  ...before('enabledMcpjsonServers', { type: texts }),
  ...before('hooks', { judge: judgeEarlierHooks, until: uncheckedUntil }),
  ...before('permissions', {
    type: earlierPermissions,
    judge: judgePermissionsOf(earlierPermissions),
    until: oldest,
  }),
  ...before('extraKnownMarketplaces', {
    type: { type: 'map', rest: marketplace },
    until: oldest,
  }),
  [
    'policyHelper',
    setting(policyHelper, 'A program that prints settings of an administrator.', { until: oldest }),
  ],
  [
    'spinnerTipsOverride',
    setting(spinnerTips, 'Tips that are shown while the model works.', { until: '2.1.240' }),
  ],
  [
    'subagentStatusLine',
    setting(printer, 'A command that prints a line for each subagent.', {
      governs: 'code',
      until: '2.1.306',
    }),
  ],
]);
