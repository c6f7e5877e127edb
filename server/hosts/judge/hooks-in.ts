// The hooks in settings: below each event a list of hooks, or of groups of them with one matcher.
import {
  type Entry,
  entryOf,
  type StringValue,
  textOf,
  type Value,
  valueAtKey,
} from '../../yaml/value';
import type { HookCommand } from '../model/settings';

export interface WrittenHook {
  readonly event: string;
  /** Its own, or that of its group; null where there is none. */
  readonly matcher: string | null;
  readonly hook: Value;
}

/** @param hooks the map of events, in source order; none for any other value */
export const hooksIn = (hooks: Value | undefined): readonly WrittenHook[] =>
  (hooks?.kind === 'map' ? hooks.entries : []).flatMap(({ key: event, value }) =>
    itemsOf(value).flatMap((item) => {
      const below = valueAtKey(item, 'hooks');
      return (below ? itemsOf(below) : [item]).map((hook) => ({
        ...{ event, hook },
        matcher: textOf(valueAtKey(hook, 'matcher') ?? valueAtKey(item, 'matcher')) ?? null,
      }));
    }),
  );

/** Only those in groups, for programs that run no others. @param types the key that the hooks of each type need */
export const hooksInGroups = (
  hooks: Value | undefined,
  types: Readonly<Record<string, string>>,
): readonly WrittenHook[] =>
  (hooks?.kind === 'map' ? hooks.entries : []).flatMap(({ key: event, value }) =>
    (value.kind === 'map' ? [value] : itemsOf(value)).flatMap((group) => {
      const below = valueAtKey(group, 'hooks');
      const matcher = textOf(valueAtKey(group, 'matcher')) ?? null;
      return (below ? itemsOf(below) : []).flatMap((hook) => {
        const type = textOf(valueAtKey(hook, 'type')) ?? '';
        const key = Object.hasOwn(types, type) ? types[type] : undefined;
        return key !== undefined && textOf(valueAtKey(hook, key)) ? [{ event, matcher, hook }] : [];
      });
    }),
  );

export interface WrittenMatcher {
  readonly event: string;
  readonly matcher: StringValue;
  /** The hook that has it, or the group of hooks. */
  readonly holder: Value;
}

/** The matchers in a map of events, of groups and of hooks, in source order. */
export const matchersIn = (hooks: Value | undefined): readonly WrittenMatcher[] =>
  (hooks?.kind === 'map' ? hooks.entries : []).flatMap(({ key: event, value }) =>
    (value.kind === 'map' ? [value] : itemsOf(value)).flatMap((group) => {
      const below = valueAtKey(group, 'hooks');
      return [group, ...(below ? itemsOf(below) : [])].flatMap((holder) => {
        const matcher = valueAtKey(holder, 'matcher');
        return matcher?.kind === 'text' ? [{ event, matcher, holder }] : [];
      });
    }),
  );

const itemsOf = (value: Value): readonly Value[] => (value.kind === 'list' ? value.items : []);

/** Those of settings; none where they are disabled. */
export function enabledHooks(settings: readonly Entry[]): readonly WrittenHook[] {
  const disabled = entryOf(settings, 'disableAllHooks')?.value;
  const areOff = disabled?.kind === 'boolean' && disabled.boolean;
  return areOff ? [] : hooksIn(entryOf(settings, 'hooks')?.value);
}

/** The commands of the hooks of settings; none where they are disabled. */
export const hookCommands = (settings: readonly Entry[]): readonly HookCommand[] =>
  commandsOf(enabledHooks(settings));

/** The commands of hooks, except for those in another folder, in another shell or for another system. */
export const commandsOf = (hooks: readonly WrittenHook[]): readonly HookCommand[] =>
  hooks.flatMap(({ event, hook }): HookCommand[] => {
    const command = valueAtKey(hook, 'bash') ?? valueAtKey(hook, 'command');
    const isElsewhere = valueAtKey(hook, 'cwd') ?? valueAtKey(hook, 'shell');
    return command?.kind === 'text' && !isElsewhere ? [{ event, command }] : [];
  });
