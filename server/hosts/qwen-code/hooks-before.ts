// Which hooks Qwen Code runs before a call. Recorded in `test/hosts/hooks/matchers.data.json`.
import { type Entry, entryOf } from '../../yaml/value';
import { hooksBefore } from '../judge/hooks-before';
import { hooksInGroups, type WrittenHook } from '../judge/hooks-in';
import type { HooksBefore } from '../model/guards';
import { matchersRan } from './evidence';
import { idOfName, namedBy } from './settings/names';

export const isMatched = (matcher: string | null, tool: string): boolean =>
  namedBy(matcher ?? '', [tool])?.length === 1;

function enabledHooks(settings: readonly Entry[]): readonly WrittenHook[] {
  const disabled = entryOf(settings, 'disableAllHooks')?.value;
  if (disabled?.kind === 'boolean' && disabled.boolean) return [];
  const types = { command: 'command', http: 'url', prompt: 'prompt' };
  return hooksInGroups(entryOf(settings, 'hooks')?.value, types);
}

export const hooksBeforeCall: HooksBefore = {
  of: ({ tool }, files) => {
    const isTool = tool.startsWith('mcp__') || idOfName(tool) === tool;
    const runs = (matcher: string | null, event: string): boolean =>
      event === 'PreToolUse' && isTool && isMatched(matcher, tool);
    return files.flatMap(({ file, settings }) => hooksBefore(file, enabledHooks(settings), runs));
  },
  evidence: matchersRan,
};
