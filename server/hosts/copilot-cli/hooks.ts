// Hooks of an agent: commands at events. A fault in one of them refuses the agent.
import { type Path, textOf, type Value } from '../../agent/value';
import type { Field } from '../host';
import type { Problem } from '../verdict';
import { absent, field, judgement, problem } from './refused';

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

/** Claude Code's names for the same events. */
const claudeEvents: Readonly<Record<string, string>> = {
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

/** An answer over a plain line could be forged, and these events decide what the agent may do. */
const guards: ReadonlySet<string> = new Set(['preToolUse', 'preMcpToolCall', 'permissionRequest']);

const eventOf = (key: string): string | undefined =>
  (hookEvents as readonly string[]).includes(key)
    ? key
    : Object.hasOwn(claudeEvents, key)
      ? claudeEvents[key]
      : undefined;

function eventProblems(value: Value): readonly Problem[] {
  if (value.kind !== 'map') return [problem(value, 'a map of events')];
  return value.entries.flatMap(({ key, keySpan, value: list }): readonly Problem[] => {
    const event = eventOf(key);
    if (event === undefined) {
      const unknown = problem(list, 'a hook event', [key], 'unknown-key');
      return [{ ...unknown, span: keySpan, got: `"${key}"`, choices: hookEvents }];
    }
    if (list.kind !== 'list') return [problem(list, 'a list of hooks', [key])];
    return list.items.flatMap((item, index) => matcherProblems(item, event, [key, index]));
  });
}

/** `matcher` with `hooks` below it, as Claude Code writes it, is taken too. */
function matcherProblems(value: Value, event: string, path: Path): readonly Problem[] {
  const nested =
    value.kind === 'map' ? value.entries.find((entry) => entry.key === 'hooks')?.value : undefined;
  if (nested?.kind !== 'list') return hookProblems(value, event, path);
  return nested.items.flatMap((item, index) =>
    hookProblems(item, event, [...path, 'hooks', index]),
  );
}

function hookProblems(value: Value, event: string, path: Path): readonly Problem[] {
  if (value.kind !== 'map')
    return [problem(value, 'a map with "bash", "powershell" or "command"', path)];
  const get = (key: string): Value | undefined =>
    value.entries.find((entry) => entry.key === key)?.value;
  const type = get('type');
  const kind = type ? textOf(type) : 'command';
  if (kind === 'command') return commandProblems(value, get, path);
  if (kind === 'http') return httpProblems(value, get, event, path);
  if (kind === 'prompt' && event === 'sessionStart') {
    const prompt = get('prompt');
    if (!prompt) return [absent(value, 'prompt', path)];
    return textOf(prompt) ? [] : [problem(prompt, 'a text that is not empty', [...path, 'prompt'])];
  }
  return [
    {
      ...problem(type ?? value, 'command or http', [...path, 'type'], 'value'),
      choices: ['command', 'http'],
    },
  ];
}

type Get = (key: string) => Value | undefined;

const shells = ['bash', 'powershell', 'command', 'windows', 'linux', 'osx'];

function commandProblems(value: Value, get: Get, path: Path): readonly Problem[] {
  const native = get('exec') !== undefined;
  const shell = shells.some((key) => get(key) !== undefined);
  const found: Problem[] = [];
  if (!native && !shell) found.push(absent(value, 'bash', path));
  if (native && shell)
    found.push(problem(value, 'either "exec" or a shell command', path, 'value'));
  for (const key of ['exec', ...shells, 'cwd', 'matcher']) {
    const part = get(key);
    if (part && part.kind !== 'text') found.push(problem(part, 'a text', [...path, key]));
  }
  return [
    ...found,
    ...texts(get, 'args', path),
    ...textMap(get, 'env', path),
    ...timeouts(get, path),
  ];
}

function httpProblems(value: Value, get: Get, event: string, path: Path): readonly Problem[] {
  const url = get('url');
  if (url?.kind !== 'text')
    return [url ? problem(url, 'an address', [...path, 'url']) : absent(value, 'url', path)];
  const fine = guards.has(event) ? /^https:/i.test(url.text) : /^https?:/i.test(url.text);
  const expected = guards.has(event)
    ? 'an address that begins with https:'
    : 'an address that begins with http: or https:';
  return [
    ...(fine ? [] : [problem(url, expected, [...path, 'url'], 'value')]),
    ...textMap(get, 'headers', path),
    ...timeouts(get, path),
  ];
}

function texts(get: Get, key: string, path: Path): readonly Problem[] {
  const list = get(key);
  if (!list) return [];
  if (list.kind !== 'list') return [problem(list, 'a list of texts', [...path, key])];
  return list.items.flatMap((item, index) =>
    item.kind === 'text' ? [] : [problem(item, 'a text', [...path, key, index])],
  );
}

function textMap(get: Get, key: string, path: Path): readonly Problem[] {
  const map = get(key);
  if (!map) return [];
  if (map.kind !== 'map') return [problem(map, 'a map of texts', [...path, key])];
  return map.entries.flatMap((entry) =>
    entry.value.kind === 'text' ? [] : [problem(entry.value, 'a text', [...path, key, entry.key])],
  );
}

function timeouts(get: Get, path: Path): readonly Problem[] {
  return ['timeout', 'timeoutSec'].flatMap((key) => {
    const value = get(key);
    if (!value || (value.kind === 'number' && value.number > 0)) return [];
    return [problem(value, 'a number above 0', [...path, key], 'value')];
  });
}

export const hooks: Field = field({
  summary: 'Commands that run at events while this agent is at work.',
  type: {
    type: 'map',
    keys: Object.fromEntries(
      hookEvents.map((event) => [
        event,
        { type: { type: 'list', of: { type: 'any' } }, summary: `Runs at ${event}.` },
      ]),
    ),
  },
  judge: (value) => judgement(eventProblems(value)),
  absent: 'No hooks of its own.',
  snippet: `\n  \${1|${hookEvents.join(',')}|}:\n    - type: command\n      bash: \${2:./scripts/check.sh}`,
  details:
    "A map from event to a list of hooks, each with `bash`, `powershell` or `command`. Claude Code's names of events, and its `matcher` with `hooks` below, are taken too. An event that is not known refuses the whole agent.",
  role: 'hooks',
});
