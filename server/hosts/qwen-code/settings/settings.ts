// Settings of Qwen Code as a document: hooks, MCP servers, permission rules, and the lists that decide about tools and servers. The other
// keys are not judged. A file that is no JSON is replaced with an empty one.

import { entryOf, isFalsy, textOf, type Value } from '../../../yaml/value';
import { check } from '../../judge/check';
import { groupExample, hookFile, hookGuards } from '../../judge/hook-file';
import { neverMatched } from '../../judge/hook-matchers';
import { misplacedLimit } from '../../judge/misplaced-limit';
import { otherDenials, withLimits } from '../../judge/misspelled-limits';
import {
  limitField,
  type NameList,
  nameLists,
  namesOnly,
  serverLists,
  stopped,
} from '../../judge/name-lists';
import { markedCommentedJsonReader } from '../../judge/reading/strict-json-reader';
import { rulesAmong } from '../../judge/rules-among';
import { serversAmong } from '../../judge/servers';
import { serversField } from '../../judge/settings-servers';
import { withRules } from '../../judge/unapplied-rules';
import { documented, recorded } from '../../model/evidence';
import type { CustomCheckResult, Field } from '../../model/field';
import type { Location } from '../../model/location';
import { lastCounts } from '../../model/settings';
import type { Choice, Problem, Type } from '../../model/type';
import { executedHere, matchersRan } from '../evidence';
import { isMatched } from '../hooks-before';
import { earlierNames, withoutReplaced } from './earlier-names';
import { hookScripts } from './hook-scripts';
import { hooks } from './hooks';
import { faultOf } from './rule-faults';

const hooksPage = documented({
  title: 'Qwen Code documentation, page "Qwen Code Hooks"',
  address: 'https://qwenlm.github.io/qwen-code-docs/en/users/features/hooks',
  on: '2026-11-26',
});

const recordedHere = recorded('@qwen-code/qwen-code 0.24.4', '2026-11-27');

const any: Type = { type: 'any' };

/** Of these, strings count as their characters, and empty items are skipped. */
const spread: NameList = {
  ...{ stopsOnItems: true, stopsOnLists: true, stopsOnFalsy: true, skipsFalsy: true },
};
const granting: NameList = { ...spread, onlyGrants: true };

const base = { ...limitField, evidence: executedHere } as const;

const choices: readonly Choice[] = [
  { value: 'plan', means: 'Changes nothing.' },
  { value: 'default', means: 'Asks before each change and command.' },
  { value: 'auto-edit', means: 'Changes files without asking.', alsoWritten: ['acceptEdits'] },
  { value: 'auto', means: 'Decides on each call.' },
  { value: 'yolo', means: 'Asks about nothing.', grants: true },
];
const modes: Type = { type: 'one-of', choices };

/** In any letter case, with spaces around it. */
function modeProblems(value: Value): readonly Problem[] {
  const written = textOf(value)?.trim().toLowerCase();
  const mode = written?.replace(/^auto_?edit$/, 'auto-edit');
  return isFalsy(value) || choices.some((one) => one.value === mode)
    ? []
    : check(modes, value, ['approvalMode']).problems;
}

const judgeTools = withLimits(
  withRules(
    nameLists(
      {
        core: { stopsOnString: true, stopsOnItems: true, stopsOnLists: true, stopsOnFalsy: true },
        exclude: spread,
        disabled: { neverStops: true, skipsFalsy: true },
        allowed: granting,
      },
      false,
      { approvalMode: modeProblems },
    ),
    ['exclude'],
    faultOf,
  ),
  {
    exclude: [...otherDenials, 'deny'],
    disabled: ['disabledTools'],
    core: ['coreTools'],
  },
  ['allowed', 'approvalMode'],
);

const tools: Field = {
  ...base,
  summary: 'Which tools the model has, and which run without asking.',
  type: {
    type: 'map',
    keys: {
      core: { type: namesOnly, summary: 'The only built-in tools that the model has.' },
      exclude: { type: namesOnly, summary: 'Rules for calls that are never made.' },
      disabled: { type: namesOnly, summary: 'IDs of tools that the model does not have.' },
      allowed: { type: namesOnly, summary: 'Rules for calls that run without asking.' },
      approvalMode: { type: modes, summary: 'The mode in which a session begins.' },
    },
    rest: any,
  },
  judge: withoutReplaced('tools', judgeTools),
  snippet: ' {\n  "exclude": ["${1:run_shell_command}"]\n}',
};

