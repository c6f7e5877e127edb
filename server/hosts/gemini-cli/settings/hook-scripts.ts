// What hooks do that cannot run their script. The exit codes 2, 126 and 127 block if the hook writes to stderr; 1 does not. Recorded in
// `test/hosts/hooks`.
import { failedScripts } from '../../judge/hook-scripts';
import type { HookScripts } from '../../model/settings';
import { hooksRan } from '../evidence';

const guard = 'BeforeTool';
const continuing = failedScripts(
  guard,
  ['AfterTool', 'BeforeAgent', 'SessionStart', 'AfterAgent', 'SessionEnd'],
  { prompt: 'BeforeAgent', others: ['AfterTool', 'SessionStart', 'SessionEnd'] },
  'AfterAgent',
);

export const hookScripts: Omit<HookScripts, 'commands'> = {
  failed: {
    ...continuing.failed,
    [guard]: '{host} then blocks each call that the hook is for.',
    BeforeAgent: '{host} then blocks each prompt.',
    AfterAgent: '{host} then asks the model again instead of ending the turn.',
  },
  failedInPython: continuing.failedInPython,
  failedInNode: continuing.failed,
  folders: ['GEMINI_PROJECT_DIR', 'CLAUDE_PROJECT_DIR'],
  unset: /^(?:CLAUDE|GEMINI)_(?:TOOL|FILE)_\w+$/,
  evidence: hooksRan,
};
