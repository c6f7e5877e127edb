// What a host declares of its surroundings: settings, manifests, companion files, how it is recognized. Recorded cases hold
// agent files only, so of these facts only companion files can be executed, in the cases of agents that share a name.
import type { Evidence } from '../../../server/hosts/model/evidence';
import {
  definesSkills,
  type EntryRules,
  type Host,
  type ManifestKind,
} from '../../../server/hosts/model/host';
import type { DeclaredFact } from './declared-fact';

interface Known {
  readonly evidence: Evidence;
}

const fact = (id: string, { evidence }: Known): DeclaredFact => ({
  ...{ id, evidence },
  words: [],
  removal: null,
});

export function surroundingFacts(host: Host): readonly DeclaredFact[] {
  const listed = <T extends Known>(
    list: readonly T[] | undefined,
    name: (one: T) => string,
  ): readonly DeclaredFact[] => (list ?? []).map((one) => fact(name(one), one));
  const single: Readonly<Record<string, Known | undefined>> = {
    'how it is recognized': host.recognizedBy,
    // A command line is proven by `npm run conformance -- --starts`, which the tests replay.
    'how an agent is started': host.start?.command === undefined ? host.start : undefined,
    'settings of agent folders': host.folderSettings,
    'denied agents': host.denied,
    'calls between agents': host.delegation,
    'limit of all descriptions': host.descriptionLimit,
    // Recorded in `test/hosts/lists`.
    'list of skills': Object.values(host.kinds).find(definesSkills)?.listBudget,
    // Recorded in `test/hosts/hooks`.
    'scripts of hooks': Object.values(host.kinds).flatMap((kind) =>
      kind.subject === 'settings' && kind.scripts ? [kind.scripts] : [],
    )[0],
    'matchers of hooks': Object.values(host.kinds).flatMap((kind) =>
      kind.subject === 'settings' && kind.matchers ? [kind.matchers] : [],
    )[0],
    // Recorded in the cases `twice`. Every JSON is read in that way.
    'keys that occur twice': Object.values(host.kinds).flatMap((kind) =>
      kind.subject === 'settings' && kind.keyTwice ? [kind.keyTwice] : [],
    )[0],
  };
  return [
    ...Object.entries(single).flatMap(([id, known]) => (known ? [fact(id, known)] : [])),
    ...(host.defaultAgent
      ? [
          {
            ...fact('default agent', host.defaultAgent),
            words: [host.defaultAgent.key],
            removal: {
              by: 'change' as const,
              change: ({ defaultAgent: _, ...others }: Host): Host => others,
            },
          },
        ]
      : []),
    ...Object.values(host.kinds).flatMap((kind) =>
      kind.subject === 'manifest' && kind.marketplace
        ? [
            {
              ...fact('folders of plugins', kind.marketplace),
              words: [],
              removal: { by: 'change' as const, change: withoutFolders },
            },
            ...entryFacts(kind.marketplace.entryRules),
          ]
        : [],
    ),
    ...Object.values(host.kinds).flatMap((kind) =>
      kind.subject === 'settings' && kind.switches
        ? [
            {
              ...fact('plugins that settings switch on', kind.switches),
              words: [],
              removal: { by: 'change' as const, change: withoutSwitches },
            },
          ]
        : [],
    ),
    ...(host.plugins && host.plugins !== 'unmeasured'
      ? [
          {
            ...fact('manifests of plugins', host.plugins),
            words: [],
            removal: { by: 'change' as const, change: withoutManifests },
          },
        ]
      : []),
    ...(host.toolSettings
      ? [
          {
            ...fact('settings of agents', host.toolSettings),
            words: [],
            removal: {
              by: 'change' as const,
              change: ({ toolSettings: _, ...others }: Host): Host => others,
            },
          },
        ]
      : []),
    ...(host.providerSettings
      ? [
          {
            ...fact('providers that are not used', host.providerSettings),
            words: ['disabled_providers', 'enabled_providers'],
            removal: {
              by: 'change' as const,
              change: ({ providerSettings: _, ...others }: Host): Host => others,
            },
          },
        ]
      : []),
    ...listed(host.formerly, ({ glob }) => `former folder ${glob}`),
    ...listed(host.generationMarkers, ({ files }) => `generation by ${files.join(', ')}`),
    ...listed(host.alsoReadBy, ({ name }) => `also read by ${name}`),
    ...numbered(
      (host.companionFiles ?? []).map((companion) => ({
        ...fact(`companion ${companion.glob} (${companion.scope})`, companion),
        ofNames: 'only',
        removal: {
          by: 'change',
          change: (one) => ({
            ...one,
            companionFiles: (one.companionFiles ?? []).filter((other) => other !== companion),
          }),
        },
      })),
    ),
    ...Object.entries(host.missing ?? {}).map(
      ([kind, known]): DeclaredFact => ({
        ...fact(`missing ${kind}`, known),
        removal: {
          by: 'change',
          change: (one) => ({
            ...one,
            missing: Object.fromEntries(
              Object.entries(one.missing ?? {}).filter(([other]) => other !== kind),
            ),
          }),
        },
      }),
    ),
  ];
}

