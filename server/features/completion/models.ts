// Models: the host's own list, or provider and model in two steps where there are thousands.

import type { Outline } from '../../agent/outline';
import type { Context } from '../../hosts/model/context';
import { agentDialects, type Dialect } from '../../hosts/model/dialect';
import type { FieldRole } from '../../hosts/model/field';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import { usedWords } from '../../hosts/model/usage';
import { isReadBy, unusedProvider } from '../../rules/names/unused-provider';
import { shortPathOf } from '../../rules/workspace-view';
import { before } from '../../text/before';
import { escapeMarkdown } from '../../text/escape-markdown';
import { t } from '../../text/message';
import { entryOf } from '../../yaml/value';
import { modelMarkdown } from '../hover/explain';
import { definedText } from '../hover/explain-agent';
import type { View } from '../view/view';
import { type Completion, ranks, type Word } from './item';

/**
 * Those of the configuration, then those of the program, without providers that the configuration keeps from being used.
 * @param typed the value so far.
 */
export function modelsAt(view: View, dialect: Dialect, host: Host, typed: string): Word[] {
  const configured = configuredModels(view, dialect, host, typed);
  const known = new Set(configured.map(({ label }) => label));
  const all = [
    ...configured,
    ...modelItems(dialect, host, typed).filter(({ label }) => !known.has(label)),
    ...accountModels(dialect, host, view.context),
  ];
  const place = view.places.find((one) => one.host === host);
  if (!host.providerSettings || !place) return all;
  const user = { host, scope: place.location.scope, root: rootOf(place) };
  const definitions = view.definitions();
  return all.filter(({ label }) => unusedProvider(before(label, '/'), user, definitions) === null);
}

/** The providers that a list of a configuration can name: those of configurations, then those of the program. */
export function providerWords(view: View, host: Host): readonly Word[] {
  const known = new Map<string, Word>();
  for (const { models } of agentDialects(host.dialects)) {
    const words = [
      ...configuredModels(view, { models }, host, ''),
      ...providedModels({ models }, host, ''),
    ];
    for (const { goesOn: _, ...word } of words) {
      const label = before(word.label, '/');
      if (!known.has(label)) known.set(label, { ...word, label, kind: 'value' });
    }
  }
  return [...known.values()];
}

/** @param typed the value so far; after its first slash, the models of that provider are offered. */
export function modelItems(
  { models }: Dialect,
  { name: host, usage }: Pick<Host, 'name' | 'usage'>,
  typed: string,
): Word[] {
  const own = models.models.map(
    (model, index): Word => ({
      label: model.id,
      kind: 'model',
      detail: model.standsFor === undefined ? '' : `→ ${model.standsFor}`,
      documentation: () => modelMarkdown(model, host, models.evidence),
      rank: model.retired ? ranks.old : index < 8 ? ranks.likely : ranks.ordinary,
      deprecated: model.retired !== undefined,
    }),
  );
  return [...own, ...providedModels({ models }, { usage }, typed)];
}

/** The providers that real files name come first, then those that the program lists first, then all others. */
function providedModels(
  { models: { providers, listedFirst } }: Pick<Dialect, 'models'>,
  { usage }: Pick<Host, 'usage'>,
  typed: string,
): Word[] {
  if (!providers) return [];
  const used = usedWords(usage, 'model').flatMap((model) => providerIn(model) || []);
  const listed = listedFirst?.ids.map((id) => `${id}/`) ?? [];
  return provided(providers(), typed, [...new Set([...used, ...listed])]);
}

/** The providers that the project or the user configures, or the models of the provider that is typed. */
function configuredModels(
  view: View,
  { models }: Pick<Dialect, 'models'>,
  own: Host,
  typed: string,
): Word[] {
  if (!models.providers) return [];
  const definitions = view.definitions();
  const host = view.catalog.mainOf(own);
  const words = (kind: 'provider' | 'model', end: string): Word[] =>
    definitions.definedNames(host, kind).flatMap((name): Word[] => {
      const defined = definitions.companions(host, kind, 'defines', name);
      const [first] = defined;
      if (!first || /[{}]/.test(name)) return [];
      return [
        {
          label: `${name}${end}`,
          kind: 'model',
          detail: shortPathOf(first),
          documentation: () => definedText(defined) ?? '',
          rank: ranks.likely,
          ...(end !== '' && { goesOn: true }),
        },
      ];
    });
  return typed.includes('/')
    ? words('model', '').filter(({ label }) => label.startsWith(`${before(typed, '/')}/`))
    : words('provider', '/');
}

