import { withBehavior } from '../model/host';
import type { Location } from '../model/location';
import { behavior } from './behavior';
import { inProgram, ran, version } from './evidence';

const folder = {
  id: 'name-field',
  skipsHidden: true,
  exceptFolders: ['node_modules'],
  exceptEvidence: ran,
} as const;

const ownFolder = { ...folder, glob: '.kimi-code/agents/**/*.md', role: 'owner' } as const;

/** A folder of several programs, each with fields of its own. Only where Kimi Code is in use, its authors think of it. */
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
    summary: 'Agents of the project, including subfolders, at the root of the git repository.',
    evidence: ran,
  },
  {
    ...ownFolder,
    scope: 'user',
    summary: 'For all projects of a user. The project takes precedence.',
    evidence: inProgram,
  },
  {
    ...sharedFolder,
    scope: 'project',
    summary: 'Agents of the project that several programs share.',
    evidence: ran,
  },
  {
    ...sharedFolder,
    scope: 'user',
    summary: 'Agents of a user that several programs share.',
    evidence: inProgram,
  },
];

export const kimi = withBehavior(
  {
    id: 'kimi',
    name: 'Kimi Code',
    version,
    verified: '2026-11-22',
    package: '@moonshot-ai/kimi-code',
    ownFile: '.kimi-code/agents/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.kimi-code'], project: ['.kimi-code'], evidence: inProgram },
    locations,
  },
  behavior,
);
