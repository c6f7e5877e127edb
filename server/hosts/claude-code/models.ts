// The models of Claude Code: aliases and the IDs that it lists. It sends any other string to the service unchanged.

import { t } from '../../text/message';
import { inheritedModel, type Model, type ModelCatalog, type ModelVerdict } from '../model/models';
import { executedHere, readHere } from './evidence';

const alias = (
  id: string,
  standsFor: string,
  means: string,
  formerly: NonNullable<Model['formerly']>,
): Model => ({ id, standsFor, means, formerly });

/** What an alias stood for until a version. */
const until = (version: string, standsFor: string) => ({ until: version, standsFor });

const aliases: readonly Model[] = [
  alias('sonnet', 'claude-sonnet-5-5', 'The latest Sonnet, for everyday work.', [
    until('2.1.260', 'claude-sonnet-5'),
  ]),
  alias('opus', 'claude-opus-5-5', 'The latest Opus, for complex problems.', [
    until('2.1.197', 'claude-opus-4-8'),
    until('2.1.260', 'claude-opus-5'),
  ]),
  alias('haiku', 'claude-haiku-5-5', 'The latest Haiku, fast and inexpensive.', [
    until('2.1.260', 'claude-haiku-4-5-20251001'),
  ]),
  alias('fable', 'claude-fable-5-2', 'The latest Fable.', [
    until('2.1.252', 'claude-fable-5'),
    until('2.1.306', 'claude-fable-5-1'),
  ]),
  alias('best', 'claude-opus-5-5', 'The most capable model available.', [
    until('2.1.197', 'claude-opus-4-8'),
    until('2.1.260', 'claude-opus-5'),
    until('2.1.306', 'claude-fable-5-1'),
  ]),
  alias('opusplan', 'claude-sonnet-5-5', 'Opus in plan mode, otherwise Sonnet.', [
    until('2.1.260', 'claude-sonnet-5'),
  ]),
];

const inherit: Model = { id: 'inherit', means: 'The model of the session.' };

const current = [
  'claude-opus-5-5',
  'claude-opus-5',
  'claude-opus-4-8',
  'claude-opus-4-7',
  'claude-opus-4-6',
  'claude-opus-4-5',
  'claude-sonnet-5-5',
  'claude-sonnet-5',
  'claude-sonnet-4-6',
  'claude-sonnet-4-5',
  'claude-haiku-5-5',
  'claude-haiku-4-5',
  'claude-fable-5-2',
  'claude-fable-5-1',
  'claude-fable-5',
  'claude-mythos-5-2',
  'claude-mythos-5-1',
  'claude-mythos-5',
  'claude-mythos-preview',
];

/** Silently replaced with the latest Opus, also under their dated IDs. */
const remapped = /^claude-opus-4-(?:[01](?:-\d{8})?|\d{8})$/;

const retired: readonly { matches: RegExp; since: string; instead: string }[] = [
  { matches: /^claude-sonnet-4-(?:0|\d{8})$/, since: '2026-06-15', instead: 'sonnet' },
  { matches: /^claude-3-opus(?:-latest|-\d{8})?$/, since: '2026-01-05', instead: 'opus' },
  { matches: /^claude-3-7-sonnet(?:-latest|-\d{8})?$/, since: '2026-02-19', instead: 'sonnet' },
  { matches: /^claude-3-5-haiku(?:-latest|-\d{8})?$/, since: '2026-02-19', instead: 'haiku' },
];

/** IDs that are converted to lowercase before they are sent. The case of other IDs is preserved. */
const lowercased = new Set([
  'claude-opus-4-6',
  'claude-opus-4-7',
  'claude-opus-4-8',
  'claude-opus-5',
  'claude-opus-5-5',
  'claude-sonnet-4-6',
  'claude-sonnet-5',
  'claude-sonnet-5-5',
  'claude-haiku-5-5',
  'claude-fable-5',
  'claude-fable-5-1',
  'claude-fable-5-2',
  'claude-opus-4-0',
  'claude-opus-4-1',
]);

