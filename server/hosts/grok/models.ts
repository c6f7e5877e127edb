// Models in Grok Build 1.0.41. It accepts any name; which models there are depends on the account and on the settings of the user.
import { inheritedModel, type ModelCatalog, type ModelVerdict } from '../model/models';
import { inProgram } from './evidence';

function resolve(written: string): ModelVerdict {
  if (written === '' || written === 'inherit') return inheritedModel;
  return {
    effective: null,
    outcome: 'unchecked',
    effect: '{host} uses the model of the session if it does not offer this one.',
  };
}

export const models: ModelCatalog = { models: [], resolve, ofAccount: true, evidence: inProgram };
