// The set of hosts that one run of the program knows. An entry point makes it once from the registry and passes it on, so
// tests can run with any hosts. Tables that are derived from it are memoized by it.

import { memoize } from '../../text/memoize';
import { type EditorDocument, type EditorSupport, noBuiltin } from '../model/editor-support';
import { foldersOf } from '../model/glob';
import type { Host } from '../model/host';

export class HostCatalog {
  /** All hosts, including the profiles: other generations of a host. */
  readonly hosts: readonly Host[];
  /** The hosts that are used by default: all except profiles. */
  readonly mainHosts: readonly Host[];
  /** The hosts for which an author may have written a file that is in no folder, or in one of another host. */
  readonly comparedHosts: readonly Host[];
  /** The folders, relative to the home folder, in which some host looks for agents: `.claude/agents`. */
  readonly userFolders: readonly string[];
  readonly #byId: ReadonlyMap<string, Host>;

  constructor(hosts: readonly Host[]) {
    this.hosts = hosts;
    this.mainHosts = hosts.filter(({ profileOf }) => profileOf === undefined);
    this.comparedHosts = this.mainHosts.filter(({ isOnlyInOwnFolders }) => !isOnlyInOwnFolders);
    this.userFolders = [
      ...new Set(
        hosts.flatMap(({ locations }) =>
          locations.filter(({ scope }) => scope === 'user').flatMap(({ glob }) => foldersOf(glob)),
        ),
      ),
    ];
    this.#byId = new Map(hosts.map((host) => [host.id, host]));
  }

  /** Undefined for an unknown id. */
  hostById(id: string): Host | undefined {
    return this.#byId.get(id);
  }

  /** The main hosts, and the profiles among `chosen`. A chosen earlier version of a host takes its place. */
  mainHostsWith(chosen: readonly Host[] | null): readonly Host[] {
    if (chosen === null) return this.mainHosts;
    return [
      ...this.mainHosts.map((host) => chosen.find(({ id }) => id === host.id) ?? host),
      ...chosen.filter(({ profileOf }) => profileOf !== undefined),
    ];
  }

  /** The host and its profiles: all of its known generations. */
  readonly generationsOf = memoize((host: Host): readonly Host[] => {
    const first = this.mainOf(host);
    return [first, ...this.hosts.filter(({ profileOf }) => profileOf === first.id)];
  });

  /** The host of the given generation, such as `2`; undefined if it is unknown. */
  hostOfGeneration(host: Host, wanted: string): Host | undefined {
    return this.generationsOf(host).find(({ generation }) => generation === wanted);
  }

  /** The product name with the generation: `OpenCode 1`. */
  generationName(host: Host): string {
    return host.generation === undefined
      ? host.name
      : `${this.mainOf(host).name} ${host.generation}`;
  }

  /** The product name, with the version where it is not that of the declaration: `Kilo 7.7.2`. */
  versionedName({ id, name, version }: Host): string {
    return version === this.hostById(id)?.version ? name : `${name} ${version}`;
  }

  /** The host that a profile belongs to; the host itself if it is not a profile. */
  mainOf(host: Host): Host {
    return host.profileOf === undefined ? host : (this.hostById(host.profileOf) ?? host);
  }

  /** The built-in support of the first host that is an editor and supports the document; `noBuiltin` if there is none. */
  editorSupportFor(document: EditorDocument): EditorSupport {
    for (const { editorSupport } of this.hosts) {
      const found = editorSupport?.(document);
      if (found) return found;
    }
    return noBuiltin;
  }
}
