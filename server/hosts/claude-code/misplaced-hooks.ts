// Hooks in the wrong place. Claude Code looks in the whole frontmatter for hooks that can block tools, and does not load an
// agent with such a hook where it would have no effect.

import type { Entry, Value } from '../../yaml/value';
import { problem } from '../judge/check';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Problem } from '../model/problem';
import { guards, hookEvents } from './hook-events';
import { valueAtKey } from './hook-settings';

export const notLoaded: Consequence = {
  outcome: 'refused',
  file: 'ignored',
  reason: 'field',
  effect: '{host} silently does not load the agent.',
};

/** Keys with free content, in which no hooks are looked for. */
const freeKeys = new Set(['metadata']);

/** For a key that is not a field: a judgment if there are misplaced hooks in its value, otherwise null. */
export function judgeUnknownField({ key, value }: Entry): CustomCheckResult | null {
  // Most values are strings, with nothing below them.
  if ((value.kind === 'text' && !guards.has(key)) || freeKeys.has(key)) return null;
  const problems = below(key, value, []);
  return problems.length > 0 ? { outcome: 'refused', problems, otherwise: notLoaded } : null;
}

/** A problem for each misplaced hook below an unknown event. */
export const misplacedHooksBelow = (value: Value, path: Problem['path']): Problem[] =>
  value.kind === 'map'
    ? value.entries.flatMap((entry) => below(entry.key, entry.value, [...path, entry.key]))
    : [];

function below(key: string, value: Value, path: Problem['path']): Problem[] {
  if (isEmpty(value)) return [];
  const isEvent = (hookEvents as readonly string[]).includes(key);
  if (guards.has(key) || (!isEvent && isMatchers(value)))
    return [problem('value', value, 'below "hooks"', path)];
  if (value.kind === 'list')
    return value.items.flatMap((item, index) => misplacedHooksBelow(item, [...path, index]));
  return misplacedHooksBelow(value, path);
}

const isEmpty = (value: Value): boolean =>
  value.kind === 'null' || (value.kind === 'list' && value.items.length === 0);

const isMatchers = (value: Value): boolean =>
  value.kind === 'list' && value.items.some((item) => valueAtKey(item, 'hooks')?.kind === 'list');
