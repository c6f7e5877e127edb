// Models in Qwen Code 0.24.4. It sends any name to the service.
import { t } from '../../text/message';
import { inheritedModel, type Model, type ModelCatalog, type ModelVerdict } from '../model/models';
import { executedHere, modelFile, readHere } from './evidence';

/** The ways to sign in to a service, which may precede the name of a model. */
const services: readonly string[] = [
  ...['openai', 'openai-responses', 'qwen-oauth', 'gemini', 'vertex-ai', 'anthropic'],
];

interface Selector {
  readonly service: string | null;
  readonly id: string;
}

function selectorOf(written: string): Selector {
  const name = written.trim();
  const colon = name.indexOf(':');
  const service = name.slice(0, Math.max(0, colon)).trim();
  return services.includes(service)
    ? { service, id: name.slice(colon + 1).trim() }
    : { service: null, id: name };
}

/** Whether the agent is not loaded because of the name: white space, or a service without the name of a model. */
export const isWrongModel = (written: string): boolean => selectorOf(written).id === '';

/** Aliases of Claude Code. */
const foreign = /^(?:sonnet|opus|haiku|fable)$/i;

function resolve(written: string): ModelVerdict {
  const { service, id } = selectorOf(written);
  if (id === '' || (service === null && id === 'inherit')) return inheritedModel;
  if (service === null && id === 'fast')
    return {
      effective: null,
      outcome: 'alias',
      effect: '{host} uses the fast model of the settings, or the model of the session.',
    };
  if (service === null && foreign.test(id))
    return {
      effective: id,
      outcome: 'foreign',
      effect: '{host} sends it unchanged, and no service has a model of this name.',
    };
  return {
    effective: id,
    outcome: 'unchecked',
    effect: t('{host} sends {model}.', { model: id }),
  };
}

const offered: readonly Model[] = [
  { id: 'inherit', means: 'The model of the session.', evidence: readHere(modelFile) },
  { id: 'fast', means: 'The fast model of the settings.' },
];

export const models: ModelCatalog = {
  models: offered,
  resolve,
  evidence: executedHere,
};
