// Every field of a custom agent that VS Code 1.139.1 recognizes, and what it does with invalid values. VS Code loads an
// agent whatever is wrong with the file; the errors that it reports do not keep it from doing so.
import type { Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Choice, Type } from '../model/type';
import { executedHere, readHere } from './evidence';
import { githubField, mcpServers } from './github';
import { handoffs } from './handoffs';
import { githubHookEvents, hookEvents, hooksField, targetedHookEvents } from './hooks';
import { coerced, dropped, judgeFlag, judgeItems, judgeText } from './judgements';

const choice = (value: string, means: string): Choice => ({ value, means });

const text: Type = { type: 'text' };
const flag: Type = { type: 'boolean', lowerCaseOnly: true };
const names: Type = { type: 'names', separators: ',', vocabulary: 'tools' };

const unlimited: Consequence = {
  outcome: 'dropped',
  effect: '{host} ignores it and gives the agent every tool.',
  losesLimit: true,
};

const itemsIgnored = '{host} ignores items that are not strings.';

const selectedModel = '{host} uses the model selected in the chat.';

function judgeModel(value: Value): CustomCheckResult | null {
  if (value.kind === 'text' && value.text.trim() === '') {
    return {
      outcome: 'dropped',
      problems: [problem('value', value, phrase('the name of a model'))],
      otherwise: dropped(selectedModel),
    };
  }
  if (value.kind === 'list' && value.items.length === 0) {
    return {
      outcome: 'dropped',
      problems: [problem('value', value, phrase('at least one model'))],
      otherwise: dropped(selectedModel),
    };
  }
  return judgeItems({ type: 'list', of: { type: 'text', nonEmpty: true } }, itemsIgnored)(value);
}

const name: Field = {
  summary: 'The name of the agent, shown in the agent picker and used by other agents.',
  type: { type: 'text', nonEmpty: true },
  otherwise: dropped('{host} names the agent after its file.'),
  empty: coerced('{host} lists the agent without a name.'),
  judge: judgeText('{host} lists the agent without a name.'),
  absent: 'The name of the file.',
  snippet: ' ${1:name}',
  role: 'name',
  evidence: executedHere,
};

const description: Field = {
  summary: 'What the agent does. Other agents use it to decide when to call this one.',
  type: { type: 'text', nonEmpty: true, multiline: true },
  otherwise: dropped('{host} shows no description.'),
  empty: coerced('{host} shows no description.'),
  judge: judgeText('{host} shows no description.'),
  absent: 'No description.',
  snippet: ' ${1:Use it when}',
  role: 'description',
  evidence: executedHere,
};

const model: Field = {
  summary: 'The model, or a list of models. The first available one is used.',
  type: {
    type: 'any-of',
    types: [
      { type: 'text', nonEmpty: true, vocabulary: 'models' },
      { type: 'list', of: { type: 'text', nonEmpty: true, vocabulary: 'models' }, nonEmpty: true },
    ],
  },
  otherwise: dropped(selectedModel),
  empty: dropped(selectedModel),
  judge: judgeModel,
  absent: 'The model selected in the chat.',
  snippet: ' ${1:GPT-5 (copilot)}',
  details:
    'Use the name from the model picker with the vendor in parentheses: `GPT-5 (copilot)`. The vendor can be omitted for Copilot models.',
  role: 'model',
  evidence: executedHere,
};

const tools: Field = {
  summary: 'The tools and tool sets that the agent can use. It has no others.',
  type: names,
  otherwise: unlimited,
  empty: coerced('{host} gives the agent no tools.'),
  judge: judgeItems(names, itemsIgnored),
  absent: 'Every enabled tool.',
  snippet: ' [${1:read, search, edit}]',
  details:
    'A list, or a comma-separated string. A tool set such as `edit` includes all of its tools. `*` is not a wildcard and grants nothing.',
  role: 'tools',
  evidence: executedHere,
  valueEvidence: readHere,
};

const argumentHint: Field = {
  summary: 'The hint shown in the chat input when this agent is selected.',
  type: text,
  otherwise: dropped('{host} shows no hint.'),
  empty: coerced('{host} shows no hint.'),
  judge: judgeText('{host} shows no hint.'),
  absent: 'No hint.',
  snippet: ' ${1:What to write}',
  isForDisplay: true,
  evidence: executedHere,
};

const userInvocableIgnored = '{host} ignores it, so users can select the agent.';

const userInvocable: Field = {
  summary: 'Whether users can select the agent in the chat.',
  type: flag,
  otherwise: dropped(userInvocableIgnored),
  judge: judgeFlag(userInvocableIgnored),
  absent: 'true',
  snippet: ' ${1|false,true|}',
  role: 'user-invocable',
  evidence: executedHere,
};

const modelInvocationIgnored = '{host} ignores it, so other agents can call this one.';

