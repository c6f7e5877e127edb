// Models are written as `provider/model`. OpenCode does not check them when it loads a file: an invalid model fails at the
// first message, without a fallback.

import { memoize } from '../../text/memoize';
import { t } from '../../text/message';
import type { Evidence } from '../model/evidence';
import type { ModelCatalog, ModelVerdict } from '../model/models';
import { type CatalogModel, type CatalogProvider, providerOf, providers } from './catalogue';
import { executedHere, readHere } from './evidence';

/** What the program replaces in the text of its configuration before it reads it. */
export const substituted = /\{(?:env|file):[^}]+\}/;

export interface ModelParts {
  /** Before the first slash. */
  readonly provider: string;
  /** After the first slash; may contain further slashes, and is empty if there is none. */
  readonly model: string;
}

/** Splits a written model as the host does. */
export function splitModel(written: string): ModelParts {
  const slash = written.indexOf('/');
  if (slash < 0) return { provider: written, model: '' };
  return { provider: written.slice(0, slash), model: written.slice(slash + 1) };
}

/** The model in the host's own catalog, or undefined. */
export function modelInCatalog(written: string): CatalogModel | undefined {
  const { provider, model } = splitModel(written);
  return providerOf(provider)?.models.find(({ id }) => id === model);
}

const variantsOf = (written: string): readonly string[] => modelInCatalog(written)?.variants ?? [];

const maxCached = 200;

/** Resolves models with a cache, because each verdict on a file resolves the same few models several times. */
function resolverWith(config: string): ModelCatalog['resolve'] {
  const resolved = new Map<string, ModelVerdict>();
  return (written) => {
    const found = resolved.get(written);
    if (found) return found;
    if (resolved.size >= maxCached) resolved.clear();
    const verdict = verdictOn(written, config);
    resolved.set(written, verdict);
    return verdict;
  };
}

function verdictOn(written: string, config: string): ModelVerdict {
  if (written === '')
    return {
      effective: 'inherit',
      outcome: 'inherits',
      effect: '{host} treats an empty string as no model.',
    };
  const { provider, model } = splitModel(written);
  if (provider === '' || model === '') return malformed(written);
  const known = providerOf(provider);
  if (!known) {
    return {
      effective: written,
      outcome: 'foreign',
      effect: t(
        '{host} has no provider named "{provider}". Requests fail unless {config} defines it.',
        { provider, config },
      ),
      // A plugin may add models to a provider that the configuration names.
      unlessDefined: [{ kind: 'provider', name: provider, wild: substituted }],
    };
  }
  const found = known.models.find(({ id }) => id === model);
  if (!found) return unlisted(written, known, model, config);
  if (found.status !== 'deprecated')
    return {
      effective: written,
      outcome: 'known',
      effect: t('{host} uses {model} from {provider}.', {
        provider: known.name,
        model: found.name,
      }),
    };
  const instead = successorOf(known, model);
  return {
    effective: written,
    outcome: 'retired',
    effect: t('{host} no longer offers {model}, so requests fail.', {
      model: found.name,
    }),
    ...(instead !== undefined && { instead }),
  };
}

function unlisted(
  written: string,
  provider: CatalogProvider,
  model: string,
  config: string,
): ModelVerdict {
  const instead = successorOf(provider, model);
  return {
    effective: written,
    outcome: 'unlisted',
    effect: t('Requests fail unless {config} defines this model.', { config }),
    unlessDefined: [{ kind: 'model', name: written, wild: substituted }],
    ...(instead !== undefined && { instead }),
  };
}

function malformed(written: string): ModelVerdict {
  const base = { effective: null, outcome: 'malformed' } as const;
  if (written.startsWith('/'))
    return {
      ...base,
      effect: '{host} finds no provider before the slash, so requests fail.',
    };
  if (written.includes('/'))
    return {
      ...base,
      effect: '{host} finds no model after the slash, so requests fail.',
    };
  const instead = withProvider(written);
  const effect = '{host} reads it as a provider without a model, so requests fail.';
  return { ...base, effect, ...(instead !== undefined && { instead }) };
}

/** Providers that develop models, as opposed to those that only offer them. */
const makers = ['anthropic', 'openai', 'google', 'xai', 'deepseek', 'mistral', 'moonshotai', 'zai'];

