// Models of Claude Code: aliases, ids that it knows, and what it does with anything else (it sends it as it is).

import { message } from '../../text/message';
import type { Model, ModelCatalogue, ModelVerdict } from '../models';
import { ran } from './evidence';

const alias = (id: string, standsFor: string, means: string): Model => ({ id, standsFor, means });

const aliases: readonly Model[] = [
  alias('sonnet', 'claude-sonnet-5-5', 'The newest Sonnet: everyday work.'),
  alias('opus', 'claude-opus-5-5', 'The newest Opus: hard problems.'),
  alias('haiku', 'claude-haiku-5-5', 'The newest Haiku: quick and cheap.'),
  alias('fable', 'claude-fable-5-2', 'The newest Fable.'),
  alias('best', 'claude-opus-5-5', 'The strongest model there is.'),
  alias('opusplan', 'claude-sonnet-5-5', 'Opus while planning, Sonnet while working.'),
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

/** Run as the newest Opus without a word, also under their dated ids. */
const remapped = /^claude-opus-4-(?:[01](?:-\d{8})?|\d{8})$/;

const retired: readonly { matches: RegExp; since: string; instead: string }[] = [
  { matches: /^claude-sonnet-4-(?:0|\d{8})$/, since: '2026-06-15', instead: 'sonnet' },
  { matches: /^claude-3-opus(?:-latest|-\d{8})?$/, since: '2026-01-05', instead: 'opus' },
  { matches: /^claude-3-7-sonnet(?:-latest|-\d{8})?$/, since: '2026-02-19', instead: 'sonnet' },
  { matches: /^claude-3-5-haiku(?:-latest|-\d{8})?$/, since: '2026-02-19', instead: 'haiku' },
];

/** Lower-cased before they are sent; other ids keep their capitals. */
const lowered = new Set([
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
const ofThisHost = /claude-(?:3-[57]-|3-)?(?:opus|sonnet|haiku|fable|mythos)/i;

/** Nearly every file names one of these, and each comes to the same whoever asks. */
const resolve = (written: string): ModelVerdict => resolved.get(written) ?? resolveAny(written);

function resolveAny(written: string): ModelVerdict {
  const trimmed = written.trim();
  const wide = /\[1m\]$/i.test(trimmed);
  const bare = (wide ? trimmed.slice(0, -4) : trimmed).trim().toLowerCase();
  if (!wide && (bare === 'inherit' || bare === ''))
    return {
      effective: 'inherit',
      outcome: 'inherits',
      effect: '{host} uses the model of the session.',
    };
  const known = aliases.find((model) => model.id === bare);
  if (known?.standsFor !== undefined) {
    return {
      effective: known.standsFor,
      outcome: 'alias',
      effect: message(
        wide
          ? '{host} sends {model} with a context window of 1 million tokens.'
          : '{host} sends {model}.',
        { model: known.standsFor },
      ),
    };
  }
  // What looks like the width of a window is cut out of an id wherever it stands.
  const name = trimmed.replaceAll(/\[\d+m\]/gi, '').trim();
  const lower = name.toLowerCase();
  const id = lowered.has(lower) ? lower : name;
  if (remapped.test(id)) {
    return {
      effective: newestOpus,
      outcome: 'remapped',
      effect: message('{host} silently runs the newest Opus ({model}) instead.', {
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
      effect: message('{host} sends it unchanged, but the model was retired on {date}.', {
        date: old.since,
      }),
      instead: old.instead,
    };
  }
  if (current.includes(id) || current.some((one) => id.startsWith(`${one}-20`))) {
    return {
      effective: id,
      outcome: 'known',
      effect: message('{host} sends {model}.', { model: id }),
    };
  }
  if (ofThisHost.test(id))
    return {
      effective: id,
      outcome: 'unlisted',
      effect: '{host} sends it as it is; whether the service knows it is not known here.',
    };
  return {
    effective: id,
    outcome: 'foreign',
    effect: "{host} sends it as it is, and Anthropic's service knows no such model.",
    ...nearest(lower),
  };
}

/** `Claude Sonnet 4.5`, `sonnet-4.5`: the family is plain, and an alias stands for it. */
function nearest(lower: string): { instead?: string } {
  const family = /opus|sonnet|haiku|fable/.exec(lower)?.[0];
  return family === undefined ? {} : { instead: family };
}

const resolved: ReadonlyMap<string, ModelVerdict> = new Map(
  [...aliases, inherit].map(({ id }) => [id, resolveAny(id)]),
);

/** Sessions on these are offered to-do tools; newer models go without. */
const withTodos = /claude-(?:3-|(?:opus-4-[567]|sonnet-4-[056]|haiku-4-5)(?!\d)|sonnet-4-\d{8})/;

/** Whether a session on that model has to-do tools; the default model has none. */
export const offersTodos = (session: string | null): boolean =>
  session !== null && withTodos.test(resolve(session).effective ?? '');

export const models: ModelCatalogue = {
  models: [
    ...aliases,
    inherit,
    ...aliases.slice(0, 2).map(
      (model): Model => ({
        id: `${model.id}[1m]`,
        means: `${model.means} With a window of 1 million tokens.`,
        ...(model.standsFor !== undefined && { standsFor: model.standsFor }),
      }),
    ),
    ...current.map((id): Model => ({ id, means: 'This very model, whatever comes later.' })),
  ],
  resolve,
  evidence: ran,
};
