import { withBehavior } from '../model/host';
import type { Location } from '../model/location';
import { behavior } from './behavior';
import { inDocs, inProgram, ran, version } from './evidence';

/** The endings of the file names that it reads. */
const endings: readonly string[] = ['.md', '.mdc', '.markdown'];

const folder = {
  id: 'name-field',
  ignoresCase: true,
  skipsHidden: 'folders',
  exceptFolders: ['node_modules', '__pycache__', 'dist', 'build'],
  exceptEvidence: inProgram,
} as const;

const inFolder = (
  name: string,
  own: Omit<Location, 'glob' | Exclude<keyof typeof folder, 'exceptEvidence'>>,
): Location[] => endings.map((ending) => ({ ...folder, ...own, glob: `${name}/**/*${ending}` }));

export const cursor = withBehavior(
  {
    id: 'cursor',
    name: 'Cursor',
    version,
    verified: '2026-11-22',
    package: '@cursor/sdk',
    ownFile: '.cursor/agents/{name}.md',
    isOnlyInOwnFolders: true,
    recognizedBy: { home: ['.cursor'], project: ['.cursor'], evidence: inProgram },
    locations: [
      ...inFolder('.cursor/agents', {
        scope: 'project',
        role: 'owner',
        exceptEvidence: ran,
        summary: 'Agents of the project, including subfolders.',
        evidence: ran,
      }),
      ...inFolder('.cursor/agents', {
        scope: 'user',
        role: 'owner',
        summary: 'For all projects of a user. The project takes precedence.',
        evidence: inDocs,
      }),
      ...inFolder('.claude/agents', {
        scope: 'project',
        role: 'guest',
        isOptional: true,
        summary: "Claude Code's agents of the project, unless a setting turns them off.",
        evidence: ran,
      }),
      ...inFolder('.claude/agents', {
        scope: 'user',
        role: 'guest',
        isOptional: true,
        summary: "Claude Code's agents of a user.",
        evidence: inDocs,
      }),
      ...inFolder('.grok/agents', {
        scope: 'project',
        role: 'guest',
        isOptional: true,
        summary: "Grok's agents of the project, unless a setting turns them off.",
        evidence: ran,
      }),
    ],
  },
  behavior,
);
