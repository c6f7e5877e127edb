// Every field that OpenCode recognizes in an agent file. One invalid value stops the whole program, except in the former
// folder for modes, where OpenCode drops the file only.
import { type Evidence, unknown } from '../model/evidence';
import type { Consequence, Field } from '../model/field';
import type { ToolCatalog } from '../model/tools';
import type { Choice, Type } from '../model/type';
import { executedHere, readHere } from './evidence';
import { permissionType } from './permission';
import { tools } from './tools';

// Colors that OpenCode accepts: seven theme colors, or six hexadecimal digits.

/** The hex values are those of the default theme on a dark background; other themes have their own. */
const themeColor = (value: string, means: string, hex: string): Choice => ({
  value,
  means,
  hex,
});

export const colors: readonly Choice[] = [
  themeColor('primary', 'The primary color of the theme.', '#fab283'),
  themeColor('secondary', 'The secondary color of the theme.', '#5c9cf5'),
  themeColor('accent', 'The accent color of the theme.', '#9d7cd8'),
  themeColor('success', 'The color for success.', '#7fd88f'),
  themeColor('warning', 'The color for warnings.', '#f5a742'),
  themeColor('error', 'The color for errors.', '#e06c75'),
  themeColor('info', 'The color for information.', '#56b6c2'),
];

export const colorType: Type = {
  type: 'one-of',
  choices: colors,
  pattern: {
    matches: /^#[0-9a-fA-F]{6}$/,
    description: 'a hex color in quotes ("#RRGGBB")',
    example: '"#5c9cf5"',
  },
};

const choice = (value: string, means: string): Choice => ({ value, means });

/** The effect of an invalid value in an agent file or in the configuration. */
export const refusal: Consequence = {
  outcome: 'refused',
  file: 'stops-host',
  effect: '{host} does not start.',
};
export const silentlyDropped: Consequence = {
  outcome: 'refused',
  file: 'ignored',
  effect: '{host} silently drops the file.',
};

export const unlisted: Consequence = {
  outcome: 'refused',
  file: 'stops-host',
  reason: 'name',
  effect: '{host} shows none of its agents.',
  late: true,
};
const modes: readonly Choice[] = [
  choice('subagent', 'Called by other agents, or by a user with @name.'),
  choice('primary', 'Selected by a user as the main agent. Other agents cannot call it.'),
  choice('all', 'Both a subagent and a primary agent.'),
];

