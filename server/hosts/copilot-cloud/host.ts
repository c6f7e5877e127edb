// What GitHub's documentation states of the agents of Copilot's cloud agent. The folder belongs to VS Code and Copilot CLI as well, so
// this host counts only where the user chose it.
import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { reference, version } from './evidence';

export const copilotCloud = withBehavior(
  {
    id: 'copilot-cloud',
    name: 'Copilot cloud agent',
    version,
    verified: '2026-11-22',
    ownFile: '.github/agents/{name}.agent.md',
    isOnlyInOwnFolders: true,
    locations: [
      {
        glob: '.github/agents/*.md',
        scope: 'project',
        role: 'guest',
        isOptional: 'only where chosen',
        id: 'file-name',
        summary:
          'Agents of the repository. Those of an organization or enterprise, in the folder `agents` of its repository `.github-private`, are not recognized here. A prompt has at most 30,000 characters.',
        evidence: reference,
      },
    ],
  },
  behavior,
);
