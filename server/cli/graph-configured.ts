// Agents that are defined in a host's configuration file, which may contain several of them. References to these agents
// resolve to that file.
import { companionsAt } from '../workspace/companions/files';
import { companionNames } from '../workspace/companions/names';
import { absolute, placeContext } from './paths';
import type { World } from './world';

/**
 * Returns the file that defines each agent, by host and name. Files that cannot be read are skipped.
 * @param companions files next to the agents, in order.
 */
export function configuredAgents(
  companions: readonly string[],
  world: World,
): (host: string, name: string) => string | undefined {
  const files = new Map<string, string>();
  for (const file of companions) if (placesOf(file, world).length > 0) enter(file, world, files);
  return (host, name) => files.get(keyOf(host, name));
}

const keyOf = (host: string, name: string): string => `${host} ${name}`;

const defines = ({ kind, does }: { kind: string; does: string }): boolean =>
  kind === 'agent' && does === 'defines';

const placesOf = (file: string, world: World): ReturnType<typeof companionsAt> =>
  companionsAt(absolute(file, world), world.catalog.hosts, placeContext(world)).filter(
    ({ file: { names } }) => names.some(defines),
  );

function enter(file: string, world: World, to: Map<string, string>): void {
  const text = world.read(file);
  if (typeof text !== 'string') return;
  for (const { host, file: declared, path } of placesOf(file, world))
    for (const found of companionNames(text, declared, path) ?? [])
      if (defines(found)) to.set(keyOf(host.id, found.name), file);
}