/**
 * Models that depend on the user's account: those that the running editor reported, else those that are used most in real files
 * and that the host does not attribute to another program.
 */
function accountModels(
  { models }: Dialect,
  { name, usage }: Host,
  { editorModels }: Context,
): Word[] {
  if (!models.ofAccount) return [];
  if (editorModels.length > 0)
    return editorModels.map((label) => ({
      label,
      kind: 'model',
      detail: t('in this editor'),
      documentation: () =>
        t('"{model}" is in the model picker of this editor.', {
          model: escapeMarkdown(label),
        }),
      rank: ranks.likely,
    }));
  return usedWords(usage, 'model')
    .filter((word) => models.resolve(word).outcome === 'unchecked')
    .map((label) => ({
      label,
      kind: 'model',
      detail: '',
      documentation: () =>
        t('{host} uses this model if your account has access to it.', { host: name }),
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
    documentation: () =>
      t('{variant} is a variant of {model} in {host}.', {
        variant: escapeMarkdown(variant),
        model: escapeMarkdown(model.text),
        host,
      }),
  }));
}

type Providers = ReturnType<NonNullable<Dialect['models']['providers']>>;

/** `openai/` of `openai/gpt-5`; empty for a model without a provider. */
const providerIn = (model: string): string => (model.includes('/') ? `${before(model, '/')}/` : '');

/** @param first the providers to offer first, in this order, with a slash. */
function provided(providers: Providers, typed: string, first: readonly string[]): Word[] {
  const slash = typed.indexOf('/');
  const provider = slash < 0 ? undefined : providers.find(({ id }) => id === typed.slice(0, slash));
  if (!provider) {
    const words = providers.map(({ id, name, models }) => ({
      label: `${id}/`,
      kind: 'model' as const,
      detail: name,
      ...(first.includes(`${id}/`) && { rank: ranks.likely }),
      documentation: () =>
        models.length === 1
          ? t('{provider} has 1 model.', { provider: name })
          : t('{provider} has {count} models.', { provider: name, count: models.length }),
      goesOn: true as const,
    }));
    return words.sort((a, b) => placeIn(first, a.label) - placeIn(first, b.label));
  }
  return provider.models.map(({ id, name, status }) => ({
    label: `${provider.id}/${id}`,
    kind: 'model',
    detail: status === 'active' ? name : `${name}, ${status}`,
    documentation: () =>
      status === 'active'
        ? t('{model} by {provider}.', { model: name, provider: provider.name })
        : t('{model} by {provider}. Status: {status}.', {
            model: name,
            provider: provider.name,
            status,
          }),
    deprecated: status === 'deprecated',
  }));
}

const placeIn = (first: readonly string[], label: string): number =>
  first.includes(label) ? first.indexOf(label) : first.length;

// Ranks values by how often the other agents of the project use them in the same field: teams share their models.

/** Further agents are not counted. */
const maxAgents = 300;
/** One agent of the project counts more than any number of files elsewhere. */
const weight = 10_000;

/** Adds the use counts of the project's agents and settings to items of a field. Returns items unchanged where there are none. */
export function withProjectUses(
  view: View,
  host: Host,
  role: FieldRole | undefined,
): (item: Completion) => Completion {
  if (role !== 'model') return unchanged;
  const { workspace, path, places } = view;
  const counts = new Map<string, number>();
  // The provider is offered first, where a model is named after it.
  const count = (model: string): void => {
    for (const word of [model, providerIn(model)])
      counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const place = places.find((one) => one.host === host);
  if (!place) return unchanged;
  const root = rootOf(place);
  const [settings, owner] = [view.definitions(), view.catalog.mainOf(host)];
  const isRead = isReadBy({ scope: place.location.scope, root });
  for (const model of settings.definedNames(owner, 'model', 'names'))
    if (settings.companions(owner, 'model', 'names', model).some(isRead)) count(model);
  for (const id of workspace.ids(host).slice(0, maxAgents))
    for (const agent of workspace.called(host, id))
      if (agent.path !== path && agent.writtenModel !== null && rootOf(agent.place) === root)
        count(agent.writtenModel);
  if (counts.size === 0) return unchanged;
  return (item) => ({ ...item, uses: (item.uses ?? 0) + (counts.get(item.label) ?? 0) });
}

const unchanged = (item: Completion): Completion => item;
