// The fields of an agent file in Qwen Code 0.24.4. It drops most wrong values, and does not load the agent for some.

import { lazily } from '../../text/lazily';
import { english } from '../../text/translate';
import type { Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import { oneOf } from '../judge/expectation';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Reason } from '../model/outcome';
import type { Problem, Type } from '../model/type';
import { approvalModes, colors, executorKinds, permissionModes, reservedNames } from './choices';
import { executedHere } from './evidence';
import { isWrongModel } from './models';
import { positiveInteger, stringOf } from './scalars';

const notLoaded = (reason: Reason): Consequence => ({
  outcome: 'refused',
  file: 'ignored',
  reason,
  effect: '{host} silently does not load the agent.',
});

/** Unlike for other values, the program reports it. */
const notRun: Consequence = {
  ...notLoaded('field'),
  effect: '{host} does not load the agent and shows a warning.',
};

const ignored: Consequence = { outcome: 'dropped', effect: '{host} silently ignores it.' };

const allTools: Consequence = {
  outcome: 'dropped',
  losesLimit: true,
  effect: '{host} silently ignores it and gives the agent all tools.',
};

const refusal = (
  problems: readonly Problem[],
  otherwise: Consequence = notLoaded('field'),
): CustomCheckResult => ({ outcome: 'refused', problems, otherwise });

const kept: CustomCheckResult = { outcome: 'kept', problems: [] };
const coerced: CustomCheckResult = { outcome: 'coerced', problems: [] };

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: ignored,
  evidence: executedHere,
  ...own,
});

const text: Type = { type: 'text' };
const nonEmptyText: Type = { type: 'text', nonEmpty: true };

/** The program takes a list where it expects a string, but not as the author meant it. */
const joined = (value: Value): CustomCheckResult => ({
  outcome: 'coerced',
  problems: [problem('type', value, text)],
  otherwise: {
    outcome: 'coerced',
    effect: '{host} joins the items of the list with commas.',
  },
});

/** Letters and digits of any script. */
const nameForm = lazily(() => /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u);

function judgeName(value: Value): CustomCheckResult | null {
  const name = stringOf(value)?.trim() ?? '';
  const isValid =
    nameForm().test(name) &&
    name.length >= 2 &&
    name.length <= 50 &&
    !reservedNames.includes(name.toLowerCase());
  if (isValid) return value.kind === 'text' ? kept : coerced;
  const expected = reservedNames.includes(name.toLowerCase())
    ? phrase('a name that is not reserved')
    : phrase('2 to 50 letters, digits, hyphens and underscores');
  return refusal([problem('value', value, expected)], notLoaded('name'));
}

function judgeDescription(value: Value): CustomCheckResult | null {
  const text = stringOf(value) ?? '';
  if (text.trim() === '')
    return refusal([problem('value', value, nonEmptyText)], notLoaded('description'));
  return value.kind === 'list' ? joined(value) : value.kind === 'text' ? kept : coerced;
}

/** An empty name in a list is the only value of a list of tools at which the agent is not loaded. */
function judgeTools(value: Value): CustomCheckResult | null {
  if (value.kind !== 'list') return null;
  const blank = value.items.filter((item) => item.kind === 'text' && item.text.trim() === '');
  if (blank.length > 0)
    return refusal(
      blank.map((item) => problem('value', item, nonEmptyText)),
      notLoaded('tools'),
    );
  const others = value.items.filter(({ kind }) => kind !== 'text');
  if (others.length === 0 || others.length === value.items.length) return null;
  return {
    outcome: 'coerced',
    problems: others.map((item) => problem('type', item, text)),
    otherwise: {
      outcome: 'coerced',
      effect: ignored.effect,
    },
  };
}

function judgeModel(value: Value): CustomCheckResult | null {
  const model = stringOf(value);
  if (model === null || (model !== '' && isWrongModel(model)))
    return refusal([problem('value', value, phrase('the name of a model'))]);
  if (value.kind === 'list') return joined(value);
  return value.kind === 'text' || model === '' ? kept : coerced;
}

/** Next to `model`, the reader leaves this field out. */
function judgeOlderModel(value: Value): CustomCheckResult | null {
  const entries = value.kind === 'map' ? value.entries : [];
  const model = entries.find(({ key }) => key === 'model')?.value;
  return model?.kind === 'text' && model.text !== '' && isWrongModel(model.text)
    ? refusal([problem('value', model, phrase('the name of a model'), ['model'])])
    : null;
}

const atLeastOne: Type = { type: 'integer', min: 1 };

const tooFew: Consequence = { ...ignored, losesLimit: true };

/** The program cannot report a map that it would ignore, so the agent is not loaded. */
const judgeIgnored = (value: Value): CustomCheckResult | null =>
  stringOf(value) === null ? refusal([problem('type', value, text)]) : null;

