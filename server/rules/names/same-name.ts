// Determines which of several agents with the same name a host uses.

import type { Host } from '../../hosts/model/host';
import { distinctPath, rootOf } from '../../hosts/model/located-file';
import {
  against,
  areSeparatePlugins,
  isVisibleFrom,
  shadowingAgentOf,
} from '../../hosts/model/name-precedence';
import { effectIn } from '../../hosts/model/outcome';
import { agentKindOf, type Place } from '../../hosts/model/place';
import { composed, joined, type Message, t } from '../../text/message';
import type { KnownAgent, KnownName, WorkspaceView } from '../workspace-view';

export interface Namesakes {
  /**
   * `shadowed`: the host uses another agent. `shared`: the order in which the host reads the files decides. `shadowed`: another
   * file is not loaded and prevents this one from being loaded.
   */
  readonly kind: 'shadowed' | 'shared' | 'silenced';
  /** The agents that cause this. */
  readonly others: readonly [KnownAgent, ...KnownAgent[]];
  readonly message: Message;
  /** This is how the host is meant to work: an agent of a project overrides one of the user's home. */
  readonly isMeant: boolean;
}

/** Null for an agent whose name is unique or that overrides the others. */
export function namesakesOf(agent: KnownAgent, workspace: WorkspaceView): Namesakes | null {
  const { place, id, path, isConfigured } = agent;
  const { sameName } = agentKindOf(place) ?? {};
  // For a guest the two files are often copies of one agent for different hosts.
  if (id === null || !sameName || place.role === 'guest' || isConfigured) return null;
  if (isAlone(agent, id, workspace)) return null;
  const among = readTogether(agent, id, workspace);
  const shadowed = shadowedBy(agent, id, among);
  if (shadowed) return shadowed;
  const others = workspace
    .called(place.host, id)
    .filter(
      // A configuration is meant to override a file, unless nothing of the file is left then.
      (other) =>
        other.path !== path &&
        other.place.role === 'owner' &&
        (!other.isConfigured || sameName.behind.becomes === 'lost'),
    )
    .filter((other) => !shadowingAgentOf(other, among.silent, among.called, sameName))
    .map((other) => ({
      other,
      order: against(
        place,
        other.place,
        sameName,
        areLoadedTogether(place, other.place, workspace),
      ),
    }));
  for (const { other, order } of others) {
    if (order?.goes !== 'behind' || !isVisibleFrom(other.place, place)) continue;
    return {
      kind: 'shadowed',
      others: [other],
      message: joined([
        t('"{name}" is also defined in {path}.', {
          name: id,
          path: distinctPath(other.place, place),
        }),
        effectIn(place.host, order.effect),
        effectIn(place.host, sameName.behind.effect),
      ]),
      isMeant: place.location.scope !== 'project' && other.place.location.scope === 'project',
    };
  }
  const [first, ...more] = others.filter(({ order }) => order?.goes === 'either');
  if (!first?.order) return null;
  const args = { name: id, path: distinctPath(first.other.place, place), count: more.length };
  return {
    kind: 'shared',
    others: [first.other, ...more.map(({ other }) => other)],
    message: composed`${
      more.length === 0
        ? t('"{name}" is also defined in {path}.', args)
        : t('"{name}" is also defined in {path} and {count} more.', args)
    } ${effectIn(place.host, first.order.effect)}`,
    isMeant: false,
  };
}

/** A fast check, because nearly every agent has a unique name. */
function isAlone({ place, path }: KnownAgent, id: string, workspace: WorkspaceView): boolean {
  for (const one of workspace.inAnyHost(id))
    if (one.path !== path && one.place.host === place.host) return false;
  return workspace.shadowing(place.host, id).length === 0;
}

interface ReadTogether {
  /** Files with the name that are not loaded. */
  readonly silent: readonly KnownAgent[];
  readonly called: readonly KnownAgent[];
}

/** The files with the name that the host reads whenever it reads this one. */
function readTogether(
  { place, path }: KnownAgent,
  id: string,
  workspace: WorkspaceView,
): ReadTogether {
  const isRead = (one: KnownAgent): boolean => isVisibleFrom(one.place, place);
  const silent = workspace
    .shadowing(place.host, id)
    .filter((one) => one.path !== path && one.place.role === 'owner' && isRead(one));
  if (silent.length === 0) return { silent, called: silent };
  return { silent, called: workspace.called(place.host, id).filter(isRead) };
}

function shadowedBy(
  agent: KnownAgent,
  id: string,
  { silent, called }: ReadTogether,
): Namesakes | null {
  const { place } = agent;
  const { sameName } = agentKindOf(place) ?? {};
  const { name: host } = place.host;
  const other = shadowingAgentOf(agent, silent, called, sameName);
  if (!other || !sameName?.silent) return null;
  return {
    kind: 'silenced',
    others: [other],
    message: composed`${t(
      '{host} does not use this agent because "{name}" is also defined in {path}.',
      {
        host,
        name: id,
        path: distinctPath(other.place, place),
      },
    )} ${effectIn(place.host, sameName.silent.effect)}`,
    // Another rule reports configurations, and a project may disable an agent of the user's home on purpose.
    isMeant:
      other.isConfigured ||
      (place.location.scope !== 'project' && other.place.location.scope === 'project'),
  };
}

// Determines from files whether two plugins are loaded together: one marketplace lists both, or settings enable both.

function areLoadedTogether(one: Place, other: Place, workspace: WorkspaceView): boolean {
  if (!areSeparatePlugins(one, other)) return false;
  const { host } = one;
  const known = workspace
    .definedNames(host, 'plugin')
    .flatMap((name) => workspace.companions(host, 'plugin', 'defines', name));
  if (known.length === 0) return false;
  const [mine, theirs] = [one, other].map((place) => known.filter((name) => isAt(name, place)));
  const shares = (a: readonly string[], b: readonly string[]): boolean =>
    a.some((path) => b.includes(path));
  const lists = [mine, theirs].map((names = []) => names.map(({ path }) => path));
  if (shares(lists[0] ?? [], lists[1] ?? [])) return true;
  const [a = [], b = []] = lists.map((paths) => settingsFor(paths, known, workspace, host));
  return shares(a, b);
}

/** A marketplace gives the folder, `./plugins/tools`, or only its last part if it sets a root for all plugins. */
function isAt({ name, root }: KnownName, place: Place): boolean {
  if (name.includes('@')) return false;
  const folder = rootOf(place);
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) return folder === root;
  const isBelow = root === '' || folder.startsWith(`${root}/`);
  return isBelow && `/${folder}`.endsWith(`/${parts.join('/')}`);
}

/** The settings that enable a plugin of one of these marketplaces: `tools@market`. */
const settingsFor = (
  lists: readonly string[],
  known: readonly KnownName[],
  workspace: WorkspaceView,
  host: Host,
): readonly string[] =>
  known.flatMap(({ name, path }) => {
    const market = name.slice(name.lastIndexOf('@') + 1);
    const isFrom =
      name.includes('@') &&
      workspace
        .companions(host, 'plugin', 'names', market)
        .some((list) => lists.includes(list.path));
    return isFrom ? [path] : [];
  });
