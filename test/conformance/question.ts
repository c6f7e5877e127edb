// A text at a place, as it is put to a program and to our judge.
import type { Context } from '../../server/hosts/model/context';

export interface Question {
  /** Short, and told apart from all others of the same run. */
  readonly id: string;
  /** From the root of a project; `~/` for the user's home. */
  readonly path: string;
  readonly text: string;
  /** What differs from the default context. */
  readonly context?: Partial<Context>;
  /** Only what is cheap to ask. */
  readonly brief?: boolean;
}

/** A plugin's agent lies below a folder of the plugin's name, beside its manifest. */
export const pluginFolder = 'plug';
