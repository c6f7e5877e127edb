// Declarations for a new host of which little was measured yet. Nothing is reported about what is unknown.
import { unknown } from './evidence';
import type { Consequence } from './field';
import type { ModelCatalog } from './models';

export const unmeasured: Consequence = {
  outcome: 'unknown',
  effect: 'What {host} does with it is not known.',
};

/** The behavior when a field is missing. */
export const unmeasuredDefault: { readonly absent: string } = { absent: 'Not known.' };

export const unmeasuredModels: ModelCatalog = {
  models: [],
  resolve: () => ({
    effective: null,
    outcome: 'unchecked',
    effect: 'Which models {host} accepts is not known.',
  }),
  evidence: unknown,
};
