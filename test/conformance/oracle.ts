// A program that answers questions: the host itself, installed from npm, run offline in folders of its own.
import type { Facts } from './facts';
import type { Question } from './question';

export interface Package {
  readonly name: string;
  readonly version: string;
}

/** What part of a program answers. */
export interface Answers {
  /**
   * - `program`: it is started as a user starts it, with a stub for the model.
   * - `session`: its own code makes the session of an agent; no model is called.
   * - `reader`: its own code reads the file and decides what is accepted. Which tools a session has is not seen.
   */
  readonly part: 'program' | 'session' | 'reader';
  /** A sentence for the page. */
  readonly how: string;
  /** Of the program, as its package states it. */
  readonly license: string;
}

export interface Oracle {
  readonly host: string;
  readonly answers: Answers;
  /** Its answers do not show which paths the program reads: the oracle chooses them. */
  readonly isGivenPlaces?: true;
  /** Where texts without a place of their own are asked about, in turn, if not only at the host's usual place. */
  readonly places?: readonly string[];
  /** What is installed; the first gives the version. */
  readonly packages: readonly Package[];
  /** Starts the program; `folder` holds `node_modules`. Absent where it cannot be asked from outside: its answers are recorded. */
  readonly start?: (folder: string) => Promise<Witness>;
  /** The ISO date of its answers, where it is not asked again. */
  readonly recordedOn?: string;
}

export interface Witness {
  /** In the words of the program. */
  readonly version: string;
  /** An answer to each question, in their order. */
  readonly ask: (questions: readonly Question[]) => Promise<readonly Facts[]>;
  readonly close: () => Promise<void>;
  /** What it has registered and we do not declare, or the other way round: a sentence each. Absent where it cannot be asked. */
  readonly undeclared?: readonly string[];
}
