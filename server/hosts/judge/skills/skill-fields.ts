// The fields of skills, as far as several hosts have the same ones.

import { documented, type Evidence } from '../../model/evidence';
import type { Consequence, Field } from '../../model/field';

export const nameField = {
  type: { type: 'text' },
  snippet: ' ${1:name}',
  role: 'name',
} as const satisfies Partial<Field>;

export const descriptionField = {
  summary: 'What it does and when to use it. The model reads it in its list.',
  type: { type: 'text', multiline: true },
  snippet: ' ${1:Use when}',
  role: 'description',
} as const satisfies Partial<Field>;

export const modelGuard = {
  summary: 'Whether only users can call it. The model does not see it.',
  type: { type: 'boolean' },
  absent: 'The model can use it.',
  snippet: ' ${1|true,false|}',
  governs: 'permission',
  role: 'model-invocable',
  // Words by which an author closes it, which a program may not read.
  limitWords: { true: [], yes: [], on: [], 1: [] },
} as const satisfies Partial<Field>;

export const userGuard = {
  summary: 'Whether users can call it by its name.',
  type: { type: 'boolean' },
  absent: 'Users can call it.',
  snippet: ' ${1|false,true|}',
  governs: 'permission',
  role: 'user-invocable',
} as const satisfies Partial<Field>;

/** Keys that authors write for the two guards. */
export const guardMisspellings: Readonly<Record<string, string>> = {
  disableModelInvocation: 'disable-model-invocation',
  disable_model_invocation: 'disable-model-invocation',
  userInvocable: 'user-invocable',
  user_invocable: 'user-invocable',
  'user-invokable': 'user-invocable',
};

const unused: Consequence = { outcome: 'ignored', effect: '{host} does not use it.' };

/** For a host in which any other value than a boolean closes nothing. */
export const ineffectiveGuard: Consequence = {
  outcome: 'ignored',
  effect: '{host} ignores it, so the model can use the skill.',
  losesLimit: true,
};

/** The two guards in a host that ignores them. */
export function ignoredGuards(evidence: Evidence): Readonly<Record<string, Field>> {
  const guard = {
    summary: 'A field of other programs, which is ignored here.',
    type: { type: 'any' },
    otherwise: unused,
    absent: 'Users and the model can use it.',
    isNeverOffered: true,
    governs: 'permission',
    evidence,
  } as const;
  return {
    'disable-model-invocation': {
      ...guard,
      noEffect: '{host} ignores it, so the model can use the skill.',
      role: 'model-invocable',
    },
    'user-invocable': { ...guard, noEffect: '{host} ignores it.', role: 'user-invocable' },
  };
}

/** The standard that several programs read skills by. It states what the fields mean, not what a program does with them. */
const specification = documented({
  title: 'Agent Skills, page "Specification"',
  address: 'https://agentskills.io/specification',
  on: '2026-11-24',
});

const informative = {
  type: { type: 'any' },
  otherwise: unused,
  absent: 'None.',
  isForDisplay: true,
  evidence: specification,
} as const;

/** The fields of the Agent Skills standard that describe a skill and that a host accepts in any form without using them. */
export const informativeFields = {
  license: { ...informative, summary: 'The license of the skill.', snippet: ' ${1:MIT}' },
  compatibility: {
    ...informative,
    summary: 'What the skill needs to work.',
    snippet: ' ${1:git}',
  },
  metadata: {
    ...informative,
    summary: 'Further data about the skill.',
    snippet: '\n  ${1:version}: "${2:1.0}"',
  },
} satisfies Readonly<Record<string, Field>>;
