// The hooks of a project, in `.codex/hooks.json`. Codex reads every value with a fixed type, so one wrong value costs the whole file.
import { entryOf, type Path, textOf, type Value } from '../../yaml/value';
import { check, missingKey, phrase, problem } from '../judge/check';
import {
  groupExample,
  HookProblems,
  hookFile,
  hooksIgnored,
  unknownEvent,
} from '../judge/hook-file';
import { invalidMatcher, unmatched } from '../judge/hook-matchers';
import { failedScripts } from '../judge/hook-scripts';
import { documented } from '../model/evidence';
import type { CustomCheckResult, Field } from '../model/field';
import type { Location } from '../model/location';
import type { KeyType, Problem, Type } from '../model/type';
import { executedHere, hooksRan } from './evidence';
import { inMap } from './hook-lists';
import { faultOf, isExpression } from './matcher';
import { type Keys, uniqueKeysReader } from './unique-keys';

const hooksPage = documented({
  title: 'OpenAI documentation, page "Hooks"',
  address: 'https://developers.openai.com/es-419/docs/hooks',
  on: '2026-11-26',
});

/** What each event is, and whether its matchers are read. */
export const events: Readonly<
  Record<string, { readonly summary: string; readonly hasMatcher: boolean }>
> = {
  PreModelRequest: { summary: 'Before a request to the model.', hasMatcher: false },
  PostModelRequest: { summary: 'After the model has answered.', hasMatcher: false },
  PreToolUse: { summary: 'Before a tool runs. It can block the call.', hasMatcher: true },
  PermissionRequest: { summary: 'When Codex would ask for permission.', hasMatcher: true },
  PostToolUse: { summary: 'After a tool has run.', hasMatcher: true },
  UserPromptSubmit: { summary: 'When a user sends a prompt.', hasMatcher: false },
  SessionStart: { summary: 'When a session starts.', hasMatcher: true },
  SessionEnd: { summary: 'When a session ends.', hasMatcher: true },
  SubagentStart: { summary: 'When a subagent starts.', hasMatcher: true },
  SubagentStop: { summary: 'When a subagent stops.', hasMatcher: true },
  PreCompact: { summary: 'Before a conversation is compacted.', hasMatcher: true },
  PostCompact: { summary: 'After a conversation was compacted.', hasMatcher: true },
  Stop: { summary: 'When a turn ends.', hasMatcher: false },
  Interrupt: { summary: 'When a user interrupts a turn.', hasMatcher: false },
};

/** Events whose hooks can block something. */
const guards: ReadonlySet<string> = new Set(['PreToolUse', 'PermissionRequest']);

const text: Type = { type: 'text' };
const any: Type = { type: 'any' };
const whole: Type = { type: 'integer', min: 0 };

const timeout: KeyType = { type: whole, summary: 'The longest time, in seconds.' };
const statusMessage: KeyType = { type: text, summary: 'What is shown while it runs.' };

/** The keys that are read, by type of hook. Others are ignored. */
const forms: Readonly<Record<string, Readonly<Record<string, KeyType>>>> = {
  command: {
    command: { type: text, summary: 'The shell command.', required: true },
    commandWindows: { type: text, summary: 'The shell command on Windows.' },
    command_windows: { type: text, summary: 'The same as `commandWindows`.' },
    timeout,
    async: { type: { type: 'boolean' }, summary: 'Codex does not wait for it.' },
    statusMessage,
    additionalContextLimit: { type: whole, summary: 'How much of its output the model reads.' },
  },
  mcp_tool: {
    server: { type: text, summary: 'The MCP server.', required: true },
    tool: { type: text, summary: 'The tool of that server.', required: true },
    input: { type: { type: 'map', rest: any }, summary: 'The arguments of the call.' },
    timeout,
    statusMessage,
  },
  prompt: {},
  agent: {},
};

