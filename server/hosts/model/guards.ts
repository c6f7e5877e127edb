// What the settings of a project decide about one call of a tool: permission rules, and hooks that run before it.
import type { Sentence } from '../../text/message';
import type { Entry } from '../../yaml/value';
import type { Evidence } from './evidence';
import type { Action } from './permission-evaluator';
import type { ToolPurpose } from './tool-purposes';
import type { SettingsText } from './tool-settings';

/** A call of a tool. */
export interface ToolCall {
  /** Its name in the program. */
  readonly tool: string;
  /** The command, the path relative to the project, or the address; empty for any other call. */
  readonly subject: string;
}

/** A part of a settings file. `start` is its offset in UTF-16 units. */
interface Written {
  readonly file: string;
  readonly start: number;
}

/** The rule that decides. */
export interface DecidingRule extends Written {
  readonly text: string;
  readonly list: Action;
}

/** A hook that runs before the call. */
export interface GuardingHook extends Written {
  readonly event: string;
  /** Null where it runs before all calls. */
  readonly matcher: string | null;
  /** The command, the prompt or the address, as its type has it. */
  readonly runs: string;
}

export interface GuardedCall {
  readonly action: Action | 'unknown';
  /** Why: a sentence with `{host}`. */
  readonly why: Sentence;
  readonly rule?: DecidingRule;
}

/** A file of settings that the host uses, with its top-level keys. */
export interface UsedSettings {
  readonly file: string;
  readonly settings: readonly Entry[];
}

/** A call with what its tool is for, whether or not the host has a tool of that name. */
export interface PurposefulCall extends ToolCall {
  readonly purposes: readonly ToolPurpose[];
}

/**
 * The hooks that a host certainly runs before a call.
 * @param files all of its settings in the project, in the order of its locations
 */
export interface HooksBefore {
  readonly of: (call: PurposefulCall, files: readonly UsedSettings[]) => readonly GuardingHook[];
  readonly evidence: Evidence;
}

/** How a host decides on the calls of a session, by settings in the project. */
export interface Guards {
  /** Relative to the project, from the file with the lowest precedence to the one with the highest. */
  readonly files: readonly string[];
  /** Where the files have other settings too: the keys with which a project guards calls. */
  readonly keys?: readonly string[];
  /** Whether a name, besides `mcp__server__tool`, is that of a tool of a server. */
  readonly isServed?: (tool: string) => boolean;
  /** Reads the texts once for any number of calls. */
  readonly decide: (texts: readonly SettingsText[]) => (call: ToolCall) => GuardedCall;
  /** Calls as the host names them, `Bash: git push`, that show how one is written. */
  readonly examples: readonly string[];
  readonly evidence: Evidence;
}
