// Permission rules and how OpenCode evaluates them: in order, and the last matching rule wins.

import { type Entry, entryOf, textOf, type Value } from '../../yaml/value';
import { matchesPermissionWildcard } from '../judge/tools/permission-wildcard';
import type { AllowList, PermissionOrder } from '../model/dialect';
import type { PermissionRule } from '../model/persona';
import { readHere } from './evidence';
import { permissionOfOldName } from './tools';

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
  evidence: readHere,
};

/** Whether `wide` matches everything that `rule` matches. Rules with `?` are not compared. */
const covers = (wide: Rule, rule: Rule): boolean =>
  !`${wide.permission}${wide.pattern}`.includes('?') &&
  matches(wide.permission, rule.permission) &&
  matches(wide.pattern, rule.pattern);

// The permission rules that a file adds: the deprecated `tools` map converted to rules, overridden by `permission`.

/**
 * The rules in the order in which the host evaluates them. The host stores them in a plain object: a repeated key keeps
 * its position and gets the new value, and numeric keys come first.
 */
export const rulesOf = (fields: readonly Entry[]): readonly PermissionRule[] =>
  permissionEntries(fields).flatMap(rulesFor);

/** The entries of `permission` after the host has converted `tools` and a single action to such entries. */
export function permissionEntries(fields: readonly Entry[]): readonly Entry[] {
  const tools = entryOf(fields, 'tools')?.value;
  const permission = entryOf(fields, 'permission');
  if (!tools && !permission) return noEntries;
  const byPermission: Record<string, Entry> = Object.create(null);
  for (const entry of entriesOf(tools)) {
    const { key: name, value } = entry;
    if (value.kind !== 'boolean') continue;
    const key = permissionOfOldName(name);
    byPermission[key] = { ...entry, key, value: asAction(value, value.boolean) };
  }
  if (permission && textOf(permission.value) !== undefined)
    byPermission['*'] = { ...permission, key: '*' };
  for (const entry of entriesOf(permission?.value)) byPermission[entry.key] = entry;
  return Object.values(byPermission);
}

const noEntries: readonly Entry[] = [];

function rulesFor({ key: permission, value, span }: Entry): PermissionRule[] {
  const action = textOf(value);
  if (action !== undefined) return [{ permission, pattern: '*', action, span }];
  return entriesOf(value).flatMap((entry) => {
    const inner = textOf(entry.value);
    return inner === undefined
      ? []
      : [{ permission, pattern: entry.key, action: inner, span: entry.span }];
  });
}

/** The host validates the key `__proto__` like any other, but then loses it. */
const entriesOf = (value: Value | undefined): readonly Entry[] =>
  value?.kind === 'map' ? value.entries.filter(({ key }) => key !== '__proto__') : [];

const asAction = ({ span }: Value, isAllowed: boolean): Value => ({
  kind: 'text',
  text: isAllowed ? 'allow' : 'deny',
  style: 'plain',
  span,
});
