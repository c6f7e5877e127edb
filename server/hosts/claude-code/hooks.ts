// Hooks of an agent. Most errors drop one entry, some prevent the whole agent from loading. Claude Code reports neither
// to the user.

import { t } from '../../text/message';
import { entryOf, type Value, valueAtKey } from '../../yaml/value';
import { missingKey, phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Problem, Type } from '../model/type';
import { executedHere, readHere } from './evidence';
import {
  guards,
  hookEvents,
  invalidSettings,
  isHookEntry,
  misplacedHooksBelow,
  notLoaded,
  uncheckedUntil,
} from './misplaced-hooks';
import { tools } from './tools';

const text: Type = { type: 'text' };

const requiredKeys: Readonly<Record<string, readonly string[]>> = {
  command: ['command'],
  prompt: ['prompt'],
  agent: ['prompt'],
  http: ['url'],
  mcp_tool: ['server', 'tool'],
};

const hookTypes = Object.keys(requiredKeys);

/** Authors list what runs before a tool below its name. */
const toolAsEvent = phrase('a hook event', [], t('Move it to "PreToolUse", as a "matcher".'));

/** What hooks cost that Claude Code cannot read. */
export interface HookLosses {
  /** Of an invalid hook that could block a tool. */
  readonly guard: Consequence;
  /** Of any other. */
  readonly entry: Consequence;
  /** Of a value that is no map. */
  readonly whole: Consequence;
}

/** Which mistakes in a map of hooks cost as much as one in a hook that could block a tool. */
export interface HookChecks {
  /** Whether those in the value of an event do. */
  readonly isGuard: (event: string, matchers: Value) => boolean;
  /** Whether hooks in the wrong place do. */
  readonly findsMisplaced: boolean;
}

const newestChecks: HookChecks = { isGuard: (event) => guards.has(event), findsMisplaced: true };

const inAgent: HookLosses = {
  guard: notLoaded,
  entry: {
    outcome: 'coerced',
    effect: '{host} ignores the invalid part and reports it only in its debug log.',
  },
  whole: notLoaded,
};

/** An empty string and `false` count as no hooks. */
const judge = (value: Value): CustomCheckResult | null =>
  isFalse(value) ? { outcome: 'kept', problems: [] } : judgeHooks(value, inAgent);

const unused: Consequence = { outcome: 'coerced', effect: '{host} ignores the invalid part.' };

/** No mistake prevented the agent from loading, so that it lacked a hook that could block a tool. */
const inEarlierAgent: HookLosses = {
  guard: { ...unused, losesLimit: true },
  entry: unused,
  whole: unused,
};

/** How Claude Code treats a map of hooks. */
export function judgeHooks(
  value: Value,
  { guard, entry, whole }: HookLosses,
  { isGuard, findsMisplaced }: HookChecks = newestChecks,
): CustomCheckResult | null {
  if (value.kind === 'null') return { outcome: 'kept', problems: [] };
  if (value.kind !== 'map')
    return {
      outcome: whole.outcome,
      problems: [problem('value', value, phrase('a map of events'))],
      otherwise: whole,
    };
  const dropped: Problem[] = [];
  const fatal: Problem[] = [];
  // One entry, in place of events.
  const alone = findsMisplaced && isHookEntry(value) ? entryOf(value.entries, 'hooks') : undefined;
  if (alone)
    fatal.push({
      ...problem('unknown-key', alone.value, inEvent, ['hooks']),
      span: alone.keySpan,
    });
  for (const { key, keySpan, value: matchers } of value.entries) {
    if (!(hookEvents as readonly string[]).includes(key)) {
      const isTool = tools.tools.some(({ name }) => name === key);
      dropped.push({
        ...problem('unknown-key', matchers, isTool ? toolAsEvent : phrase('a hook event'), [key]),
        span: keySpan,
        ...(!isTool && { choices: hookEvents }),
      });
      if (findsMisplaced && isHookEntry(matchers))
        fatal.push({
          ...problem('value', matchers, { type: 'in-event', key: 'hooks' }, [key]),
          span: keySpan,
        });
      // A list is taken for that of an event.
      if (findsMisplaced) fatal.push(...misplacedIn(key, matchers, matchers.kind === 'list'));
      continue;
    }
    if (matchers.kind === 'null') continue;
    if (findsMisplaced) fatal.push(...misplacedIn(key, matchers, true));
    (isGuard(key, matchers) ? fatal : dropped).push(...matcherProblems(matchers, [key]));
  }
  if (fatal.length > 0) return { outcome: guard.outcome, problems: fatal, otherwise: guard };
  return dropped.length > 0
    ? { outcome: entry.outcome, problems: dropped, otherwise: entry }
    : { outcome: 'kept', problems: [] };
}

const inEvent = phrase('in a list under a hook event', [], t('Move it there.'));

/** The search starts again at each event, so the path counts from there. */
const misplacedIn = (event: string, value: Value, isOfEvent: boolean): Problem[] =>
  misplacedHooksBelow(value, [], isOfEvent).map((one) => ({ ...one, path: [event, ...one.path] }));

