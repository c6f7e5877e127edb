// Models in Copilot CLI: by id or by the name of the picker, with or without "(copilot)", in any case. Measured with a
// catalog of three models: one that is not in the catalog is replaced by the session's, with a warning at the start. Which
// models there are depends on who is signed in, so that only names that no catalog has are called wrong.
import type { ModelCatalogue, ModelVerdict } from '../models';
import { ran } from './evidence';

/** Aliases of Claude Code. */
const aliases: ReadonlySet<string> = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** An id as Anthropic writes it, with a dash in the version: `claude-sonnet-4-5`, `claude-3-haiku-20240307`. */
const anthropicId = /^claude-(?:[a-z]+-\d+(?:-\d+)+|\d[\d-]*-[a-z]+(?:-\d+)?)$/;

const replaced =
  "The name belongs to another program, so {host} warns at start and runs the session's model instead.";

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
      effect: '{host} takes it for the name of a model, and there is none.',
    };
  if (aliases.has(name) || name.includes('/')) return foreign();
  if (anthropicId.test(name)) return foreign(ownIdOf(name));
  return {
    effective: null,
    outcome: 'unchecked',
    effect: '{host} takes any name; which models there are depends on who is signed in.',
  };
}

/** `claude-sonnet-4.5` for `claude-sonnet-4-5`. */
function ownIdOf(id: string): string | undefined {
  const [, family, major, minor] = /^claude-([a-z]+)-(\d+)-(\d)(?:-\d{8})?$/.exec(id) ?? [];
  return family === undefined ? undefined : `claude-${family}-${major}.${minor}`;
}

export const models: ModelCatalogue = { models: [], ofAccount: true, resolve, evidence: ran };
