// Models in Codex 0.169.0. It accepts any name in a role; the service rejects an unknown one.
import { message } from '../../text/message';
import { inheritedModel, type ModelCatalog, type ModelVerdict } from '../model/models';
import { ran } from './evidence';

/** Aliases of Claude Code, and names with the provider that other programs write. */
const foreign = /^(?:sonnet|opus|haiku|fable|inherit)$|^claude-|^gemini-/i;

function resolve(written: string): ModelVerdict {
  const name = written.trim();
  if (name === '') return inheritedModel;
  if (foreign.test(name))
    return {
      effective: name,
      outcome: 'foreign',
      effect: "{host} sends it unchanged, and OpenAI's service has no such model.",
    };
  return {
    effective: name,
    outcome: 'unchecked',
    effect: message('{host} sends {model}.', { model: name }),
  };
}

export const models: ModelCatalog = { models: [], resolve, evidence: ran };
