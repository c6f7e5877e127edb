// Which hooks make Claude Code refuse a whole plugin. Every form below was run; forms that were not run count as accepted.
import { rootOfJson } from '../../agent/json-root';
import { type Message, t } from '../../text/message';
import { type Entry, entryOf, type Value } from '../../yaml/value';
import { guards, hookEvents } from './misplaced-hooks';

const eventNames: ReadonlySet<string> = new Set(hookEvents);

/** Whether a key at the top of the file looks like a guard that would be lost there, as one below `hooks` would not be. */
function isMisplaced({ key, value }: Entry): boolean {
  if (guards.has(key))
    return value.kind !== 'null' && !(value.kind === 'list' && value.items.length === 0);
  if (key === 'hooks' || eventNames.has(key) || value.kind !== 'list') return false;
  return value.items.some((item) => valueAt(item, 'hooks') !== undefined);
}

/** What a hook of each type must have; null for a type without a condition that is known. */
const requiredKeys: ReadonlyMap<string, string | null> = new Map([
  ['command', 'command'],
  ['prompt', null],
  ['http', null],
  ['agent', null],
]);

/** Why Claude Code loads nothing of a plugin with this `hooks/hooks.json`, as a translated sentence; null for an accepted file. */
export function faultOfHooksFile(text: string): Message | null {
  const root = rootOfJson(text);
  if (!isStrictJson(text) || root?.kind !== 'map') return null;
  const key = root.entries.find(isMisplaced)?.key;
  if (key !== undefined) return t('"{key}" must be inside of the key "hooks".', { key });
  const hooks = valueAt(root, 'hooks');
  if (hooks === undefined || hooks.kind === 'null') return null;
  if (hooks.kind !== 'map') return t('"{key}" must be a map of events.', { key: 'hooks' });
  const event = brokenGuardIn(hooks);
  return event === null
    ? null
    : t('"{key}" has an entry that {host} cannot read. Each needs a list "hooks" of commands.', {
        key: event,
        host: 'Claude Code',
      });
}

/** The event with an invalid entry; null if there is none. @param hooks the value of the key `hooks`. */
function brokenGuardIn(hooks: Value): string | null {
  const isBroken = (event: string): boolean => {
    const entries = valueAt(hooks, event);
    if (entries === undefined || entries.kind === 'null') return false;
    return entries.kind !== 'list' || !entries.items.every(isEntry);
  };
  return [...guards].find(isBroken) ?? null;
}

function isEntry(entry: Value): boolean {
  const matcher = valueAt(entry, 'matcher');
  const hooks = valueAt(entry, 'hooks');
  return (
    (matcher === undefined || matcher.kind === 'text') &&
    hooks?.kind === 'list' &&
    hooks.items.every(isHook)
  );
}

function isHook(hook: Value): boolean {
  const type = valueAt(hook, 'type');
  const timeout = valueAt(hook, 'timeout');
  const required = type?.kind === 'text' ? requiredKeys.get(type.text) : undefined;
  if (required === undefined) return false;
  const hasKey = required === null || valueAt(hook, required)?.kind === 'text';
  return hasKey && (timeout === undefined || timeout.kind === 'number');
}

/** Claude Code reads neither comments nor trailing commas. A byte order mark is accepted. */
export function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

export const valueAt = (value: Value, ...path: readonly string[]): Value | undefined =>
  path.reduce<Value | undefined>(
    (at, key) => (at?.kind === 'map' ? entryOf(at.entries, key)?.value : undefined),
    value,
  );
