// Hooks of an agent. Most faults cost one entry; some cost the whole agent, and nothing is said either way.
import { describe, type Value } from '../../agent/value';
import { oneOf } from '../check';
import type { Field, FieldJudgement, Otherwise } from '../host';
import type { Type } from '../type';
import type { Problem } from '../verdict';
import { ran } from './evidence';

export const hookEvents = [
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PostToolBatch',
  'Notification',
  'UserPromptSubmit',
  'UserPromptExpansion',
  'SessionStart',
  'SessionEnd',
  'Stop',
  'StopFailure',
  'SubagentStart',
  'SubagentStop',
  'PreCompact',
  'PostCompact',
  'PreModelSwitch',
  'PostModelSwitch',
  'PermissionRequest',
  'PermissionDenied',
  'Setup',
  'TeammateIdle',
  'TaskCreated',
  'TaskCompleted',
  'Elicitation',
  'ElicitationResult',
  'ConfigChange',
  'WorktreeCreate',
  'WorktreeRemove',
  'InstructionsLoaded',
  'CwdChanged',
  'FileChanged',
  'DirectoryAdded',
  'MessageDisplay',
] as const;

/** A broken entry under one of these would let through what it was to stop: the agent is not loaded. */
const guards = new Set(['PreToolUse', 'PermissionRequest']);

const needs: Readonly<Record<string, readonly string[]>> = {
  command: ['command'],
  prompt: ['prompt'],
  agent: ['prompt'],
  http: ['url'],
  mcp_tool: ['server', 'tool'],
};

const vanishes: Otherwise = {
  fate: 'refused',
  file: 'ignored',
  reason: 'field',
  says: 'does not load the agent, and says nothing',
};

const entryDropped: Otherwise = {
  fate: 'coerced',
  says: 'leaves out the part that is wrong, with a line in the debug log only',
};

const problem = (value: Value, path: Problem['path'], expected: string): Problem => ({
  kind: 'value',
  path,
  span: value.span,
  expected,
  got: describe(value),
  value,
});

/** What the host makes of a `hooks` value. */
function judge(value: Value): FieldJudgement | null {
  if (value.kind === 'null') return { fate: 'kept', problems: [] };
  if (value.kind !== 'map') {
    return {
      fate: 'refused',
      problems: [problem(value, [], 'a map of events')],
      otherwise: vanishes,
    };
  }
  const soft: Problem[] = [];
  const hard: Problem[] = [];
  for (const { key, keySpan, value: matchers } of value.entries) {
    if (!(hookEvents as readonly string[]).includes(key)) {
      soft.push({
        ...problem(matchers, [key], 'a hook event'),
        kind: 'unknown-key',
        span: keySpan,
        got: `"${key}"`,
        choices: hookEvents,
      });
      continue;
    }
    (guards.has(key) ? hard : soft).push(...matcherProblems(matchers, [key]));
  }
  if (hard.length > 0) return { fate: 'refused', problems: hard, otherwise: vanishes };
  return soft.length > 0
    ? { fate: 'coerced', problems: soft, otherwise: entryDropped }
    : { fate: 'kept', problems: [] };
}

function matcherProblems(value: Value, path: Problem['path']): Problem[] {
  if (value.kind !== 'list') return [problem(value, path, 'a list of matchers, each with "hooks"')];
  return value.items.flatMap((item, index) => {
    const at = [...path, index];
    const hooks =
      item.kind === 'map' ? item.entries.find((entry) => entry.key === 'hooks')?.value : undefined;
    if (hooks?.kind !== 'list')
      return [problem(item, at, 'a map with "hooks": a list of commands')];
    return hooks.items.flatMap((hook, n) => hookProblems(hook, [...at, 'hooks', n]));
  });
}

function hookProblems(value: Value, path: Problem['path']): Problem[] {
  const get = (key: string): Value | undefined =>
    value.kind === 'map' ? value.entries.find((entry) => entry.key === key)?.value : undefined;
  const type = get('type');
  const wanted =
    type?.kind === 'text' && Object.hasOwn(needs, type.text) ? needs[type.text] : undefined;
  if (!wanted)
    return [
      {
        ...(type
          ? problem(type, [...path, 'type'], oneOf(Object.keys(needs)))
          : problem(value, path, `a map with a "type": ${oneOf(Object.keys(needs))}`)),
        choices: Object.keys(needs),
      },
    ];
  const absent = wanted.filter((key) => get(key)?.kind !== 'text');
  return absent.map(
    (key): Problem => ({
      ...problem(value, path, `"${key}"`),
      kind: 'missing-key',
      got: 'absent',
    }),
  );
}

const text: Type = { type: 'text' };

/** What is offered inside; `judge` says what is wrong. */
const matcher: Type = {
  type: 'map',
  keys: {
    matcher: { type: text, summary: 'Names of tools that it runs for, as a pattern; absent: all.' },
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
                  { value: 'prompt', means: 'Asks a model.' },
                  { value: 'agent', means: 'Asks an agent.' },
                  { value: 'http', means: 'Calls an address.' },
                  { value: 'mcp_tool', means: 'Calls a tool of an MCP server.' },
                ],
              },
              summary: 'What is run.',
              required: true,
            },
            command: { type: text, summary: 'The shell command, for type command.' },
            prompt: { type: text, summary: 'What is asked, for type prompt or agent.' },
            url: { type: text, summary: 'The address, for type http.' },
            server: { type: text, summary: 'The MCP server, for type mcp_tool.' },
            tool: { type: text, summary: 'The tool of that server, for type mcp_tool.' },
            timeout: { type: { type: 'number' }, summary: 'Seconds until it is given up.' },
          },
          rest: { type: 'any' },
        },
      },
      summary: 'What runs.',
      required: true,
      snippet: '\n  - type: command\n    command: ${1:./scripts/check.sh}',
    },
  },
};

export const hooksField: Field = {
  summary: 'Commands that run at events of this agent.',
  type: {
    type: 'map',
    keys: Object.fromEntries(
      hookEvents.map((event) => [
        event,
        {
          type: { type: 'list', of: matcher },
          summary: `Runs at ${event}.`,
          snippet:
            '\n  - matcher: ${1:Bash}\n    hooks:\n      - type: command\n        command: ${2:./scripts/check.sh}',
        },
      ]),
    ),
  },
  otherwise: vanishes,
  empty: 'accepted',
  judge,
  absent: 'No hooks of its own.',
  snippet:
    '\n  ${1|PreToolUse,PostToolUse,Stop,SubagentStart|}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: ${3:./scripts/check.sh}',
  details:
    'A map from event to a list of `matcher` and `hooks`. `Stop` becomes `SubagentStop`. Needs a trusted folder. A text or a list here, or a broken entry under `PreToolUse` or `PermissionRequest`, makes the whole agent vanish without a word.',
  role: 'hooks',
  evidence: ran,
};

/** A guard at the top level, where no hook belongs. */
export const strayGuard = (): Field => ({
  summary: `Belongs below "hooks": an event of its own.`,
  type: { type: 'any' },
  otherwise: vanishes,
  unoffered: true,
  judge: (value) => ({
    fate: 'refused',
    problems: [{ ...problem(value, [], 'below "hooks"'), kind: 'value', got: 'at the top level' }],
    otherwise: vanishes,
  }),
  absent: 'As it should be.',
  evidence: ran,
});
