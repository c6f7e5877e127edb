// Models in Gemini CLI 0.61.0. It does not check the name when it loads an agent; the service rejects an unknown one.
import { t } from '../../text/message';
import { inheritedModel, type Model, type ModelCatalog, type ModelVerdict } from '../model/models';
import { executedHere, readHere } from './evidence';

const seen = readHere('config/models.js');

const aliases: readonly Model[] = [
  { id: 'auto', means: 'Gemini CLI chooses the model for each request.', evidence: seen },
  { id: 'pro', means: 'The most capable model of your account.', evidence: seen },
  { id: 'flash', means: 'A fast model.', evidence: seen },
  { id: 'flash-lite', means: 'The fastest model.', evidence: seen },
];

const ids = [
  'gemini-3.1-pro-preview',
  'gemini-3-pro-preview',
  'gemini-2.5-pro',
  'gemini-3.8-flash',
  'gemini-3.5-flash',
  'gemini-3-flash-preview',
  'gemini-3.5-flash-lite',
  'gemini-3.1-flash-lite',
];

/** Models of other services, and the aliases of Claude Code. */
const foreign =
  /^(?:sonnet|opus|haiku|fable)$|^(?:claude|gpt|o\d|grok|deepseek|qwen|kimi|glm)-|\//i;

function resolve(written: string): ModelVerdict {
  const name = written.trim();
  if (written === '' || written === 'inherit') return inheritedModel;
  if (aliases.some(({ id }) => id === name))
    return {
      effective: null,
      outcome: 'alias',
      effect: '{host} chooses a model for this alias. Which one depends on your account.',
    };
  if (ids.includes(name))
    return {
      effective: name,
      outcome: 'known',
      effect: t('{host} sends {model}.', { model: name }),
    };
  if (foreign.test(name))
    return {
      effective: name,
      outcome: 'foreign',
      effect: "{host} sends it unchanged, and Google's service has no such model.",
    };
  return {
    effective: name,
    outcome: 'unlisted',
    effect: '{host} sends it unchanged, without a check.',
  };
}

export const models: ModelCatalog = {
  models: [
    { id: 'inherit', means: 'The model of the session.', evidence: readHere('agents/registry.js') },
    ...aliases,
    ...ids.map((id): Model => ({ id, means: 'This exact model.', evidence: seen })),
  ],
  resolve,
  evidence: executedHere,
};
