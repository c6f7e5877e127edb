// Plugins that settings switch on, each by its name and that of its marketplace.
import type { Sentence } from '../../text/message';
import type { Entry } from '../../yaml/value';
import type { Evidence } from './evidence';
import type { LocatedFile } from './located-file';

/** A marketplace that settings refer to. */
export interface ReferredMarketplace {
  /** The name that the settings give it. */
  readonly key: string;
  /** What is in its file, which is in the project; null where the marketplace is elsewhere or could not be read. */
  readonly content: MarketplaceContent | null;
}

export interface MarketplaceContent {
  /** Relative to the root of the project. */
  readonly file: string;
  /** The name that the file states, by which the host knows it. */
  readonly name: string;
  /** The names of the plugins in its list. */
  readonly plugins: readonly string[];
  /** Earlier names of plugins, which still load. */
  readonly formerNames: readonly string[];
}

export interface SwitchedPlugin {
  readonly entry: Entry;
  readonly plugin: string;
  /** Null where the name has no such part. */
  readonly marketplace: string | null;
}

/** How settings switch plugins on. */
export interface PluginSwitches {
  /** The key with their names. */
  readonly key: string;
  readonly on: (fields: readonly Entry[]) => readonly SwitchedPlugin[];
  readonly marketplaces: (
    fields: readonly Entry[],
    place: LocatedFile,
  ) => readonly ReferredMarketplace[];
  /** What happens to one that no marketplace lists. A sentence with `{host}`. */
  readonly unlisted: Sentence;
  readonly evidence: Evidence;
}
