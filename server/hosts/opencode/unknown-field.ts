// Fields that OpenCode and its forks do not know.

import { t } from '../../text/message';
import type { UnknownFields } from '../model/field';
import { executedHere, readHere } from './evidence';

const withoutSkills = t(
  'An agent can use every skill that the permission "skill" does not deny. Remove the key.',
  {},
);

/** `meant` contains only names whose values are valid under the real name, so that renaming never stops the program. */
export const unknownField: UnknownFields = {
  outcome: 'passed-on',
  effect: '{host} sends it to the model provider as an option.',
  meant: {
    permissions: 'permission',
    topP: 'top_p',
    'top-p': 'top_p',
    topp: 'top_p',
    disabled: 'disable',
    maxTurns: 'steps',
    'max-turns': 'steps',
    max_steps: 'steps',
    'max-steps': 'steps',
    colour: 'color',
  },
  expected: {
    skills: withoutSkills,
    skill: withoutSkills,
    instructions: t('Put the instructions into the prompt.', {}),
  },
  options: { keys: ['reasoningEffort', 'textVerbosity'], evidence: readHere },
  evidence: executedHere,
};
