// A fact that a host declares, with the change that takes it away: what no recorded case notices has no proof.
import type { Evidence } from '../../../server/hosts/model/evidence';
import type { Host } from '../../../server/hosts/model/host';

/** The host without the fact. */
export type Removal =
  /** Another value of the host. */
  | {
      readonly by: 'change';
      readonly change: (host: Host) => Host;
      /** The same fact taken away in other ways, where the first one may not show. */
      readonly or?: readonly ((host: Host) => Host)[];
    }
  /** A name that is erased from the tables of the host's tools and models, which its code reads when it is loaded. */
  | { readonly by: 'name'; readonly name: string }
  /** A name that the host does not grant takes the place of one that it grants. */
  | { readonly by: 'grant'; readonly name: string; readonly instead: string };

export interface DeclaredFact {
  /** Unique in the host: `field color in agent, value "red"`. */
  readonly id: string;
  readonly evidence: Evidence;
  /** The dialects that it belongs to; absent where it applies to all of them. */
  readonly dialects?: readonly string[];
  /** Words of cases that probably exercise it; these are asked first. */
  readonly words: readonly string[];
  /** Only cases with these words prove it. */
  readonly mustMention?: true;
  /** Whether cases of agents that share a name prove it: instead of cases of one file, or as well. */
  readonly ofNames?: 'only' | 'too';
  /** Null where no recorded case can depend on it, because cases hold agent files only. */
  readonly removal: Removal | null;
}
