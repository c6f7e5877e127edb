// Models in Cursor. Only two words are documented besides the IDs of models, which depend on the account.
import { inheritedModel, type ModelCatalog, type ModelVerdict } from '../model/models';
import { executedHere, inDocs } from './evidence';

function resolve(written: string): ModelVerdict {
  if (written === '' || written === 'inherit') return inheritedModel;
  if (written === 'fast')
    return { effective: null, outcome: 'alias', effect: '{host} uses a smaller, faster model.' };
  return {
    effective: null,
    outcome: 'unchecked',
    effect: 'Which models {host} accepts is not known.',
  };
}

export const models: ModelCatalog = {
  models: [
    { id: 'inherit', means: 'The model of the session.', evidence: inDocs },
    { id: 'fast', means: 'A smaller, faster model.', evidence: inDocs },
  ],
  resolve,
  evidence: executedHere,
};
