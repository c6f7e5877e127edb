// Reports skills and MCP servers that an agent uses and that no known file defines. They may be defined elsewhere, so only
// typing mistakes are certain. The rest is a hint, and only if all files that the host reads are known.

import { nameInFile } from '../../agent/write-json';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Missing, Reference, ReferenceKind } from '../../hosts/model/companion';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import { effectIn } from '../../hosts/model/outcome';
import { editDistance } from '../../text/edit-distance';
import { composed, joined, type Message, t } from '../../text/message';
import { isGuessable, isSameWord, nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import type { CompanionInput, Found, Related, WorkspaceInput } from '../rule';
import {
  type Definitions,
  type KnownAgent,
  type KnownName,
  shortPathOf,
  type WorkspaceView,
} from '../workspace-view';
import { isOfInstalledPlugin } from './installed-plugins';

type Kind = 'skill' | 'mcp-server';

const notFound = (kind: Kind, name: string): Message =>
  kind === 'skill'
    ? t('No skill named "{name}" was found.', { name })
    : t('No MCP server named "{name}" was found.', { name });

const notFoundAnywhere = (kind: Kind, name: string): Message =>
  kind === 'skill'
    ? t('No skill named "{name}" was found in this workspace or your home folder.', { name })
    : t('No MCP server named "{name}" was found in this workspace or your home folder.', { name });
export function missing({ catalog, agent, workspace }: WorkspaceInput, kind: Kind): Found[] {
  const { host, location } = agent.place;
  const known = host.missing?.[kind];
  if (!known || !agent.references.some((one) => one.kind === kind)) return [];
  const own = [...ownOf(agent, kind), ...(known.own ?? [])];
  const ofPlugin = kind === 'mcp-server' ? pluginServers(agent, workspace) : noServers;
  const isDefined = (name: string): boolean =>
    definedAs(workspace, host, kind, name).some(
      (one) => !ofPlugin.some(({ names }) => names.includes(one)),
    ) || own.some((one) => isSpelledAs(one, name, known));
  if (kind === 'mcp-server' && needsServers(agent)) {
    const found = withoutServers(agent, workspace, isDefined);
    if (found) return [found];
  }
  const uses = agent.references.filter(
    ({ kind: one, how, isPattern }) => one === kind && how === 'uses' && !isPattern,
  );
  const isLost = ({ name }: Reference): boolean =>
    !isDefined(name) &&
    !(known.elsewhere?.test(name) ?? false) &&
    !(kind === 'skill' && isOfInstalledPlugin(workspace, host, name));
  const effect =
    kind === 'mcp-server' && needsServers(agent) && uses.every(isLost)
      ? t('The agent has no tools left, and {host} does not start it.', { host: host.name })
      : effectIn(host, known.effect);
  return oncePerName(uses.filter(isLost)).flatMap((all): Found[] => {
    const reference = representativeOf(all);
    const { name, span } = reference;
    const [denying] = known.denied ? workspace.companions(host, kind, 'denies', name) : [];
    if (denying && known.denied !== undefined) {
      const message = joined([
        t(known.denied, { host: host.name, name }),
        effectIn(host, known.effect),
        t('Remove that line or this entry.'),
      ]);
      return [{ span, severity: 'warning', message, related: [definitionOf(denying)] }];
    }
    const also = all.filter((one) => one !== reference).map((one) => one.span);
    const inPlugin =
      ofPlugin.length > 0 ? pluginServerMeant(reference, ofPlugin, known) : undefined;
    if (inPlugin) return [underPluginName({ all, reference, inPlugin, effect, also })];
    const meant = suggestName(reference, workspace.definedNames(host, kind), kind);
    // The tools of a plugin's server have the plugin in their names, so the name of the server alone grants nothing.
    if (meant !== undefined && isOfPlugin(workspace, host, kind, meant)) return [];

    if (meant === undefined) {
      if (location.scope === 'plugin') return [];
      const unset =
        kind === 'mcp-server' ? unconfigured(catalog, agent, reference, workspace) : undefined;
      if (unset) return [{ ...unset, also }];
      if (!workspace.seesAll || needsServers(agent)) return [];
      const message = joined([
        notFoundAnywhere(kind, name),
        effectIn(host, known.effect),
        ...(known.others === undefined ? [] : [effectIn(host, known.others)]),
      ]);
      return [{ span, severity: 'hint', message, also }];
    }
    const related = workspace
      .companions(host, kind, 'defines', meant)
      .map((one): Related => definitionOf({ ...one, name: meant }));
    return [
      {
        span,
        severity: isSameWord(name, meant) ? 'warning' : 'information',
        message: composed`${notFound(kind, name)} ${effect} ${t('Did you mean "{meant}"?', { meant })}`,
        fixes: [
          {
            title: t('Replace with "{value}"', { value: meant }),
            safety: 'review',
            edits: () =>
              all.map((one) => ({
                span: one.span,
                text: nameInFile(agent.path, spelled(meant, one, known)),
              })),
          },
        ],
        related: related.slice(0, 20),
        also,
      },
    ];
  });
}

/** A permission rule on a skill that does not exist, where the name of another one was meant. */
export function missingInRule({ name: known, workspace }: CompanionInput): Found[] {
  const { kind, does, host, name, span, path, scope } = known;
  const missing = host.missing?.skill;
  if (kind !== 'skill' || does !== 'names' || scope !== 'project') return [];
  if (missing?.inRules === undefined || missing.own?.includes(name)) return [];
  if (isOfInstalledPlugin(workspace, host, name)) return [];
  const names = (['defines', 'denies'] as const).flatMap((one) =>
    workspace.definedNames(host, 'skill', one),
  );
  const full = fullNameOfPart(known, names, workspace);
  // A rule may be for all names that begin so.
  if (full === undefined && names.some((one) => one.startsWith(name))) return [];
  const meant = full ?? (isGuessable(name) ? nearest(name, names) : undefined);
  if (meant === undefined) return [];
  return [
    {
      span,
      // The user may have a skill of that name outside all plugins.
      severity: (full === undefined ? isSameWord(name, meant) : workspace.seesAll)
        ? 'warning'
        : 'information',
      message: composed`${notFound('skill', name)} ${effectIn(host, missing.inRules)} ${t('Did you mean "{meant}"?', { meant })}`,
      fixes: [
        {
          title: t('Replace with "{value}"', { value: meant }),
          safety: 'review',
          edits: () => [{ span, text: nameInFile(path, meant) }],
        },
      ],
      related: workspace
        .companions(host, 'skill', 'defines', meant)
        .slice(0, 20)
        .map((one) => definitionOf({ ...one, name: meant })),
    },
  ];
}

/**
 * The full name of the only skill with the name, which is a part of a plugin. Undefined where the rule may be for another one.
 * @param names those of all skills
 */
function fullNameOfPart(
  { host, name }: KnownName,
  names: readonly string[],
  workspace: WorkspaceView,
): string | undefined {
  const begun = names.filter((one) => one.startsWith(name));
  const all = begun.flatMap((one) =>
    (['defines', 'denies'] as const).flatMap((does) =>
      workspace.companions(host, 'skill', does, one),
    ),
  );
  if (all.some((one) => (one.fullName ?? one.name).startsWith(name))) return undefined;
  // The name in the file of a skill, which has a key, does not call it.
  const parts = all.filter((one) => one.name === name && one.key === undefined);
  const [full, more] = new Set(parts.flatMap(({ fullName }) => fullName ?? []));
  return more === undefined ? full : undefined;
}

/** Groups references by name, because they have one cause, in the order of their first occurrences. */
function oncePerName(references: readonly Reference[]): readonly (readonly Reference[])[] {
  const byName = new Map<string, Reference[]>();
  for (const one of references) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  return [...byName.values()];
}

/** The reference at which the finding is shown: a field that names the server itself, otherwise its first tool. */
const representativeOf = (all: readonly Reference[]): Reference => {
  const [first] = all;
  if (!first) throw new RangeError('no reference');
  return all.find(({ path: [field] }) => field !== 'tools') ?? first;
};

/** A server of the plugin that the agent belongs to. */
interface PluginServer {
  /** As the plugin's own file names it. */
  readonly name: string;
  /** What the host calls it in the names of its tools. */
  readonly toolName: string;
  readonly names: readonly KnownName[];
}

const noServers: readonly PluginServer[] = [];

/** Empty where the agent is in no plugin, or the host names the tools of a plugin's server as those of any other. */
function pluginServers({ place }: KnownAgent, workspace: WorkspaceView): readonly PluginServer[] {
  const { host, location } = place;
  const inPlugin = host.missing?.['mcp-server']?.inPlugin;
  const plugin = place.named?.() ?? null;
  if (location.scope !== 'plugin' || !inPlugin || plugin === null) return noServers;
  const root = rootOf(place);
  return workspace.definedNames(host, 'mcp-server').flatMap((name) => {
    const names = workspace
      .companions(host, 'mcp-server', 'defines', name)
      .filter((one) => one.scope !== 'user' && one.root === root);
    return names.length > 0 ? [{ name, toolName: inPlugin(plugin, name), names }] : [];
  });
}

function pluginServerMeant(
  reference: Reference,
  servers: readonly PluginServer[],
  known: Missing,
): PluginServer | undefined {
  if (reference.path[0] !== 'tools') return undefined;
  const exact = servers.find(({ name }) => isSpelledAs(name, reference.name, known));
  if (exact) return exact;
  const inTools = ({ name }: PluginServer): string => known.spelled?.(name) ?? name;
  const meant = suggestName(reference, servers.map(inTools), 'mcp-server');
  return servers.find((one) => inTools(one) === meant);
}

interface InPlugin {
  readonly all: readonly Reference[];
  readonly reference: Reference;
  readonly inPlugin: PluginServer;
  readonly effect: Message;
  readonly also: readonly Span[];
}

const underPluginName = ({ all, reference, inPlugin, effect, also }: InPlugin): Found => {
  const { toolName, names } = inPlugin;
  return {
    span: reference.span,
    severity: 'warning',
    message: joined([
      notFound('mcp-server', reference.name),
      effect,
      t('In "tools", this plugin\'s server is named "{name}". Use that name.', { name: toolName }),
    ]),
    fixes: [
      {
        title: t('Replace with "{value}"', { value: toolName }),
        safety: 'review',
        edits: () => all.map(({ span }) => ({ span, text: toolName })),
      },
    ],
    related: names.slice(0, 1).map(definitionOf),
    also,
  };
};

const isOfPlugin = (workspace: WorkspaceView, host: Host, kind: Kind, name: string): boolean =>
  kind === 'mcp-server' &&
  workspace.companions(host, kind, 'defines', name).every(({ scope }) => scope === 'plugin');

/** Whether every tool of the agent comes from an MCP server, so that the host may not start it without one. */
const needsServers = ({ runs, tools }: KnownAgent): boolean =>
  runs === null && tools !== null && tools.length === 0;

/** One finding for an agent none of whose servers is configured; undefined where that is not certain. */
function withoutServers(
  { place: { host, location }, references }: KnownAgent,
  workspace: WorkspaceView,
  isDefined: (name: string) => boolean,
): Found | undefined {
  const known = host.missing?.['mcp-server'];
  const servers = references.filter(({ kind, how }) => kind === 'mcp-server' && how === 'uses');
  const [first] = servers;
  if (!first || !known || location.scope === 'plugin') return undefined;
  if (servers.some(({ name }) => isDefined(name) || known.elsewhere?.test(name))) return undefined;
  // A typing mistake is reported as such.
  const definedNames = workspace.definedNames(host, 'mcp-server');
  if (servers.some((one) => suggestName(one, definedNames, 'mcp-server') !== undefined))
    return undefined;
  const file = configurationOf(host);
  if (file === undefined) return undefined;
  const args = { host: host.name, name: first.name, file };
  return {
    span: first.span,
    severity: workspace.seesAll ? 'warning' : 'information',
    message: workspace.seesAll
      ? t(
          'All tools of this agent come from MCP servers that are not configured in this project or your home folder, so {host} does not start it. Add "{name}" to {file}.',
          args,
        )
      : t(
          'All tools of this agent come from MCP servers that are not configured in this project, so {host} does not start it. Add "{name}" to {file}.',
          args,
        ),
  };
}

/** A finding for a server that the project does not configure; undefined where the project configures no servers. */
function unconfigured(
  { mainHosts }: HostCatalog,
  { place }: KnownAgent,
  { name, span }: Reference,
  workspace: WorkspaceView,
): Found | undefined {
  const { host } = place;
  const root = rootOf(place);
  const effect = host.missing?.['mcp-server']?.effect;
  // The server is configured for another host that reads the file, so the tool is intended for that host.
  if (mainHosts.some((one) => workspace.companions(one, 'mcp-server', 'defines', name).length > 0))
    return undefined;
  const own = workspace
    .definedNames(host, 'mcp-server')
    .flatMap((one) => workspace.companions(host, 'mcp-server', 'defines', one))
    .find((one) => one.scope === 'project' && one.root === root);
  if (!own || effect === undefined) return undefined;
  const file = shortPathOf(own);
  return {
    span,
    // The user's home, if it is not known, may configure the server.
    severity: workspace.seesAll ? 'warning' : 'information',
    message: joined([
      t('The MCP server "{name}" is not configured in {file}.', { name, file }),
      effectIn(host, effect),
      t('Configure it there, or remove it here.'),
    ]),
    related: [definitionOf(own)],
  };
}

/** The file in which projects of the host configure MCP servers. */
const configurationOf = ({ companionFiles = [] }: Host): string | undefined =>
  companionFiles.find(
    ({ scope, names }) =>
      scope === 'project' &&
      names.some(({ kind, does }) => kind === 'mcp-server' && does === 'defines'),
  )?.glob;

const definitionOf = ({ path, span, name }: KnownName): Related => ({
  path,
  span,
  message: t('"{name}" is defined here', { name }),
});

const ownOf = ({ defines }: KnownAgent, kind: Kind): readonly string[] =>
  defines.flatMap((one) => (one.kind === kind ? [one.name] : []));

/** Names of servers are short and alike, so only one character may differ. */
function suggestName(
  { name }: Reference,
  names: readonly string[],
  kind: Kind,
): string | undefined {
  const meant = isGuessable(name) ? nearest(name, names) : undefined;
  if (meant === undefined || kind === 'skill' || isSameWord(name, meant)) return meant;
  return editDistance(name.toLowerCase(), meant.toLowerCase()) <= 1 ? meant : undefined;
}

/** The name of a server is spelled differently in the names of its tools than in a list of servers. */
const spelled = (
  meant: string,
  { path: [field] }: Reference,
  { spelled: spell }: Missing,
): string => (field === 'tools' && spell ? spell(meant) : meant);

// Finds where a skill or MCP server that an agent uses is defined. Its name may be spelled differently where it is used.

/** Empty where no known file defines it. */
export function definedAs(
  workspace: Definitions,
  host: Host,
  kind: ReferenceKind,
  name: string,
): readonly KnownName[] {
  const exact = workspace.companions(host, kind, 'defines', name);
  const known = host.missing?.[kind];
  if (exact.length > 0 || !known) return exact;
  return workspace
    .definedNames(host, kind)
    .filter((one) => isSpelledAs(one, name, known))
    .flatMap((one) => workspace.companions(host, kind, 'defines', one));
}

/** Whether something that is defined as `defined` is used under `name`. */
export function isSpelledAs(
  defined: string,
  name: string,
  { spelled, foldsCase }: Pick<Missing, 'spelled' | 'foldsCase'>,
): boolean {
  const isSame = (one: string): boolean =>
    one === name || (foldsCase === true && one.toLowerCase() === name.toLowerCase());
  return isSame(defined) || (spelled !== undefined && isSame(spelled(defined)));
}
