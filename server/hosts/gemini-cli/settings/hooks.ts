// The hooks of settings. Gemini CLI skips what it cannot read, and reports it when a session starts. A matcher that is no string costs all
// hooks of its event.
import { entryOf, type Path, textOf, type Value } from '../../../yaml/value';
import { missingKey, phrase, problem } from '../../judge/check';
import { hookSkipped, unknownEvent, worstOf } from '../../judge/hook-file';
import { invalidMatcher, neverMatched } from '../../judge/hook-matchers';
import type { Consequence, CustomCheckResult } from '../../model/field';
import type { Expected, KeyType, Problem, Type } from '../../model/type';

/** What a program of the family does with hooks. */
export interface SettingsHooks {
  readonly events: Readonly<Record<string, HookEvent>>;
  /** Keys below `hooks` that are no events. */
  readonly switches: readonly string[];
  /** By the name that another program has for an event. */
  readonly meant: Readonly<Record<string, string>>;
  /** The key that a hook of each type needs. */
  readonly types: Readonly<Record<string, string>>;
  /** The same for types that are run, and not documented. */
  readonly otherTypes: Readonly<Record<string, string>>;
  /** The shortest time that is no mistake, and the unit. */
  readonly isTooShort: (timeout: Value) => boolean;
  readonly time: Expected;
}

export interface HookEvent {
  readonly summary: string;
  /** Its matchers are compared: with names of tools as expressions, or with a word. */
  readonly matcher?: 'tool' | 'word';
  /** It can block something. */
  readonly isGuard?: true;
}

const lost: Consequence = { outcome: 'coerced', effect: '{host} runs none of these hooks.' };
const eventLost: Consequence = {
  outcome: 'coerced',
  effect: '{host} then runs none of the hooks of this event.',
};
const stopped: Consequence = {
  outcome: 'coerced',
  effect: '{host} stops the hook after less than 0.1 seconds.',
};

type Problems = Readonly<Record<'guard' | 'other', Problem[]>>;

const none = (): Problems => ({ guard: [], other: [] });

class Found {
  readonly whole: Problem[] = [];
  readonly event = none();
  readonly skipped = none();
  readonly stopped = none();
  readonly unmatched: Problem[] = [];

  get worst(): CustomCheckResult {
    const limit = (one: Consequence): Consequence => ({ ...one, losesLimit: true });
    return worstOf(
      [this.whole, limit(lost)],
      [this.event.guard, limit(eventLost)],
      [this.skipped.guard, limit(hookSkipped)],
      [this.stopped.guard, limit(stopped)],
      [this.unmatched, neverMatched],
      [this.event.other, eventLost],
      [this.skipped.other, hookSkipped],
      [this.stopped.other, stopped],
    );
  }
}

export const judgeSettingsHooks =
  (program: SettingsHooks) =>
  (hooks: Value): CustomCheckResult => {
    const found = new Found();
    if (hooks.kind !== 'map') {
      found.whole.push(problem('type', hooks, phrase('a map of events')));
      return found.worst;
    }
    const names = Object.keys(program.events);
    for (const entry of hooks.entries) {
      const { key, value } = entry;
      const event = Object.hasOwn(program.events, key) ? program.events[key] : undefined;
      if (program.switches.includes(key)) continue;
      if (!event) {
        const meant = Object.hasOwn(program.meant, key) ? program.meant[key] : undefined;
        const isGuard = meant !== undefined && program.events[meant]?.isGuard;
        found.skipped[isGuard ? 'guard' : 'other'].push({
          ...unknownEvent(entry, names),
          // Two keys of one name would lose one of the lists.
          choices: names.filter((one) => !entryOf(hooks.entries, one)),
          ...(meant !== undefined && !entryOf(hooks.entries, meant) && { meant }),
        });
        continue;
      }
      const side = event.isGuard ? 'guard' : 'other';
      const at: At = { program, event, side, found, list: value };
      // One entry counts as a list of one.
      if (value.kind === 'map') judgeGroup(at, value, [key]);
      else if (value.kind !== 'list') {
        const expected = phrase('a list of entries, each with "hooks"');
        found.skipped[side].push(problem('type', value, expected, [key]));
      } else
        for (const [index, group] of value.items.entries()) judgeGroup(at, group, [key, index]);
    }
    return found.worst;
  };

