// The differences between OpenCode and Kilo when they build an agent from a file: their tools, the rules that every agent
// starts from, their built-in agents, and how they treat the rules of a file.
import type { ModelCatalogue } from '../models';
import type { PermissionRule } from '../persona';
import { remembered } from '../remembered';
import { givenTools, type ToolCatalogue } from '../tools';
import type { BuiltinAgent } from './builtin';
import { deniesAll, lastRule, type Rule } from './rules';

export interface Kin {
  readonly tools: ToolCatalogue;
  readonly models: ModelCatalogue;
  /** The rules of a custom agent before its file adds any. */
  readonly baseRules: readonly Rule[];
  /** The built-in agent with this name, of which a file changes only the fields that it sets; null for none. */
  readonly builtin: (name: string) => BuiltinAgent | null;
  /** Permissions without a tool of the same name that have an effect nevertheless. */
  readonly beyondTools: ReadonlySet<string>;
}

/** All rules of an agent, in the order in which they are evaluated. */
export const allRules = (
  kin: Kin,
  name: string,
  own: readonly PermissionRule[],
): readonly Rule[] => [...kin.baseRules, ...rulesBeyondBase(kin, name, own)];

/** The rules that follow the base rules. */
export function rulesBeyondBase(
  { builtin }: Kin,
  name: string,
  own: readonly PermissionRule[],
): readonly Rule[] {
  const agent = builtin(name);
  return agent === null ? own : [...agent.rules, ...own, ...(agent.after?.(own) ?? [])];
}

/**
 * Whether the base rules and those after them hide a tool. Some hosts have hundreds of base rules, which are the same for
 * every file, so their decision on a tool is cached.
 */
export const hidesBeyond = (
  { baseRules }: Kin,
  beyond: readonly Rule[],
  permission: string,
): boolean => deniesAll(lastRule(beyond, permission) ?? lastOf(baseRules)(permission));

const lastOf = remembered((rules: readonly Rule[]) => {
  const last = new Map<string, Rule | undefined>();
  return (permission: string): Rule | undefined => {
    if (!last.has(permission)) last.set(permission, lastRule(rules, permission));
    return last.get(permission);
  };
});

/** The tools that an agent can be given, in the order of the tables. */
export const toolNames = ({ tools }: Kin): readonly string[] => givenTools(tools);
