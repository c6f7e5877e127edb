// Support that an editor brings by itself for the same files. What it shows already is not said, offered or
// explained a second time.
import { noBuiltin } from './no-builtin';
import { hosts } from './registry';

/** What a finding is about, in words that belong to no rule. */
export type BuiltinKind =
  | 'unknown-field'
  | 'ineffective-field'
  | 'deprecated-field'
  | 'invalid-type'
  | 'invalid-value'
  | 'empty'
  | 'yaml'
  | 'unknown-tool'
  | 'renamed-tool'
  | 'model'
  | 'unknown-agent'
  | 'missing-link'
  | 'body-tool'
  | 'chatmode';

export interface Builtin {
  /** The characters at which it is asked for completions: at any other it is not. */
  readonly triggers: readonly string[];
  /** Names of fields that it offers. */
  readonly completesFields: readonly string[];
  /** The tools that it offers in every window; others come with the extensions of the editor and an account. */
  readonly tools: readonly string[];
  /** By field: the values that it offers; everything where it offers all that there is. */
  readonly offers: Readonly<Record<string, readonly string[] | 'everything'>>;
  /** By host: the kinds of findings that it says of that host. */
  readonly reports: Readonly<Record<string, readonly BuiltinKind[]>>;
  /** Kinds of findings that it offers to mend as well. */
  readonly mends: readonly BuiltinKind[];
  /** Fields whose type and values it checks: `invalid-type`, `invalid-value` and `empty` are said of these only. */
  readonly checks: readonly string[];
  /** Fields that it explains; on their values too. */
  readonly hovers: readonly string[];
  /** Whether it offers and colours `#tool:` and `#file:` in the prompt. */
  readonly body: boolean;
  /** Fields of a file that is no agent: from their value it goes to an agent of that host, or explains that agent. */
  readonly namesAgents?: {
    readonly host: string;
    readonly leads: readonly string[];
    readonly explains: readonly string[];
  };
}

/** A document as the editor has it open. */
export interface Beside {
  /** Of the editor: `1.139.1`. Absent where it is not known: taken for a new one. */
  readonly version?: string;
  readonly languageId: string;
  readonly path: string;
  /** What the field `target` says. */
  readonly target?: string;
}

/** What the editor itself shows for a document, where one of the hosts is the editor. */
export function builtinFor(beside: Beside): Builtin {
  for (const { builtin } of hosts) {
    const found = builtin?.(beside);
    if (found) return found;
  }
  return noBuiltin;
}
