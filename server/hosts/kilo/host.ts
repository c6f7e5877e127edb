// Kilo, a fork of OpenCode, as measured in the program.

import { documented } from '../model/evidence';
import { withBehavior } from '../model/host';
import { agentFolders } from '../opencode/folders';
import { behavior } from './behavior';
import { companionFiles } from './companions';
import { ran, seen, version } from './evidence';

export const kilo = withBehavior(
  {
    id: 'kilo',
    name: 'Kilo',
    version,
    olderVersions: ['7.7.2', '7.7.7'],
    verified: '2026-11-20',
    package: '@kilocode/cli',
    forkOf: 'opencode',
    // A subagent is replaced by the default agent, with a warning.
    start: {
      command: 'kilo --agent {agent}',
      ...{ isForHidden: true, exceptMode: 'subagent' },
      evidence: seen,
    },
    ownFile: '.kilo/agent/{name}.md',
    recognizedBy: {
      extensions: ['kilocode.kilo-code'],
      home: ['.config/kilo'],
      project: ['.kilo', '.kilocode', 'kilo.json', 'kilo.jsonc'],
      evidence: documented({
        title: 'Visual Studio Marketplace',
        address: 'https://marketplace.visualstudio.com/items?itemName=kilocode.kilo-code',
        on: '2026-11-20',
      }),
    },
    locations: [
      ...agentFolders(
        '.kilo',
        'project',
        'In the project and in every folder above it up to the Git root. Includes subfolders. A README.md becomes an agent too.',
        ran,
      ),
      ...agentFolders(
        '.kilocode',
        'project',
        'The former folder. A .kilo folder next to it overrides it.',
        ran,
      ),
      ...agentFolders(
        '.config/kilo',
        'user',
        'For all projects of a user. The project overrides it.',
        ran,
      ),
      ...agentFolders('.kilo', 'user', 'For all projects of a user.', ran),
      ...agentFolders(
        '.kilocode',
        'user',
        'The former folder for all projects of a user. A .kilo folder next to it overrides it.',
        seen,
      ),
    ],
    companionFiles,
  },
  behavior,
);
