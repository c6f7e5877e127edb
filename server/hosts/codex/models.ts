// Models in Codex 0.169.0. It accepts any name in a role; the service rejects an unknown one.
import { t } from '../../text/message';
import { inheritedModel, type Model, type ModelCatalog, type ModelVerdict } from '../model/models';
import { executedHere, readHere } from './evidence';

/** What `codex debug models --bundled` lists as shown to users, in the order of its priorities. */
const bundled: readonly Model[] = [
  { id: 'gpt-6.1-sol', means: 'For everyday work.' },
  { id: 'gpt-6-astra', means: 'For the hardest problems.' },
  { id: 'gpt-6-sol', means: 'For everyday work, of the generation before.' },
  { id: 'gpt-6-luna', means: 'Fast and inexpensive.' },
  { id: 'gpt-5.6-sol', means: 'For everyday work, of an older generation.' },
  { id: 'gpt-6.1-terra', means: 'A model of the family Terra.' },
  { id: 'gpt-5.6-terra', means: 'For simple work, of an older generation.' },
  { id: 'gpt-5.6-luna', means: 'Fast, of an older generation.' },
  { id: 'gpt-5.5', means: 'An old model.' },
].map((model) => ({ ...model, evidence: readHere }));

/** Aliases of Claude Code, and names with the provider that other programs write. */
const foreign = /^(?:sonnet|opus|haiku|fable|inherit)$|^claude-|^gemini-/i;

/** @param written null where the role names no model. */
export function modelOf(written: string | null): ModelVerdict {
  return written === null ? inheritedModel : resolve(written);
}

function resolve(written: string): ModelVerdict {
  const name = written.trim();
  // Starting it fails with "No models are available. Set `model` explicitly", whether a user is signed in or not.
  if (name === '')
    return {
      effective: null,
      outcome: 'malformed',
      effect: '{host} loads the agent but does not start it.',
    };
  if (foreign.test(name))
    return {
      effective: name,
      outcome: 'foreign',
      effect: "{host} sends it unchanged, and OpenAI's service has no such model.",
    };
  return {
    effective: name,
    outcome: bundled.some(({ id }) => id === name) ? 'known' : 'unchecked',
    effect: t('{host} sends {model}.', { model: name }),
  };
}

export const models: ModelCatalog = { models: bundled, resolve, evidence: executedHere };
