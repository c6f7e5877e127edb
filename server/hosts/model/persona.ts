// The persona: the agent as a host builds it from a file. The words are part of the public JSON format.

import type { Sentence } from '../../text/message';
import type { Span } from '../../text/span';
import type { LossReason } from './outcome';
import type { RuleAround, SettingsPlace } from './tool-settings';

/** A tool name in the file and what the host does with it; created by `tool-verdict.ts`. */
export interface ToolVerdict {
  /** The name as written, without quotes: `Bash(git:*)`. */
  readonly written: string;
  readonly span: Span;
  /** The key of the field that contains it. */
  readonly key: string;
  readonly outcome: 'granted' | 'lost' | 'unverified' | 'denied' | 'no-effect';
  /** The host's names of the tools that it grants or denies. */
  readonly names: readonly string[];
  readonly why?: LossReason | undefined;
  /** Tools that replace it. Empty where there are none, and no extension or server can provide a tool with this name. */
  readonly instead?: readonly string[] | undefined;
  /** Set where the form grants or removes more than it appears to: a sentence with `{host}`. */
  readonly wider?: Sentence | undefined;
  /** A former name that the host still maps. */
  readonly renamed?: true | undefined;
  /** A further remark: a sentence with `{host}`. */
  readonly effect?: Sentence | undefined;
  /** Available only in some sessions, depending on a setting, the model or the account. */
  readonly sometimes?: true | undefined;
  /**
   * For an entry of a list of denied tools that denies nothing and prevents other entries from denying these tools, which the
   * agent therefore has. Empty for every tool.
   */
  readonly voids?: readonly string[] | undefined;
  /** Has no effect because of another entry of its list, the one with `voids`. */
  readonly voided?: true | undefined;
}

export interface PermissionRule {
  readonly permission: string;
  readonly pattern: string;
  readonly action: string;
  readonly span: Span;
}

/** A field of an agent in the settings which the file of the agent overrides. */
export interface OverriddenSetting extends SettingsPlace {
  readonly key: string;
  /** The rule, where the file allows more than it. */
  readonly limit?: Pick<PermissionRule, 'permission' | 'pattern' | 'action'>;
  /** The rule of the file that allows more, where it is one of the file. */
  readonly by?: Span;
}

export interface Tools {
  /** All tools that the host gives such an agent, except `denied`. */
  readonly all: boolean;
  /** Which tools an agent has whose file names none is not known. `all` is set then, because it may have every tool. */
  readonly isUnknown?: true;
  /** A field keeps the agent from changing files, whatever its tools are; `stated` where the host is not known to apply that. */
  readonly readOnly?: 'applied' | 'stated';
  readonly granted: readonly string[];
  readonly denied: readonly string[];
  /** Available regardless of the file. */
  readonly always: readonly string[];
  /** Names that may belong to MCP servers or extensions, which are unknown here. */
  readonly unverified: readonly string[];
  readonly lost: readonly { readonly written: string; readonly why: LossReason }[];
  /** Those of `denied` that no field of the file denies, but settings of the project. */
  readonly deniedAround?: readonly ToolDeniedAround[];
}

/** A tool that settings take from the agent. */
export interface ToolDeniedAround extends Pick<RuleAround, 'file' | 'line'> {
  /** The host's name of the tool. */
  readonly tool: string;
}

/** What limits an agent that has every tool of its host, or that its tools are not known. */
export type ToolLimit = 'read-only' | 'read-only-stated' | 'unknown';

/** Null where the agent has every tool that is not denied. */
export const toolLimitOf = ({ isUnknown, readOnly }: Tools): ToolLimit | null =>
  readOnly === undefined
    ? isUnknown
      ? 'unknown'
      : null
    : readOnly === 'applied'
      ? 'read-only'
      : 'read-only-stated';

export interface Persona {
  /** The name by which other agents call it. */
  readonly id: string;
  /** The displayed name. */
  readonly name: string;
  readonly description: string | null;
  readonly model: {
    readonly written: string | readonly string[] | null;
    readonly effective: string | null;
  };
  readonly tools: Tools;
  readonly permissions: readonly PermissionRule[] | null;
  /** The rules of settings of the project, which apply before those of the file. */
  readonly permissionsAround?: readonly RuleAround[];
  /** The settings that define this agent too. */
  readonly mergedWith?: readonly string[];
  /** What these settings set for the agent and the file overrides. */
  readonly overrides?: readonly OverriddenSetting[];
  readonly color: string | null;
  readonly mode: string | null;
  readonly userInvocable: boolean;
  readonly modelInvocable: boolean;
  readonly hidden: boolean;
  readonly prompt: string;
}

/** What holds for the agents of a host that has no fields for it. */
export const personaDefaults = {
  permissions: null,
  color: null,
  mode: null,
  userInvocable: true,
  modelInvocable: true,
  hidden: false,
} as const satisfies Partial<Persona>;

/** The tools of an agent whose file limits none. */
export const allTools: Tools = {
  all: true,
  granted: [],
  denied: [],
  always: [],
  unverified: [],
  lost: [],
};

// How a verdict on a tool is made.

/** What the host does with a tool name, independent of where it is written. */
export type ToolOutcome = Omit<ToolVerdict, 'written' | 'span' | 'key'>;

/** The optional details of an outcome. */
export type ToolOutcomeDetails = Omit<ToolOutcome, 'outcome' | 'names'>;

const noRemarks: ToolOutcomeDetails = {};

export function createToolVerdict(
  written: string,
  span: Span,
  key: string,
  outcomeOf: ToolOutcome,
): ToolVerdict {
  return { ...outcomeOf, written, span, key };
}

export function createToolOutcome(
  outcome: ToolVerdict['outcome'],
  names: readonly string[],
  remarks = noRemarks,
): ToolOutcome {
  return { outcome, names, ...remarks };
}
