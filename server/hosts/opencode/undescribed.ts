// What a subagent without a description is listed as for the agents that may start it.
import type { Evidence } from '../evidence';
import type { Dialect } from '../host';

export const undescribedWith = (evidence: Evidence): NonNullable<Dialect['undescribed']> => ({
  is: ({ mode, description }) => mode === 'subagent' && description === null,
  effect: '{host} tells other agents that only a user should call this subagent.',
  evidence,
});
