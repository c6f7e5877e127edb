// The permission rules of OpenCode 2: a list in the order of evaluation, where the last matching rule wins.
import { entryOf, textOf } from '../../yaml/value';
import type { AllowList } from '../model/dialect';
import type { PermissionRule } from '../model/persona';
import type { PersonaInput } from '../model/persona-builder';
import type { KeyType, Type } from '../model/type';
import { actions } from '../opencode/permission';
import { rulesOf } from '../opencode/rules';

const rule: Readonly<Record<string, KeyType>> = {
  action: {
    type: { type: 'text', vocabulary: 'tools' },
    summary: 'The action, such as edit, bash or read; "*" for every action.',
    required: true,
  },
  resource: {
    type: { type: 'text' },
    summary: 'The path or command that the rule applies to; "*" for any.',
    required: true,
  },
  effect: {
    type: { type: 'one-of', choices: actions },
    summary: 'Whether the action is allowed, needs approval, or is denied.',
    required: true,
  },
};

/** OpenCode 2 ignores other keys of a rule. */
export const rulesType: Type = {
  type: 'list',
  of: { type: 'map', keys: rule, rest: { type: 'any' } },
};

/** The rule for everything else comes first, because the last matching rule wins. */
export const allowList: AllowList = {
  field: 'permissions',
  others: ['*', 'deny'],
  named: 'allow',
  asList: { name: 'action', use: 'resource', action: 'effect' },
};

/** The rules of the list, or of the maps in a file in the OpenCode 1 format. */
export function rulesIn({ agent, dialect }: PersonaInput): readonly PermissionRule[] {
  const list = entryOf(agent.fields, 'permissions')?.value;
  if (!Object.hasOwn(dialect.fields, 'disabled')) return rulesOf(agent.fields);
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const part = (key: string): string => textOf(entryOf(item.entries, key)?.value) ?? '';
    return [
      {
        permission: part('action'),
        pattern: part('resource'),
        action: part('effect'),
        span: item.span,
      },
    ];
  });
}