function judgeTurns(value: Value): CustomCheckResult {
  if (stringOf(value) === null) return refusal([problem('type', value, atLeastOne)]);
  if (positiveInteger(value) !== null) return value.kind === 'number' ? kept : coerced;
  const wrong = problem('value', value, atLeastOne);
  return { outcome: 'dropped', problems: [wrong], otherwise: tooFew };
}

/** Only an empty string is accepted next to the modes. */
const judgeApproval = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && value.text === '' ? kept : null;

/** Entries of another form are dropped one by one. */
const judgeEntries =
  (kind: 'map' | 'list') =>
  (value: Value): CustomCheckResult | null => {
    if (value.kind !== 'map') return null;
    const wrong = value.entries.filter((entry) => entry.value.kind !== kind);
    if (wrong.length === 0) return kept;
    return {
      outcome: 'coerced',
      problems: wrong.map(({ key, value: one }) =>
        problem(
          'type',
          one,
          kind === 'map' ? { type: 'map' } : { type: 'list', of: { type: 'any' } },
          [key],
        ),
      ),
      otherwise: { outcome: 'coerced', effect: ignored.effect },
    };
  };

/** Other values than a map have no effect. */
function judgeRunConfig(value: Value): CustomCheckResult | null {
  if (value.kind !== 'map') return null;
  const wrong = value.entries.flatMap(({ key, value: one }): readonly Problem[] => {
    if (key === 'max_turns' && !(one.kind === 'number' && positiveInteger(one) !== null))
      return [problem('value', one, atLeastOne, [key])];
    const isTime = one.kind === 'number' && !(one.number <= 0);
    return key === 'max_time_minutes' && !isTime
      ? [problem('value', one, phrase('a number above 0'), [key])]
      : [];
  });
  return wrong.length > 0 ? refusal(wrong) : kept;
}

function judgeExecutor(value: Value): CustomCheckResult | null {
  const entry = (key: string): Value | undefined =>
    value.kind === 'map' ? value.entries.find((one) => one.key === key)?.value : undefined;
  const [kind, command, args] = [entry('kind'), entry('command'), entry('args')];
  const isValid =
    kind?.kind === 'text' &&
    executorKinds.some((one) => one.value === kind.text) &&
    command?.kind === 'text' &&
    command.text.trim() !== '' &&
    (args === undefined ||
      (args.kind === 'list' && args.items.every((item) => item.kind === 'text')));
  return isValid ? kept : refusal([problem('value', value, { type: 'map' })], notRun);
}

const judgeBackend = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && value.text === 'container'
    ? kept
    : refusal(
        [
          {
            ...problem('value', value, { type: 'words', words: ['container'] }),
            choices: ['container'],
          },
        ],
        notRun,
      );

