// Hooks in the wrong place. Claude Code looks in the whole frontmatter for hooks that can block tools, and does not load an
// agent with such a hook where it would have no effect.

import { type Entry, type Value, valueAtKey } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Expected, ExpectedPlace, Problem } from '../model/type';

// The events at which Claude Code runs hooks.

export const hookEvents = [
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PostToolBatch',
  'Notification',
  'UserPromptSubmit',
  'UserPromptExpansion',
  'SessionStart',
  'SessionEnd',
  'Stop',
  'StopFailure',
  'SubagentStart',
  'SubagentStop',
  'PreCompact',
  'PostCompact',
  'PreModelSwitch',
  'PostModelSwitch',
  'PermissionRequest',
  'PermissionDenied',
  'Setup',
  'TeammateIdle',
  'TaskCreated',
  'TaskCompleted',
  'Elicitation',
  'ElicitationResult',
  'ConfigChange',
  'WorktreeCreate',
  'WorktreeRemove',
  'InstructionsLoaded',
  'CwdChanged',
  'FileChanged',
  'DirectoryAdded',
  'MessageDisplay',
] as const;

/**
 * Events whose hooks can block a tool. Claude Code does not load an agent with an invalid entry below one of these, because
 * the hook would no longer block anything.
 */
export const guards: ReadonlySet<string> = new Set(['PreToolUse', 'PermissionRequest']);

/** The first version that was asked and looks for such entries, and the last one before it. */
export const checkedSince = '2.1.257';
export const uncheckedUntil = '2.1.252';

export const notLoaded: Consequence = {
  outcome: 'refused',
  file: 'ignored',
  reason: 'field',
  effect: '{host} silently does not load the agent.',
};

/** Keys with free content, and the one whose own check finds them. */
const freeKeys: ReadonlySet<string> = new Set(['hooks', 'mcpServers', 'metadata']);

/** For every key of an agent. */
export const judgeKeyOfAgent = (entry: Entry): CustomCheckResult | null =>
  judgeMisplaced(entry, notLoaded, freeKeys);

/** Null if there are no misplaced hooks in the value. @param free the keys in which they are not looked for. */
export function judgeMisplaced(
  entry: Entry,
  otherwise: Consequence,
  free: ReadonlySet<string>,
): CustomCheckResult | null {
  const { key, value } = entry;
  // Most values are strings, with nothing below them.
  if ((value.kind === 'text' && !guards.has(key)) || free.has(key)) return null;
  const problems = below(entry, []);
  return problems.length > 0 ? { outcome: 'refused', problems, otherwise } : null;
}

/** A problem for each event that can block a tool, and for each list of hooks unless the value is that of an event. */
export function misplacedHooksBelow(
  value: Value,
  path: Problem['path'],
  isOfEvent = false,
): Problem[] {
  if (value.kind === 'list')
    return value.items.flatMap((item, index) =>
      misplacedHooksBelow(item, [...path, index], isOfEvent),
    );
  return value.kind === 'map'
    ? value.entries.flatMap((entry) => below(entry, [...path, entry.key], isOfEvent))
    : [];
}

function below(
  { key, keySpan, value }: Entry,
  path: Problem['path'],
  isOfEvent = false,
): Problem[] {
  if (isEmpty(value) || path.length > deepest) return [];
  const isBelowEvent = isOfEvent || isEvent(key);
  if (guards.has(key) || (!isBelowEvent && hasEntry(value, path.length + 1)))
    return [{ ...problem('value', value, placeFor(key), path), span: keySpan }];
  return misplacedHooksBelow(value, path, isBelowEvent);
}

/** Where hooks under the key belong: with the key itself only where it is an event. */
const placeFor = (key: string): ExpectedPlace => ({
  ...{ type: isEvent(key) ? 'under' : 'in-event', key: 'hooks' },
});

/** It does not look into maps below so many keys and positions, that at the top included. */
const deepest = 4;

const isEmpty = (value: Value): boolean =>
  value.kind === 'null' || (value.kind === 'list' && value.items.length === 0);

/** An entry with hooks, or a list with one. @param depth of the value. */
const hasEntry = (value: Value, depth: number): boolean =>
  value.kind === 'list'
    ? value.items.some((item) => hasEntry(item, depth + 1))
    : depth <= deepest && isHookEntry(value);

/**
 * A map with a list of hooks, or with one hook in place of the list. With a matcher, any map is taken for a hook; without one, an event
 * next to it makes it a map of events.
 */
export function isHookEntry(value: Value): boolean {
  if (value.kind !== 'map') return false;
  const hooks = valueAtKey(value, 'hooks');
  const hasMatcher = valueAtKey(value, 'matcher') !== undefined;
  if (!hasMatcher && value.entries.some(({ key }) => isEvent(key))) return false;
  if (hooks?.kind === 'list') return hooks.items.length > 0;
  return hooks?.kind === 'map' && (hasMatcher || valueAtKey(hooks, 'type')?.kind === 'text');
}

const isEvent = (key: string): boolean => (hookEvents as readonly string[]).includes(key);

// The settings of a hook next to its command. Claude Code treats a setting of the wrong type like a missing command.

const settings: Readonly<
  Record<string, { expected: Expected; isValid: (value: Value) => boolean }>
> = {
  timeout: {
    expected: phrase('a number above 0'),
    isValid: (value) => value.kind === 'number' && value.number > 0,
  },
  statusMessage: {
    expected: { type: 'text' },
    isValid: (value) => value.kind === 'text',
  },
  once: { expected: { type: 'boolean' }, isValid: (value) => value.kind === 'boolean' },
  async: { expected: { type: 'boolean' }, isValid: (value) => value.kind === 'boolean' },
  shell: {
    expected: phrase('bash or powershell'),
    isValid: (value) => value.kind === 'text' && /^(?:bash|powershell)$/.test(value.text),
  },
  if: { expected: { type: 'text' }, isValid: (value) => value.kind === 'text' },
  args: {
    expected: { type: 'list', of: { type: 'text' } },
    isValid: (value) => value.kind === 'list' && value.items.every(({ kind }) => kind === 'text'),
  },
  model: { expected: { type: 'text' }, isValid: (value) => value.kind === 'text' },
  headers: { expected: { type: 'map' }, isValid: (value) => value.kind === 'map' },
  input: { expected: { type: 'map' }, isValid: (value) => value.kind === 'map' },
  url: {
    expected: phrase('a URL'),
    isValid: (value) => value.kind === 'text' && /^[a-z][a-z0-9+.-]*:/i.test(value.text),
  },
};

/** A problem for each setting of the hook that has the wrong type. */
export function invalidSettings(hook: Value, path: Problem['path']): Problem[] {
  return Object.entries(settings).flatMap(([key, { expected, isValid }]): Problem[] => {
    const value = valueAtKey(hook, key);
    if (!value || isValid(value)) return [];
    return [problem('value', value, expected, [...path, key])];
  });
}