/** Null counts as a missing value for these. */
const nullable: ReadonlySet<string> = new Set([
  'timeout',
  'statusMessage',
  'commandWindows',
  'command_windows',
  'additionalContextLimit',
]);

const below = (key: string, keys: Keys) => (one: string) => (one === key ? keys : undefined);

/** A second key of one name costs the file where Codex knows the key. */
const ofHook: Keys = { known: new Set(['type', ...Object.values(forms).flatMap(Object.keys)]) };
const ofGroup: Keys = { known: new Set(['matcher', 'hooks']), below: below('hooks', ofHook) };
const ofEvents: Keys = {
  known: new Set(Object.keys(events)),
  below: (key) => (Object.hasOwn(events, key) ? ofGroup : undefined),
};
const ofFile: Keys = { known: new Set(['description', 'hooks']), below: below('hooks', ofEvents) };

const judge = (hooks: Value): CustomCheckResult => problemsIn(hooks).worst;

/** What costs the whole file that has these hooks, which may also be a configuration or an agent. */
export const fatalIn = (hooks: Value): readonly Problem[] => problemsIn(hooks).fatal;

function problemsIn(written: Value): HookProblems {
  const found = new HookProblems();
  const hooks = inMap.events(written);
  if (hooks.kind !== 'map') {
    found.fatal.push(problem('type', hooks, phrase('a map of events')));
    return found;
  }
  for (const entry of hooks.entries) {
    const { key, value } = entry;
    if (!Object.hasOwn(events, key))
      found.unused.other.push(unknownEvent(entry, Object.keys(events)));
    else if (value.kind === 'list')
      for (const [index, group] of value.items.entries())
        judgeGroup(group, key, [key, index], found);
    else
      found.fatal.push(
        problem('type', value, phrase('a list of entries, each with "hooks"'), [key]),
      );
  }
  return found;
}

const isMatcher = ({ kind }: Value): boolean => kind === 'text' || kind === 'null';

function judgeGroup(written: Value, event: string, path: Path, found: HookProblems): void {
  const skipped = found.skipped[guards.has(event) ? 'guard' : 'other'];
  const group = inMap.group(written);
  if (group.kind !== 'map') {
    found.fatal.push(problem('type', group, phrase('a map with a list "hooks"'), path));
    return;
  }
  const matcher = entryOf(group.entries, 'matcher')?.value;
  const hooks = entryOf(group.entries, 'hooks')?.value;
  if (matcher && !isMatcher(matcher))
    found.fatal.push(problem('type', matcher, text, [...path, 'matcher']));
  const pattern = textOf(matcher);
  if (matcher && pattern !== undefined && events[event]?.hasMatcher && !isExpression(pattern))
    skipped.push(invalidMatcher(matcher, path));
  const fault = pattern !== undefined && event === 'PreToolUse' ? faultOf(pattern) : null;
  if (matcher && fault) found.unmatched.push(unmatched(matcher, fault, path));
  if (!hooks) {
    if (written.kind === 'map') skipped.push(missingKey(group, [...path, 'hooks']));
  } else if (hooks.kind !== 'list')
    found.fatal.push(problem('type', hooks, phrase('a list of hooks'), [...path, 'hooks']));
  else
    for (const [index, hook] of hooks.items.entries())
      judgeHook(hook, [...path, 'hooks', index], skipped, found.fatal);
}

