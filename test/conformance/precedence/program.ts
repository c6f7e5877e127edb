// A program that is asked which files of a tree are its agents.
import type { Laid } from './lay';

/** One agent as the program lists it. */
export interface Listed {
  readonly name: string;
  /** As in the case: the file that gave the description first, then those that left their mark. None: the host's own. */
  readonly files: readonly string[];
  /** For a built-in agent of the host: it is still that agent, with the settings of the file applied to it. */
  readonly isChanged?: boolean;
}

export interface Answer {
  readonly version: string;
  readonly agents: readonly Listed[];
}

export interface Program {
  readonly host: string;
  /** Files are laid over each other: each leaves a mark. */
  readonly marks: boolean;
  /** Below the home, what stands for `~/.config`. */
  readonly config?: string;
  /**
   * Every agent that is available if the program is started in the folder of the case.
   * @param folder what holds its `node_modules`
   */
  readonly ask: (folder: string, laid: Laid) => Promise<Answer>;
}
