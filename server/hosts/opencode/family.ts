// The differences between OpenCode and Kilo when they build an agent from a file, besides those of their dialects: the rules
// that every agent starts from, their built-in agents, and how they treat the rules of a file.

import { memoize } from '../../text/memoize';
import type { Entry } from '../../yaml/value';
import type { PermissionRule, Persona } from '../model/persona';
import type { RuleAround } from '../model/tool-settings';
import type { BuiltinAgent } from './built-in-agents';
import { deniesAll, lastRule, type Rule } from './rules';

export interface Family {
  /** The rules of a custom agent before its file adds any. */
  readonly baseRules: readonly Rule[];
  /** The built-in agent with this name, of which a file changes only the fields that it sets; null for none. */
  readonly builtin: (name: string) => BuiltinAgent | null;
  /** Permissions without a tool of the same name that have an effect nevertheless. */
  readonly beyondTools: ReadonlySet<string>;
  /** Whether a field of a file does not override the one of a configuration. */
  readonly yields?: (field: Entry) => boolean;
}

/** All rules of an agent, in the order in which they are evaluated. */
export const allRules = (
  family: Family,
  name: string,
  own: readonly PermissionRule[],
): readonly Rule[] => [...family.baseRules, ...rulesBeyondBase(family, name, own)];

/** All rules of an agent after the base rules: those of settings around it, then its own. */
export const rulesOfPersona = (
  family: Family,
  persona: Pick<Persona, 'id' | 'permissions' | 'permissionsAround'> | null,
): readonly Rule[] =>
  rulesBeyondBase(family, persona?.id ?? '', [
    ...(persona?.permissionsAround ?? []).map(ruleAround),
    ...(persona?.permissions ?? []),
  ]);

/** A rule of the settings as one of the rules that are evaluated. */
export const ruleAround = ({ name, pattern, action }: RuleAround): PermissionRule => ({
  ...{ permission: name, pattern, action },
  span: { start: 0, end: 0 },
});

/** The rules that follow the base rules. */
export function rulesBeyondBase(
  { builtin }: Family,
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
export const isHiddenByRules = (
  { baseRules }: Family,
  beyond: readonly Rule[],
  permission: string,
): boolean => deniesAll(lastRule(beyond, permission) ?? lastOf(baseRules)(permission));

const lastOf = memoize((rules: readonly Rule[]) => {
  const last = new Map<string, Rule | undefined>();
  return (permission: string): Rule | undefined => {
    if (!last.has(permission)) last.set(permission, lastRule(rules, permission));
    return last.get(permission);
  };
});