function judgeHook(written: Value, path: Path, skipped: Problem[], fatal: Problem[]): void {
  const hook = inMap.hook(written);
  if (hook.kind !== 'map') {
    fatal.push(
      problem('type', hook, phrase('a map with a "type": {words}', Object.keys(forms)), path),
    );
    return;
  }
  const type = entryOf(hook.entries, 'type')?.value;
  if (!type) {
    fatal.push({ ...missingKey(hook, [...path, 'type']), usual: 'command' });
    return;
  }
  const word = textOf(type) ?? '';
  if (!Object.hasOwn(forms, word)) {
    const choices = runnable;
    fatal.push({
      ...problem('value', type, { type: 'words', words: choices }, [...path, 'type']),
      choices,
    });
    return;
  }
  if (!runnable.includes(word)) {
    skipped.push({
      ...problem('value', type, { type: 'words', words: runnable }, [...path, 'type']),
      choices: runnable,
    });
    return;
  }
  const read = hook.entries.filter(({ key, value }) => value.kind !== 'null' || !nullable.has(key));
  const { problems } = check(
    { type: 'map', keys: forms[word] ?? {}, rest: any },
    { ...hook, entries: read },
    path,
  );
  fatal.push(...problems);
  if (problems.length === 0)
    for (const { key, value } of read)
      if (
        /^(?:command|server|tool)$/.test(key) &&
        forms[word]?.[key]?.required &&
        textOf(value)?.trim() === ''
      )
        skipped.push(problem('value', value, { type: 'text', nonEmpty: true }, [...path, key]));
}

const runnable = ['command', 'mcp_tool'];

const hook: Type = {
  type: 'map',
  keys: {
    type: {
      type: {
        type: 'one-of',
        choices: [
          { value: 'command', means: 'Runs a shell command.' },
          { value: 'mcp_tool', means: 'Calls a tool of an MCP server.' },
        ],
      },
      summary: 'The kind of hook.',
    },
    // None is required in every form.
    ...Object.fromEntries(
      runnable
        .flatMap((word) => Object.entries(forms[word] ?? {}))
        .map(([key, { required: _, ...form }]) => [key, form]),
    ),
  },
  rest: any,
};

const group = (hasMatcher: boolean): Type => ({
  type: 'map',
  keys: {
    ...(hasMatcher && {
      matcher: { type: text, summary: 'A regular expression. Without it the hooks always run.' },
    }),
    hooks: { type: { type: 'list', of: hook }, summary: 'The hooks to run.' },
  },
  rest: any,
});

const description: Field = {
  summary: 'What the hooks are for.',
  type: text,
  otherwise: hooksIgnored,
  empty: 'accepted',
  absent: 'Nothing is stated.',
  isForDisplay: true,
  evidence: executedHere,
};

export const hookFiles = hookFile({
  events: Object.fromEntries(
    Object.entries(events).map(([event, { summary, hasMatcher }]) => [
      event,
      { summary, list: { type: 'list', of: group(hasMatcher) } },
    ]),
  ),
  judge,
  others: { description },
  unknownKey: { outcome: 'refused', file: 'ignored', effect: hooksIgnored.effect },
  outside: hooksIgnored,
  reader: uniqueKeysReader(ofFile),
  hasUniqueKeys: true,
  scripts: {
    ...failedScripts(
      'PreToolUse',
      ['PostToolUse', 'UserPromptSubmit', 'SessionStart', 'Stop'],
      { prompt: 'UserPromptSubmit', others: ['SessionStart'] },
      'Stop',
    ),
    folders: [],
    unset: /^(?:CLAUDE_(?:PROJECT_DIR|TOOL_\w+|FILE_\w+)|CODEX_(?:PROJECT_DIR|TOOL_\w+))$/,
    evidence: hooksRan,
  },
  example: groupExample('PreToolUse', 'Bash'),
  ...{ evidence: executedHere, documented: hooksPage },
});

const location = {
  glob: '.codex/hooks.json',
  kind: 'hooks',
  dialect: 'hooks',
  id: 'path',
  role: 'owner',
  evidence: executedHere,
} as const;

export const hookLocations: readonly Location[] = [
  {
    ...location,
    scope: 'project',
    summary: 'Hooks of the project. The user has to trust the project, and each hook.',
  },
  {
    ...location,
    scope: 'user',
    summary: 'Hooks for all projects of a user.',
    // The program shows them like those of a project.
    evidence: hooksPage,
  },
];
