// Hooks of an agent. Copilot CLI rejects an agent if one of its hooks is invalid.
import { type Path, textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import type { Field } from '../model/field';
import type { Problem, Type } from '../model/type';
import { absent, field, judgment } from './field-parts';

export const hookEvents = [
  'sessionStart',
  'sessionEnd',
  'userPromptSubmitted',
  'preToolUse',
  'postToolUse',
  'postToolUseFailure',
  'errorOccurred',
  'agentStop',
  'subagentStart',
  'subagentStop',
  'preCompact',
  'permissionRequest',
  'notification',
  'preMcpToolCall',
] as const;

/** The names of the same events in Claude Code. */
export const claudeEvents: Readonly<Record<string, string>> = {
  Stop: 'agentStop',
  UserPromptSubmit: 'userPromptSubmitted',
  SessionStart: 'sessionStart',
  SessionEnd: 'sessionEnd',
  PreToolUse: 'preToolUse',
  PostToolUse: 'postToolUse',
  PostToolUseFailure: 'postToolUseFailure',
  ErrorOccurred: 'errorOccurred',
  SubagentStart: 'subagentStart',
  SubagentStop: 'subagentStop',
  PreCompact: 'preCompact',
  PermissionRequest: 'permissionRequest',
  Notification: 'notification',
  PreMcpToolCall: 'preMcpToolCall',
};

/** Events that decide what the agent can do. Their hooks must use https, because other responses could be forged. */
export const guards: ReadonlySet<string> = new Set([
  'preToolUse',
  'preMcpToolCall',
  'permissionRequest',
]);

const aString: Type = { type: 'text' };

/** The event with this name, in either of its forms. */
export const eventOf = (key: string): string | undefined =>
  (hookEvents as readonly string[]).includes(key)
    ? key
    : Object.hasOwn(claudeEvents, key)
      ? claudeEvents[key]
      : undefined;

/** Whether it is the name of an event, in either of its forms. */
export const isHookEvent = (key: string): boolean => eventOf(key) !== undefined;

function eventProblems(value: Value): readonly Problem[] {
  if (value.kind !== 'map') return [problem('type', value, phrase('a map of events'))];
  return value.entries.flatMap(({ key, keySpan, value: list }): readonly Problem[] => {
    const event = eventOf(key);
    if (event === undefined) {
      const unknown = problem('unknown-key', list, phrase('a hook event'), [key]);
      return [{ ...unknown, span: keySpan, choices: hookEvents }];
    }
    if (list.kind !== 'list') return [problem('type', list, phrase('a list of hooks'), [key])];
    return list.items.flatMap((item, index) => matcherProblems(item, event, [key, index]));
  });
}

/** Copilot CLI also accepts the form of Claude Code: `matcher` with `hooks` below it. */
function matcherProblems(value: Value, event: string, path: Path): readonly Problem[] {
  const nested =
    value.kind === 'map' ? value.entries.find((entry) => entry.key === 'hooks')?.value : undefined;
  if (nested?.kind !== 'list') return hookProblems(value, event, path);
  return nested.items.flatMap((item, index) =>
    hookProblems(item, event, [...path, 'hooks', index]),
  );
}

/** Why Copilot CLI cannot run a hook. @param event its own name of the event */
export function hookProblems(value: Value, event: string, path: Path): readonly Problem[] {
  if (value.kind !== 'map')
    return [problem('type', value, phrase('a map with "bash", "powershell" or "command"'), path)];
  const get = (key: string): Value | undefined =>
    value.entries.find((entry) => entry.key === key)?.value;
  const type = get('type');
  const kind = type ? textOf(type) : 'command';
  if (kind === 'command') return commandProblems(value, get, path);
  if (kind === 'http') return httpProblems(value, get, event, path);
  if (kind === 'prompt' && event === 'sessionStart') {
    const prompt = get('prompt');
    if (!prompt) return [absent(value, 'prompt', path)];
    return textOf(prompt)
      ? []
      : [problem('type', prompt, { type: 'text', nonEmpty: true }, [...path, 'prompt'])];
  }
  return [
    {
      ...problem('value', type ?? value, { type: 'words', words: ['command', 'http'] }, [
        ...path,
        'type',
      ]),
      choices: ['command', 'http'],
    },
  ];
}

type Get = (key: string) => Value | undefined;

const shellKeys = ['bash', 'powershell', 'command', 'windows', 'linux', 'osx'];

function commandProblems(value: Value, get: Get, path: Path): readonly Problem[] {
  const hasExec = get('exec') !== undefined;
  const hasShell = shellKeys.some((key) => get(key) !== undefined);
  const found: Problem[] = [];
  if (!hasExec && !hasShell) found.push(absent(value, 'bash', path));
  if (hasExec && hasShell)
    found.push(problem('value', value, phrase('either "exec" or a shell command'), path));
  for (const key of ['exec', ...shellKeys, 'cwd', 'matcher']) {
    const part = get(key);
    if (part && part.kind !== 'text') found.push(problem('type', part, aString, [...path, key]));
  }
  return [
    ...found,
    ...stringListProblems(get, 'args', path),
    ...stringMapProblems(get, 'env', path),
    ...timeoutProblems(get, path),
  ];
}

function httpProblems(value: Value, get: Get, event: string, path: Path): readonly Problem[] {
  const url = get('url');
  if (url?.kind !== 'text')
    return [
      url ? problem('type', url, phrase('a URL'), [...path, 'url']) : absent(value, 'url', path),
    ];
  const isValid = guards.has(event) ? /^https:/i.test(url.text) : /^https?:/i.test(url.text);
  const expected = guards.has(event)
    ? phrase('a URL that begins with "https:"')
    : phrase('a URL that begins with "http:" or "https:"');
  return [
    ...(isValid ? [] : [problem('value', url, expected, [...path, 'url'])]),
    ...stringMapProblems(get, 'headers', path),
    ...timeoutProblems(get, path),
  ];
}

function stringListProblems(get: Get, key: string, path: Path): readonly Problem[] {
  const list = get(key);
  if (!list) return [];
  if (list.kind !== 'list')
    return [problem('type', list, { type: 'list', of: { type: 'text' } }, [...path, key])];
  return list.items.flatMap((item, index) =>
    item.kind === 'text' ? [] : [problem('type', item, aString, [...path, key, index])],
  );
}

function stringMapProblems(get: Get, key: string, path: Path): readonly Problem[] {
  const map = get(key);
  if (!map) return [];
  if (map.kind !== 'map') return [problem('type', map, phrase('a map of strings'), [...path, key])];
  return map.entries.flatMap((entry) =>
    entry.value.kind === 'text'
      ? []
      : [problem('type', entry.value, aString, [...path, key, entry.key])],
  );
}

function timeoutProblems(get: Get, path: Path): readonly Problem[] {
  return ['timeout', 'timeoutSec'].flatMap((key) => {
    const value = get(key);
    if (!value || (value.kind === 'number' && value.number > 0)) return [];
    return [problem('value', value, phrase('a number above 0'), [...path, key])];
  });
}

export const hooks: Field = field({
  summary: 'Hooks that run at events of this agent.',
  type: {
    type: 'map',
    keys: Object.fromEntries(
      hookEvents.map((event) => [
        event,
        { type: { type: 'list', of: { type: 'any' } }, summary: `Hooks that run at ${event}.` },
      ]),
    ),
  },
  judge: (value) => judgment(eventProblems(value)),
  absent: 'The agent has no hooks of its own.',
  snippet: `\n  \${1|${hookEvents.join(',')}|}:\n    - type: command\n      bash: \${2:./scripts/check.sh}`,
  details:
    'A map from event names to lists of hooks, each with `bash`, `powershell` or `command`. The event names of Claude Code and its form with `matcher` and `hooks` are accepted too. With an unknown event the whole agent is rejected.',
  role: 'hooks',
});
