import { documented } from '../model/evidence';
import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { companionFiles } from './companions';
import { ran, seen, version } from './evidence';
import { agentFolders } from './folders';
import { generationMarkers } from './generations';

export const opencode = withBehavior(
  {
    id: 'opencode',
    name: 'OpenCode',
    version,
    olderVersions: ['1.17.18', '1.18.10', '1.18.20'],
    verified: '2026-11-20',
    package: 'opencode-ai',
    generation: '1',
    generationMarkers,
    // A subagent is replaced by the default agent, with a warning.
    start: {
      command: 'opencode --agent {agent}',
      ...{ isForHidden: true, exceptMode: 'subagent' },
      evidence: seen,
    },
    ownFile: '.opencode/agent/{name}.md',
    recognizedBy: {
      extensions: ['sst-dev.opencode', 'sst-dev.opencode-v2'],
      home: ['.config/opencode'],
      project: ['.opencode', 'opencode.json', 'opencode.jsonc'],
      evidence: documented({
        title: 'Visual Studio Marketplace',
        address: 'https://marketplace.visualstudio.com/items?itemName=sst-dev.opencode',
        on: '2026-11-20',
      }),
    },
    locations: [
      ...agentFolders(
        '.opencode',
        'project',
        'In the project and in every folder above it up to the Git root, where the outermost folder wins. Includes subfolders. A README.md becomes an agent too.',
        ran,
      ),
      ...agentFolders(
        '.config/opencode',
        'user',
        'For all projects of a user. The project overrides it. One invalid value here stops OpenCode in every project.',
        ran,
      ),
      ...agentFolders(
        '.opencode',
        'user',
        'For all projects of a user. It overrides the project.',
        ran,
      ),
    ],
    companionFiles,
  },
  behavior,
);
