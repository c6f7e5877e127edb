// Hooks of an agent. Most faults cost one entry; some cost the whole agent, and nothing is said either way.
import { describe, type Value } from '../../agent/value';
import { oneOf } from '../check';
import type { Field, FieldJudgement, Otherwise } from '../host';
import type { Type } from '../type';
import type { Problem } from '../verdict';
import { ran } from './evidence';
import { guards, hookEvents } from './hook-events';
import { entryIn, wrongSettings } from './hook-settings';
import { guardsBelow } from './stray-guards';

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
  effect: '{host} does not load the agent, and says nothing.',
};

const entryDropped: Otherwise = {
  fate: 'coerced',
  effect: '{host} leaves out the part that is wrong, with a line in the debug log only.',
};

const problem = (value: Value, path: Problem['path'], expected: string): Problem => ({
  kind: 'value',
  path,
  span: value.span,
  expected,
  got: describe(value),
  value,
});

/** What the host makes of a `hooks` value. An empty text and `false` are no hooks to it. */
function judge(value: Value): FieldJudgement | null {
  if (value.kind === 'null' || isFalse(value)) return { fate: 'kept', problems: [] };
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
      hard.push(...guardsBelow(matchers, [key]));
      continue;
    }
    if (matchers.kind === 'null') continue;
    (guards.has(key) ? hard : soft).push(...matcherProblems(matchers, [key]));
  }
  if (hard.length > 0) return { fate: 'refused', problems: hard, otherwise: vanishes };
  return soft.length > 0
    ? { fate: 'coerced', problems: soft, otherwise: entryDropped }
    : { fate: 'kept', problems: [] };
}

const isFalse = (value: Value): boolean =>
  (value.kind === 'text' && value.text === '') || (value.kind === 'boolean' && !value.boolean);

function matcherProblems(value: Value, path: Problem['path']): Problem[] {
  if (value.kind !== 'list') return [problem(value, path, 'a list of matchers, each with "hooks"')];
  return value.items.flatMap((item, index) => {
    const at = [...path, index];
    const hooks = entryIn(item, 'hooks');
    if (hooks?.kind !== 'list')
      return [problem(item, at, 'a map with "hooks": a list of commands')];
    const pattern = entryIn(item, 'matcher');
    if (pattern && pattern.kind !== 'text') return [problem(pattern, [...at, 'matcher'], 'a text')];
    return hooks.items.flatMap((hook, n) => hookProblems(hook, [...at, 'hooks', n]));
  });
}

function hookProblems(value: Value, path: Problem['path']): Problem[] {
  const type = entryIn(value, 'type');
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
  const absent = wanted.filter((key) => entryIn(value, key)?.kind !== 'text');
  return [
    ...absent.map(
      (key): Problem => ({
        ...problem(value, path, `"${key}"`),
        kind: 'missing-key',
        got: 'absent',
      }),
    ),
    ...wrongSettings(value, path),
  ];
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
  empty: 'accepted',
  unoffered: true,
  judge: (value) => {
    if (value.kind === 'list' && value.items.length === 0) return { fate: 'kept', problems: [] };
    return {
      fate: 'refused',
      problems: [
        { ...problem(value, [], 'below "hooks"'), kind: 'value', got: 'at the top level' },
      ],
      otherwise: vanishes,
    };
  },
  absent: 'As it should be.',
  evidence: ran,
});
