// Determines from files whether two plugins are loaded together: one marketplace lists both, or settings enable both.
import type { Host } from '../hosts/model/host';
import { rootOf } from '../hosts/model/located-file';
import { areSeparatePlugins } from '../hosts/model/name-precedence';
import type { Place } from '../hosts/model/place';
import type { KnownName, WorkspaceView } from './workspace-view';

export function areLoadedTogether(one: Place, other: Place, workspace: WorkspaceView): boolean {
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
