// What one host's reader makes of a text. `judge` takes readings and nothing else, so a host may read any syntax.

import type { Outline } from '../agent/outline';
import type { Entry } from '../agent/value';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Context } from './context';
import type { Place } from './place';

export type FlawCode =
  | 'no-frontmatter'
  | 'leading-text'
  | 'unclosed-fence'
  | 'early-fence'
  | 'fence-language'
  | 'yaml'
  | 'yaml-repaired'
  | 'frontmatter-lost'
  | 'not-a-mapping'
  | 'duplicate-key'
  | 'executable'
  /** The manifest of the plugin that the file lies in costs the whole plugin. */
  | 'broken-manifest'
  | 'too-large'
  /** The agent's name, out of the file or of its path, is one that this host trips over, or loses. */
  | 'name-breaks-host'
  | 'name-vanishes'
  /** A value that this host reads and then cannot pass on, at the cost of more than this agent. */
  | 'value-breaks-host'
  /** A file with nothing in it, where this host trips over one. */
  | 'empty-file'
  /** The prompt asks for what this host does not give to such a file. */
  | 'blocked-reference'
  /** The prompt asks for a file that this host gives to no such file; whether it is there decides. */
  | 'outside-reference';

/** Something the reader stumbled over; a fault of the file is a value, never thrown. */
export interface Flaw {
  readonly code: FlawCode;
  readonly span: Span;
  /** In plain words, where there is more to say than the code does. */
  readonly message?: string;
  /** What a repair pass changed, so that its damage can be shown. */
  readonly repairs?: readonly Edit[];
  /** A flaw that costs the agent, in the host that has it. */
  readonly fatal: boolean;
}

export interface ReadAgent {
  /** Top-level keys as this host sees them, in source order, each once. */
  readonly fields: readonly Entry[];
  readonly prompt: { readonly text: string; readonly span: Span };
}

export interface Reading {
  /** None where the host finds no agent in the text. */
  readonly agents: readonly ReadAgent[];
  readonly flaws: readonly Flaw[];
}

export interface ReaderInput {
  readonly outline: Outline;
  readonly place: Place;
  readonly context: Context;
}

/** Never throws; any text gives a reading. */
export type Reader = (input: ReaderInput) => Reading;