const permissions: Field = {
  ...base,
  summary: 'Rules for calls of tools.',
  type: {
    type: 'map',
    keys: {
      allow: { type: namesOnly, summary: 'Calls that need no question.' },
      ask: { type: namesOnly, summary: 'Calls that are always asked about.' },
      deny: { type: namesOnly, summary: 'Calls that are never made.' },
    },
    rest: any,
  },
  judge: withLimits(
    withRules(
      nameLists({ allow: granting, ask: spread, deny: spread }, false),
      ['ask', 'deny'],
      faultOf,
    ),
    { deny: otherDenials, ask: ['confirm'] },
    ['allow'],
  ),
  snippet: ' {\n  "deny": ["${1:Bash}"]\n}',
};

const ofServers: NameList = { stopsOnString: true, stopsOnItems: true, skipsFalsy: true };

const servers = serverLists(
  { allowed: { ...ofServers, onlyGrants: true }, excluded: ofServers },
  executedHere,
);
const judgeServers = (value: Value): CustomCheckResult | null => servers.judge?.(value) ?? null;
const mcp: Field = { ...servers, judge: withoutReplaced('mcp', judgeServers) };

const mcpServers = serversField(
  {
    maps: [],
    unused: { outcome: 'ignored', effect: '{host} silently ignores it.' },
    asEvents: {
      outcome: 'coerced',
      effect: '{host} ignores the "type" and expects a server with events.',
    },
  },
  executedHere,
);

const disableAllHooks: Field = {
  summary: 'Whether no hook runs.',
  type: { type: 'boolean' },
  otherwise: { outcome: 'coerced', effect: '{host} then runs no hooks.', losesLimit: true },
  absent: 'Hooks run.',
  judge: (value) =>
    isFalsy(value) || value.kind === 'boolean' ? { outcome: 'kept', problems: [] } : null,
  role: 'hooks',
  governs: 'code',
  snippet: ' ${1:true}',
  evidence: executedHere,
};

export const settings = hookFile({
  ...hooks,
  others: {
    ...{ permissions, tools, mcp, mcpServers, disableAllHooks },
    deny: misplacedLimit({ key: 'permissions' }, recordedHere),
    ask: misplacedLimit({ key: 'permissions' }, recordedHere),
    ...earlierNames({ tools: judgeTools, mcp: judgeServers }),
  },
  unknownKey: null,
  outside: { outcome: 'ignored', effect: '{host} silently does not run these hooks.' },
  reader: markedCommentedJsonReader,
  keyTwice: lastCounts(recordedHere),
  guards: (fields) => [
    ...rulesAmong(fields, 'permissions'),
    ...rulesAmong(fields, 'tools', { exclude: 'deny', disabled: 'deny', core: 'limit' }),
    ...rulesAmong(fields, 'mcp', { excluded: 'limit', allowed: 'limit' }),
    ...hookGuards(entryOf(fields, 'hooks')?.value),
    ...serversAmong(fields, 'mcpServers'),
  ],
  unreadable: {
    outcome: 'ignored',
    reason: 'json',
    effect: '{host} silently empties the file, and copies it to "settings.json.corrupted".',
    losesLimit: true,
  },
  noObject: { outcome: 'stops-host', reason: 'field', effect: stopped.effect },
  scripts: hookScripts,
  matchers: {
    idle: { PreToolUse: neverMatched.effect },
    names: isMatched,
    findsParts: true,
    evidence: matchersRan,
  },
  example: groupExample('PreToolUse', 'run_shell_command'),
  ...{ evidence: executedHere, documented: hooksPage },
});

export const settingsLocations: readonly Location[] = [
  {
    glob: '.qwen/settings.json',
    kind: 'settings',
    dialect: 'settings',
    id: 'path',
    role: 'owner',
    scope: 'project',
    summary: 'Settings of the project.',
    evidence: executedHere,
  },
];
