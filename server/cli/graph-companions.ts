// The files next to agents: agents that a host's configuration file defines, and the agents that prompt files, commands and
// skills name.
import type { KnownName } from '../rules/workspace-view';
import { companionsAt } from '../workspace/companions/files';
import { readCompanion } from '../workspace/companions/read';
import { absolute, placeContext } from './paths';
import type { World } from './world';

export interface Companions {
  /** The file that defines an agent, by host and name. */
  readonly fileOf: (host: string, name: string) => string | undefined;
  /** The agents that they name or mention, with the path of the file as it is shown. */
  readonly names: readonly KnownName[];
}

/** Files that cannot be read are skipped. @param files in order. */
export function companionsIn(files: readonly string[], world: World): Companions {
  const defined = new Map<string, string>();
  const names: KnownName[] = [];
  for (const file of files)
    for (const one of namesIn(file, world)) {
      if (one.kind !== 'agent') continue;
      if (one.does === 'defines') defined.set(keyOf(one.host.id, one.name), file);
      else names.push({ ...one, path: file });
    }
  return { fileOf: (host, name) => defined.get(keyOf(host, name)), names };
}

const keyOf = (host: string, name: string): string => `${host} ${name}`;

function namesIn(file: string, world: World): readonly KnownName[] {
  const places = companionsAt(absolute(file, world), world.catalog.hosts, placeContext(world));
  if (places.length === 0) return [];
  const text = world.read(file);
  return typeof text === 'string' ? (readCompanion(text, places)?.names ?? []) : [];
}
