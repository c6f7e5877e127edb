import { withBehavior } from '../model/host';
import type { Location } from '../model/location';
import { behavior } from './behavior';
import { inProgram, ran, version } from './evidence';

const folder = {
  glob: '.qoder/agents/**/*.md',
  role: 'owner',
  id: 'name-field',
  ignoredPrefix: '_',
  ignoresFoldersWithPrefix: true,
} as const;

const locations: readonly Location[] = [
  {
    ...folder,
    scope: 'project',
    summary: 'Agents of the project, including subfolders, in the folder in which it is started.',
    evidence: ran,
  },
  {
    ...folder,
    scope: 'user',
    summary: 'For all projects of a user. The project takes precedence.',
    evidence: inProgram,
  },
];

export const qoder = withBehavior(
  {
    id: 'qoder',
    name: 'Qoder CLI',
    version,
    verified: '2026-11-22',
    package: '@qoder-ai/qodercli',
    ownFile: '.qoder/agents/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.qoder'], project: ['.qoder'], evidence: inProgram },
    locations,
  },
  behavior,
);
