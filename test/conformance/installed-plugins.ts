// What a program has of plugins that were installed from a marketplace, as facts.
import { type Facts, names, yesNo } from './facts';

/** What a program has of the plugins that were installed. */
export interface Installed {
  /** Of each plugin, by the name by which it was installed. Null where it has none. */
  readonly versions: readonly (readonly [name: string, version: string | null])[];
  /** The names of agents, skills and commands. */
  readonly parts: readonly string[];
  readonly servers: readonly string[];
  /** Whether there are hooks; absent where that is not asked. */
  readonly hooks?: boolean | undefined;
}

export const installedFacts = ({ versions, parts, servers, hooks }: Installed): Facts => ({
  versions: names(versions.map(([name, version]) => `${name} ${version ?? '(none)'}`)),
  parts: names(parts),
  'servers-loaded': names(servers),
  ...(hooks !== undefined && { 'hooks-loaded': yesNo(hooks) }),
});
