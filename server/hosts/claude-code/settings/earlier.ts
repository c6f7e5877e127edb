// Keys of settings as earlier versions of Claude Code read them: what the newest one accepts or ignores cost the whole file.
import type { Field } from '../../model/field';
import type { Type } from '../../model/type';
import { uncheckedUntil } from '../misplaced-hooks';
import { marketplace } from './earlier-marketplace';
import { attribution, judgeEarlierHooks, settingsFields } from './fields';
import { judgePermissionsOf, permissionsType } from './permissions';
import { any, boolean, printer, requiredKey, setting, text, texts } from './setting';

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

const spinnerTips: Type = {
  type: 'map',
  keys: {
    tips: requiredKey(texts, 'The tips.'),
    excludeDefault: { type: boolean, summary: 'Only these are shown.' },
  },
  rest: any,
};

const policyHelper: Type = {
  type: 'map',
  keys: {
    path: requiredKey(text, 'Its path.'),
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
