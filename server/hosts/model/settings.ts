// Settings that guard what agents may do, or that define servers, in a file of their own.
import type { Sentence } from '../../text/message';
import type { Entry, StringValue } from '../../yaml/value';
import type { Evidence } from './evidence';
import type { ToolPurposes } from './tool-purposes';

/** What is lost with a settings file: what it denies, asks about or checks, or a server. */
export interface Guard {
  readonly kind: 'deny' | 'ask' | 'limit' | 'hook' | 'server';
  /** A rule as it is written, the key of another limit, an event, or the name of a server. */
  readonly name: string;
}

/** What happens to a key that occurs again later in the same object. */
export interface KeyTwice {
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
  readonly evidence: Evidence;
}

export const lastCounts = (evidence: Evidence): KeyTwice => ({
  effect: '{host} ignores this one.',
  evidence,
});

/** What the top-level keys of settings guard, in source order. */
export type GuardReader = (settings: readonly Entry[]) => readonly Guard[];

/** A command that a hook runs in the folder of the project. */
export interface HookCommand {
  readonly event: string;
  readonly command: StringValue;
}

/** How a program compares the matchers of hooks with the names of tools. */
export interface ToolMatchers {
  /** By event: what happens to a hook whose matcher names no tool. A sentence with `{host}`. */
  readonly idle: Readonly<Record<string, Sentence>>;
  readonly names: (matcher: string, tool: string) => boolean;
  /** The tools as hooks know them; absent where these are the names that agents have for them. */
  readonly tools?: ToolPurposes;
  /** A part of a name counts too, so that a word in lowercase may name a tool of a server. */
  readonly findsParts?: true;
  readonly evidence: Evidence;
}

/** The commands of hooks in settings, and what a program does where one cannot run its script. */
export interface HookScripts {
  /** In source order. */
  readonly commands: (settings: readonly Entry[]) => readonly HookCommand[];
  /** By event: where the shell or the interpreter does not find the script, or cannot run it. A sentence with `{host}`. */
  readonly failed: Readonly<Record<string, Sentence>>;
  /** The same at any other event; absent where that is not known. */
  readonly otherwise?: Sentence;
  /** By event: where Python, or another interpreter that ends with the exit code 2, does not find it. */
  readonly failedInPython: Readonly<Record<string, Sentence>>;
  /** By event: where Node, or another interpreter that ends with the exit code 1, does not find it; absent where that is as with any other interpreter. */
  readonly failedInNode?: Readonly<Record<string, Sentence>>;
  /** The variables that a program sets to the folder of the project. */
  readonly folders: readonly string[];
  /** Names of variables that hooks of other programs or versions have, and that this program sets in none; absent where not known. */
  readonly unset?: RegExp;
  /** A session may be started in a folder above, to which a path is then relative. */
  readonly isInAnyParent?: true;
  readonly evidence: Evidence;
}
