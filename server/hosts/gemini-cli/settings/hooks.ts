// The hooks of settings. Gemini CLI skips what it cannot read, and reports it when a session starts. A matcher that is no string costs all
// hooks of its event.
import { entryOf, isFalsy, type Path, textOf, type Value } from '../../../yaml/value';
import { missingKey, phrase, problem } from '../../judge/check';
import { hookSkipped, unknownEvent, worstOf } from '../../judge/hook-file';
import { invalidMatcher, neverMatched } from '../../judge/hook-matchers';
import type { Consequence, CustomCheckResult } from '../../model/field';
import type { KeyType, Problem, Type } from '../../model/type';

interface HookEvent {
  readonly summary: string;
  /** Its matchers are compared: with names of tools as expressions, or with a word. */
  readonly matcher?: 'tool' | 'word';
  /** It can block something. */
  readonly isGuard?: true;
}

const events: Readonly<Record<string, HookEvent>> = {
  BeforeTool: {
    summary: 'Before a tool runs. It can block the call.',
    ...{ matcher: 'tool', isGuard: true },
  },
  AfterTool: { summary: 'After a tool has run.', matcher: 'tool' },
  BeforeAgent: {
    summary: 'After a user has sent a prompt. It can block the turn.',
    isGuard: true,
  },
  AfterAgent: { summary: 'When a turn ends.' },
  BeforeModel: { summary: 'Before each request to the model. It can block it.', isGuard: true },
  AfterModel: { summary: 'After each part of an answer of the model.' },
  BeforeToolSelection: {
    summary: 'Before the model chooses tools. It can take tools away.',
    isGuard: true,
  },
  SessionStart: { summary: 'When a session starts.', matcher: 'word' },
  SessionEnd: { summary: 'When a session ends.', matcher: 'word' },
  PreCompress: { summary: 'Before a conversation is compressed.', matcher: 'word' },
  Notification: { summary: 'When the program shows a notification.' },
};

/** Keys below `hooks` that are no events. */
const switches = ['enabled', 'disabled', 'notifications'];

/** By the name that another program has for an event. */
const meantBy: Readonly<Record<string, string>> = {
  ...{ PreToolUse: 'BeforeTool', PostToolUse: 'AfterTool', UserPromptSubmit: 'BeforeAgent' },
  ...{ Stop: 'AfterAgent', PreCompact: 'PreCompress' },
  ...{ preToolUse: 'BeforeTool', postToolUse: 'AfterTool', sessionStart: 'SessionStart' },
};

const documentedType = 'command';
/** `plugin` is run as well, and not documented. */
const runTypes = [documentedType, 'plugin'];

/** In milliseconds. A shorter time was meant in seconds. */
const shortest = 100;

/** Strings of digits count, unless another value of the file is wrong. */
function isTooShort(timeout: Value): boolean {
  if (timeout.kind === 'null') return false;
  const time = timeout.kind === 'number' ? timeout.number : Number(textOf(timeout) ?? Number.NaN);
  return !(time >= shortest);
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

export function judgeHooks(hooks: Value): CustomCheckResult {
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
    const at: At = { event, side, found, list: value };
    // One entry counts as a list of one.
    if (value.kind === 'map') judgeGroup(at, value, [key]);
    else if (value.kind !== 'list') {
      const expected = phrase('a list of entries, each with "hooks"');
      found.skipped[side].push(problem('type', value, expected, [key]));
    } else for (const [index, group] of value.items.entries()) judgeGroup(at, group, [key, index]);
  }
  return found.worst;
}

interface At {
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
    } else if (!isFalsy(matcher))
      found.event[side].push({
        ...problem('value', list, phrase('a string'), [...path, 'matcher']),
        span: matcher.span,
      });
  }
}

function isExpression(text: string): boolean {
  try {
    return new RegExp(text.trim()) instanceof RegExp;
  } catch {
    // A star alone stands for all.
    return text.trim() === '*';
  }
}

/** Whether it is run. */
function judgeHook({ side, found }: At, hook: Value, path: Path): boolean {
  const skip = (one: Problem): false => {
    found.skipped[side].push(one);
    return false;
  };
  const words = [documentedType];
  if (hook.kind !== 'map')
    return skip(problem('type', hook, phrase('a map with a "type": {words}', words), path));
  const at = (key: string): Value | undefined => entryOf(hook.entries, key)?.value;
  const type = at('type');
  if (!type) return skip({ ...missingKey(hook, [...path, 'type']), usual: documentedType });
  if (!runTypes.includes(textOf(type) ?? ''))
    return skip({
      ...problem('value', type, { type: 'words', words }, [...path, 'type']),
      choices: words,
    });
  const command = at('command');
  if (!command) return skip(missingKey(hook, [...path, 'command']));
  if (command.kind !== 'text' || command.text === '') {
    const kind = command.kind === 'text' ? 'value' : 'type';
    return skip(problem(kind, command, { type: 'text', nonEmpty: true }, [...path, 'command']));
  }
  const timeout = at('timeout');
  if (timeout && isTooShort(timeout)) {
    const time = phrase('a time in milliseconds, of at least 100');
    found.stopped[side].push(problem('value', timeout, time, [...path, 'timeout']));
  }
  return true;
}

const text: Type = { type: 'text' };

const hookKeys: Readonly<Record<string, KeyType>> = {
  type: {
    type: { type: 'one-of', choices: [{ value: documentedType, means: 'Runs a shell command.' }] },
    summary: 'The kind of hook.',
  },
  command: { type: text, summary: 'The shell command.' },
  name: { type: text, summary: 'A name by which it can be disabled.' },
  timeout: { type: { type: 'number' }, summary: 'The longest time, in milliseconds.' },
  description: { type: text, summary: 'What the hook is for.' },
};

const groupOf = (matcher: HookEvent['matcher']): Type => ({
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
      type: { type: 'list', of: { type: 'map', keys: hookKeys, rest: { type: 'any' } } },
      summary: 'The hooks to run.',
    },
  },
  rest: { type: 'any' },
});

/** For completion. */
export const hookEvents: Readonly<
  Record<string, { readonly summary: string; readonly list: Type }>
> = Object.fromEntries(
  Object.entries(events).map(([event, { summary, matcher }]) => [
    event,
    { summary, list: { type: 'list', of: groupOf(matcher) } },
  ]),
);
