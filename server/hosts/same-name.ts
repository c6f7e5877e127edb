// Of several agents that a host calls by one name, which of them is the one. Each host declares its own order.
import type { Evidence } from './evidence';
import type { Place } from './place';

export interface SameName {
  /** The agent of the higher place is the one, wherever the two lie. */
  readonly rank: (place: Place) => number;
  /** Completes "<Host> ..." for the higher one: `takes the one of the project`. */
  readonly wins: string;
  /**
   * Two of one rank in folders of which one holds the other: which of them is the one. Absent where the folder that the
   * host is started in decides.
   */
  readonly outermost?: { readonly says: string };
  /** Two of one rank below the same folder. Completes "<Host> ..."; absent where it is not known. */
  readonly tie?: string;
  readonly evidence: Evidence;
}