/** Adds the provider that develops the model to a model ID without one; undefined if none has it. */
function withProvider(model: string): string | undefined {
  if (!/\d/.test(model)) return newestOf(model);
  for (const maker of makers) {
    const provider = providerOf(maker);
    if (!provider) continue;
    const same = provider.models.some(({ id, status }) => id === model && status !== 'deprecated');
    const found = same ? `${maker}/${model}` : successorOf(provider, model);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The newest model of a family such as `sonnet`, if only one provider has such a family. */
function newestOf(family: string): string | undefined {
  if (!/^[a-z]{4,40}$/i.test(family)) return undefined;
  const inFamily = new RegExp(`(?:^|-)${family}(?:-|$)`, 'i');
  const found = makers.flatMap((maker) => {
    const [newest] = activeOf(providerOf(maker)?.models ?? [])
      // IDs with a date are snapshots of a model.
      .filter((id) => inFamily.test(id) && !/\d{6,}/.test(id))
      .sort(byVersion);
    return newest === undefined ? [] : [`${maker}/${newest}`];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The highest version first; of two versions with the same beginning, the longer one is newer. */
function byVersion(a: string, b: string): number {
  const [versionA, versionB] = [a, b].map((id) => (id.match(/\d+/g) ?? []).map(Number));
  for (let at = 0; at < Math.max(versionA?.length ?? 0, versionB?.length ?? 0); at++) {
    const difference = (versionB?.[at] ?? -1) - (versionA?.[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function successorOf({ id: provider, models }: CatalogProvider, model: string): string | undefined {
  const found = successor(model, activeOf(models));
  return found === undefined ? undefined : `${provider}/${found}`;
}

const activeOf = memoize((models: CatalogProvider['models']): readonly string[] =>
  models.flatMap(({ id, status }) => (status === 'active' ? [id] : [])),
);

/**
 * @param config the configuration file in which a user defines providers and models.
 * @param listedFirst the order of the program's own list of providers.
 */
export const modelsWith = (
  config: string,
  evidence: Evidence,
  listedFirst?: ModelCatalog['listedFirst'],
): ModelCatalog => ({
  models: [],
  providers,
  ...(listedFirst && { listedFirst }),
  resolve: resolverWith(config),
  variants: variantsOf,
  evidence,
});

/** The table of `opencode auth login`. */
export const models = modelsWith('opencode.json', executedHere, {
  ids: ['opencode', 'openai', 'github-copilot', 'google', 'anthropic', 'openrouter', 'vercel'],
  evidence: readHere,
});

// Finds the replacement for a removed model: another version of the same family.

interface Lineage {
  /** The words of the ID that are not numbers, sorted: `claude sonnet`. */
  readonly family: string;
  readonly version: readonly number[];
}

/**
 * Of the same family, the same version in another spelling, else the newest with the same major version, else the newest:
 * `claude-sonnet-4-6` for `claude-sonnet-4`. Undefined if no model of the family is offered.
 */
export function successor(removed: string, offered: readonly string[]): string | undefined {
  const { family, version } = lineageOf(removed);
  if (family === '') return undefined;
  const candidates = lineagesOf(offered)
    .filter((one) => one.family === family && one.id !== removed)
    .sort((a, b) => compare(a.version, b.version));
  const same =
    version.length > 1 ? candidates.find((one) => compare(one.version, version) === 0) : undefined;
  return (same ?? candidates.findLast((one) => one.version[0] === version[0]) ?? candidates.at(-1))
    ?.id;
}

/** Cached by the identity of the list, so callers should pass the same array. */
const lineagesOf = memoize((offered: readonly string[]) =>
  offered.map((id) => ({ id, ...lineageOf(id) })),
);

function lineageOf(id: string): Lineage {
  const parts = id.toLowerCase().split(/[^a-z0-9.]+/);
  const numbers = parts.filter((part) => /^v?\d[\d.]*$/.test(part));
  const family = parts
    .filter((part) => part !== '' && !numbers.includes(part))
    .sort()
    .join(' ');
  // Six or more digits are a date, not a version.
  const version = numbers
    .filter((part) => part.length < 6)
    .flatMap((part) => part.replace('v', '').split('.').map(Number));
  return { family, version };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
