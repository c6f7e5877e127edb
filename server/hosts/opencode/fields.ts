// Every field of an agent file that OpenCode knows. One wrong value anywhere stops the whole program, but in the old
// folder for modes, where it costs the file only.
import type { Evidence } from '../evidence';
import type { Field, Otherwise } from '../host';
import type { ToolCatalogue } from '../tools';
import type { Choice, Type } from '../type';
import { colorType } from './colors';
import { page, ran, seen, sent } from './evidence';
import { permissionType } from './permission';
import { tools } from './tools';

const choice = (value: string, means: string): Choice => ({ value, means });

const refusal: Otherwise = {
  fate: 'refused',
  file: 'stops-host',
  effect: '{host} will not start.',
};
export const quietRefusal: Otherwise = {
  fate: 'refused',
  file: 'ignored',
  effect: '{host} drops the file without a word.',
};

export const unlisted: Otherwise = {
  fate: 'refused',
  file: 'stops-host',
  reason: 'name',
  effect: '{host} shows none of its agents.',
  late: true,
};
const modes: readonly Choice[] = [
  choice('subagent', 'Started by other agents, or by a person with @name.'),
  choice('primary', 'Chosen by a person as the agent to talk to; other agents cannot start it.'),
  choice('all', 'Both.'),
];

const number: Type = { type: 'number' };
const steps: Type = { type: 'integer', min: 1 };
const toolsType = ({ tools }: ToolCatalogue): Type => ({
  type: 'map',
  keys: Object.fromEntries(
    tools
      .filter(({ unavailable }) => unavailable === undefined)
      .map(({ name, means }) => [name, { type: { type: 'boolean' }, summary: means }]),
  ),
  rest: { type: 'boolean' },
});

type FieldName =
  | 'description'
  | 'mode'
  | 'model'
  | 'variant'
  | 'temperature'
  | 'top_p'
  | 'permission'
  | 'tools'
  | 'color'
  | 'steps'
  | 'hidden'
  | 'disable'
  | 'options'
  | 'name'
  | 'prompt'
  | 'maxSteps';

/** What the members of the family differ in. */
export interface Manner {
  /** What a wrong value comes to. */
  readonly otherwise: Otherwise;
  /** What a name comes to that is no text. */
  readonly unlisted: Otherwise;
  readonly tools: ToolCatalogue;
  readonly permission: Type;
  /** Built-in agents that a file may change, as a person names them. */
  readonly builtins: string;
  readonly evidence: Evidence;
}

