// Which hooks Gemini CLI runs before a call. Recorded in `test/hosts/hooks/matchers.data.json`.
import { type Entry, entryOf, textOf, valueAtKey } from '../../yaml/value';
import { hooksBefore } from '../judge/hooks-before';
import { hooksInGroups, type WrittenHook } from '../judge/hooks-in';
import { namesIn } from '../judge/settings-texts';
import type { HooksBefore } from '../model/guards';
import { matchersRan } from './evidence';
import { nameInRules } from './guards/names';
import { expressionOf } from './settings/hooks';
import { settingIn } from './settings/used';
import { byName } from './tools';

/** A matcher is a regular expression for a part of the name, or where it is no expression, the name. */
export function isMatched(matcher: string | null, tool: string): boolean {
  const pattern = matcher?.trim() ?? '';
  if (pattern === '' || pattern === '*') return true;
  return expressionOf(pattern)?.test(tool) ?? pattern === tool;
}

/** Those of settings that are not disabled, by their name or their command. */
function enabledHooks(settings: readonly Entry[]): readonly WrittenHook[] {
  const enabled = settingIn(settings, 'hooksConfig', 'enabled');
  if (enabled?.kind === 'boolean' && !enabled.boolean) return [];
  const disabled = namesIn(settingIn(settings, 'hooksConfig', 'disabled')).map(textOf);
  const nameOf = ({ hook }: WrittenHook): string | undefined =>
    textOf(valueAtKey(hook, 'name')) || textOf(valueAtKey(hook, 'command'));
  return hooksInGroups(entryOf(settings, 'hooks')?.value, { command: 'command' }).filter(
    (one) => !disabled.includes(nameOf(one)),
  );
}

export const hooksBeforeCall: HooksBefore = {
  of: (call, files) => {
    const name = nameInRules(call.tool);
    const isTool = byName.has(name) || name !== call.tool;
    const runs = (matcher: string | null, event: string): boolean =>
      event === 'BeforeTool' && isTool && isMatched(matcher, name);
    return files.flatMap(({ file, settings }) => hooksBefore(file, enabledHooks(settings), runs));
  },
  evidence: matchersRan,
};
