// Every field of an agent file that Kilo knows: those of OpenCode, of which some may be empty, and three more. One wrong
// value costs the file, and the person is warned.
import type { Field, Otherwise } from '../host';
import { fieldsWith, inModes, unlisted } from '../opencode/fields';
import type { Type } from '../type';
import { ran, seen } from './evidence';
import { judgePermission, permissionType } from './permission';
import { tools } from './tools';

export const refusal: Otherwise = {
  fate: 'refused',
  file: 'refused',
  effect: '{host} leaves the file out, with a warning.',
};

const inherited = fieldsWith({
  otherwise: refusal,
  unlisted,
  tools,
  permission: permissionType,
  builtins: 'code, also called build, plan, ask, debug, orchestrator, general, explore',
  evidence: ran,
});

/** An empty value is as good as no field. */
const mayBeEmpty = (field: Field): Field => ({
  ...field,
  empty: { fate: 'ignored', effect: '{host} takes an empty value for no value.' },
});

const text: Type = { type: 'text' };

export const fields = {
  ...inherited,
  description: {
    ...mayBeEmpty(inherited.description),
    details:
      'The documentation calls it required, the program does not. A number or a date is refused: put it in quotes.',
  },
  model: mayBeEmpty(inherited.model),
  variant: mayBeEmpty(inherited.variant),
  temperature: mayBeEmpty(inherited.temperature),
  top_p: mayBeEmpty(inherited.top_p),
  steps: mayBeEmpty(inherited.steps),
  permission: {
    ...inherited.permission,
    judge: judgePermission(refusal),
    empty: { fate: 'dropped', effect: '{host} makes no rule of an empty value.' },
  },
  hidden: { ...inherited.hidden, evidence: seen },
  maxSteps: { ...inherited.maxSteps, evidence: ran },
  displayName: {
    summary: 'The name that a person is shown.',
    type: text,
    otherwise: refusal,
    absent: 'The name of the agent.',
    isForDisplay: true,
    snippet: ' ${1:Name}',
    evidence: ran,
  },
  source: {
    summary: 'Marks where a managed agent comes from: organization, global or project.',
    type: text,
    otherwise: refusal,
    absent: 'An agent of a file.',
    unoffered: true,
    evidence: ran,
  },
  requirements: {
    summary: 'Kept from the model provider, to which every unknown field is sent.',
    type: { type: 'any' },
    otherwise: refusal,
    absent: 'Nothing.',
    unoffered: true,
    evidence: seen,
  },
} as const satisfies Readonly<Record<string, Field>>;

/** In `mode/` and `modes/`, the folders of old. */
export const modeFields = inModes(fields);
