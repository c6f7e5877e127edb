// Permission rules and how OpenCode evaluates them: in order, and the last matching rule wins.

import { matchesPermissionWildcard } from '../judge/permission-wildcard';
import type { AllowList } from '../model/dialect';
import type { PermissionOrder } from '../model/permission-order';
import { seen } from './evidence';

export interface Rule {
  /** A tool or a group of tools; may contain wildcards. */
  readonly permission: string;
  /** The command, path or name that the tool is used with; may contain wildcards. */
  readonly pattern: string;
  readonly action: string;
}

/** The last rule for a permission, whatever its pattern. It alone decides whether a tool is shown to the model. */
export const lastRule = <R extends Rule>(rules: readonly R[], permission: string): R | undefined =>
  rules.findLast((rule) => matches(rule.permission, permission));

/** Whether the tool is hidden from the model because the last rule for it denies everything. */
export const hides = (rules: readonly Rule[], permission: string): boolean =>
  deniesAll(lastRule(rules, permission));

export const deniesAll = (rule: Rule | undefined): boolean =>
  rule?.pattern === '*' && rule.action === 'deny';

/**
 * Whether the wildcard matches the whole text: `*` is any text, `?` one character, and ` *` at the end is optional, so
 * that `git push *` matches `git push`. Backslashes count as slashes. Case-sensitive.
 */
export function matches(wildcard: string, text: string): boolean {
  if (wildcard === '*' || wildcard === text) return true;
  // Most rules name one tool, which needs no matching.
  if (!special.test(wildcard) && !text.includes('\\')) return false;
  const pattern = wildcard.replaceAll('\\', '/');
  const subject = text.replaceAll('\\', '/');
  if (matchesPermissionWildcard(pattern, subject)) return true;
  return pattern.endsWith(' *') && matchesPermissionWildcard(pattern.slice(0, -2), subject);
}

const special = /[*?\\]/;

/** The rule for everything else comes first, because the last matching rule wins. */
export const allowList: AllowList = {
  field: 'permission',
  others: ['*', 'deny'],
  named: 'allow',
};

export const order: PermissionOrder = {
  effect: 'The last matching rule wins in {host}.',
  overruling: (rules, index) => {
    const rule = rules[index];
    return rule && rules.findLast((other, at) => at > index && covers(other, rule));
  },
  evidence: seen,
};

/** Whether `wide` matches everything that `rule` matches. Rules with `?` are not compared. */
const covers = (wide: Rule, rule: Rule): boolean =>
  !`${wide.permission}${wide.pattern}`.includes('?') &&
  matches(wide.permission, rule.permission) &&
  matches(wide.pattern, rule.pattern);
