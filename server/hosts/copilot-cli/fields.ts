// Every field of an agent file that Copilot CLI 1.0.102 knows. It is strict: a value of the wrong kind refuses the agent.
import { textOf, type Value } from '../../agent/value';
import type { Field, FieldJudgement } from '../host';
import type { Choice, Type } from '../type';
import { hooks } from './hooks';
import { mcpServers } from './mcp';
import { field, judgement, problem, refused } from './refused';

const text: Type = { type: 'text' };
const boolean: Type = { type: 'boolean' };
const choice = (value: string, means: string): Choice => ({ value, means });

/** An agent of this name is the program's own. */
export const reserved = 'general-purpose';

function judgeName(value: Value): FieldJudgement | null {
  if (textOf(value) !== reserved) return null;
  const taken = {
    ...refused('name'),
    effect: '{host} ignores the agent: it has one of this name itself.',
  };
  return {
    fate: 'refused',
    problems: [problem(value, 'another name', [], 'value')],
    otherwise: taken,
  };
}

function judgeModel(value: Value): FieldJudgement | null {
  if (value.kind !== 'list') return null;
  if (value.items.length === 0)
    return judgement([problem(value, 'at least one model', [], 'value')]);
  return judgement(
    value.items.flatMap((item, index) =>
      textOf(item)
        ? []
        : [problem(item, 'the name of a model', [index], item.kind === 'text' ? 'value' : 'type')],
    ),
  );
}

const unseen = 'Takes true and false. What it changes was not seen in a session with this agent.';

const effort = ['low', 'medium', 'high', 'xhigh', 'max'].map((word) =>
  choice(word, `Thinks ${word}.`),
);

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'What the agent is called, also by other agents.',
    type: text,
    otherwise: refused('name'),
    judge: judgeName,
    absent: 'The name of the file.',
    snippet: ' ${1:name}',
    details: 'Any text. An empty one is as if it were not there.',
    role: 'name',
  }),
  description: field({
    summary: 'What the agent is for. The main agent chooses by it, and reads it in every request.',
    type: { type: 'text', multiline: true },
    otherwise: refused('description'),
    required: refused('description'),
    absent: 'Required: without it the agent is refused.',
    snippet: ' ${1:Use it when}',
    details: 'May be empty, and may be of any length.',
    role: 'description',
  }),
  tools: field({
    summary: 'The tools the agent may use, and no others.',
    type: { type: 'names', separators: ',', vocabulary: 'tools' },
    absent: 'Every tool there is.',
    snippet: ' [${1:read, search, edit}]',
    details:
      'A list, or one text with commas; `*` for every tool. `skill` and `sql` are always there. Many words stand for one tool, whatever their case; of `a/b` only the last word counts.',
    role: 'tools',
  }),
  model: field({
    summary: 'The model, or several in order.',
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
    summary: 'Whether the agent may run on another model where its own is not there.',
    type: {
      type: 'one-of',
      choices: [
        choice('preferred', 'Another model will do.'),
        choice('required', 'No other model will do.'),
      ],
    },
    absent: 'preferred',
    snippet: ' ${1|preferred,required|}',
    details: '`required` without a model has no effect, and is warned of.',
  }),
  'reasoning-effort': field({
    summary: 'How long the model thinks.',
    type: {
      type: 'one-of',
      choices: effort,
      pattern: { matches: /^/, description: 'any text', example: 'high' },
    },
    absent: 'What is set for the session.',
    snippet: ' ${1|low,medium,high,xhigh,max|}',
    details: 'Any text is taken; which words a model understands is up to the model.',
  }),
  'user-invocable': field({
    summary: 'Whether people are offered the agent.',
    type: boolean,
    absent: 'true',
    snippet: ' ${1|false,true|}',
    details: 'With `false` it can still be chosen by `--agent`.',
    role: 'user-invocable',
  }),
  'disable-model-invocation': field({
    summary: 'Whether other agents are kept from calling this one.',
    type: boolean,
    absent: 'false',
    snippet: ' ${1|true,false|}',
    role: 'model-invocable',
  }),
  infer: field({
    summary: 'Whether other agents may call this one; the old way to say it.',
    type: boolean,
    absent: 'What "disable-model-invocation" says.',
    deprecated: {
      by: 'disable-model-invocation',
      opposite: true,
      onlyBeside: true,
      effect: '{host} takes "disable-model-invocation" first, where both are there.',
    },
    details: '`infer: false` is `disable-model-invocation: true`.',
    role: 'model-invocable',
  }),
  skills: field({
    summary: 'Skills whose text is put before the prompt.',
    type: { type: 'list', of: { type: 'text', vocabulary: 'skills' } },
    absent: 'None.',
    snippet: ' [${1:skill}]',
  }),
  'mcp-servers': mcpServers,
  github: field({
    summary: "What the agent may do with GitHub's own MCP server.",
    type: {
      type: 'map',
      keys: {
        toolsets: { type: { type: 'list', of: text }, summary: 'The sets of tools it is given.' },
        permissions: {
          type: { type: 'map', rest: text },
          summary: 'Scopes with `read` or `write`.',
        },
      },
      rest: { type: 'any' },
    },
    absent: 'What is set for the session.',
    snippet: '\n  toolsets: [${1:repos}]',
  }),
  hooks,
  'deferred-tool-loading': field({
    summary: 'Whether tools are loaded when they are needed.',
    type: boolean,
    absent: 'Not known.',
    details: unseen,
  }),
  'strict-tools-list': field({
    summary: 'Whether the list of tools is taken strictly.',
    type: boolean,
    absent: 'Not known.',
    details: unseen,
  }),
  'include-custom-instructions': field({
    summary: "Whether the repository's instructions are added.",
    type: boolean,
    absent: 'Not known.',
    details: unseen,
  }),
};
