// Settings of Gemini CLI as a document: hooks, MCP servers, and the lists that decide about tools and servers. The other keys are not
// judged. A value of the wrong type costs no more than itself, unless the program does not start with it.
import { entryOf } from '../../../yaml/value';
import { groupExample, hookFile, hookGuards } from '../../judge/hook-file';
import { idleAt } from '../../judge/hook-matchers';
import { misplacedLimit } from '../../judge/misplaced-limit';
import { otherDenials, withLimits } from '../../judge/misspelled-limits';
import { limitField, type NameList, nameLists, serverLists, stopped } from '../../judge/name-lists';
import { commentedJsonReader } from '../../judge/reading/strict-json-reader';
import { rulesAmong } from '../../judge/rules-among';
import { serversAmong } from '../../judge/servers';
import { serversField } from '../../judge/settings-servers';
import { withRules } from '../../judge/unapplied-rules';
import { documented, recorded } from '../../model/evidence';
import type { Field } from '../../model/field';
import type { Location } from '../../model/location';
import { lastCounts } from '../../model/settings';
import type { KeyType, Type } from '../../model/type';
import { executedHere, matchersRan } from '../evidence';
import { isMatched } from '../hooks-before';
import { hookScripts } from './hook-scripts';
import { hooks } from './hooks';
import { faultOf } from './rule-faults';

const hooksPage = documented({
  title: 'Gemini CLI documentation, page "Hooks reference"',
  address: 'https://geminicli.com/docs/hooks/reference',
  on: '2026-11-26',
});

const recordedHere = recorded('@google/gemini-cli 0.61.0', '2026-11-27');

const text: Type = { type: 'text' };
const any: Type = { type: 'any' };

const toolNames: Type = { type: 'list', of: { type: 'text', vocabulary: 'tools' } };

const named: NameList = { stopsOnEmpty: true };
const onlyItems: NameList = { ...named, stopsOnItems: true };

const tools: Field = {
  ...limitField,
  summary: 'Which tools the model has, and which run without asking.',
  type: {
    type: 'map',
    keys: {
      core: { type: toolNames, summary: 'The only built-in tools that the model has.' },
      exclude: { type: toolNames, summary: 'Tools that the model does not have.' },
      allowed: {
        type: toolNames,
        summary:
          'Tools that run without asking. Where one is named with a command in parentheses, all other commands are denied.',
      },
      confirmationRequired: { type: toolNames, summary: 'Tools that always ask.' },
    },
    rest: any,
  },
  judge: withLimits(
    withRules(
      nameLists(
        {
          core: { ...onlyItems, stopsOnString: true, stopsOnLists: true },
          ...{ exclude: onlyItems, confirmationRequired: onlyItems },
          allowed: { ...onlyItems, stopsOnLists: true, onlyGrants: true },
        },
        true,
      ),
      ['exclude', 'confirmationRequired', 'allowed', 'core'],
      faultOf,
    ),
    {
      exclude: [...otherDenials, 'deny', 'disabled'],
      core: ['coreTools'],
      confirmationRequired: ['ask', 'confirm', 'requireConfirmation'],
    },
    ['allowed'],
  ),
  snippet: ' {\n  "exclude": ["${1:run_shell_command}"]\n}',
  evidence: executedHere,
};

const mcp = serverLists({ allowed: named, excluded: named }, executedHere);

const ownServerKeys: Readonly<Record<string, KeyType>> = {
  url: { type: text, summary: 'The URL of a server with events, or of the given `type`.' },
  type: {
    type: {
      type: 'one-of',
      choices: [
        { value: 'http', means: 'Streaming HTTP.' },
        { value: 'sse', means: 'Events sent by the server.' },
        { value: 'stdio', means: 'A program that is started.' },
      ],
    },
    summary: 'How a server with a `url` is reached.',
  },
};

const mcpServers = serversField(
  {
    ofNull: stopped,
    maps: ['env', 'headers'],
    unused: {
      outcome: 'ignored',
      effect: '{host} ignores the key, and warns of it in each session.',
    },
  },
  executedHere,
  ownServerKeys,
);

/** Earlier names, at the top of the file. They are not moved to the newer ones. */
const earlierNames: Readonly<Record<string, Field>> = {
  coreTools: misplacedLimit({ key: 'tools', as: 'core' }, recordedHere),
  excludeTools: misplacedLimit({ key: 'tools', as: 'exclude' }, recordedHere),
  allowMCPServers: misplacedLimit({ key: 'mcp', as: 'allowed' }, recordedHere),
  excludeMCPServers: misplacedLimit({ key: 'mcp', as: 'excluded' }, recordedHere),
};

/** As they are called in the documentation, which the program does not read as paths. */
const paths: Readonly<Record<string, Field>> = Object.fromEntries(
  [
    { key: 'tools', as: 'exclude' },
    { key: 'tools', as: 'core' },
    { key: 'mcp', as: 'excluded' },
    { key: 'mcp', as: 'allowed' },
  ].map((place) => [`${place.key}.${place.as}`, misplacedLimit(place, recordedHere)]),
);

export const settings = hookFile({
  ...hooks,
  others: { mcpServers, tools, mcp, ...earlierNames, ...paths },
  unknownKey: null,
  outside: { outcome: 'ignored', effect: '{host} silently does not run these hooks.' },
  reader: commentedJsonReader,
  keyTwice: lastCounts(recordedHere),
  guards: (fields) => [
    ...rulesAmong(fields, 'tools', { exclude: 'deny', confirmationRequired: 'ask', core: 'limit' }),
    ...rulesAmong(fields, 'mcp', { excluded: 'limit', allowed: 'limit' }),
    ...hookGuards(entryOf(fields, 'hooks')?.value),
    ...serversAmong(fields, 'mcpServers'),
  ],
  unreadable: { outcome: 'stops-host', reason: 'json', effect: stopped.effect },
  scripts: hookScripts,
  matchers: {
    idle: idleAt('BeforeTool', 'AfterTool'),
    names: isMatched,
    findsParts: true,
    evidence: matchersRan,
  },
  example: groupExample('BeforeTool', 'run_shell_command'),
  ...{ evidence: executedHere, documented: hooksPage },
});

const location = {
  glob: '.gemini/settings.json',
  kind: 'settings',
  dialect: 'settings',
  id: 'path',
  role: 'owner',
} as const;

export const settingsLocations: readonly Location[] = [
  {
    ...location,
    scope: 'project',
    summary: 'Settings of the project. The user has to trust the folder.',
    evidence: executedHere,
  },
];