export const fieldsWith = ({
  otherwise,
  unlisted,
  tools,
  permission,
  builtins,
  evidence,
}: Manner): Readonly<Record<FieldName, Field>> => ({
  description: {
    summary: 'What the agent is for: other agents decide by it when to start this one.',
    type: { type: 'text', multiline: true },
    otherwise,
    absent: 'Other agents are told to start it only when a person asks for it.',
    snippet: ' ${1:Use it when}',
    details:
      'The documentation calls it required, the program does not. A number, a date or an empty value is refused: put it in quotes.',
    role: 'description',
    evidence,
  },
  mode: {
    summary: 'Who can use the agent.',
    type: { type: 'one-of', choices: modes },
    otherwise,
    absent: 'The same as "all", or the mode of the built-in agent of that name.',
    snippet: ' ${1|subagent,primary,all|}',
    details: 'Case counts.',
    role: 'mode',
    evidence,
  },
  model: {
    summary: 'The model to run on, as provider/model.',
    type: { type: 'text', vocabulary: 'models' },
    otherwise,
    absent: 'A subagent runs on the model of its caller, any other on the model that is chosen.',
    snippet: ' ${1:provider}/${2:model}',
    details:
      'Split at the first slash. Never checked when the file is loaded: a name without a provider, or one that is not there, fails at the first message.',
    role: 'model',
    evidence,
  },
  variant: {
    summary: 'A variant of the model, such as an amount of reasoning.',
    type: { type: 'text', vocabulary: 'variants' },
    otherwise,
    absent: "The model's own default.",
    snippet: ' ${1:high}',
    details:
      'Counts only together with the model of this file. Which there are depends on the model.',
    evidence,
  },
  temperature: {
    summary: 'How much chance there is in the answers.',
    type: number,
    otherwise,
    absent: "The model's own default.",
    snippet: ' ${1:0.1}',
    range: {
      min: 0,
      max: 2,
      effect: '{host} sends it unchanged, except to Anthropic models, where 1 is the maximum.',
      evidence: sent,
    },
    details: 'Any finite number is accepted, unquoted. Sent only to models that take one.',
    evidence,
  },
  top_p: {
    summary: 'How many of the likely words are considered.',
    type: number,
    otherwise,
    absent: "The model's own default.",
    snippet: ' ${1:0.9}',
    range: { min: 0, max: 1, effect: '{host} sends it unchanged.', evidence: sent },
    details: 'Any finite number is accepted, unquoted.',
    evidence,
  },
  permission: {
    summary: 'What the agent may do, must ask for, or may not do.',
    type: permission,
    otherwise,
    absent: 'Nearly everything is allowed: see the rules in the persona.',
    snippet: '\n  ${1|edit,bash,webfetch,task|}: ${2|deny,ask,allow|}',
    details:
      'One action for everything, or a map: tool to action, or tool to a map of patterns to actions. The order counts, and the last rule that matches wins: begin with "*".',
    role: 'permission',
    evidence,
  },
  tools: {
    summary: 'Which tools the agent has: a map of names to true or false.',
    type: toolsType(tools),
    otherwise,
    absent: 'Every tool.',
    deprecated: {
      by: 'permission',
      effect: '{host} turns it into permission rules: true is allow, false is deny.',
    },
    snippet: '\n  ${1|write,edit,bash,webfetch,task|}: ${2|false,true|}',
    details:
      'A list or a text is refused. write, edit and patch are one permission, edit, and the last of them counts. What `permission` says comes on top.',
    role: 'tools',
    evidence,
  },
  color: {
    summary: "The agent's colour.",
    type: colorType,
    otherwise,
    absent: 'A colour by its place in the list.',
    snippet: ' ${1|primary,secondary,accent,success,warning,error,info|}',
    details:
      'A word of the theme, or six hexadecimal digits in quotes: without quotes YAML takes # for a comment. Names such as red or blue are refused.',
    role: 'color',
    evidence,
  },
  steps: {
    summary: 'How many rounds the agent may work before it must answer.',
    type: steps,
    otherwise,
    absent: 'No limit.',
    snippet: ' ${1:20}',
    evidence,
  },
  hidden: {
    summary: 'Keeps the agent out of the menus; other agents still see it.',
    type: { type: 'boolean' },
    otherwise,
    absent: 'It is shown.',
    snippet: ' true',
    role: 'hidden',
    evidence: seen,
  },
  disable: {
    summary: 'Takes the agent away, also a built-in one of that name.',
    type: { type: 'boolean' },
    otherwise,
    absent: 'The agent is there.',
    snippet: ' true',
    details:
      'A stronger source, such as a project file over a global one, brings it back with false.',
    role: 'disable',
    evidence,
  },
  options: {
    summary: 'Options for the model provider, sent with each request.',
    type: { type: 'map', rest: { type: 'any' } },
    otherwise,
    absent: 'None but the unknown fields of this file.',
    snippet: '\n  ${1:reasoningEffort}: ${2:high}',
    details:
      'A field of this file that is not known counts as one too, and wins over the same name in here.',
    evidence,
  },
  name: {
    summary: 'Replaces the name that the path gives the agent.',
    type: { type: 'text' },
    otherwise: unlisted,
    empty: { fate: 'coerced', reason: 'name', effect: '{host} calls the agent "null".' },
    absent: 'The path below the agent folder, without .md: team/reviewer.',
    snippet: ' ${1:name}',
    details: `The name of a built-in agent (${builtins}) changes that agent. Two files with one name: one of them is lost, and which is not defined.`,
    role: 'name',
    evidence,
  },
  prompt: {
    summary: 'Has no place in a file: the text below the settings is the prompt.',
    type: { type: 'any' },
    otherwise,
    noEffect: '{host} puts the text below the settings in its place, even when there is none.',
    absent: 'The text below the settings is the prompt.',
    evidence,
  },
  maxSteps: {
    summary: 'The old name of steps.',
    type: steps,
    otherwise,
    absent: 'No limit.',
    deprecated: { by: 'steps', effect: '{host} still reads it, where there is no "steps".' },
    snippet: ' ${1:20}',
    evidence: page,
  },
});

const manner: Manner = {
  otherwise: refusal,
  unlisted,
  tools,
  permission: permissionType,
  builtins: 'build, plan, general, explore',
  evidence: ran,
};

export const fields = fieldsWith(manner);

/** In `mode/` and `modes/`, the folders of old. */
export const inModes = <F extends Readonly<Record<string, Field>> & { readonly mode: Field }>(
  known: F,
): F => ({
  ...known,
  mode: { ...known.mode, noEffect: '{host} makes every agent of this folder a primary one.' },
});

export const modeFields = inModes(fieldsWith({ ...manner, otherwise: quietRefusal }));
