// Programs that may read an agent of a plugin, although the file is none of their documents there.
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { placeIn } from '../../hosts/catalog/places';
import { agentDialects, type Dialect } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import type { Verdict } from '../../hosts/model/verdict';

/** The dialects of hosts that share the folder of agents in projects, and may read those of plugins: the author may mean them. */
export const pluginReaders = (
  { mainHosts }: HostCatalog,
  { place: { host, location } }: Verdict,
): readonly Dialect[] =>
  location.scope === 'plugin'
    ? mainHosts
        .filter((other) => mayReadPlugins(other) && placeIn(other, host.ownFile)?.role === 'owner')
        .flatMap(({ dialects }) => agentDialects(dialects))
    : [];

const mayReadPlugins = ({ plugins }: Host): boolean =>
  plugins === 'unmeasured' || plugins?.agentPlace !== undefined;
