// What the programs of OpenCode's family differ in when they build an agent from a file: their tools, the rules that every
// agent starts from, the agents that they bring along, and what they do about the rules of a file.
import type { ModelCatalogue } from '../models';
import type { PermissionRule } from '../persona';
import { remembered } from '../remembered';
import { givenTools, type ToolCatalogue } from '../tools';
import type { BuiltinAgent } from './builtin';
import { deniesAll, lastRule, type Rule } from './rules';

export interface Kin {
  readonly tools: ToolCatalogue;
  readonly models: ModelCatalogue;
  /** The rules of an agent of one's own, before its file adds any. */
  readonly baseRules: readonly Rule[];
  /** A file of this name changes only the fields that it sets. */
  readonly builtin: (name: string) => BuiltinAgent | null;
  /** Permissions that no tool is named after, and that decide something all the same. */
  readonly beyondTools: ReadonlySet<string>;
}

/** All rules of an agent, in the order in which they are weighed. */
export const allRules = (
  kin: Kin,
  name: string,
  own: readonly PermissionRule[],
): readonly Rule[] => [...kin.baseRules, ...rulesBeyondBase(kin, name, own)];

/** Those that follow the rules of every agent. */
export function rulesBeyondBase(
  { builtin }: Kin,
  name: string,
  own: readonly PermissionRule[],
): readonly Rule[] {
  const agent = builtin(name);
  return agent === null ? own : [...agent.rules, ...own, ...(agent.after?.(own) ?? [])];
}

/**
 * Whether a tool is hidden by the base rules and those beyond them. The base holds hundreds in some hosts and is the
 * same for every file: what it says of a tool is looked up once.
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

/** Tools that an agent is given, in the order of the tables. */
export const toolNames = ({ tools }: Kin): readonly string[] => givenTools(tools);
