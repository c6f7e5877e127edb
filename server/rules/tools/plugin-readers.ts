// Programs that may read an agent of a plugin, although it is not known how they read plugins.
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { placeIn } from '../../hosts/catalog/places';
import { agentDialects, type Dialect } from '../../hosts/model/dialect';
import type { Verdict } from '../../hosts/model/verdict';

/**
 * The dialects of hosts that share the folder of agents in projects, and of which it is not known how they read plugins: the author of
 * a plugin may mean them.
 */
export const unmeasuredReaders = (
  { mainHosts }: HostCatalog,
  { place: { host, location } }: Verdict,
): readonly Dialect[] =>
  location.scope === 'plugin'
    ? mainHosts
        .filter(
          (other) =>
            other.plugins === 'unmeasured' && placeIn(other, host.ownFile)?.role === 'owner',
        )
        .flatMap(({ dialects }) => agentDialects(dialects))
    : [];
