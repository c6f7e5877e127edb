// Settings of Claude Code as a document: which value makes it ignore the whole file, with the rules and hooks that guard something.

import { isStrictJson, rootOfJson } from '../../../agent/json-root';
import { type Entry, entryOf } from '../../../yaml/value';
import { computeFieldVerdict } from '../../judge/compute-verdict';
import { hookGuards } from '../../judge/hook-file';
import { idleAt } from '../../judge/hook-matchers';
import { hookCommands } from '../../judge/hooks-in';
import { strictJsonReader } from '../../judge/reading/strict-json-reader';
import { rulesAmong } from '../../judge/rules-among';
import type { Dialect } from '../../model/dialect';
import { recorded } from '../../model/evidence';
import type { SettingsKind } from '../../model/host';
import type { Location } from '../../model/location';
import { lastCounts } from '../../model/settings';
import { executedHere } from '../evidence';
import { matcherOf } from '../guards/matcher';
import { checkedSince } from '../misplaced-hooks';
import { earlierSettings } from './earlier';
import { pluginSwitches } from './enabled-plugins';
import { judgeKeyOfSettings, settingsFields } from './fields';
import { fileIgnored } from './file-ignored';
import { hookScripts } from './hook-scripts';

const kind: SettingsKind = {
  subject: 'settings',
  reader: strictJsonReader,
  syntax: 'json',
  skeleton: '{\n  "permissions": {\n    "deny": ["${1:Read(.env)}"]\n  }\n}\n',
  keyTwice: lastCounts(recorded('claude-code 2.1.328', '2026-11-27')),
  guards: (fields) => [
    ...rulesAmong(fields, 'permissions'),
    ...hookGuards(entryOf(fields, 'hooks')?.value),
  ],
  scripts: { ...hookScripts, commands: hookCommands },
  matchers: {
    idle: idleAt('PreToolUse', 'PostToolUse'),
    names: (matcher, tool) => matcherOf(matcher)?.(tool) ?? false,
    evidence: recorded('claude-code 2.1.328', '2026-11-27'),
  },
  switches: pluginSwitches,
};

const keys: Pick<Dialect, 'fields' | 'unknownField' | 'everyKey' | 'everyKeySince'> = {
  fields: settingsFields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} silently ignores it.',
    meant: { permission: 'permissions', hook: 'hooks' },
    evidence: executedHere,
  },
  everyKey: judgeKeyOfSettings,
  everyKeySince: checkedSince,
};

const dialectNextTo = ({ tools, models }: Dialect): Dialect => ({
  subject: 'settings',
  ...keys,
  earlier: earlierSettings,
  ...{ tools, models, colors: [] },
  flaws: {
    json: { outcome: 'ignored', reason: 'json', effect: fileIgnored.effect, losesLimit: true },
    'not-a-mapping': { outcome: 'ignored', reason: 'field', effect: fileIgnored.effect },
  },
});

/** What settings contain; null where Claude Code uses nothing of them. */
export function usedSettings(text: string): readonly Entry[] | null {
  const root = isStrictJson(text) ? rootOfJson(text) : null;
  if (root?.kind !== 'map') return null;
  const isIgnored = root.entries.some(
    (entry) => computeFieldVerdict(entry, keys).otherwise?.file !== undefined,
  );
  return isIgnored ? null : root.entries;
}

const folder = {
  kind: 'settings',
  dialect: 'settings',
  id: 'path',
  role: 'owner',
  evidence: executedHere,
} as const;

export const settings = { kind, dialectNextTo };

export const settingsLocations: readonly Location[] = [
  {
    ...folder,
    glob: '.claude/settings.json',
    scope: 'project',
    summary: 'Settings of the project, for everybody who works on it.',
  },
  {
    ...folder,
    glob: '.claude/settings.local.json',
    isPersonal: true,
    scope: 'project',
    summary: 'Settings of one user in the project.',
  },
];
