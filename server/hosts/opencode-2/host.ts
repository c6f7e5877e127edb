// OpenCode 2, as measured in its preview, because the release could not be run. A profile of OpenCode, because both use
// the same folders.

import { withBehavior } from '../model/host';
import { companionFiles } from '../opencode/companions';
import { agentFolders } from '../opencode/folders';
import { behavior } from './behavior';
import { page, seen, version } from './evidence';

export const opencode2 = withBehavior(
  {
    id: 'opencode@2',
    name: 'OpenCode 2 (preview)',
    profileOf: 'opencode',
    generation: '2',
    version,
    verified: '2026-11-20',
    package: '@opencode-ai/cli-linux-x64',
    ownFile: '.opencode/agents/{name}.md',
    locations: [
      ...agentFolders('.opencode', 'project', 'In the project, including subfolders.', seen),
      ...agentFolders('.config/opencode', 'user', 'For all projects of a user.', page),
      ...agentFolders('.opencode', 'user', 'For all projects of a user.', page),
    ],
    companionFiles: companionFiles.map(({ entries: _, ...file }) => ({ ...file, evidence: seen })),
  },
  behavior,
);