const number: Type = { type: 'number' };
const steps: Type = { type: 'integer', min: 1 };
const toolsType = ({ tools }: ToolCatalog): Type => ({
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

/** The differences between the programs of the family. */
export interface Manner {
  /** The effect of an invalid value. */
  readonly otherwise: Consequence;
  /** The effect of a name that is not a string. */
  readonly unlisted: Consequence;
  readonly tools: ToolCatalog;
  readonly permission: Type;
  /** The built-in agents that a file may change, as listed in a sentence. */
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
    summary: 'What the agent does. Other agents use it to decide when to call this one.',
    type: { type: 'text', multiline: true },
    otherwise,
    absent: 'Other agents are instructed to call it only when a user asks for it.',
    snippet: ' ${1:Use it when}',
    details:
      'The documentation calls it required, but the program does not require it. A number, a date or an empty value is rejected; put it in quotes.',
    role: 'description',
    evidence,
  },
  mode: {
    summary: 'Whether users select the agent, other agents call it, or both.',
    type: { type: 'one-of', choices: modes },
    otherwise,
    absent: 'The same as "all", or the mode of the built-in agent with that name.',
    snippet: ' ${1|subagent,primary,all|}',
    details: 'The values are case-sensitive.',
    role: 'mode',
    evidence,
  },
  model: {
    summary: 'The model to use, as provider/model.',
    type: { type: 'text', vocabulary: 'models' },
    otherwise,
    absent: 'A subagent uses the model of its caller, any other agent the selected model.',
    snippet: ' ${1:provider}/${2:model}',
    details:
      'Split at the first slash. It is not checked when the file is loaded: a model without a provider, or an unknown model, fails at the first message.',
    role: 'model',
    evidence,
  },
  variant: {
    summary: 'A variant of the model, such as a reasoning effort.',
    type: { type: 'text', vocabulary: 'variants' },
    otherwise,
    absent: 'The default of the model.',
    snippet: ' ${1:high}',
    details:
      'Applies only together with the model in this file. The available variants depend on the model.',
    evidence,
  },
  temperature: {
    summary: 'The randomness of the responses.',
    type: number,
    otherwise,
    absent: 'The default of the model.',
    snippet: ' ${1:0.1}',
    range: {
      min: 0,
      max: 2,
      effect: '{host} sends it unchanged, except to Anthropic models, where 1 is the maximum.',
      evidence: unknown,
    },
    details:
      'Any finite number without quotes is accepted. It is sent only to models that support it.',
    evidence,
  },
  top_p: {
    summary: 'The share of the most likely tokens to sample from.',
    type: number,
    otherwise,
    absent: 'The default of the model.',
    snippet: ' ${1:0.9}',
    range: { min: 0, max: 1, effect: '{host} sends it unchanged.', evidence: unknown },
    details: 'Any finite number without quotes is accepted.',
    evidence,
  },
  permission: {
    summary: 'The actions that are allowed, need approval, or are denied.',
    type: permission,
    otherwise,
    absent: 'Nearly everything is allowed; the persona lists the rules.',
    snippet: '\n  ${1|edit,bash,webfetch,task|}: ${2|deny,ask,allow|}',
    details:
      'One action for everything, or a map from tools to actions or to maps from patterns to actions. The last matching rule wins, so put "*" first.',
    role: 'permission',
    evidence,
    valueEvidence: readHere,
  },
  tools: {
    summary: 'The tools of the agent, as a map from names to true or false.',
    type: toolsType(tools),
    otherwise,
    absent: 'Every tool.',
    deprecated: {
      by: 'permission',
      effect: '{host} converts it to permission rules: true becomes allow, false becomes deny.',
    },
    snippet: '\n  ${1|write,edit,bash,webfetch,task|}: ${2|false,true|}',
    details:
      'A list or a string is rejected. write, edit and patch share the permission edit, and the last of them applies. `permission` overrides it.',
    role: 'tools',
    evidence,
  },
  color: {
    summary: 'The color of the agent.',
    type: colorType,
    otherwise,
    absent: 'A color that depends on the position in the list.',
    snippet: ' ${1|primary,secondary,accent,success,warning,error,info|}',
    details:
      'A theme color, or six hexadecimal digits in quotes: without quotes, YAML reads # as a comment. Names such as red or blue are rejected.',
    role: 'color',
    evidence,
  },
  steps: {
    summary: 'The maximum number of steps before the agent must answer.',
    type: steps,
    otherwise,
    absent: 'No limit.',
    snippet: ' ${1:20}',
    evidence,
  },
  hidden: {
    summary: 'Hides the agent from menus. Other agents can still see it.',
    type: { type: 'boolean' },
    otherwise,
    absent: 'The agent is shown.',
    snippet: ' true',
    role: 'hidden',
    evidence,
  },
  disable: {
    summary: 'Disables the agent, or the built-in agent with that name.',
    type: { type: 'boolean' },
    otherwise,
    absent: 'The agent is enabled.',
    snippet: ' true',
    details:
      'A source with higher precedence, such as a project file over a global one, enables it again with false.',
    role: 'disable',
    evidence,
  },
  options: {
    summary: 'Options for the model provider, sent with each request.',
    type: { type: 'map', rest: { type: 'any' } },
    otherwise,
    absent: 'Only the unknown fields of this file.',
    snippet: '\n  ${1:reasoningEffort}: ${2:high}',
    details:
      'Unknown fields of this file are options too, and override options with the same name here.',
    evidence,
  },
  name: {
    summary: 'Overrides the name that the agent gets from its path.',
    type: { type: 'text' },
    otherwise: unlisted,
    empty: { outcome: 'coerced', reason: 'name', effect: '{host} names the agent "null".' },
    absent: 'The path below the agent folder without .md, such as team/reviewer.',
    snippet: ' ${1:name}',
    details: `The name of a built-in agent (${builtins}) changes that agent. If two files have the same name, one of them is lost, and which one is undefined.`,
    role: 'name',
    evidence,
  },
  prompt: {
    summary: 'Not used in agent files: the text after the frontmatter is the prompt.',
    type: { type: 'any' },
    otherwise,
    noEffect: '{host} replaces it with the text after the frontmatter, even if that is empty.',
    absent: 'The text after the frontmatter is the prompt.',
    evidence,
  },
  maxSteps: {
    summary: 'The former name of "steps".',
    type: steps,
    otherwise,
    absent: 'No limit.',
    deprecated: { by: 'steps', effect: '{host} reads it only without "steps".' },
    snippet: ' ${1:20}',
    evidence,
  },
});

const baseOptions: Manner = {
  otherwise: refusal,
  unlisted,
  tools,
  permission: permissionType,
  builtins: 'build, plan, general, explore',
  evidence: executedHere,
};

export const fields = fieldsWith(baseOptions);

/** For `mode/` and `modes/`, the former folders. Few cases are about them. */
export const forModeFolder = <F extends Readonly<Record<string, Field>> & { readonly mode: Field }>(
  known: F,
  valueEvidence: Evidence,
): F => ({
  ...known,
  ...Object.fromEntries(
    Object.entries(known).map(([key, field]) => [key, { ...field, valueEvidence }]),
  ),
  mode: {
    ...known.mode,
    noEffect: '{host} makes every agent in this folder a primary agent.',
    valueEvidence,
  },
});

export const modeFields = forModeFolder(
  fieldsWith({ ...baseOptions, otherwise: silentlyDropped }),
  readHere,
);
