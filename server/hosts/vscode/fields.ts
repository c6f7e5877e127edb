// Every field of a custom agent that VS Code 1.139.1 knows, and what it makes of a value it does not take. The
// program finds an agent whatever is wrong; "error" is what it writes under a line, not what it does.
import type { Value } from '../../agent/value';
import type { Field, FieldJudgement, Otherwise } from '../host';
import type { Choice, Type } from '../type';
import { ran, seen } from './evidence';
import { coerced, dropped, judgeFlag, judgeItems, judgeText, problem } from './findings';
import { githubField, mcpServers } from './github';
import { handoffs } from './handoffs';
import { fewerHookEvents, githubHookEvents, hookEvents, hooksField } from './hooks';

const choice = (value: string, means: string): Choice => ({ value, means });

const text: Type = { type: 'text' };
const flag: Type = { type: 'boolean', lowerCaseOnly: true };
const names: Type = { type: 'names', separators: ',', vocabulary: 'tools' };

const unlimited: Otherwise = {
  fate: 'dropped',
  effect: '{host} does not read it, and gives the agent every tool.',
  losesLimit: true,
};

const anyModel = '{host} runs the model chosen in the chat.';

function judgeModel(value: Value): FieldJudgement | null {
  if (value.kind === 'text' && value.text.trim() === '') {
    return {
      fate: 'dropped',
      problems: [problem(value, 'the name of a model')],
      otherwise: dropped(anyModel),
    };
  }
  if (value.kind === 'list' && value.items.length === 0) {
    return {
      fate: 'dropped',
      problems: [problem(value, 'at least one model')],
      otherwise: dropped(anyModel),
    };
  }
  return judgeItems(
    { type: 'list', of: { type: 'text', nonEmpty: true } },
    'leaves out what is no text',
  )(value);
}

const name: Field = {
  summary: 'What the agent is called in the list of agents, and by other agents.',
  type: { type: 'text', nonEmpty: true },
  otherwise: dropped('{host} names the agent after its file.'),
  empty: coerced('{host} lists the agent without a name.'),
  judge: judgeText('lists the agent without a name'),
  absent: 'The name of the file.',
  snippet: ' ${1:name}',
  role: 'name',
  evidence: ran,
};

const description: Field = {
  summary: 'What the agent is for. Other agents choose by it.',
  type: { type: 'text', nonEmpty: true, multiline: true },
  otherwise: dropped('{host} shows no description.'),
  empty: coerced('{host} shows no description.'),
  judge: judgeText('shows no description'),
  absent: 'No description.',
  snippet: ' ${1:Use it when}',
  role: 'description',
  evidence: ran,
};

const model: Field = {
  summary: 'The model, or several in order: the first that is there is used.',
  type: {
    type: 'any-of',
    types: [
      { type: 'text', nonEmpty: true, vocabulary: 'models' },
      { type: 'list', of: { type: 'text', nonEmpty: true, vocabulary: 'models' }, nonEmpty: true },
    ],
  },
  otherwise: dropped(anyModel),
  empty: dropped(anyModel),
  judge: judgeModel,
  absent: 'The model chosen in the chat.',
  snippet: ' ${1:GPT-5 (copilot)}',
  details:
    'Models go by the names of the model picker, with the vendor behind: `GPT-5 (copilot)`. A model of Copilot may stand without it.',
  role: 'model',
  evidence: ran,
};

const tools: Field = {
  summary: 'The tools and tool sets the agent may use, and no others.',
  type: names,
  otherwise: unlimited,
  empty: coerced('{host} gives the agent no tool at all.'),
  judge: judgeItems(names, 'leaves out what is no text'),
  absent: 'Every tool that is switched on.',
  snippet: ' [${1:read, search, edit}]',
  details:
    'A list, or one text with commas. A set such as `edit` stands for all of its members. `*` is no wildcard here: it grants nothing.',
  role: 'tools',
  evidence: ran,
};

const argumentHint: Field = {
  summary: 'Shown in the chat box: what to write to this agent.',
  type: text,
  otherwise: dropped('{host} shows no hint.'),
  empty: coerced('{host} shows no hint.'),
  judge: judgeText('shows no hint'),
  absent: 'No hint.',
  snippet: ' ${1:What to write}',
  isForDisplay: true,
  evidence: ran,
};

