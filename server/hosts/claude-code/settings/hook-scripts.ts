// What hooks of settings do that cannot run their script. Recorded in `test/hosts/hooks`.
import { failedScripts } from '../../judge/hook-scripts';
import { executedHere } from '../evidence';

/** The variable for the folder of the project. */
export const projectFolder = 'CLAUDE_PROJECT_DIR';

export const hookScripts = {
  ...failedScripts('PreToolUse', [
    'PostToolUse',
    'UserPromptSubmit',
    'SessionStart',
    'Stop',
    'SessionEnd',
  ]),
  folder: projectFolder,
  evidence: executedHere,
};
