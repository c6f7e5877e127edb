// Settings of Gemini CLI as a document: hooks, MCP servers, and the lists that decide about tools and servers. The other keys are not
// judged. A value of the wrong type costs no more than itself, unless the program does not start with it.
import { entryOf, isFalsy, type Value } from '../../../yaml/value';
import { check, phrase, problem } from '../../judge/check';
import { hookFile, hookGuards, worstOf } from '../../judge/hook-file';
import { commentedJsonReader } from '../../judge/reading/strict-json-reader';
import { serversAmong } from '../../judge/servers';
import { documented } from '../../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../../model/field';
import type { Location } from '../../model/location';
import type { Problem, Type } from '../../model/type';
import { executedHere } from '../evidence';
import { hookEvents, judgeHooks } from './hooks';
import { judgeServers, serverKeys } from './servers';
import { stopped } from './stopped';

const hooksPage = documented({
  title: 'Gemini CLI documentation, page "Hooks reference"',
  address: 'https://geminicli.com/docs/hooks/reference',
  on: '2026-11-26',
});

const text: Type = { type: 'text' };
const any: Type = { type: 'any' };

const namesOnly: Type = { type: 'list', of: text };

const unlimited: Consequence = {
  outcome: 'coerced',
  effect: '{host} then ignores it as a limit.',
  losesLimit: true,
};

/** Whether the program does not start with a string, or with a list of other values, in place of a list of names. */
interface Fatal {
  readonly string: boolean;
  readonly items: boolean;
  /** With an item that is a list, which has some methods of a string. */
  readonly lists?: true;
  /** It allows something, so that nothing is unlimited without it. */
  readonly onlyGrants?: true;
}

/** A string counts as the list of its characters. */
const judgeLists =
  (keys: Readonly<Record<string, Fatal>>, isNeeded: boolean) =>
  (lists: Value): CustomCheckResult => {
    const fatal: Problem[] = [];
    const open: Problem[] = [];
    const noMap = problem('type', lists, phrase('a map of lists'));
    if (lists.kind === 'null') return worstOf([isNeeded ? [noMap] : [], stopped]);
    if (lists.kind !== 'map') open.push(noMap);
    else
      for (const { key, value } of lists.entries) {
        const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
        if (!known || isFalsy(value)) continue;
        const { problems } = check(namesOnly, value, [key]);
        if (value.kind === 'text' && !known.string) {
          if (!known.onlyGrants) open.push(...problems);
          continue;
        }
        for (const one of problems) {
          const isAccepted = value.kind === 'list' && one.value.kind === 'list' && !known.lists;
          const isFatal = value.kind !== 'list' || known.items;
          (isFatal && !isAccepted ? fatal : open).push(one);
        }
      }
    return worstOf([fatal, stopped], [open, unlimited]);
  };

const onlyItems: Fatal = { string: false, items: true };
const neither: Fatal = { string: false, items: false };

const base = {
  otherwise: unlimited,
  absent: 'No limit.',
  evidence: executedHere,
} as const;

const tools: Field = {
  ...base,
  summary: 'Which tools the model has, and which run without asking.',
  type: {
    type: 'map',
    keys: {
      core: { type: namesOnly, summary: 'The only built-in tools that the model has.' },
      exclude: { type: namesOnly, summary: 'Tools that the model does not have.' },
      allowed: { type: namesOnly, summary: 'Tools that run without asking.' },
      confirmationRequired: { type: namesOnly, summary: 'Tools that always ask.' },
    },
    rest: any,
  },
  judge: judgeLists(
    {
      core: { string: true, items: true, lists: true },
      ...{ exclude: onlyItems, confirmationRequired: onlyItems },
      allowed: { ...onlyItems, lists: true, onlyGrants: true },
    },
    true,
  ),
  role: 'permission',
  governs: 'permission',
  snippet: ' {\n  "exclude": ["${1:run_shell_command}"]\n}',
};

const mcp: Field = {
  ...base,
  summary: 'Which MCP servers are started.',
  type: {
    type: 'map',
    keys: {
      allowed: { type: namesOnly, summary: 'The only servers that are started.' },
      excluded: { type: namesOnly, summary: 'Servers that are not started.' },
    },
    rest: any,
  },
  judge: judgeLists({ allowed: neither, excluded: neither }, false),
  role: 'permission',
  governs: 'permission',
  snippet: ' {\n  "allowed": ["${1}"]\n}',
};

const mcpServers: Field = {
  summary: 'MCP servers by their names.',
  type: { type: 'map', rest: { type: 'map', keys: serverKeys, rest: any } },
  otherwise: stopped,
  absent: 'No servers.',
  judge: judgeServers,
  role: 'servers',
  governs: 'code',
  snippet: ' {\n  "${1:server}": {\n    "command": "${2:npx}",\n    "args": ["${3}"]\n  }\n}',
  evidence: executedHere,
};

export const settings = hookFile({
  events: hookEvents,
  judge: judgeHooks,
  others: { mcpServers, tools, mcp },
  unknownKey: null,
  outside: { outcome: 'ignored', effect: '{host} silently does not run these hooks.' },
  reader: commentedJsonReader,
  guards: (fields) => [
    ...hookGuards(entryOf(fields, 'hooks')?.value),
    ...serversAmong(fields, 'mcpServers'),
  ],
  unreadable: { outcome: 'stops-host', reason: 'json', effect: stopped.effect },
  example:
    '"BeforeTool": [\n      {\n        "matcher": "${1:run_shell_command}",\n        "hooks": [{ "type": "command", "command": "${2:./scripts/check.sh}" }]\n      }\n    ]',
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
