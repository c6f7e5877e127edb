// What a host knows of models.

import type { Message } from '../text/message';
import type { Evidence } from './evidence';
import { remembered } from './remembered';

export interface Model {
  /** As written in the file. */
  readonly id: string;
  readonly means: string;
  /** An alias: the id that the host sends for it. */
  readonly standsFor?: string;
  /** No longer offered since that day (ISO), or run as another. */
  readonly retired?: { readonly since?: string; readonly becomes?: string };
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

/** What becomes of a model as written. */
export interface ModelVerdict {
  /** The id that the host sends, `inherit`, or null where that is not known here. */
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
  readonly effect: Message;
  /** A model of this host that does the same work. */
  readonly instead?: string;
}

export interface ModelCatalogue {
  /** Offered first, in this order. */
  readonly models: readonly Model[];
  /** For hosts whose models are `provider/model`. Loaded when first asked for. */
  readonly providers?: () => readonly Provider[];
  /** @param offered names of models that the running editor has; only hosts that take those look at them. */
  readonly resolve: (written: string, offered?: readonly string[]) => ModelVerdict;
  /** Which models there are depends on who is signed in. */
  readonly ofAccount?: true;
  /** The variants that the host's catalogue has for a model. */
  readonly variants?: (written: string) => readonly string[];
  readonly evidence: Evidence;
}

/** The ids that are still offered. */
export const offeredModels = remembered(({ models }: ModelCatalogue): readonly string[] =>
  models.filter(({ retired }) => !retired).map(({ id }) => id),
);
