// Models in Copilot CLI are written by their ID or display name, with or without "(copilot)", in any case. Measured with a
// catalog of three models: a model that is not in the catalog is replaced by that of the session, with a warning at the start.
// The catalog depends on the account, so only names that no catalog can contain are reported.
import type { ModelCatalog, ModelVerdict } from '../model/models';
import { executedHere } from './evidence';

/** Aliases of Claude Code. */
const aliases: ReadonlySet<string> = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** An ID as Anthropic writes it, with a dash in the version: `claude-sonnet-4-5`, `claude-3-haiku-20240307`. */
const anthropicId = /^claude-(?:[a-z]+-\d+(?:-\d+)+|\d[\d-]*-[a-z]+(?:-\d+)?)$/;

const replaced = '{host} shows a warning at startup and uses the model of the session instead.';

const foreign = (instead?: string): ModelVerdict => ({
  effective: null,
  outcome: 'foreign',
  effect: replaced,
  ...(instead !== undefined && { instead }),
});

function resolve(written: string): ModelVerdict {
  const name = written.trim();
  if (name === '')
    return {
      effective: null,
      outcome: 'malformed',
      effect: '{host} treats it as a model name, but no model has an empty name.',
    };
  if (aliases.has(name) || name.includes('/')) return foreign();
  if (anthropicId.test(name)) return foreign(ownIdOf(name));
  return {
    effective: null,
    outcome: 'unchecked',
    effect: '{host} accepts any name. The available models depend on your account.',
  };
}

/** `claude-sonnet-4.5` for `claude-sonnet-4-5`. */
function ownIdOf(id: string): string | undefined {
  const [, family, major, minor] = /^claude-([a-z]+)-(\d+)-(\d)(?:-\d{8})?$/.exec(id) ?? [];
  return family === undefined ? undefined : `claude-${family}-${major}.${minor}`;
}

export const models: ModelCatalog = {
  models: [],
  ofAccount: true,
  resolve,
  evidence: executedHere,
};
