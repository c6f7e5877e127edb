// The permission rules that a file adds: the deprecated `tools` map converted to rules, overridden by `permission`.

import type { Span } from '../../text/span';
import { type Entry, entryOf, textOf, type Value } from '../../yaml/value';
import type { PermissionRule } from '../model/persona';
import { permissionOfOldName } from './tools';

interface RuleValue {
  readonly value: Value;
  readonly span: Span;
}

/**
 * The rules in the order in which the host evaluates them. The host stores them in a plain object: a repeated key keeps
 * its position and gets the new value, and numeric keys come first.
 */
export function rulesOf(fields: readonly Entry[]): readonly PermissionRule[] {
  const tools = entryOf(fields, 'tools')?.value;
  const permission = entryOf(fields, 'permission');
  if (!tools && !permission) return noRules;
  const valuesByPermission: Record<string, RuleValue> = Object.create(null);
  for (const { key, value, span } of entriesOf(tools)) {
    if (value.kind !== 'boolean') continue;
    valuesByPermission[permissionOfOldName(key)] = { value: asAction(value, value.boolean), span };
  }
  if (permission && textOf(permission.value) !== undefined) {
    valuesByPermission['*'] = { value: permission.value, span: permission.span };
  }
  for (const { key, value, span } of entriesOf(permission?.value))
    valuesByPermission[key] = { value, span };
  return Object.entries(valuesByPermission).flatMap(([name, value]) => rulesFor(name, value));
}

const noRules: readonly PermissionRule[] = [];

function rulesFor(permission: string, { value, span }: RuleValue): PermissionRule[] {
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