const newestOpus = 'claude-opus-5-5';
const looksLikeClaude = /claude-(?:3-[57]-|3-)?(?:opus|sonnet|haiku|fable|mythos)/i;

/** Precomputed for the aliases: nearly every file names one of them. */
const resolve = (written: string): ModelVerdict => resolved.get(written) ?? resolveAny(written);

function resolveAny(written: string): ModelVerdict {
  const trimmed = written.trim();
  const hasWideContext = /\[1m\]$/i.test(trimmed);
  const bare = (hasWideContext ? trimmed.slice(0, -4) : trimmed).trim().toLowerCase();
  if (!hasWideContext && (bare === 'inherit' || bare === '')) return inheritedModel;
  const known = aliases.find((model) => model.id === bare);
  if (known?.standsFor !== undefined) {
    return {
      effective: known.standsFor,
      outcome: 'alias',
      effect: t(
        hasWideContext
          ? '{host} sends {model} with a context window of 1 million tokens.'
          : '{host} sends {model}.',
        { model: known.standsFor },
      ),
    };
  }
  // A context window such as [1m] is removed from an ID, wherever it appears.
  const name = trimmed.replaceAll(/\[\d+m\]/gi, '').trim();
  const lower = name.toLowerCase();
  const id = lowercased.has(lower) ? lower : name;
  if (remapped.test(id)) {
    return {
      effective: newestOpus,
      outcome: 'remapped',
      effect: t('{host} silently uses the latest Opus ({model}) instead.', {
        model: newestOpus,
      }),
      instead: 'opus',
    };
  }
  const old = retired.find(({ matches }) => matches.test(id));
  if (old) {
    return {
      effective: id,
      outcome: 'retired',
      effect: '{host} sends it unchanged, so requests fail.',
      since: old.since,
      instead: old.instead,
    };
  }
  if (current.includes(id) || current.some((one) => id.startsWith(`${one}-20`))) {
    return {
      effective: id,
      outcome: 'known',
      effect: t('{host} sends {model}.', { model: id }),
    };
  }
  if (looksLikeClaude.test(id))
    return {
      effective: id,
      outcome: 'unlisted',
      effect: '{host} sends it unchanged, without a check.',
    };
  return {
    effective: id,
    outcome: 'foreign',
    effect: "{host} sends it unchanged, and Anthropic's service has no such model.",
    ...nearest(lower),
  };
}

/** The alias of the model family that the name contains: `sonnet` for `Claude Sonnet 4.5`. */
function nearest(lower: string): { instead?: string } {
  const family = /opus|sonnet|haiku|fable/.exec(lower)?.[0];
  return family === undefined ? {} : { instead: family };
}

const resolved: ReadonlyMap<string, ModelVerdict> = new Map(
  [...aliases, inherit].map(({ id }) => [id, resolveAny(id)]),
);

/** Models with which a session has to-do tools. Newer models have none. */
const modelsWithTodos =
  /claude-(?:3-|(?:opus-4-[567]|sonnet-4-[056]|haiku-4-5)(?!\d)|sonnet-4-\d{8})/;

/** Whether a session with this model has to-do tools. @param session null for the default model, which has none. */
export const hasTodoTools = (session: string | null): boolean =>
  session !== null && modelsWithTodos.test(resolve(session).effective ?? '');

export const models: ModelCatalog = {
  models: [
    ...aliases,
    inherit,
    ...aliases.slice(0, 2).map(
      (model): Model => ({
        id: `${model.id}[1m]`,
        means: `${model.means} Context window of 1 million tokens.`,
        ...(model.standsFor !== undefined && { standsFor: model.standsFor }),
      }),
    ),
    ...current.map(
      (id): Model => ({
        id,
        means: 'This exact model, even after newer models are released.',
        evidence: readHere,
      }),
    ),
  ],
  resolve,
  evidence: executedHere,
};
