import type { Consequence } from '../model/field';

export const refused: Consequence = {
  outcome: 'refused',
  file: 'refused',
  effect: '{host} ignores the agent and shows a warning when it starts.',
};

/** Of some tables only the form is known, and a wrong value in them has the program reject the file. */
export const unchecked: Consequence = {
  outcome: 'unknown',
  file: 'unknown',
  effect: 'Whether {host} accepts the content of this table is not checked here.',
};
