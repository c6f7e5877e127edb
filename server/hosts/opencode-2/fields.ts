// The fields of OpenCode 2. A file with any other field is read in the old way, with the fields of OpenCode 1, and
// translated. One wrong value costs the file, and nothing is said.
import type { Field, Otherwise } from '../host';
import { fieldsWith, inModes, quietRefusal, unlisted } from '../opencode/fields';
import { permissionType } from '../opencode/permission';
import type { Type } from '../type';
import { page, ran, seen } from './evidence';
import { rulesType } from './permission';
import { tools } from './tools';

const inherited = fieldsWith({
  otherwise: quietRefusal,
  unlisted,
  tools,
  permission: permissionType,
  builtins: 'build, plan, general, explore',
  evidence: ran,
});

const requestType: Type = {
  type: 'map',
  keys: {
    headers: {
      type: { type: 'map', rest: { type: 'text' } },
      summary: 'HTTP headers of each request.',
    },
    body: {
      type: { type: 'map', rest: { type: 'any' } },
      summary: 'Settings sent with each request: temperature, top_p, reasoning.',
    },
  },
  rest: { type: 'any' },
};

const { description, mode, model, variant, color, steps, hidden } = inherited;

/** Any other field turns the whole file into one of the old kind. */
export const fields = {
  description,
  mode,
  model: {
    ...model,
    details:
      'Split at the first slash. The documentation has provider/model#variant; the preview takes what stands behind # for a part of the name.',
  },
  variant,
  request: {
    summary: 'What is sent to the model provider with each request.',
    type: requestType,
    otherwise: quietRefusal,
    absent: 'Nothing but what the model needs.',
    snippet: '\n  body:\n    ${1:temperature}: ${2:0.1}',
    evidence: ran,
  },
  permissions: {
    summary: 'What the agent may do, must ask for, or may not do: a list of rules.',
    type: rulesType,
    otherwise: quietRefusal,
    absent: 'No rule of its own.',
    snippet: '\n  - action: ${1:edit}\n    resource: ${2:"*"}\n    effect: ${3|deny,ask,allow|}',
    details:
      'The order counts, and the last rule that matches wins. The release is said to call bash shell, and task subagent.',
    role: 'permission',
    evidence: seen,
  },
  color,
  steps,
  hidden: { ...hidden, evidence: ran },
  disabled: {
    summary: 'Takes the agent away, also a built-in one of that name.',
    type: { type: 'boolean' },
    otherwise: quietRefusal,
    absent: 'The agent is there.',
    snippet: ' true',
    role: 'disable',
    evidence: ran,
  },
  system: {
    summary: 'Has no place in a file: the text below the settings is the prompt.',
    type: { type: 'any' },
    otherwise: quietRefusal,
    noEffect: '{host} puts the text below the settings in its place, even when there is none.',
    absent: 'The text below the settings is the prompt.',
    evidence: ran,
  },
} as const satisfies Readonly<Record<string, Field>>;

const noRule: Otherwise = {
  fate: 'passed-on',
  effect:
    '{host} reads the file in the old way because of its old fields, sends this to the model provider, and makes no rule of it.',
  losesLimit: true,
};

/** The old fields and this one do not go together. */
const strayRules: Field = {
  ...fields.permissions,
  otherwise: noRule,
  unoffered: true,
  judge: (value) => ({
    fate: noRule.fate,
    problems: [
      {
        kind: 'value',
        path: [],
        span: value.span,
        expected: 'without any old field beside it, or be written as "permission"',
        got: 'beside old fields',
        value,
      },
    ],
    otherwise: noRule,
  }),
  evidence: page,
};

/** The name counts for nothing: the path alone gives it. */
const { name: _name, hidden: _hidden, ...sameAsBefore } = inherited;

export const oldFields = {
  ...sameAsBefore,
  hidden: fields.hidden,
  name: {
    summary: 'Counts for nothing: the path gives the name.',
    type: { type: 'any' },
    otherwise: quietRefusal,
    noEffect: '{host} takes the name from the path.',
    absent: 'The path below the agent folder, without .md: team/reviewer.',
    unoffered: true,
    evidence: ran,
  },
  permissions: strayRules,
} as const satisfies Readonly<Record<string, Field>>;

export const modeFields = inModes(fields);
export const oldModeFields = inModes(oldFields);
