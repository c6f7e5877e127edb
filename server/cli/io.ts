// Where the command line writes, so that tests can read it.

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard input as text; read when a command asks for it. */
  readonly stdin: () => string;
  readonly color: boolean;
  /** Columns of the terminal that is written to; absent where it is none. */
  readonly columns?: number | undefined;
  /** Shows one line that is no output, in place of the one before; null: takes it away. Absent: nobody looks on. */
  readonly status?: ((line: string | null) => void) | undefined;
  /** Puts a question to the person at the terminal and waits for a line; null: no answer. Absent: nobody is there. */
  readonly ask?: ((question: string) => string | null) | undefined;
  /** Asks git about the folder that the command runs in. Absent where there is none to ask. */
  readonly git?: (args: readonly string[]) => {
    readonly code: number;
    readonly out: string;
    readonly err: string;
  };
  /** Calls back for each path at or below a folder that changes, until the process ends. Absent where nothing tells. */
  readonly watch?: (folder: string, changed: (path: string) => void) => void;
}

/** The exit codes of the outward contract. */
export const exit = { clean: 0, findings: 1, failed: 2 } as const;

/** Something that the user can put right: told in one line, without a trace. */
export class UsageError extends Error {}
