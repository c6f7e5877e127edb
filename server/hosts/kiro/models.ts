// Models in Kiro. Which ones a user has is known only to its service, and its documentation lists no IDs.
import { inheritedModel, type ModelCatalog } from '../model/models';
import { reference } from './evidence';

export const models: ModelCatalog = {
  models: [],
  resolve: (written) =>
    written === ''
      ? inheritedModel
      : {
          effective: null,
          outcome: 'unchecked',
          effect:
            '{host} uses its default model and shows a warning if it does not offer this one.',
        },
  evidence: reference,
};
