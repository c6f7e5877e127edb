// Hooks of an agent in VS Code: commands that run at events while the agent is active. VS Code ignores invalid parts.
import type { Value } from '../../yaml/value';
import { missingKey, phrase, problem } from '../judge/check';
import type { CustomCheckResult, Field } from '../model/field';
import type { Problem, Type } from '../model/type';
import { executedHere, readHere } from './evidence';
import { coerced, dropped } from './judgements';

export const hookEvents = [
  'SessionStart',
  'SessionEnd',
  'UserPromptSubmit',
  'PreToolUse',
  'PostToolUse',
  'PreCompact',
  'SubagentStart',
  'SubagentStop',
  'Stop',
  'ErrorOccurred',
] as const;

/** Used with `target: vscode` and in `.claude/agents`. */
export const targetedHookEvents = hookEvents.filter(
  (event) => event !== 'SessionEnd' && event !== 'ErrorOccurred',
);

/** Used with `target: github-copilot`. */
export const githubHookEvents = [
  'sessionStart',
  'sessionEnd',
  'userPromptSubmitted',
  'preToolUse',
  'postToolUse',
  'agentStop',
  'subagentStop',
  'errorOccurred',
] as const;

const commandKeys = ['command', 'windows', 'linux', 'osx', 'bash', 'powershell'];

function judge(value: Value, events: readonly string[]): CustomCheckResult | null {
  if (value.kind !== 'map') return null;
  const problems = value.entries.flatMap(({ key, keySpan, value: list }): readonly Problem[] => {
    if (!events.includes(key)) {
      return [
        {
          ...problem('unknown-key', list, phrase('a hook event'), [key]),
          span: keySpan,
          choices: events,
        },
      ];
    }
    if (list.kind !== 'list') return [problem('value', list, phrase('a list of commands'), [key])];
    return list.items.flatMap((item, index) => commandProblems(item, [key, index]));
  });
  return problems.length > 0
    ? { outcome: 'coerced', problems, otherwise: coerced('{host} ignores the invalid part.') }
    : { outcome: 'kept', problems: [] };
}

function commandProblems(value: Value, path: Problem['path']): readonly Problem[] {
  if (value.kind !== 'map')
    return [problem('value', value, phrase('a map with "type" and "command"'), path)];
  const get = (key: string): Value | undefined =>
    value.entries.find((entry) => entry.key === key)?.value;
  const nested = get('hooks');
  if (nested) {
    if (nested.kind !== 'list')
      return [problem('value', nested, phrase('a list of commands'), [...path, 'hooks'])];
    return nested.items.flatMap((item, index) => commandProblems(item, [...path, 'hooks', index]));
  }
  const type = get('type');
  const found: Problem[] = [];
  if (!type) found.push(missingKey(value, [...path, 'type']));
  else if (type.kind !== 'text' || type.text !== 'command') {
    found.push({
      ...problem('value', type, { type: 'words', words: ['command'] }, [...path, 'type']),
      choices: ['command'],
    });
  }
  const commands = commandKeys.map(get);
  if (!commands.some((command) => command?.kind === 'text' && command.text.trim() !== '')) {
    found.push(missingKey(value, [...path, 'command']));
  }
  return found;
}

const text: Type = { type: 'text' };

/** Used for completion only; `judge` finds the problems. */
const command: Type = {
  type: 'map',
  keys: {
    type: {
      type: { type: 'one-of', choices: [{ value: 'command', means: 'Runs a shell command.' }] },
      summary: 'The kind of hook.',
      required: true,
    },
    command: { type: text, summary: 'The shell command.' },
    windows: { type: text, summary: 'The command on Windows.' },
    linux: { type: text, summary: 'The command on Linux.' },
    osx: { type: text, summary: 'The command on macOS.' },
    bash: { type: text, summary: 'The command for Bash.' },
    powershell: { type: text, summary: 'The command for PowerShell.' },
  },
  rest: { type: 'any' },
};

/** The field `hooks` with the events of one target. */
export const hooksField = (events: readonly string[]): Field => ({
  summary: 'Commands that run at events while this agent is active.',
  type: {
    type: 'map',
    keys: Object.fromEntries(
      events.map((event) => [
        event,
        {
          type: { type: 'list', of: command },
          summary: `Runs at ${event}.`,
          snippet: '\n  - type: command\n    command: ${1:./scripts/check.sh}',
        },
      ]),
    ),
  },
  otherwise: dropped('{host} runs no hooks for this agent.'),
  judge: (value) => judge(value, events),
  absent: 'The agent has no hooks of its own.',
  snippet: `\n  \${1|${events.join(',')}|}:\n    - type: command\n      command: \${2:./scripts/check.sh}`,
  details:
    'A map from event to a list of commands, each with `type: command` and one of `command`, `windows`, `linux`, `osx`, `bash` or `powershell`. Hooks run only in a trusted workspace. A `matcher` with nested `hooks` is accepted but matches everything. `timeout` has no effect.',
  role: 'hooks',
  evidence: executedHere,
  valueEvidence: readHere,
});
