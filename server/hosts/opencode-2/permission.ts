// The permission rules of OpenCode 2: a list, in the order in which they are weighed; the last that matches wins.
import { entryOf, textOf } from '../../agent/value';
import type { AllowList } from '../host';
import { rulesOf } from '../opencode/file-rules';
import { actions } from '../opencode/permission';
import type { PermissionRule, PersonaInput } from '../persona';
import type { KeyType, Type } from '../type';

const rule: Readonly<Record<string, KeyType>> = {
  action: {
    type: { type: 'text', vocabulary: 'tools' },
    summary: 'What is done: edit, bash, read; "*" for everything.',
    required: true,
  },
  resource: {
    type: { type: 'text' },
    summary: 'What it is done to or with: a path, a command; "*" for anything.',
    required: true,
  },
  effect: {
    type: { type: 'one-of', choices: actions },
    summary: 'Allowed, asked for, or denied.',
    required: true,
  },
};

/** Other keys of a rule are passed over. */
export const rulesType: Type = {
  type: 'list',
  of: { type: 'map', keys: rule, rest: { type: 'any' } },
};

/** Everything else first: the last rule that matches wins. */
export const allowList: AllowList = {
  field: 'permissions',
  others: ['*', 'deny'],
  named: 'allow',
  asList: { name: 'action', use: 'resource', action: 'effect' },
};

/** From the list, or in a file that is read in the old way from its maps. */
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
