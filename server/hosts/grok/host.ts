import { withBehavior } from '../model/host';
import type { Location } from '../model/location';
import { behavior } from './behavior';
import { inProgram, ran, version } from './evidence';

const ownFolder = { glob: '.grok/agents/*.md', role: 'owner', id: 'file-name' } as const;

/** Files that are written for Claude Code. Only where Grok Build is in use, their authors think of it. */
const claudeFolder = {
  glob: '.claude/agents/*.md',
  role: 'guest',
  isOptional: true,
  id: 'file-name',
} as const;

const locations: readonly Location[] = [
  {
    ...ownFolder,
    scope: 'project',
    summary: 'Agents of the project, without subfolders.',
    evidence: ran,
  },
  {
    ...ownFolder,
    scope: 'user',
    summary: 'For all projects of a user. The project takes precedence.',
    evidence: inProgram,
  },
  {
    ...claudeFolder,
    scope: 'project',
    summary: "Claude Code's agents of the project, unless a setting turns them off.",
    evidence: ran,
  },
  {
    ...claudeFolder,
    scope: 'user',
    summary: "Claude Code's agents of a user, unless a setting turns them off.",
    evidence: inProgram,
  },
];

export const grok = withBehavior(
  {
    id: 'grok',
    name: 'Grok Build',
    version,
    verified: '2026-11-22',
    package: '@xai-official/grok',
    ownFile: '.grok/agents/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.grok'], project: ['.grok'], evidence: inProgram },
    locations,
  },
  behavior,
);