const userInvocable: Field = {
  summary: 'Whether people can choose the agent in the chat.',
  type: flag,
  otherwise: dropped('{host} takes no notice of it, and people can choose the agent.'),
  judge: judgeFlag('takes no notice of it, and people can choose the agent'),
  absent: 'true',
  snippet: ' ${1|false,true|}',
  role: 'user-invocable',
  evidence: ran,
};

const disableModelInvocation: Field = {
  summary: 'Whether other agents are kept from calling this one.',
  type: flag,
  otherwise: dropped('{host} takes no notice of it, and other agents can call this one.'),
  judge: judgeFlag('takes no notice of it, and other agents can call this one'),
  absent: 'false',
  snippet: ' ${1|true,false|}',
  role: 'model-invocable',
  evidence: ran,
};

const infer: Field = {
  summary: 'Whether other agents may call this one; the old way to say it.',
  type: flag,
  otherwise: dropped('{host} takes no notice of the value.'),
  judge: judgeFlag('takes no notice of the value'),
  absent: 'What "disable-model-invocation" says.',
  deprecated: {
    by: 'disable-model-invocation',
    opposite: true,
    effect:
      '{host} marks it as an error: "user-invocable" and "disable-model-invocation" say it now. It still counts, and it wins over "disable-model-invocation".',
  },
  details: '`infer: false` is `disable-model-invocation: true`.',
  role: 'model-invocable',
  evidence: ran,
};

const agents: Field = {
  summary: 'The agents this one may call; `*` for all.',
  type: { type: 'list', of: { type: 'text', vocabulary: 'agents' } },
  otherwise: {
    fate: 'dropped',
    effect: '{host} does not read it, and lets the agent call every other.',
    losesLimit: true,
  },
  judge: judgeItems({ type: 'list', of: text }, 'leaves out what is no text'),
  absent: 'Every agent that may be called.',
  snippet: " ['${1:*}']",
  details: 'Needs the tool set `agent` among the tools. An empty list allows none.',
  evidence: ran,
};

const target: Field = {
  summary: 'Which program the file is written for.',
  type: {
    type: 'one-of',
    choices: [
      choice('vscode', 'The editor on this machine.'),
      choice('github-copilot', "GitHub's agents in the cloud."),
    ],
  },
  otherwise: dropped('{host} takes the file as if it named no target.'),
  absent: 'Both.',
  snippet: ' ${1|vscode,github-copilot|}',
  details:
    'In `.claude/agents` it changes nothing. It keeps no other program from reading the file.',
  evidence: ran,
};

const effort = ['low', 'medium', 'high', 'xhigh', 'max'].map((word) =>
  choice(word, `Thinks ${word}.`),
);

const reasoningEffort: Field = {
  summary: 'How long the model thinks.',
  type: {
    type: 'one-of',
    choices: effort,
    pattern: { matches: /^/, description: 'any text', example: 'high' },
  },
  otherwise: dropped('{host} takes no notice of it.'),
  empty: 'accepted',
  noEffect:
    '{host} knows the field and makes no use of it for agents in the editor; Copilot CLI does.',
  absent: 'What is set for the model.',
  snippet: ' ${1|low,medium,high,xhigh,max|}',
  evidence: seen,
};

const advancedOptions: Field = {
  summary: 'Inner options of the editor.',
  type: { type: 'map', rest: { type: 'any' } },
  otherwise: dropped('{host} takes no notice of it.'),
  empty: 'accepted',
  unoffered: true,
  absent: 'None.',
  evidence: seen,
};

/** Spoken in `.github/agents` and the user's own folders. */
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

/** The same with `target: vscode`: two events of hooks are not known there. */
export const targetedFields: Readonly<Record<string, Field>> = {
  ...agentFields,
  hooks: hooksField(fewerHookEvents),
};

/** The same with `target: github-copilot`: written for the cloud, and read by the editor all the same. */
export const githubFields: Readonly<Record<string, Field>> = {
  ...agentFields,
  hooks: hooksField(githubHookEvents),
};
