// Which hooks of settings run before a call.
import { textOf, type Value, valueAtKey } from '../../yaml/value';
import type { GuardingHook } from '../model/guards';
import type { WrittenHook } from './hooks-in';

/**
 * Those of a file whose matcher names the call.
 * @param runs whether a hook with this matcher runs before the call; false where that is not certain
 */
export const hooksBefore = (
  file: string,
  hooks: readonly WrittenHook[],
  runs: (matcher: string | null, event: string) => boolean,
): readonly GuardingHook[] =>
  hooks
    .filter(({ matcher, event }) => runs(matcher, event))
    .map(({ hook, ...written }) => ({
      ...written,
      file,
      start: hook.span.start,
      runs: runsOf(hook),
    }));

/** The first of these that the hook has. */
const parts = ['bash', 'command', 'powershell', 'url', 'prompt', 'tool'];

const runsOf = (hook: Value): string =>
  parts.map((key) => textOf(valueAtKey(hook, key))).find((text) => text !== undefined) ?? '';
