// Permission rules and how OpenCode weighs them: in order, and the last that matches wins.

import type { AllowList } from '../host';
import type { PermissionOrder } from '../permission-order';
import { matchesPermissionWildcard } from '../permission-wildcard';
import { ran } from './evidence';

export interface Rule {
  /** A tool or a group of them; a wildcard. */
  readonly permission: string;
  /** A command, a path, a name: what the tool is asked to do it with; a wildcard. */
  readonly pattern: string;
  readonly action: string;
}

/** The last rule about a permission, whatever its pattern: it alone decides whether a tool is shown to the model. */
export const lastRule = <R extends Rule>(rules: readonly R[], permission: string): R | undefined =>
  rules.findLast((rule) => matches(rule.permission, permission));

/** A tool is hidden from the model where the last rule about it denies everything. */
export const hides = (rules: readonly Rule[], permission: string): boolean =>
  deniesAll(lastRule(rules, permission));

export const deniesAll = (rule: Rule | undefined): boolean =>
  rule?.pattern === '*' && rule.action === 'deny';

/**
 * True where the wildcard stands for the whole text: `*` is any text, `?` one character, and ` *` at the end may be
 * missing, so that `git push *` covers `git push`. Backslashes count as slashes; case counts.
 */
export function matches(wildcard: string, text: string): boolean {
  if (wildcard === '*' || wildcard === text) return true;
  // Most rules name one tool: there is nothing to walk.
  if (!special.test(wildcard) && !text.includes('\\')) return false;
  const pattern = wildcard.replaceAll('\\', '/');
  const subject = text.replaceAll('\\', '/');
  if (matchesPermissionWildcard(pattern, subject)) return true;
  return pattern.endsWith(' *') && matchesPermissionWildcard(pattern.slice(0, -2), subject);
}

const special = /[*?\\]/;

/** Everything else first: the last rule that matches wins. */
export const allowList: AllowList = {
  field: 'permission',
  others: ['*', 'deny'],
  named: 'allow',
};

export const order: PermissionOrder = {
  says: 'lets the last rule that matches win',
  overruling: (rules, index) => {
    const rule = rules[index];
    return rule && rules.findLast((other, at) => at > index && covers(other, rule));
  },
  evidence: ran,
};

/** Everything that the one matches, the other matches too. `?` would need more than a look. */
const covers = (wide: Rule, rule: Rule): boolean =>
  !`${wide.permission}${wide.pattern}`.includes('?') &&
  matches(wide.permission, rule.permission) &&
  matches(wide.pattern, rule.pattern);
