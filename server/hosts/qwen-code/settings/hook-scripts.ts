// What hooks do that cannot run their script. Recorded in `test/hosts/hooks`.
import { failedScripts } from '../../judge/hook-scripts';
import type { HookScripts } from '../../model/settings';
import { hooksRan } from '../evidence';

export const hookScripts: Omit<HookScripts, 'commands'> = {
  ...failedScripts(
    'PreToolUse',
    ['PostToolUse', 'UserPromptSubmit', 'SessionStart', 'Stop'],
    { prompt: 'UserPromptSubmit', others: ['PostToolUse', 'SessionStart'] },
    'Stop',
  ),
  folders: ['QWEN_PROJECT_DIR', 'GEMINI_PROJECT_DIR', 'CLAUDE_PROJECT_DIR'],
  unset: /^(?:CLAUDE|GEMINI|QWEN)_(?:TOOL|FILE)_\w+$/,
  evidence: hooksRan,
};
