// Hooks of settings in groups: below each event a list of groups, each with a matcher and a list of hooks. What a program cannot read, it
// skips. A matcher that is no string costs all hooks of its event.
import { entryOf, isFalsy, type Path, textOf, type Value } from '../../yaml/value';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Choice, KeyType, Problem, Type } from '../model/type';
import { missingKey, phrase, problem } from './check';
import { type HookFile, hookSkipped, hooksUnused, unknownEvent, worstOf } from './hook-file';
import { invalidMatcher, type MatcherFault, neverMatched, unmatched } from './hook-matchers';

export interface HookEvent {
  readonly summary: string;
  /** Its matchers are compared: with names of tools as expressions, or with a word. */
  readonly matcher?: 'tool' | 'word';
  /** It can block something. */
  readonly isGuard?: true;
}

/** How a program reads such hooks. */
export interface GroupedHooks {
  readonly events: Readonly<Record<string, HookEvent>>;
  /** Keys next to the events. */
  readonly switches: readonly string[];
  /** By the name that another program has for an event. */
  readonly meantBy: Readonly<Record<string, string>>;
  /** A single group counts as a list of one. */
  readonly readsOneGroup?: true;
  /** The first is the usual one. */
  readonly types: readonly HookType[];
  readonly isExpression: (matcher: string) => boolean;
  /** What is wrong with an expression that names no tool; absent where that is not known. */
  readonly faultOf?: (matcher: string) => MatcherFault | null;
  /** Whether the hook is stopped at once, and what is expected; absent where no time is so short. */
  readonly shortTime?: { readonly is: (timeout: Value) => boolean; readonly expected: string };
  /** The keys of a hook. */
  readonly keys: Readonly<Record<string, KeyType>>;
}

export interface HookType extends Choice {
  /** The key that holds what it runs, a string. */
  readonly key: string;
  /** It is run, and not documented. */
  readonly isHidden?: true;
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
  readonly unmatched = none();

  get worst(): CustomCheckResult {
    const limit = (one: Consequence): Consequence => ({ ...one, losesLimit: true });
    return worstOf(
      [this.whole, limit(lost)],
      [this.event.guard, limit(eventLost)],
      [this.skipped.guard, limit(hookSkipped)],
      [this.stopped.guard, limit(stopped)],
      [this.unmatched.guard, neverMatched],
      [this.event.other, eventLost],
      [this.skipped.other, hookSkipped],
      [this.stopped.other, stopped],
      [this.unmatched.other, hooksUnused],
    );
  }
}

function judgeHooks(form: GroupedHooks, hooks: Value): CustomCheckResult {
  const { events, switches, meantBy } = form;
  const found = new Found();
  if (hooks.kind !== 'map') {
    found.whole.push(problem('type', hooks, phrase('a map of events')));
    return found.worst;
  }
  const names = Object.keys(events);
  for (const entry of hooks.entries) {
    const { key, value } = entry;
    const event = Object.hasOwn(events, key) ? events[key] : undefined;
    if (switches.includes(key)) continue;
    if (!event) {
      const meant = Object.hasOwn(meantBy, key) ? meantBy[key] : undefined;
      const isGuard = meant !== undefined && events[meant]?.isGuard;
      found.skipped[isGuard ? 'guard' : 'other'].push({
        ...unknownEvent(entry, names),
        // Two keys of one name would lose one of the lists.
        choices: names.filter((one) => !entryOf(hooks.entries, one)),
        ...(meant !== undefined && !entryOf(hooks.entries, meant) && { meant }),
      });
      continue;
    }
    const side = event.isGuard ? 'guard' : 'other';
    const at: At = { form, event, side, found, list: value };
    if (value.kind === 'map' && form.readsOneGroup) judgeGroup(at, value, [key]);
    else if (value.kind !== 'list') {
      const expected = phrase('a list of entries, each with "hooks"');
      found.skipped[side].push(problem('type', value, expected, [key]));
    } else for (const [index, group] of value.items.entries()) judgeGroup(at, group, [key, index]);
  }
  return found.worst;
}

interface At {
  readonly form: GroupedHooks;
  readonly event: HookEvent;
  readonly side: 'guard' | 'other';
  readonly found: Found;
  /** All groups of the event. */
  readonly list: Value;
}

function judgeGroup(at: At, group: Value, path: Path): void {
  const { form, event, side, found, list } = at;
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
      const fault = event.matcher === 'tool' ? form.faultOf?.(written) : null;
      if (event.matcher === 'tool' && !form.isExpression(written))
        found.unmatched[side].push(invalidMatcher(matcher, path));
      else if (fault) found.unmatched[side].push(unmatched(matcher, fault, path));
    } else if (!isFalsy(matcher))
      found.event[side].push({
        ...problem('value', list, phrase('a string'), [...path, 'matcher']),
        span: matcher.span,
      });
  }
}

/** Whether it is run. */
function judgeHook({ form, side, found }: At, hook: Value, path: Path): boolean {
  const skip = (one: Problem): false => {
    found.skipped[side].push(one);
    return false;
  };
  const words = form.types.flatMap(({ value, isHidden }) => (isHidden ? [] : [value]));
  const [usual] = words;
  if (hook.kind !== 'map')
    return skip(problem('type', hook, phrase('a map with a "type": {words}', words), path));
  const at = (key: string): Value | undefined => entryOf(hook.entries, key)?.value;
  const type = at('type');
  if (!type)
    return skip({ ...missingKey(hook, [...path, 'type']), ...(usual !== undefined && { usual }) });
  const known = form.types.find(({ value }) => value === textOf(type));
  if (!known)
    return skip({
      ...problem('value', type, { type: 'words', words }, [...path, 'type']),
      choices: words,
    });
  const run = at(known.key);
  if (!run) return skip(missingKey(hook, [...path, known.key]));
  if (run.kind !== 'text' || run.text === '') {
    const kind = run.kind === 'text' ? 'value' : 'type';
    return skip(problem(kind, run, { type: 'text', nonEmpty: true }, [...path, known.key]));
  }
  const timeout = at('timeout');
  if (timeout && form.shortTime?.is(timeout)) {
    const time = phrase(form.shortTime.expected);
    found.stopped[side].push(problem('value', timeout, time, [...path, 'timeout']));
  }
  return true;
}

const text: Type = { type: 'text' };
const any: Type = { type: 'any' };

const groupOf = ({ types, keys }: GroupedHooks, matcher: HookEvent['matcher']): Type => ({
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
      type: { type: 'list', of: { type: 'map', keys: { ...typeOf(types), ...keys }, rest: any } },
      summary: 'The hooks to run.',
    },
  },
  rest: any,
});

const typeOf = (types: readonly HookType[]): Readonly<Record<string, KeyType>> => ({
  type: {
    type: { type: 'one-of', choices: types.filter(({ isHidden }) => !isHidden) },
    summary: 'The kind of hook.',
  },
});

/** The judge of such hooks, and what each event lists, for completion. */
export const groupedHooks = (
  form: GroupedHooks,
): Pick<HookFile, 'events'> & { readonly judge: (hooks: Value) => CustomCheckResult } => ({
  judge: (hooks) => judgeHooks(form, hooks),
  events: Object.fromEntries(
    Object.entries(form.events).map(([event, { summary, matcher }]) => [
      event,
      { summary, list: { type: 'list', of: groupOf(form, matcher) } },
    ]),
  ),
});