const disableModelInvocation: Field = {
  summary: 'Whether other agents are prevented from calling this one.',
  type: flag,
  otherwise: dropped(modelInvocationIgnored),
  judge: judgeFlag(modelInvocationIgnored),
  absent: 'false',
  snippet: ' ${1|true,false|}',
  role: 'model-invocable',
  evidence: executedHere,
};

const infer: Field = {
  summary: 'Whether other agents can call this one. Deprecated.',
  type: flag,
  otherwise: dropped('{host} ignores the value.'),
  judge: judgeFlag('{host} ignores the value.'),
  absent: 'Determined by "disable-model-invocation".',
  deprecated: {
    by: 'disable-model-invocation',
    opposite: true,
    effect:
      '{host} reports it as an error in favor of "user-invocable" and "disable-model-invocation". It still takes effect and overrides "disable-model-invocation".',
  },
  details: '`infer: false` is the same as `disable-model-invocation: true`.',
  role: 'model-invocable',
  evidence: executedHere,
  valueEvidence: readHere,
};

const agents: Field = {
  summary: 'The agents that this one can call; `*` for all.',
  type: { type: 'list', of: { type: 'text', vocabulary: 'agents' } },
  otherwise: {
    outcome: 'dropped',
    effect: '{host} ignores it and lets the agent call every other agent.',
    losesLimit: true,
  },
  judge: judgeItems({ type: 'list', of: text }, itemsIgnored),
  absent: 'Every agent that can be called.',
  snippet: " ['${1:*}']",
  details: 'Requires the tool set `agent` in `tools`. An empty list allows none.',
  evidence: executedHere,
};

const target: Field = {
  summary: 'The program that the file is written for.',
  type: {
    type: 'one-of',
    choices: [
      choice('vscode', 'VS Code on this computer.'),
      choice('github-copilot', "GitHub's agents in the cloud."),
    ],
  },
  otherwise: dropped('{host} treats the file as if it had no target.'),
  absent: 'Both.',
  snippet: ' ${1|vscode,github-copilot|}',
  details:
    'Has no effect in `.claude/agents`, and does not keep other programs from reading the file.',
  evidence: executedHere,
  valueEvidence: readHere,
};

const effort: readonly Choice[] = [
  choice('low', 'Low reasoning effort.'),
  choice('medium', 'Medium reasoning effort.'),
  choice('high', 'High reasoning effort.'),
  choice('xhigh', 'Extra high reasoning effort.'),
  choice('max', 'Maximum reasoning effort.'),
];

const reasoningEffort: Field = {
  since: '1.138.0',
  summary: 'How much the model reasons before it answers.',
  type: {
    type: 'one-of',
    choices: effort,
    pattern: { matches: /^/, description: 'any string', example: 'high' },
  },
  otherwise: dropped('{host} ignores it.'),
  empty: 'accepted',
  noEffect:
    '{host} recognizes the field but does not use it for agents in the editor. Copilot CLI does.',
  absent: 'The reasoning effort that is set for the model.',
  snippet: ' ${1|low,medium,high,xhigh,max|}',
  evidence: executedHere,
  valueEvidence: readHere,
};

const advancedOptions: Field = {
  summary: 'Internal options of the editor.',
  type: { type: 'map', rest: { type: 'any' } },
  otherwise: dropped('{host} ignores it.'),
  empty: 'accepted',
  isNeverOffered: true,
  absent: 'None.',
  evidence: executedHere,
  valueEvidence: readHere,
};

/** Used in `.github/agents` and the user's own folders. */
export const agentFields: Readonly<Record<string, Field>> = {
  name,
  description,
  'argument-hint': argumentHint,
  tools,
  agents,
  model,
  'reasoning-effort': reasoningEffort,
  'user-invocable': userInvocable,
  'disable-model-invocation': disableModelInvocation,
  handoffs,
  hooks: hooksField(hookEvents),
  target,
  github: githubField,
  'mcp-servers': mcpServers,
  infer,
  advancedOptions,
};

/** The same with `target: vscode`, which has two fewer hook events. */
export const targetedFields: Readonly<Record<string, Field>> = {
  ...agentFields,
  hooks: hooksField(targetedHookEvents),
};

const notRun = (fields: Readonly<Record<string, Field>>): Readonly<Record<string, Field>> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      { ...field, evidence: readHere, valueEvidence: readHere },
    ]),
  );

/** The same with `target: github-copilot`: such files are written for the cloud, but the editor reads them too. */
export const githubFields: Readonly<Record<string, Field>> = {
  ...agentFields,
  // VS Code reports nothing of these in such a file, so that no case shows them.
  ...notRun({
    ...{ agents, model, handoffs, 'mcp-servers': mcpServers, target },
    ...{ 'reasoning-effort': reasoningEffort, advancedOptions },
  }),
  hooks: hooksField(githubHookEvents),
};
