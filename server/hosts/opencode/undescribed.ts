// How a subagent without a description is listed for the agents that may call it.

import type { Dialect } from '../model/dialect';
import type { Evidence } from '../model/evidence';

export const undescribedWith = (evidence: Evidence): NonNullable<Dialect['undescribed']> => ({
  applies: ({ mode, description }) => mode === 'subagent' && description === null,
  effect: '{host} lists it for other agents as a subagent that only users should call.',
  evidence,
});
