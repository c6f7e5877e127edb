// A field of a host: its type, and what the host does with invalid, empty, missing and unknown fields.

import { memoize } from '../../text/memoize';
import type { Sentence } from '../../text/message';
import type { Entry, Value } from '../../yaml/value';
import type { Definable } from './companion';
import type { Consequence } from './consequence';
import type { Evidence } from './evidence';
import type { LocatedFile } from './located-file';
import type { FieldOutcome, FileOutcome } from './outcome';
import type { Capability } from './tool-purposes';
import type { Problem, Type } from './type';
import type { VersionRange } from './version';

export interface Field extends VersionRange {
  /** What the field does, in one sentence. */
  readonly summary: string;
  readonly type: Type;
  readonly otherwise: Consequence;
  /**
   * What happens to `key:` without a value, where that differs from other invalid values. `checked`: it does not, although the dialect
   * accepts fields without a value.
   */
  readonly empty?: Consequence | 'accepted' | 'checked';
  /** The behavior when the field is missing: a sentence. */
  readonly absent: string;
  /** What the host does when the field is missing. Absent for optional fields. */
  readonly required?: Consequence;
  /** It is not required next to this field. */
  readonly requiredWithout?: string;
  /** It is not required where a companion file defines one of these names. */
  readonly requiredUnless?: (place: LocatedFile) => readonly Definable[];
  readonly deprecated?: {
    readonly by?: string;
    readonly effect: Sentence;
    /** True in the deprecated field means false in its replacement. */
    readonly opposite?: true;
    /** Deprecated only where the replacement is present too. */
    readonly onlyWithReplacement?: true;
  };
  /** The numbers that model providers accept, where the host itself checks no bounds. */
  readonly range?: {
    readonly min: number;
    readonly max: number;
    /** A sentence with `{host}`. */
    readonly effect: Sentence;
    readonly evidence: Evidence;
  };
  /** The other field without which it has no effect. */
  readonly needs?: {
    readonly key: string;
    readonly value: string;
    /** A sentence with `{host}`. */
    readonly effect: Sentence;
  };
  /** Why a valid value has no effect here: a sentence with `{host}`. */
  readonly noEffect?: Sentence;
  /** Why a value probably has no effect, in whichever form it is written, where that is not known: a sentence with `{host}`. */
  readonly mayHaveNoEffect?: Sentence;
  /** The field is known, but never completed. */
  readonly isNeverOffered?: true;
  /** The YAML that completion inserts after the key; `$1` is the first tab stop. */
  readonly snippet?: string;
  /** Further details for the hover. */
  readonly details?: string;
  /** A check of what `type` cannot express. Null: check the value by `type` alone. @param fields all of the file */
  readonly judge?: (value: Value, fields?: readonly Entry[]) => CustomCheckResult | null;
  /** It controls what the agent may do without asking, or code that the host runs: no fix changes it without the user's consent. */
  readonly governs?: 'permission' | 'code';
  /** It allows more without asking and takes nothing away: nothing is unlimited where it is lost. */
  readonly onlyGrants?: true;
  /**
   * Values meant to restrict the agent, including those of other programs, each with the capabilities it denies. Any other
   * invalid value loses no restriction. Compared ignoring case, hyphens and underscores.
   */
  readonly limitWords?: Readonly<Record<string, readonly Capability[]>>;
  /** Tools that a valid value adds to the list of allowed ones, unless they are denied. */
  readonly adds?: readonly string[];
  /** What the field is for, so that rules and features need not know its name. */
  readonly role?: FieldRole;
  /** Only displayed, or read by other programs: it does not change how the agent works. */
  readonly isForDisplay?: true;
  readonly evidence: Evidence;
  /** How it is known which values are accepted, where that differs from `evidence`. */
  readonly valueEvidence?: Evidence;
}

/** The result of a field's own check of its value. */
export interface CustomCheckResult {
  readonly outcome: FieldOutcome;
  readonly problems: readonly Problem[];
  /** What the host does about the problems; absent where there are none. */
  readonly otherwise?: Consequence;
}

export type FieldRole =
  | 'name'
  | 'description'
  /** The prompt itself, in a document without a body. */
  | 'prompt'
  | 'tools'
  | 'denied-tools'
  | 'model'
  | 'color'
  | 'mode'
  | 'permission'
  | 'hooks'
  | 'servers'
  | 'disable'
  | 'user-invocable'
  | 'model-invocable'
  | 'hidden';
/** For a host that gives no sign of keys that it does not know. */
export const silentlyIgnored = {
  outcome: 'ignored',
  effect: '{host} silently ignores it.',
} as const satisfies Partial<UnknownFields>;

export interface UnknownFields {
  readonly outcome: FieldOutcome;
  /** The outcome of the whole file, where one unknown key affects it. */
  readonly file?: Exclude<FileOutcome, 'loads'>;
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
  /** Keys that authors write by mistake, with the field they mean: `allowed-tools` for `tools`. */
  readonly meant: Readonly<Record<string, string>>;
  /** Keys that the host's documentation recommends although the host itself ignores them. */
  readonly options?: { readonly keys: readonly string[]; readonly evidence: Evidence };
  readonly evidence: Evidence;
  /** What to do instead, by keys that authors take for fields: a sentence with `{host}`. */
  readonly expected?: Readonly<Record<string, Sentence>>;
}

export { memoize } from '../../text/memoize';
export type { Consequence } from './consequence';

/** The keys of a table, the same list each time. */
export const keysOf = memoize((table: object): readonly string[] => Object.keys(table));
