// Custom agents in VS Code with Copilot, as measured in the program.

import { withBehavior } from '../model/host';
import type { Location } from '../model/location';
import { behavior } from './behavior';
import { companionFiles } from './companions';
import { editorSupport } from './editor-support';
import { ran, seen, version } from './evidence';
import { folderSettings } from './folder-settings';

const notAgents = ['README.md', 'SKILL.md', 'copilot-instructions.md'];

const inGithub: Location = {
  glob: '.github/agents/*.md',
  scope: 'project',
  role: 'owner',
  except: notAgents,
  exceptEvidence: seen,
  id: 'name-field',
  summary: 'In the workspace. Subfolders are not searched.',
  evidence: ran,
};

const inClaude: Location = {
  glob: '.claude/agents/*.md',
  scope: 'project',
  role: 'guest',
  dialect: 'claude',
  except: notAgents,
  exceptEvidence: seen,
  id: 'name-field',
  summary:
    'The Claude Code folder in the workspace, with Claude Code tool names. Subfolders are not searched.',
  evidence: ran,
};

const ofCopilotUser: Location = {
  glob: '.copilot/agents/*.md',
  scope: 'user',
  role: 'owner',
  except: notAgents,
  exceptEvidence: seen,
  id: 'name-field',
  summary: 'For all workspaces of a user. Names are looked up here first.',
  evidence: ran,
};

const ofClaudeUser: Location = {
  glob: '.claude/agents/*.md',
  scope: 'user',
  role: 'guest',
  dialect: 'claude',
  except: notAgents,
  exceptEvidence: seen,
  id: 'name-field',
  summary: "The user's Claude Code folder.",
  evidence: ran,
};

const inProfile: Location = {
  glob: 'User/prompts/*.agent.md',
  scope: 'user',
  role: 'owner',
  id: 'name-field',
  summary: 'In the prompts folder of the user profile.',
  evidence: seen,
};

/** By the path that the setting has to contain to disable the folder. */
const ownFolders: ReadonlyMap<string, Location> = new Map([
  ['.github/agents', inGithub],
  ['.claude/agents', inClaude],
  ['~/.copilot/agents', ofCopilotUser],
  ['~/.claude/agents', ofClaudeUser],
]);

export const vscode = withBehavior(
  {
    id: 'vscode',
    name: 'VS Code',
    version,
    olderVersions: ['1.133.0', '1.135.0', '1.138.0'],
    verified: '2026-11-20',
    package: 'code-server',
    start: {
      editor: { command: 'workbench.action.chat.open', argument: 'mode' },
      isForHidden: false,
      evidence: seen,
    },
    ownFile: '.github/agents/{name}.agent.md',
    recognizedBy: { isEditor: true, evidence: seen },
    locations: [inGithub, inClaude, ofCopilotUser, ofClaudeUser, inProfile],
    folderSettings: folderSettings(ownFolders),
    formerly: [
      {
        glob: '.github/chatmodes/*.md',
        effect:
          '{host} no longer reads chat modes. Move the file to .github/agents and rename it to NAME.agent.md.',
        builtin: 'chatmode',
        evidence: seen,
      },
    ],
    editorSupport,
    companionFiles,
  },
  behavior,
);