/** Two companions may have one path: each has a number then. */
function numbered(facts: readonly DeclaredFact[]): readonly DeclaredFact[] {
  const seen = new Map<string, number>();
  return facts.map((one) => {
    const times = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, times);
    return times === 1 ? one : { ...one, id: `${one.id}, ${times}` };
  });
}

/** The host as if marketplaces named no folders. */
export const withoutFolders = (host: Host): Host =>
  withMarketplaces(host, (kind) => ({ ...kind, paths: () => [] }));

/** What it does with an entry next to a manifest: each key by itself. */
function entryFacts(rules: EntryRules): readonly DeclaredFact[] {
  const { notStrict, ignored, bare, ...others } = rules;
  const of = (id: string, without: EntryRules | null): DeclaredFact => ({
    ...fact(`entries of plugins${id}`, rules),
    words: [],
    removal: {
      by: 'change',
      change: (host) => (without === null ? withoutEntries(host) : withRules(host, without)),
    },
  });
  const rest = <T>(all: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).filter(([one]) => one !== key));
  return [
    of('', null),
    ...(notStrict?.keys ?? []).map((key) =>
      of(`, ${key} without strict`, {
        ...rules,
        ...(notStrict && {
          notStrict: { ...notStrict, keys: notStrict.keys.filter((one) => one !== key) },
        }),
      }),
    ),
    ...(ignored ?? []).flatMap(({ places }) =>
      Object.keys(places).map((key) =>
        of(`, ${key} is ignored`, {
          ...rules,
          ignored: (ignored ?? []).map((one) =>
            one.places === places ? { ...one, places: rest(places, key) } : one,
          ),
        }),
      ),
    ),
    ...(bare
      ? [
          of(', nothing but a source', {
            ...others,
            ...(notStrict && { notStrict }),
            ...(ignored && { ignored }),
          }),
        ]
      : []),
  ];
}

/** The host as if it read no manifest of a plugin. */
export const withoutManifests = (host: Host): Host =>
  host.plugins && host.plugins !== 'unmeasured'
    ? { ...host, plugins: { ...host.plugins, manifestIn: () => null } }
    : host;

/** The host as if its settings switched on no plugins. */
export function withoutSwitches(host: Host): Host {
  const { agent, ...others } = host.kinds;
  const kinds = Object.entries(others).map(([name, kind]) => {
    if (kind.subject !== 'settings') return [name, kind] as const;
    const { switches: _, ...rest } = kind;
    return [name, rest] as const;
  });
  return { ...host, kinds: { ...Object.fromEntries(kinds), agent } };
}

/** The host as if it read no entries next to manifests. */
export const withoutEntries = (host: Host): Host =>
  withMarketplaces(host, ({ marketplace, ...kind }) => ({
    ...kind,
    ...(marketplace && { marketplace: { ...marketplace, entries: () => [] } }),
  }));

const withRules = (host: Host, entryRules: EntryRules): Host =>
  withMarketplaces(host, ({ marketplace, ...kind }) => ({
    ...kind,
    ...(marketplace && { marketplace: { ...marketplace, entryRules } }),
  }));

function withMarketplaces(host: Host, change: (kind: ManifestKind) => ManifestKind): Host {
  const { agent, ...others } = host.kinds;
  const kinds = Object.entries(others).map(
    ([name, kind]) =>
      [name, kind.subject === 'manifest' && kind.marketplace ? change(kind) : kind] as const,
  );
  return { ...host, kinds: { ...Object.fromEntries(kinds), agent } };
}
