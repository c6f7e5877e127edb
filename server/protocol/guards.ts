// What each program of a project decides about a call of a tool.

import type { ProbeAnswer } from './persona';

/** Request `dossier/guards`: what the programs of a folder decide about a call, by the settings in the folder. */
export const guardsMethod = 'dossier/guards';

export interface GuardsParams {
  /** The URI of an open folder. */
  readonly folder: string;
  /** `Bash: git push`, as for `dossier probe`. */
  readonly call: string;
}

export interface GuardsAnswer {
  /** Whether the call has a tool and, after a colon, what it is called with. */
  readonly isComplete: boolean;
  /** Calls that show how one is written. */
  readonly examples: readonly string[];
  /** The guards of the folder, while nothing is typed. */
  readonly guards: readonly FolderGuard[];
  /** Those that the folder configures. */
  readonly programs: readonly GuardedProgram[];
}

/** A rule that denies or a hook that checks, and what the programs do with a call to which it applies. */
export interface FolderGuard {
  readonly call: string;
  /** `deny Bash(git push:*)`, `PreToolUse Bash: ./check.sh`. */
  readonly guard: PlacedText;
  readonly programs: readonly GuardedProgram[];
  /** A program makes the call at once: it does not ask the user, and none of its hooks runs before. */
  readonly isUnguarded: boolean;
}

export interface GuardedProgram {
  readonly hostName: string;
  readonly action: ProbeAnswer['action'];
  /** Whole sentences; may be empty. */
  readonly why: string;
  /** `deny Bash(git push:*)`; null where no rule decides. */
  readonly rule: PlacedText | null;
  /** `PreToolUse Bash: ./check.sh`: the hooks that run before the call. */
  readonly hooks: readonly PlacedText[];
}

interface PlacedText {
  readonly text: string;
  /** Null for what is in no file. */
  readonly at: TextPlace | null;
}

export interface TextPlace {
  readonly uri: string;
  /** Relative to the folder. */
  readonly path: string;
  /** 0-based. */
  readonly line: number;
}
