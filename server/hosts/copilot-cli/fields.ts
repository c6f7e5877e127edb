// The fields of an agent file in Copilot CLI 1.0.102. It rejects the whole agent for a value of the wrong type.
import { textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import { unknown } from '../model/evidence';
import type { CustomCheckResult, Field } from '../model/field';
import type { Choice, Type } from '../model/type';
import { field, judgment, refused } from './field-parts';
import { hooks } from './hooks';
import { mcpServers } from './mcp';

const text: Type = { type: 'text' };
const boolean: Type = { type: 'boolean' };
const choice = (value: string, means: string): Choice => ({ value, means });

/** The name of the built-in agent. */
export const reserved = 'general-purpose';

function judgeName(value: Value): CustomCheckResult | null {
  if (textOf(value) !== reserved) return null;
  const nameTaken = {
    ...refused('name'),
    effect: '{host} ignores the agent because a built-in agent has this name.',
  };
  return {
    outcome: 'refused',
    problems: [problem('value', value, phrase('a different name'))],
    otherwise: nameTaken,
  };
}

function judgeModel(value: Value): CustomCheckResult | null {
  if (value.kind !== 'list') return null;
  if (value.items.length === 0)
    return judgment([problem('value', value, phrase('at least one model'))]);
  return judgment(
    value.items.flatMap((item, index) =>
      textOf(item)
        ? []
        : [problem(item.kind === 'text' ? 'value' : 'type', item, phrase('a model name'), [index])],
    ),
  );
}

const unknownEffect = 'Accepts true and false. Its effect could not be observed.';

const effort = ['low', 'medium', 'high', 'xhigh', 'max'].map((word) => ({
  ...choice(word, `Reasoning effort "${word}".`),
  evidence: unknown,
}));

const name = field({
  summary: 'The name of the agent, for users and for other agents.',
  type: text,
  otherwise: refused('name'),
  absent: 'The file name.',
  snippet: ' ${1:name}',
  details: 'Any string. An empty string counts as absent.',
  role: 'name',
});

export const fields: Readonly<Record<string, Field>> = {
  name: { ...name, judge: judgeName },
  description: field({
    summary:
      'What the agent is for. The main agent reads it in every request to decide which agent to call.',
    type: { type: 'text', multiline: true },
    otherwise: refused('description'),
    required: refused('description'),
    absent: 'Required. The agent is rejected without it.',
    snippet: ' ${1:Use it when}',
    details: 'It can be empty, and there is no length limit.',
    role: 'description',
  }),
  tools: field({
    summary: 'The tools that the agent can use. All other tools are withheld.',
    type: { type: 'names', separators: ',', vocabulary: 'tools' },
    absent: 'All tools.',
    snippet: ' [${1:read, search, edit}]',
    details:
      'A list, or a string separated by commas. `*` grants all tools. `skill` and `sql` are always available. Tools have several names, which are not case-sensitive; of `a/b` only the last part counts.',
    role: 'tools',
  }),
  model: field({
    summary: 'The model of the agent, or a list of models in order of preference.',
    type: {
      type: 'any-of',
      types: [
        { type: 'text', vocabulary: 'models' },
        {
          type: 'list',
          of: { type: 'text', nonEmpty: true, vocabulary: 'models' },
          nonEmpty: true,
        },
      ],
    },
    judge: judgeModel,
    absent: 'The model of the session.',
    snippet: ' ${1:gpt-5}',
    role: 'model',
  }),
  'model-policy': field({
    since: '1.0.92',
    summary: 'Whether the agent can use another model if its own is not available.',
    type: {
      type: 'one-of',
      choices: [
        choice('preferred', 'Another model can be used.'),
        choice('required', 'No other model is used.'),
      ],
    },
    absent: 'preferred',
    snippet: ' ${1|preferred,required|}',
    details: '`required` without a `model` has no effect, and Copilot CLI warns about it.',
  }),
  'reasoning-effort': field({
    since: '1.0.80',
    summary: 'How much effort the model spends on reasoning.',
    type: {
      type: 'one-of',
      choices: effort,
      pattern: { matches: /^/, description: 'any string', example: 'high' },
    },
    absent: 'The effort of the session.',
    snippet: ' ${1|low,medium,high,xhigh,max|}',
    details: 'Any string is accepted. Which values have an effect depends on the model.',
  }),
  'user-invocable': field({
    summary: 'Whether users can select the agent.',
    type: boolean,
    absent: 'true',
    snippet: ' ${1|false,true|}',
    details: 'With `false` it can still be selected with `--agent`.',
    role: 'user-invocable',
  }),
  'disable-model-invocation': field({
    summary: 'Whether other agents are prevented from calling this agent.',
    type: boolean,
    absent: 'false',
    snippet: ' ${1|true,false|}',
    role: 'model-invocable',
  }),
  infer: field({
    summary: 'Whether other agents can call this agent. Replaced by `disable-model-invocation`.',
    type: boolean,
    absent: 'The value of `disable-model-invocation` applies.',
    deprecated: {
      by: 'disable-model-invocation',
      opposite: true,
      onlyWithReplacement: true,
      effect: '{host} ignores "infer" if "disable-model-invocation" is set too.',
    },
    details: '`infer: false` means the same as `disable-model-invocation: true`.',
    role: 'model-invocable',
  }),
  skills: field({
    summary: 'Skills whose content is inserted before the prompt.',
    type: { type: 'list', of: { type: 'text', vocabulary: 'skills' } },
    absent: 'No skills are inserted.',
    snippet: ' [${1:skill}]',
  }),
  'mcp-servers': mcpServers,
  github: field({
    summary: "The tools and permissions that the agent has in GitHub's MCP server.",
    type: {
      type: 'map',
      keys: {
        toolsets: { type: { type: 'list', of: text }, summary: 'The toolsets that the agent has.' },
        permissions: {
          type: { type: 'map', rest: text },
          summary: 'A map from scopes to `read` or `write`.',
        },
      },
      rest: { type: 'any' },
    },
    absent: 'The settings of the session.',
    snippet: '\n  toolsets: [${1:repos}]',
  }),
  hooks: { ...hooks, since: '1.0.102' },
  'deferred-tool-loading': field({
    summary: 'Whether tools are loaded only when they are needed.',
    type: boolean,
    absent: 'Unknown.',
    details: unknownEffect,
  }),
  'strict-tools-list': field({
    since: '1.0.80',
    summary: 'Whether the list of tools is applied strictly.',
    type: boolean,
    absent: 'Unknown.',
    details: unknownEffect,
  }),
  'include-custom-instructions': field({
    since: '1.0.92',
    summary: 'Whether the custom instructions of the repository are included.',
    type: boolean,
    absent: 'Unknown.',
    details: unknownEffect,
  }),
};

/** In a plugin, no name is taken: agents are called by their files, and `name` is only shown to users. */
export const pluginFields: Readonly<Record<string, Field>> = { ...fields, name };
