// The declaration of Qwen Code, based on running its manager of agents. docs/hosts/qwen-code.md is generated from it.

import { withBehavior } from '../model/host';
import { behavior } from './behavior';
import { companionFiles } from './companions';
import { managerFile, ran, seenIn, version } from './evidence';

const folder = { glob: '.qwen/agents/*.md', role: 'owner', id: 'name-field' } as const;

export const qwenCode = withBehavior(
  {
    id: 'qwen-code',
    name: 'Qwen Code',
    version,
    verified: '2026-11-22',
    package: '@qwen-code/qwen-code',
    ownFile: '.qwen/agents/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.qwen'], project: ['.qwen'], evidence: seenIn(managerFile) },
    locations: [
      {
        ...folder,
        scope: 'project',
        summary: 'Agents of the project, without subfolders.',
        evidence: ran,
      },
      {
        ...folder,
        scope: 'user',
        summary: 'For all projects of a user. The project takes precedence.',
        evidence: seenIn(managerFile),
      },
    ],
    companionFiles,
  },
  behavior,
);
