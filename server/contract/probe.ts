// What `dossier probe` prints as JSON: plain data, with nothing imported. Keys may be added, but not removed.

export interface ProbeResult {
  readonly call: { readonly tool: string; readonly subject: string };
  readonly programs: readonly ProgramProbe[];
}

/** What `dossier probe --guards` prints as JSON. */
export interface GuardsResult {
  readonly guards: readonly GuardProbe[];
}

/** A rule that denies or a hook that checks, and what the programs do with a call to which it applies. */
export interface GuardProbe {
  /** The ID of the program whose guard it is. */
  readonly host: string;
  readonly text: string;
  readonly file: string;
  /** From 1; null where it is not known. */
  readonly line: number | null;
  /** Null where no call was found on which the program decides by it. */
  readonly call: ProbeResult['call'] | null;
  /** Empty without a call. */
  readonly programs: readonly ProgramProbe[];
}

/** What a program does with the call, by the settings in the project. */
export interface ProgramProbe {
  /** The ID of the program. */
  readonly host: string;
  readonly hostVersion: string;
  readonly action: 'allow' | 'ask' | 'deny' | 'unknown';
  /** Whole sentences. */
  readonly why: string;
  /** The rule that decides; null where none does. */
  readonly rule: ProbedRule | null;
  /** The hooks that run before the call, in the order of the files. */
  readonly hooks: readonly ProbedHook[];
}

export interface ProbedRule {
  readonly text: string;
  readonly action: string;
  /** Null for a rule that the program has itself. */
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
}

export interface ProbedHook {
  readonly event: string;
  readonly matcher: string | null;
  readonly runs: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}
