// What a wrong value anywhere in a settings file costs.
import type { Consequence } from '../../model/field';

export const fileIgnored: Consequence = {
  outcome: 'refused',
  file: 'ignored',
  reason: 'field',
  // In a terminal it asks first. With "claude -p" only the error output of newer versions reports it.
  effect: '{host} ignores the whole file.',
};
