// What hooks of settings and of agents do that cannot run their script. Recorded in `test/hosts/hooks`.
import { hookCommands } from '../../judge/hook-file';
import { failedScripts } from '../../judge/hook-scripts';
import type { HookScripts } from '../../model/settings';
import { missing } from '../companions';
import { hooksRan } from '../evidence';
import { hookEvents } from '../misplaced-hooks';

/** The variable for the folder of the project. */
export const projectFolder = 'CLAUDE_PROJECT_DIR';

/** Of hooks of an agent. */
export const agentScripts: HookScripts = {
  commands: hookCommands,
  failed: Object.fromEntries(hookEvents.map((event) => [event, missing.file.effect])),
  failedInPython: {},
  folder: projectFolder,
  isInAnyParent: true,
  evidence: missing.file.evidence,
};

export const hookScripts = {
  ...failedScripts('PreToolUse', [
    'PostToolUse',
    'UserPromptSubmit',
    'SessionStart',
    'Stop',
    'SessionEnd',
  ]),
  folder: projectFolder,
  evidence: hooksRan,
};
