// The declaration of Codex, based on asking the program which roles of a project it accepts. docs/hosts/codex.md is generated from it.

import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { companionFiles, configFile } from './companions';
import { ran, seen, version } from './evidence';

const folder = {
  glob: '.codex/agents/**/*.toml',
  role: 'owner',
  id: 'name-field',
  givenBy: configFile,
  evidence: ran,
} as const;

export const codex = withBehavior(
  {
    id: 'codex',
    name: 'Codex',
    version,
    verified: '2026-11-22',
    package: '@openai/codex',
    ownFile: '.codex/agents/{name}.toml',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.codex'], project: ['.codex'], evidence: seen },
    locations: [
      {
        ...folder,
        scope: 'project',
        summary: 'Agents of the project, including subfolders. The user has to trust the project.',
      },
      {
        ...folder,
        scope: 'user',
        summary: 'For all projects of a user, including subfolders.',
      },
    ],
    companionFiles,
  },
  behavior,
);
