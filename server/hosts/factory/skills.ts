// Skills and commands of Factory Droid, as far as its documentation states them. What it does with an invalid value or a broken frontmatter
// is not documented.

import {
  documentedCommandReader,
  documentedField,
  documentedSkill,
  documentedSkills,
} from '../judge/skills/documented-skills';
import { descriptionField, nameField } from '../judge/skills/skill-fields';
import { commandFolders, skillFolders } from '../judge/skills/skill-form';
import { documented } from '../model/evidence';
import type { Location } from '../model/location';
import { skillSkeleton } from '../model/skeleton';

const page = documented({
  title: 'Factory documentation, page "Skills"',
  address: 'https://docs.factory.ai/harness/skills',
  on: '2026-11-26',
});
const commandsPage = documented({
  title: 'Factory documentation, page "Custom Slash Commands"',
  address: 'https://docs.factory.ai/harness/custom-slash-commands',
  on: '2026-11-26',
});

const field = documentedField(page);
const ofCommand = documentedField(commandsPage);

export const skills = documentedSkills({
  skill: documentedSkill({ isNamed: true }),
  fields: {
    name: field({
      ...nameField,
      summary: 'The name by which users and the model call the skill.',
      absent: 'Required, as documented.',
    }),
    description: field({ ...descriptionField, absent: 'Required, as documented.' }),
  },
});

/** `code-review` for `Code Review.md`. What a folder adds is not documented. */
const slug = (base: string): string =>
  base
    .replace(/\.md$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-');

export const commands = documentedSkills({
  subject: 'command',
  reader: documentedCommandReader,
  skill: documentedSkill({ idOf: ({ base }) => slug(base), isOfUser: true }),
  skeleton: skillSkeleton('description: ${1:What it does}'),
  fields: {
    description: ofCommand({
      ...descriptionField,
      summary: 'What it does, for the list of commands.',
      absent: 'A summary that the program makes.',
      snippet: ' ${1:What it does}',
    }),
    'argument-hint': ofCommand({
      summary: 'The arguments that the list of commands shows next to the name.',
      type: { type: 'text' },
      absent: 'No hint.',
      snippet: ' "${1:<file>}"',
      isForDisplay: true,
    }),
  },
});

const folder = { glob: '.factory/skills/**/SKILL.md', role: 'owner', evidence: page } as const;

export const skillLocations: readonly Location[] = skillFolders('name-field', [
  { ...folder, scope: 'project', summary: 'Skills of the project, including subfolders.' },
  { ...folder, scope: 'user', summary: 'Skills for all projects of a user.' },
]);

const commandFolder = {
  glob: '.factory/commands/**/*.md',
  role: 'owner',
  evidence: commandsPage,
} as const;

export const commandLocations: readonly Location[] = commandFolders([
  { ...commandFolder, scope: 'project', summary: 'Commands of the project, with subfolders.' },
  {
    ...commandFolder,
    scope: 'user',
    summary: 'Commands for all projects of a user. The project takes precedence.',
  },
]);