const names: Type = { type: 'names', separators: ',', vocabulary: 'tools' };

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name by which the agent is called.',
    type: { type: 'text', nonEmpty: true, anyScalar: true },
    judge: judgeName,
    otherwise: notLoaded('name'),
    required: notLoaded('name'),
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:name}',
    details: `Letters and digits of any script, hyphens and underscores, 2 to 50 characters. It may differ from the file name. Reserved: ${english(oneOf(reservedNames))}.`,
    role: 'name',
  }),
  description: field({
    summary: 'When to use the agent. The main agent reads it in every request.',
    type: { type: 'text', nonEmpty: true, anyScalar: true, multiline: true },
    judge: judgeDescription,
    otherwise: notLoaded('description'),
    required: notLoaded('description'),
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:Use it when}',
    role: 'description',
  }),
  tools: field({
    summary: 'The tools that the agent can use. All other tools are withheld.',
    type: names,
    judge: judgeTools,
    otherwise: allTools,
    absent: 'All tools.',
    snippet: '\n  - ${1:read_file}',
    details:
      'A list, or a string separated by commas. A tool has an ID and a display name, and both are accepted. Other names are silently ignored, also those of Claude Code. `*` grants all tools, and so does an empty list.',
    role: 'tools',
  }),
  disallowedTools: field({
    summary: 'Tools that are removed from the agent.',
    type: names,
    judge: judgeTools,
    otherwise: { ...ignored, losesLimit: true },
    absent: 'No tools are removed.',
    snippet: '\n  - ${1:run_shell_command}',
    details:
      'Applied after `tools`. `mcp__SERVER` and `mcp__SERVER__*` remove all tools of an MCP server.',
    role: 'denied-tools',
  }),
  model: field({
    summary: 'The model that the agent uses.',
    type: { type: 'text', nonEmpty: true, anyScalar: true, vocabulary: 'models' },
    judge: judgeModel,
    absent: 'The model of the session.',
    snippet: ' ${1|inherit,fast|}',
    details:
      '`inherit`, `fast`, the ID of a model, or the ID after a provider and a colon: `openai:qwen3-coder-plus`.',
    role: 'model',
  }),
  color: field({
    summary: 'The display color of the agent.',
    type: { type: 'one-of', choices: colors },
    absent: 'No color.',
    snippet: ' ${1|blue,green,purple,orange,cyan,red,yellow,pink|}',
    role: 'color',
    isForDisplay: true,
  }),
  approvalMode: field({
    governs: 'permission',
    summary: 'What the agent can do without asking for permission.',
    type: { type: 'one-of', choices: approvalModes },
    judge: judgeApproval,
    otherwise: notLoaded('field'),
    absent: 'Changes files without asking in a trusted folder.',
    snippet: ' ${1|default,plan,auto-edit,auto,yolo,bubble|}',
    details:
      'It has no effect if the session itself runs in `auto-edit`, `auto` or `yolo`. Any other value and the agent is not loaded.',
  }),
  permissionMode: field({
    governs: 'permission',
    summary: 'The mode under the name that Claude Code gives it. `approvalMode` takes precedence.',
    type: { type: 'one-of', choices: permissionModes },
    judge: judgeIgnored,
    absent: 'The mode of the session.',
    snippet: ' ${1|default,plan,acceptEdits|}',
  }),
  background: field({
    summary: 'Whether the agent runs in the background.',
    type: { type: 'boolean', words: { true: ['true'], false: ['false'] } },
    judge: judgeIgnored,
    absent: 'The caller decides.',
    snippet: ' ${1|true,false|}',
  }),
  maxTurns: field({
    summary: 'The maximum number of requests before the agent stops.',
    type: { type: 'integer', min: 1, digits: true },
    judge: judgeTurns,
    otherwise: tooFew,
    absent: 'No limit.',
    snippet: ' ${1:20}',
  }),
  runConfig: field({
    summary: 'When the agent stops.',
    type: {
      type: 'map',
      keys: {
        max_turns: {
          type: { type: 'integer', min: 1 },
          summary: 'The maximum number of requests.',
          snippet: ' ${1:20}',
        },
        max_time_minutes: {
          type: { type: 'number' },
          summary: 'The maximum time in minutes.',
          snippet: ' ${1:10}',
        },
      },
      rest: { type: 'any' },
    },
    judge: judgeRunConfig,
    absent: 'No limit.',
    snippet: '\n  max_time_minutes: ${1:10}',
    details: 'With a wrong value in it, the agent is not loaded.',
  }),
  mcpServers: field({
    governs: 'code',
    summary: 'MCP servers of the agent, by name.',
    type: { type: 'map', rest: { type: 'map', rest: { type: 'any' } } },
    judge: judgeEntries('map'),
    absent: 'The MCP servers of the session.',
    snippet: '\n  ${1:server}:\n    command: ${2:npx}\n    args: [${3}]',
    details: 'They are added to those of the session. A list is ignored.',
  }),
  hooks: field({
    governs: 'code',
    summary: 'Commands that run at events of the agent, by event.',
    type: { type: 'map', rest: { type: 'list', of: { type: 'any' } } },
    judge: judgeEntries('list'),
    absent: 'No hooks.',
    snippet:
      '\n  ${1:PreToolUse}:\n    - matcher: ${2:run_shell_command}\n      hooks:\n        - type: command\n          command: ${3:command}',
    details: 'Requires a trusted folder.',
  }),
  executor: field({
    governs: 'code',
    summary: 'Another program that runs the agent.',
    type: {
      type: 'map',
      keys: {
        kind: {
          type: { type: 'one-of', choices: executorKinds },
          summary: 'The protocol of the program.',
          required: true,
          snippet: ' ${1|acp,codex|}',
        },
        command: { type: text, summary: 'The program.', required: true, snippet: ' ${1:command}' },
        args: {
          type: { type: 'list', of: text },
          summary: 'The arguments of the program.',
          snippet: ' [${1}]',
        },
      },
      rest: { type: 'any' },
    },
    judge: judgeExecutor,
    otherwise: notRun,
    absent: 'Qwen Code runs the agent itself.',
    snippet: '\n  kind: ${1|acp,codex|}\n  command: ${2:command}',
    details:
      'With a wrong value the agent is not loaded, because it would run in Qwen Code instead. Tools, models, hooks and limits cannot be combined with it.',
  }),
  executionBackend: field({
    governs: 'permission',
    summary: 'Where the tools of the agent run.',
    type: {
      type: 'one-of',
      choices: [{ value: 'container', means: 'In a container.' }],
    },
    judge: judgeBackend,
    otherwise: notRun,
    absent: 'On the computer of the user.',
    snippet: ' container',
  }),
  modelConfig: field({
    summary: 'An older form of `model`: a map with `model`.',
    type: {
      type: 'map',
      keys: { model: { type: text, summary: 'The model.' } },
      rest: { type: 'any' },
    },
    judge: judgeOlderModel,
    absent: 'The model of the session.',
    isNeverOffered: true,
  }),
};
