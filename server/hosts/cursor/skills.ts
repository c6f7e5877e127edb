// Skills and commands of Cursor, as far as its documentation states them. What it does with an invalid value or a broken frontmatter is not
// documented.

import {
  commandName,
  documentedCommandReader,
  documentedField,
  documentedSkill,
  documentedSkills,
} from '../judge/skills/documented-skills';
import { folderOf, ownFolder, sharedFolder } from '../judge/skills/read-folders';
import {
  descriptionField,
  informativeFields,
  modelGuard,
  nameField,
} from '../judge/skills/skill-fields';
import { commandFolders, skillFolders } from '../judge/skills/skill-form';
import { documented } from '../model/evidence';
import type { Location } from '../model/location';
import { skillSkeleton } from '../model/skeleton';

const page = documented({
  title: 'Cursor documentation, page "Agent Skills"',
  address: 'https://cursor.com/docs/skills',
  on: '2026-11-26',
});
const commandsPage = documented({
  title: 'Cursor documentation, page "Commands"',
  address: 'https://cursor.com/docs/context/commands',
  on: '2026-11-26',
});

const field = documentedField(page);

const paths = field({
  summary: 'Patterns of files. The model gets the skill when it works with matching files.',
  type: { type: 'names', separators: ',' },
  absent: 'The model always has it.',
  snippet: '\n  - "${1:src/**}"',
});

export const skills = documentedSkills({
  skill: documentedSkill({ model: 'disable-model-invocation', paths: ['paths', 'globs'] }),
  fields: {
    name: field({
      ...nameField,
      summary: 'The name of the skill, the same as that of its folder.',
      absent: 'Required, as documented.',
      details:
        'Lowercase letters, digits and hyphens. The skill is called by the name of its folder.',
    }),
    description: field({ ...descriptionField, absent: 'Required, as documented.' }),
    paths,
    globs: { ...paths, summary: 'An earlier name of `paths`.', isNeverOffered: true },
    'disable-model-invocation': field(modelGuard),
    ...informativeFields,
  },
});

export const commands = documentedSkills({
  subject: 'command',
  reader: documentedCommandReader,
  skill: documentedSkill({ idOf: commandName('/'), isOfUser: true }),
  skeleton: skillSkeleton(),
  fields: {},
});

const folders = [
  ownFolder('.cursor'),
  sharedFolder('owner'),
  folderOf('.claude', 'Claude Code'),
  folderOf('.codex', 'Codex'),
];

const scopes = [
  { scope: 'project', skills: 'Skills of the project' },
  { scope: 'user', skills: 'Skills of a user' },
] as const;

export const skillLocations: readonly Location[] = skillFolders(
  'folder',
  scopes.flatMap(({ scope, skills: owned }) =>
    folders.map(({ folder, of, ...own }) => ({
      ...own,
      scope,
      glob: `${folder}/skills/**/SKILL.md`,
      summary: `${owned}${of}, including subfolders.`,
      evidence: page,
    })),
  ),
);

const commandFolder = {
  glob: '.cursor/commands/*.md',
  role: 'owner',
  evidence: commandsPage,
} as const;

export const commandLocations: readonly Location[] = commandFolders([
  { ...commandFolder, scope: 'project', summary: 'Commands of the project, in plain Markdown.' },
  { ...commandFolder, scope: 'user', summary: 'Commands for all projects of a user.' },
]);
