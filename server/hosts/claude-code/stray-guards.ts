// Hooks that stand where no hook belongs. Claude Code looks for those that were to stop something, wherever they are, and
// does not load an agent whose guard it would not hear.
import { describe, type Entry, type Value } from '../../agent/value';
import type { FieldJudgement, Otherwise } from '../host';
import type { Problem } from '../verdict';
import { guards, hookEvents } from './hook-events';
import { entryIn } from './hook-settings';

const vanishes: Otherwise = {
  fate: 'refused',
  file: 'ignored',
  reason: 'field',
  effect: '{host} does not load the agent, and says nothing.',
};

/** Keys for whatever an author likes: nothing is looked for below them. */
const free = new Set(['metadata']);

/** For a key that is no field. */
export function judgeStranger({ key, value }: Entry): FieldJudgement | null {
  // Most are texts, with nothing below them.
  if ((value.kind === 'text' && !guards.has(key)) || free.has(key)) return null;
  const problems = below(key, value, []);
  return problems.length > 0 ? { fate: 'refused', problems, otherwise: vanishes } : null;
}

/** Guards inside what stands under an event that is none. */
export const guardsBelow = (value: Value, path: Problem['path']): Problem[] =>
  value.kind === 'map'
    ? value.entries.flatMap((entry) => below(entry.key, entry.value, [...path, entry.key]))
    : [];

function below(key: string, value: Value, path: Problem['path']): Problem[] {
  if (isEmpty(value)) return [];
  const heard = (hookEvents as readonly string[]).includes(key);
  if (guards.has(key) || (!heard && isMatchers(value)))
    return [
      {
        kind: 'value',
        path,
        span: value.span,
        expected: 'below "hooks"',
        got: describe(value),
        value,
      },
    ];
  if (value.kind === 'list')
    return value.items.flatMap((item, index) => guardsBelow(item, [...path, index]));
  return guardsBelow(value, path);
}

const isEmpty = (value: Value): boolean =>
  value.kind === 'null' || (value.kind === 'list' && value.items.length === 0);

const isMatchers = (value: Value): boolean =>
  value.kind === 'list' && value.items.some((item) => entryIn(item, 'hooks')?.kind === 'list');
