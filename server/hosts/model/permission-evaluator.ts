// Evaluates permission rules for one action of an agent, such as running a command or changing a file. Rules and their
// precedence differ between hosts, so each declares its own evaluation.

import type { Sentence } from '../../text/message';
import type { Evidence } from './evidence';
import type { FieldVerdict } from './field-verdict';
import type { Persona } from './persona';
import type { ToolPurpose } from './tool-purposes';
import type { RuleAround } from './tool-settings';
import type { ToolCatalog } from './tools';

export type Action = 'allow' | 'ask' | 'deny';

export interface Decision {
  /** What was evaluated: one of several commands, a path, or a name. */
  readonly subject: string;
  readonly action: Action;
  /** The rule that decides; null where no rule matches. */
  readonly rule: {
    readonly permission: string;
    readonly pattern: string;
    readonly action: string;
  } | null;
  /** Whether the rule is from the file or one that the host gives every agent. */
  readonly of: 'file' | 'host';
  /** The rule of settings of the project that decides. */
  readonly around?: RuleAround;
}

/** How the rules for one tool purpose are evaluated. */
export interface PurposeEvaluation {
  /** A sentence with `{host}` on what the rules are matched against. */
  readonly effect: Sentence;
  /** An example of what a user may enter. */
  readonly example: string;
}

/** What the author of a permission that the host never checks probably meant. */
export interface IntendedPermission {
  /** The permissions that it checks instead. */
  readonly now: readonly string[];
  /**
   * `removed`: the tool was removed. `shared`: another permission covers it. `case`: names are case-sensitive. `form`: the
   * notation of another program.
   */
  readonly why: 'removed' | 'shared' | 'case' | 'form';
}

export interface PermissionEvaluator {
  /** The permissions that the host checks with these tools; MCP servers and plugins may define others. */
  readonly permissionsIn: (catalog: ToolCatalog) => readonly string[];
  /** The action for one subject of a permission: a path, a command, or `*` for any. */
  readonly actionOn: (persona: Persona, permission: string, subject: string) => Action;
  /** What an unchecked permission probably means; null for a name that an MCP server or plugin may define. */
  readonly meant: (permission: string, catalog: ToolCatalog) => IntendedPermission | null;
  /** The tool purposes that the rules cover. */
  readonly purposes: Readonly<Partial<Record<ToolPurpose, PurposeEvaluation>>>;
  /** The permission that a tool requires. */
  readonly permissionFor: (tool: string) => string;
  /** Whether the rules remove a tool from the agent, so that the model does not see it. */
  readonly hides: (persona: Persona, tool: string) => boolean;
  /** The decisions in the order of evaluation; a string with the reason where that is impossible. */
  readonly evaluate: (
    persona: Persona,
    purpose: ToolPurpose,
    subject: string,
  ) => readonly Decision[] | string;
  /**
   * The same for any place outside of the project, for a purpose that is about files. Absent where it is not known how the host
   * decides that.
   */
  readonly evaluateOutside?: (
    persona: Persona,
    purpose: ToolPurpose,
  ) => readonly Decision[] | string;
  readonly evidence: Evidence;
}

/** For hosts where the session decides instead of rules: how the file affects its permissions. */
export interface SessionPolicy {
  /** `effect` is a sentence with `{host}`; `action` is set only where it applies regardless of other settings. */
  readonly of: (
    fields: readonly FieldVerdict[],
    purpose: ToolPurpose,
  ) => { readonly action?: Action; readonly effect: Sentence };
  readonly evidence: Evidence;
}

/** The action for all decisions together: `deny` if any denies, else `ask` if any asks. */
export function together(decisions: readonly Decision[]): Action {
  const actions = decisions.map(({ action }) => action);
  return actions.includes('deny') ? 'deny' : actions.includes('ask') ? 'ask' : 'allow';
}
