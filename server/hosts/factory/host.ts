import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { inProgram, ran, version } from './evidence';

const folder = { glob: '.factory/droids/*.md', role: 'owner', id: 'name-field' } as const;

export const factory = withBehavior(
  {
    id: 'factory',
    name: 'Factory Droid',
    version,
    verified: '2026-11-22',
    package: '@factory/cli-linux-x64-baseline',
    ownFile: '.factory/droids/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.factory'], project: ['.factory'], evidence: inProgram },
    locations: [
      {
        ...folder,
        scope: 'project',
        summary:
          'Agents of the project, without subfolders. The program also reads this folder below the root of the git repository, down to the folder in which it is started.',
        evidence: ran,
      },
      {
        ...folder,
        scope: 'user',
        summary: 'For all projects of a user. The project takes precedence.',
        evidence: ran,
      },
    ],
  },
  behavior,
);
