// What hooks of settings and of agents do that cannot run their script. Recorded in `test/hosts/hooks`.
import { failedScripts } from '../../judge/hook-scripts';
import { hookCommands } from '../../judge/hooks-in';
import type { HookScripts } from '../../model/settings';
import { missing } from '../companions';
import { hooksRan } from '../evidence';

/** The variable for the folder of the project. */
export const projectFolder = 'CLAUDE_PROJECT_DIR';

/** What hooks get is on their standard input. */
const unsetVariables = /^CLAUDE_(?:TOOL|FILE|HOOK|EVENT)_\w+$/;

/** Of hooks of an agent. */
export const agentScripts: HookScripts = {
  commands: hookCommands,
  failed: {},
  otherwise: missing.file.effect,
  failedInPython: {},
  folders: [projectFolder],
  isInAnyParent: true,
  evidence: missing.file.evidence,
};

export const hookScripts = {
  ...failedScripts(
    'PreToolUse',
    ['PostToolUse', 'UserPromptSubmit', 'SessionStart', 'Stop', 'SessionEnd'],
    { prompt: 'UserPromptSubmit', others: ['PostToolUse', 'SessionStart', 'Stop', 'SessionEnd'] },
  ),
  folders: [projectFolder],
  unset: unsetVariables,
  evidence: hooksRan,
};
