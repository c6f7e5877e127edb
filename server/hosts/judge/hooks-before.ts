// Which hooks of settings run before a call.
import { entryOf, textOf, type Value, valueAtKey } from '../../yaml/value';
import type { GuardingHook, UsedSettings } from '../model/guards';

/** @returns whether a hook with this matcher runs before the call; false where that is not certain */
export type RunsBefore = (matcher: string | null, event: string) => boolean;

/** The hooks of a file whose matcher, or that of their group, names the call. */
export function hooksBefore(
  { file, settings }: UsedSettings,
  events: readonly string[],
  runs: RunsBefore,
): readonly GuardingHook[] {
  const hooks = entryOf(settings, 'hooks')?.value;
  return (hooks?.kind === 'map' ? hooks.entries : []).flatMap(({ key: event, value }) =>
    events.includes(event) && value.kind === 'list'
      ? value.items.flatMap((item) => {
          const below = valueAtKey(item, 'hooks');
          const list = below?.kind === 'list' ? below.items : [item];
          return list.flatMap((hook): GuardingHook[] => {
            const matcher = textOf(valueAtKey(hook, 'matcher') ?? valueAtKey(item, 'matcher'));
            return runs(matcher ?? null, event)
              ? [
                  {
                    event,
                    matcher: matcher ?? null,
                    file,
                    start: hook.span.start,
                    runs: runsOf(hook),
                  },
                ]
              : [];
          });
        })
      : [],
  );
}

/** Whether the hooks of these settings are disabled. */
export function areHooksDisabled(settings: UsedSettings['settings']): boolean {
  const disabled = entryOf(settings, 'disableAllHooks')?.value;
  return disabled?.kind === 'boolean' && disabled.boolean;
}

/** The first of these that the hook has. */
const parts = ['bash', 'command', 'powershell', 'url', 'prompt', 'tool'];

const runsOf = (hook: Value): string =>
  parts.map((key) => textOf(valueAtKey(hook, key))).find((text) => text !== undefined) ?? '';