interface At {
  readonly program: SettingsHooks;
  readonly event: HookEvent;
  readonly side: 'guard' | 'other';
  readonly found: Found;
  /** All groups of the event. */
  readonly list: Value;
}

function judgeGroup(at: At, group: Value, path: Path): void {
  const { event, side, found, list } = at;
  if (group.kind !== 'map') {
    found.skipped[side].push(problem('type', group, phrase('a map with a list "hooks"'), path));
    return;
  }
  const matcher = entryOf(group.entries, 'matcher')?.value;
  const hooks = entryOf(group.entries, 'hooks')?.value;
  if (!hooks) found.skipped[side].push(missingKey(group, [...path, 'hooks']));
  else if (hooks.kind !== 'list')
    found.skipped[side].push(problem('type', hooks, phrase('a list of hooks'), [...path, 'hooks']));
  else {
    const runs = hooks.items.map((hook, index) => judgeHook(at, hook, [...path, 'hooks', index]));
    if (!matcher || !event.matcher || !runs.includes(true)) return;
    const written = textOf(matcher);
    if (written !== undefined) {
      if (event.matcher === 'tool' && !isExpression(written))
        found.unmatched.push(invalidMatcher(matcher, path));
    } else if (!isFalse(matcher))
      found.event[side].push({
        ...problem('value', list, phrase('a string'), [...path, 'matcher']),
        span: matcher.span,
      });
  }
}

/** What a program treats as if it was absent. */
const isFalse = (value: Value): boolean =>
  value.kind === 'null' ||
  (value.kind === 'boolean' && !value.boolean) ||
  (value.kind === 'number' && value.number === 0) ||
  (value.kind === 'text' && value.text === '');

function isExpression(text: string): boolean {
  try {
    return new RegExp(text.trim()) instanceof RegExp;
  } catch {
    // A star alone stands for all.
    return text.trim() === '*';
  }
}

/** Whether it is run. */
function judgeHook({ program, side, found }: At, hook: Value, path: Path): boolean {
  const skip = (one: Problem): false => {
    found.skipped[side].push(one);
    return false;
  };
  const words = Object.keys(program.types);
  if (hook.kind !== 'map')
    return skip(problem('type', hook, phrase('a map with a "type": {words}', words), path));
  const at = (key: string): Value | undefined => entryOf(hook.entries, key)?.value;
  const type = at('type');
  if (!type) return skip({ ...missingKey(hook, [...path, 'type']), usual: 'command' });
  const word = textOf(type) ?? '';
  const types = { ...program.otherTypes, ...program.types };
  const key = Object.hasOwn(types, word) ? types[word] : undefined;
  if (key === undefined)
    return skip({
      ...problem('value', type, { type: 'words', words }, [...path, 'type']),
      choices: words,
    });
  const needed = at(key);
  if (!needed) return skip(missingKey(hook, [...path, key]));
  if (needed.kind !== 'text' || needed.text === '')
    return skip(
      problem(
        needed.kind === 'text' ? 'value' : 'type',
        ...([needed, { type: 'text', nonEmpty: true }, [...path, key]] as const),
      ),
    );
  const timeout = at('timeout');
  if (timeout && program.isTooShort(timeout))
    found.stopped[side].push(problem('value', timeout, program.time, [...path, 'timeout']));
  return true;
}

const text: Type = { type: 'text' };

/** For completion. @param hook the keys of a hook */
export const eventLists = (
  events: Readonly<Record<string, HookEvent>>,
  hook: Readonly<Record<string, KeyType>>,
): Readonly<Record<string, { readonly summary: string; readonly list: Type }>> =>
  Object.fromEntries(
    Object.entries(events).map(([event, { summary, matcher }]) => [
      event,
      { summary, list: { type: 'list', of: groupOf(hook, matcher) } },
    ]),
  );

const groupOf = (hook: Readonly<Record<string, KeyType>>, matcher: HookEvent['matcher']): Type => ({
  type: 'map',
  keys: {
    ...(matcher && {
      matcher: {
        type: text,
        summary:
          matcher === 'tool'
            ? 'A regular expression for the names of tools. Without it the hooks always run.'
            : 'When the hooks run. Without it they always run.',
      },
    }),
    sequential: { type: { type: 'boolean' }, summary: 'The hooks run one after the other.' },
    hooks: {
      type: { type: 'list', of: { type: 'map', keys: hook, rest: { type: 'any' } } },
      summary: 'The hooks to run.',
    },
  },
  rest: { type: 'any' },
});
