import { withBehavior } from '../model/host';
import type { Location } from '../model/location';
import { behavior } from './behavior';
import { inDocs, inProgram, version } from './evidence';

const folder = { id: 'name-field', evidence: inProgram } as const;

const ownFolder = { ...folder, glob: '.augment/agents/**/*.md', role: 'owner' } as const;

/** Folders of other programs. Only where Auggie is in use, the authors of these files think of it. */
const claudeFolder = {
  ...folder,
  glob: '.claude/agents/**/*.md',
  role: 'guest',
  isOptional: true,
} as const;

const sharedFolder = {
  ...folder,
  glob: '.agents/agents/**/*.md',
  role: 'guest',
  isOptional: true,
} as const;

const locations: readonly Location[] = [
  {
    ...ownFolder,
    scope: 'project',
    summary:
      'Agents of the project, including subfolders. The program also reads files that end in ".txt", which are not checked.',
  },
  { ...ownFolder, scope: 'user', summary: 'For all projects of a user.' },
  { ...claudeFolder, scope: 'project', summary: "Claude Code's agents of the project." },
  { ...claudeFolder, scope: 'user', summary: "Claude Code's agents of a user." },
  {
    ...sharedFolder,
    scope: 'project',
    summary: 'Agents of the project that several programs share.',
  },
  { ...sharedFolder, scope: 'user', summary: 'Agents of a user that several programs share.' },
];

export const auggie = withBehavior(
  {
    id: 'auggie',
    name: 'Auggie',
    version,
    verified: '2026-11-22',
    ownFile: '.augment/agents/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.augment'], project: ['.augment'], evidence: inDocs },
    locations,
  },
  behavior,
);
