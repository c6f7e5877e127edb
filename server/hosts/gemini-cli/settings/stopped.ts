// What a file costs that Gemini CLI cannot read, and some values.
import type { Consequence } from '../../model/field';

export const stopped = {
  ...{ outcome: 'refused', file: 'stops-host', reason: 'field' },
  effect: '{host} does not start.',
} as const satisfies Consequence;
