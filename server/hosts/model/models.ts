// The models of a host.

import { memoize } from '../../text/memoize';
import type { Sentence } from '../../text/message';
import type { Definable } from './companion';
import type { Evidence } from './evidence';

export interface Model {
  /** As written in the file. */
  readonly id: string;
  readonly means: string;
  /** For an alias: the id that the host sends instead. */
  readonly standsFor?: string;
  /** What an alias stood for in earlier versions of the host, until the last one that was asked; the oldest first. */
  readonly formerly?: readonly { readonly until: string; readonly standsFor: string }[];
  /** Set for models that are no longer offered (since an ISO date), or are replaced by another. */
  readonly retired?: { readonly since?: string; readonly becomes?: string };
  /** How it is known, where that differs from the evidence of the catalog. */
  readonly evidence?: Evidence;
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly models: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
  }[];
}

/** What a host does with a model as written in the file. */
export interface ModelVerdict {
  /** The id that the host sends, `inherit`, or null where unknown. */
  readonly effective: string | null;
  readonly outcome:
    | 'known'
    | 'alias'
    | 'inherits'
    | 'retired'
    | 'remapped'
    | 'foreign'
    | 'unlisted'
    | 'unchecked'
    | 'malformed';
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
  /** The agent runs where a companion file defines one of these names. */
  readonly unlessDefined?: readonly Definable[];
  /** A model of this host to use instead. */
  readonly instead?: string;
  /** The date on which the model was retired: `2026-01-05`. */
  readonly since?: string;
}

/** For a file that names no model, or the one of the session. */
export const inheritedModel: ModelVerdict = {
  effective: 'inherit',
  outcome: 'inherits',
  effect: '{host} uses the model of the session.',
};

export interface ModelCatalog {
  /** The models that completion offers first, in this order. */
  readonly models: readonly Model[];
  /** For hosts whose models have the form `provider/model`. Loaded on first use. */
  readonly providers?: () => readonly Provider[];
  /** The providers that the program lists before all others when a user signs in, in its order. */
  readonly listedFirst?: { readonly ids: readonly string[]; readonly evidence: Evidence };
  /** @param offered names of the models of the running editor; only some hosts use them. */
  readonly resolve: (written: string, offered?: readonly string[]) => ModelVerdict;
  /** The available models depend on the signed-in account. */
  readonly ofAccount?: true;
  /** The variants of a model in the host's catalog. */
  readonly variants?: (written: string) => readonly string[];
  readonly evidence: Evidence;
}

/** The ids of all models that are not retired. */
export const offeredModels = memoize(({ models }: ModelCatalog): readonly string[] =>
  models.filter(({ retired }) => !retired).map(({ id }) => id),
);