const isFalse = (value: Value): boolean =>
  (value.kind === 'text' && value.text === '') || (value.kind === 'boolean' && !value.boolean);

function matcherProblems(value: Value, path: Problem['path']): Problem[] {
  if (value.kind !== 'list')
    return [problem('value', value, phrase('a list of matchers, each with "hooks"'), path)];
  return value.items.flatMap((item, index) => {
    const at = [...path, index];
    if (item.kind !== 'map')
      return [problem('value', item, phrase('a map with a list "hooks"'), at)];
    const hooks = valueAtKey(item, 'hooks');
    if (!hooks) return [missingKey(item, [...at, 'hooks'])];
    if (hooks.kind !== 'list')
      return [problem('type', hooks, phrase('a list of hooks'), [...at, 'hooks'])];
    const pattern = valueAtKey(item, 'matcher');
    if (pattern && pattern.kind !== 'text')
      return [problem('value', pattern, text, [...at, 'matcher'])];
    return hooks.items.flatMap((hook, n) => hookProblems(hook, [...at, 'hooks', n]));
  });
}

function hookProblems(value: Value, path: Problem['path']): Problem[] {
  const type = valueAtKey(value, 'type');
  const required =
    type?.kind === 'text' && Object.hasOwn(requiredKeys, type.text)
      ? requiredKeys[type.text]
      : undefined;
  if (!required)
    return [
      {
        ...(type
          ? problem('value', type, { type: 'words', words: hookTypes }, [...path, 'type'])
          : problem('value', value, phrase('a map with a "type": {words}', hookTypes), path)),
        choices: hookTypes,
      },
    ];
  const missing = required.filter((key) => valueAtKey(value, key)?.kind !== 'text');
  return [
    ...missing.map((key) => missingKey(value, [...path, key])),
    ...invalidSettings(value, path),
  ];
}

/** For completion only: problems are found by `judge`. */
const matcher: Type = {
  type: 'map',
  keys: {
    matcher: {
      type: { type: 'text', vocabulary: 'tools' },
      summary:
        'A pattern of tool names for which the hooks run. Without it they run for all tools.',
    },
    hooks: {
      type: {
        type: 'list',
        of: {
          type: 'map',
          keys: {
            type: {
              type: {
                type: 'one-of',
                choices: [
                  { value: 'command', means: 'Runs a shell command.' },
                  { value: 'prompt', means: 'Sends a prompt to a model.' },
                  { value: 'agent', means: 'Sends a prompt to an agent.' },
                  { value: 'http', means: 'Sends a request to a URL.' },
                  { value: 'mcp_tool', means: 'Calls a tool of an MCP server.' },
                ],
              },
              summary: 'The kind of hook.',
              required: true,
            },
            command: { type: text, summary: 'The shell command, for the type `command`.' },
            prompt: { type: text, summary: 'The prompt, for the types `prompt` and `agent`.' },
            url: { type: text, summary: 'The URL, for the type `http`.' },
            server: { type: text, summary: 'The MCP server, for the type `mcp_tool`.' },
            tool: { type: text, summary: 'The tool of that server, for the type `mcp_tool`.' },
            timeout: { type: { type: 'number' }, summary: 'The timeout in seconds.' },
          },
          rest: { type: 'any' },
        },
      },
      summary: 'The hooks to run.',
      required: true,
      snippet: '\n  - type: command\n    command: ${1:./scripts/check.sh}',
    },
  },
};

/** Events whose matchers are names of tools. */
const matchesTools = /ToolUse|^Permission/;

export const hooksField: Field = {
  summary: 'Hooks that run at events of this agent.',
  type: {
    type: 'map',
    keys: Object.fromEntries(
      hookEvents.map((event) => [
        event,
        {
          type: { type: 'list', of: matcher },
          summary: `Hooks that run at ${event}.`,
          snippet: matchesTools.test(event)
            ? '\n  - matcher: ${1:Bash}\n    hooks:\n      - type: command\n        command: ${2:./scripts/check.sh}'
            : '\n  - hooks:\n      - type: command\n        command: ${1:./scripts/check.sh}',
        },
      ]),
    ),
  },
  otherwise: notLoaded,
  empty: 'accepted',
  judge,
  absent: 'The agent has no hooks of its own.',
  snippet:
    '\n  ${1|PreToolUse,PostToolUse|}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: ${3:./scripts/check.sh}',
  details:
    'A map from event names to lists of maps with `matcher` and `hooks`. `Stop` becomes `SubagentStop`. Requires a trusted folder. If the value is a string or a list, or an entry below `PreToolUse` or `PermissionRequest` is invalid, the agent is silently not loaded.',
  role: 'hooks',
  evidence: executedHere,
  valueEvidence: readHere,
};

/** Hooks of agents in versions that had no check of hooks that could block a tool. */
export const earlierHooksField: Field = {
  ...hooksField,
  judge: (value) =>
    isFalse(value)
      ? { outcome: 'kept', problems: [] }
      : judgeHooks(value, inEarlierAgent, { ...newestChecks, findsMisplaced: false }),
  until: uncheckedUntil,
};
