// The permission rules that a file adds: the old `tools` map turned into rules, with `permission` laid over it.
import { type Entry, entryOf, textOf, type Value } from '../../agent/value';
import type { Span } from '../../text/span';
import type { PermissionRule } from '../persona';
import { permissionOfOldName } from './tools';

interface Ruling {
  readonly value: Value;
  readonly span: Span;
}

/**
 * In the order in which the host evaluates them. It keeps them in a plain object: a key that comes again keeps its
 * place and takes the new value, and keys that are numbers come first.
 */
export function rulesOf(fields: readonly Entry[]): readonly PermissionRule[] {
  const tools = entryOf(fields, 'tools')?.value;
  const permission = entryOf(fields, 'permission');
  if (!tools && !permission) return noRules;
  const rulings: Record<string, Ruling> = Object.create(null);
  for (const { key, value, span } of entriesOf(tools)) {
    if (value.kind !== 'boolean') continue;
    rulings[permissionOfOldName(key)] = { value: asAction(value, value.boolean), span };
  }
  if (permission && textOf(permission.value) !== undefined) {
    rulings['*'] = { value: permission.value, span: permission.span };
  }
  for (const { key, value, span } of entriesOf(permission?.value)) rulings[key] = { value, span };
  return Object.entries(rulings).flatMap(([name, ruling]) => rulesFor(name, ruling));
}

const noRules: readonly PermissionRule[] = [];

function rulesFor(permission: string, { value, span }: Ruling): PermissionRule[] {
  const action = textOf(value);
  if (action !== undefined) return [{ permission, pattern: '*', action, span }];
  return entriesOf(value).flatMap((entry) => {
    const inner = textOf(entry.value);
    return inner === undefined
      ? []
      : [{ permission, pattern: entry.key, action: inner, span: entry.span }];
  });
}

/** The host checks the key `__proto__` like any other, and then loses it. */
const entriesOf = (value: Value | undefined): readonly Entry[] =>
  value?.kind === 'map' ? value.entries.filter(({ key }) => key !== '__proto__') : [];

const asAction = ({ span }: Value, allowed: boolean): Value => ({
  kind: 'text',
  text: allowed ? 'allow' : 'deny',
  style: 'plain',
  span,
});
