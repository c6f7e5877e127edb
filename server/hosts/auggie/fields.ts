// The fields of an agent file in Auggie 0.36.0. What it does with values of another type is not known.
import type { Value } from '../../yaml/value';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Type } from '../model/type';
import { unmeasured, unmeasuredDefault } from '../model/unmeasured';
import { inDocs, inProgram } from './evidence';

/** Nothing is reported of an agent whose name or tools are not known. */
const unknownAgent: Consequence = { ...unmeasured, file: 'unknown' };

const field = (own: Omit<Field, 'otherwise'> & Partial<Field>): Field => ({
  otherwise: unmeasured,
  ...own,
});

const toolNames: Type = { type: 'names', separators: ',', vocabulary: 'tools' };

/** Whether an empty list grants all tools or none is not known. */
const judgeTools = (value: Value): CustomCheckResult | null =>
  (value.kind === 'list' && value.items.length === 0) ||
  (value.kind === 'text' && value.text.trim() === '')
    ? { outcome: 'unknown', problems: [], otherwise: unknownAgent }
    : null;

/** Fields of the program that its documentation does not mention. */
const undocumented = [
  'hidden',
  'finish_tool',
  'provider_model',
  'provider_api_key',
  'provider_base_url',
  'replace_system_prompt',
  'disable_rules',
  'disable_workspace_guidelines',
  'disable_skills',
  'tool_description',
  'instruction_description',
].map((key): [string, Field] => [
  key,
  field({
    summary: 'The program has this field, but its documentation does not mention it.',
    type: { type: 'any' },
    ...unmeasuredDefault,
    isNeverOffered: true,
    evidence: inProgram,
  }),
]);

const tools = field({
  summary: 'The tools that the agent can use. All other tools are withheld.',
  type: toolNames,
  judge: judgeTools,
  otherwise: unknownAgent,
  absent: 'All tools.',
  snippet: '\n  - ${1:view}',
  details:
    'A list, or a string separated by commas. It has no effect next to `disabled_tools`. What happens with names that the program does not have is not known.',
  role: 'tools',
  evidence: inProgram,
});

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name by which the agent is called.',
    type: { type: 'text' },
    otherwise: unknownAgent,
    empty: unknownAgent,
    absent: 'The path below the folder, such as "team:reviewer".',
    snippet: ' ${1:name}',
    details: 'The documentation calls it required, but the program loads agents without it.',
    role: 'name',
    evidence: inDocs,
  }),
  description: field({
    summary: 'When to use the agent. The main agent reads it.',
    type: { type: 'text', multiline: true },
    absent: 'The words "Configuration from" and the file name.',
    snippet: ' ${1:Use it when}',
    role: 'description',
    evidence: inDocs,
  }),
  color: field({
    summary: 'The color of the agent in the terminal: the name of an ANSI color.',
    type: { type: 'text' },
    ...unmeasuredDefault,
    snippet: ' ${1|blue,cyan,green,magenta,red,yellow|}',
    isForDisplay: true,
    role: 'color',
    evidence: inDocs,
  }),
  model: field({
    summary: 'The model that the agent uses.',
    type: { type: 'text', vocabulary: 'models' },
    absent: 'The default model of the program.',
    snippet: ' ${1:model}',
    details:
      'The name of a model of the account, as `auggie model list` shows it. For any other name, the program uses its default model.',
    role: 'model',
    evidence: inDocs,
  }),
  tools,
  disabled_tools: field({
    summary: 'Tools that are removed from the agent.',
    type: toolNames,
    judge: judgeTools,
    otherwise: unknownAgent,
    absent: 'No tools are removed.',
    snippet: '\n  - ${1:launch-process}',
    details: 'A list, or a string separated by commas. The program ignores `tools` next to it.',
    role: 'denied-tools',
    evidence: inProgram,
  }),
  ...Object.fromEntries(undocumented),
};

/** The fields of a file with `disabled_tools`. */
export const fieldsWithDenial: typeof fields = {
  ...fields,
  tools: {
    ...tools,
    noEffect:
      'With "disabled_tools", {host} ignores it, so the agent has all tools except those. Remove one of the two.',
  },
};
