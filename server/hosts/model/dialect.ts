import type { Sentence } from '../../text/message';
import type { Entry } from '../../yaml/value';
import type { Evidence } from './evidence';
import type { CustomCheckResult, Field, UnknownFields } from './field';
import type { ModelCatalog } from './models';
import type { FileOutcome, Reason } from './outcome';
import type { PermissionEvaluator, SessionPolicy } from './permission-evaluator';
import type { PermissionRule, Persona } from './persona';
import type { FlawCode } from './reading';
import type { Subject } from './subject';
import type { Capability } from './tool-purposes';
import type { ToolCatalog } from './tools';
import type { Choice } from './type';

export interface FlawOutcome {
  readonly outcome: FileOutcome;
  readonly reason: Reason;
  /** It happens only when agents are listed, so not where the file was ignored or refused before. */
  readonly late?: true;
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
  /** The agent is loaded without any limit of the file, if it has one. */
  readonly losesLimit?: true;
  /** How it is known. Absent: executed. */
  readonly evidence?: Evidence;
}

/** For a host that gives no sign of a file that it cannot use. */
export const silentlyNotLoaded = (reason: Reason): FlawOutcome => ({
  outcome: 'ignored',
  reason,
  effect: '{host} silently does not load the agent.',
});

/** How a list of tools is written as permission rules that allow these tools and no others. */
export interface AllowList {
  readonly field: string;
  /** The key and action for all tools that are not listed. */
  readonly others: readonly [string, string];
  /** The action for a listed tool. */
  readonly named: string;
  /** The keys of one rule, where the rules are a list of maps instead of a map. */
  readonly asList?: { readonly name: string; readonly use: string; readonly action: string };
}

/** A field whose value denies capabilities, at least in part. */
export interface CapabilityLimit {
  readonly field: string;
  readonly value: string;
  /** Whether the value is a string, and not a word such as `true`. */
  readonly isText?: true;
  readonly denies: readonly Capability[];
  /** The host is not known to apply it, so that it only states what the author wants. */
  readonly isStated?: true;
}

/** A dialect of a host: the fields, tools and values that it supports in one kind of place. */
export interface Dialect {
  /** What its documents define. Absent: agents. */
  readonly subject?: Exclude<Subject, 'agent'>;
  readonly fields: Readonly<Record<string, Field>>;
  /** Fields as only earlier versions read them, each with its `until`: in place of those of the newest version. */
  readonly earlier?: Readonly<Record<string, Field>>;
  /** Fields without a value count as absent, unless they state what happens to them. */
  readonly empty?: 'accepted';
  readonly unknownField: UnknownFields;
  /** A check of every key and value, fields or not, before any other. Null: nothing was found. */
  readonly everyKey?: (entry: Entry) => CustomCheckResult | null;
  /** The first version that was asked and makes this check. Absent if all make it. */
  readonly everyKeySince?: string;
  readonly tools: ToolCatalog;
  readonly models: ModelCatalog;
  /** The colors that the host supports. */
  readonly colors: readonly Choice[];
  readonly flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>>;
  /** The shortest prompt of an agent without the flaw `short-prompt`: trimmed, in UTF-16 units. Absent: prompts may be empty. */
  readonly shortestPrompt?: number;
  /** The host lists agents with the beginning of long descriptions only, so that their length costs little. */
  readonly shortensDescriptions?: true;
  /** The effect on an agent that is selected by its description and has none. */
  readonly undescribed?: {
    readonly applies: (persona: Persona) => boolean;
    /** A sentence with `{host}`. */
    readonly effect: Sentence;
    readonly evidence: Evidence;
  };
  /** Fields that limit an agent with one value, for a host in which no list of tools does. */
  readonly limits?: readonly CapabilityLimit[];
  /** Present where a list of tools is written as permission rules. */
  readonly allowList?: AllowList;
  /** The precedence of permission rules, where one may override another. */
  readonly permissionOrder?: PermissionOrder;
  /** How permission rules are evaluated, where the host has such rules. */
  readonly evaluator?: PermissionEvaluator;
  /** How the file affects the permissions of the session, where the session decides instead of rules. */
  readonly session?: SessionPolicy;
}

/** The dialects of a host in which its agents are written. */
export const agentDialects = (dialects: Readonly<Record<string, Dialect>>): readonly Dialect[] =>
  Object.values(dialects).filter(({ subject }) => subject === undefined);

/** Whether a file can name tools of the host, in a list or in permission rules. */
export const decidesOnTools = ({ fields, tools }: Dialect): boolean =>
  tools.tools.length > 0 &&
  Object.values(fields).some(({ role }) => role === 'tools' || role === 'permission');

// Which of several permission rules takes effect. The meaning of their order differs between hosts, so each declares it.

export interface PermissionOrder {
  /** A sentence with `{host}`: `The last matching rule wins in {host}.` */
  readonly effect: Sentence;
  /** The rule that overrides the rule at `index` in every case; undefined where that rule has an effect. */
  readonly overruling: (
    rules: readonly PermissionRule[],
    index: number,
  ) => PermissionRule | undefined;
  readonly evidence: Evidence;
}
