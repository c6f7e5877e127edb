// What a command works with.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { FileSystem } from '../world/file-system';

/** The files, and the hosts that read them. */
export interface World extends FileSystem {
  readonly catalog: HostCatalog;
}
