// Which hooks Codex runs before a call. Recorded in `test/hosts/hooks/matchers.data.json`.
import { hooksBefore } from '../judge/hooks-before';
import { enabledHooks } from '../judge/hooks-in';
import type { HooksBefore } from '../model/guards';
import type { ToolPurpose } from '../model/tool-purposes';
import { hooksRan } from './evidence';
import { isMatched } from './matcher';

/** The names under which hooks know what changes files. */
const patch = ['apply_patch', 'Edit', 'Write'];

/** By the purpose of a tool: the names under which hooks know the tool of Codex. */
const names: Readonly<Partial<Record<ToolPurpose, readonly string[]>>> = {
  'run-command': ['Bash'],
  'create-file': patch,
  'change-file': patch,
};

export const hooksBeforeCall: HooksBefore = {
  of: ({ purposes }, files) => {
    const known = purposes.flatMap((purpose) => names[purpose] ?? []);
    const runs = (matcher: string | null, event: string): boolean =>
      event === 'PreToolUse' && known.length > 0 && isMatched(matcher, known);
    return files.flatMap(({ file, settings }) => hooksBefore(file, enabledHooks(settings), runs));
  },
  evidence: hooksRan,
};
