// What the programs of OpenCode's family differ in when they build an agent from a file: their tools, the rules that every
// agent starts from, the agents that they bring along, and what they do about the rules of a file.
import type { ModelCatalogue } from '../models';
import type { PermissionRule } from '../persona';
import type { ToolCatalogue } from '../tools';
import type { BuiltinAgent } from './builtin';
import type { Rule } from './rules';

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

/** The rules that an agent starts from, before its file adds any: for probing what a file allows. */
export const rulesBefore = ({ baseRules, builtin }: Kin, name: string): readonly Rule[] => [
  ...baseRules,
  ...(builtin(name)?.rules ?? []),
];

/** All rules of an agent, in the order in which they are weighed. */
export function allRules(kin: Kin, name: string, own: readonly PermissionRule[]): readonly Rule[] {
  const after = kin.builtin(name)?.after?.(own) ?? [];
  return [...rulesBefore(kin, name), ...own, ...after];
}

/** Tools that an agent is given, in the order of the tables. */
export const toolNames = ({ tools }: Kin): readonly string[] =>
  tools.tools.filter(({ unavailable }) => unavailable === undefined).map(({ name }) => name);
