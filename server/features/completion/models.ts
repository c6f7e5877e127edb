// Models: a host's own list, or provider and model in two steps where there are thousands.
import type { Outline } from '../../agent/outline';
import { entryOf } from '../../agent/value';
import type { Context } from '../../hosts/context';
import type { Dialect, Host } from '../../hosts/host';
import { wordsInUse } from '../../hosts/usage';
import { modelText } from '../explain';
import { ranks } from './item';
import type { Word } from './values';

/** @param typed what stands there so far; behind its first slash the models of that provider are offered. */
export function modelItems({ models }: Dialect, host: string, typed: string): Word[] {
  const own = models.models.map(
    (model, index): Word => ({
      label: model.id,
      kind: 'model',
      detail: model.standsFor === undefined ? '' : `→ ${model.standsFor}`,
      documentation: () => modelText(model, host, models.evidence),
      rank: model.retired ? ranks.old : index < 8 ? ranks.likely : ranks.ordinary,
      deprecated: model.retired !== undefined,
    }),
  );
  return models.providers === undefined ? own : [...own, ...provided(models.providers(), typed)];
}

/**
 * Models that only a signed-in program knows. Those of the running editor where it reported them; else those that authors write
 * most, as far as the host does not call them another program's.
 */
export function accountModels(
  { models }: Dialect,
  { name, usage }: Host,
  { editorModels }: Context,
): Word[] {
  if (!models.ofAccount) return [];
  if (editorModels.length > 0)
    return editorModels.map((label) => ({
      label,
      kind: 'model',
      detail: 'in this editor',
      documentation: () => `The model picker of this editor has "${label}".`,
      rank: ranks.likely,
    }));
  return wordsInUse(usage, 'model')
    .filter((word) => models.resolve(word).outcome === 'unchecked')
    .map((label) => ({
      label,
      kind: 'model',
      detail: '',
      documentation: () =>
        `${name} runs the model with this name if your account has it. Which models it has is not known here.`,
    }));
}

/** The variants of the model that the file names. */
export function variantItems({ fields }: Outline, { models }: Dialect, host: string): Word[] {
  const model = entryOf(fields, 'model')?.value;
  if (model?.kind !== 'text' || !models.variants) return [];
  return models.variants(model.text).map((variant) => ({
    label: variant,
    kind: 'value',
    detail: model.text,
    documentation: () => `${host} knows this variant of ${model.text}.`,
  }));
}

type Providers = ReturnType<NonNullable<Dialect['models']['providers']>>;

function provided(providers: Providers, typed: string): Word[] {
  const slash = typed.indexOf('/');
  const provider = slash < 0 ? undefined : providers.find(({ id }) => id === typed.slice(0, slash));
  if (!provider) {
    return providers.map(({ id, name, models }) => ({
      label: `${id}/`,
      kind: 'model',
      detail: name,
      documentation: () => `${name}: ${models.length} models.`,
      goesOn: true,
    }));
  }
  return provider.models.map(({ id, name, status }) => ({
    label: `${provider.id}/${id}`,
    kind: 'model',
    detail: status === 'active' ? name : `${name}, ${status}`,
    documentation: () =>
      `${name} by ${provider.name}.${status === 'active' ? '' : ` Status: ${status}.`}`,
    deprecated: status === 'deprecated',
  }));
}
