// Skills and commands of Auggie, as far as its documentation states them. What it does with an invalid value or a broken frontmatter is not
// documented.

import {
  commandName,
  documentedCommandReader,
  documentedField,
  documentedSkill,
  documentedSkills,
} from '../judge/skills/documented-skills';
import { folderOf, ownFolder, sharedFolder } from '../judge/skills/read-folders';
import { descriptionField, nameField } from '../judge/skills/skill-fields';
import { commandFolders, skillFolders } from '../judge/skills/skill-form';
import { documented } from '../model/evidence';
import type { Location } from '../model/location';
import { skillSkeleton } from '../model/skeleton';

const page = documented({
  title: 'Augment documentation, page "Agent Skills"',
  address: 'https://docs.augmentcode.com/cli/skills',
  on: '2026-11-26',
});
const commandsPage = documented({
  title: 'Augment documentation, page "Custom Slash Commands"',
  address: 'https://docs.augmentcode.com/cli/v0/custom-commands',
  on: '2026-11-26',
});

const field = documentedField(page);
const ofCommand = documentedField(commandsPage);

export const skills = documentedSkills({
  skill: documentedSkill({}),
  fields: {
    name: field({
      ...nameField,
      summary: 'The name of the skill, the same as that of its folder.',
      absent: 'Required, as documented.',
      details: 'Lowercase letters, digits and single hyphens, at most 64 characters.',
    }),
    description: field({
      ...descriptionField,
      absent: 'Required, as documented.',
      details: 'At most 1024 characters.',
    }),
  },
});

export const commands = documentedSkills({
  subject: 'command',
  reader: documentedCommandReader,
  skill: documentedSkill({ idOf: commandName(':'), isOfUser: true, listsFirstLine: true }),
  skeleton: skillSkeleton('description: ${1:What it does}'),
  fields: {
    description: ofCommand({
      ...descriptionField,
      summary: 'What it does, for the list of commands.',
      absent: 'The first line of the text.',
      snippet: ' ${1:What it does}',
    }),
    'argument-hint': ofCommand({
      summary: 'The arguments that are shown after the name.',
      type: { type: 'text' },
      absent: 'No hint.',
      snippet: ' "${1:[file]}"',
      isForDisplay: true,
    }),
    model: ofCommand({
      summary: 'The model that runs the command.',
      type: { type: 'text', vocabulary: 'models' },
      absent: 'The default model.',
      snippet: ' ${1:model}',
    }),
  },
});

const folders = [ownFolder('.augment'), folderOf('.claude', 'Claude Code'), sharedFolder('guest')];

const scopes = [
  { scope: 'project', for: 'of the project.' },
  { scope: 'user', for: 'for all projects of a user.' },
] as const;

export const skillLocations: readonly Location[] = skillFolders(
  'folder',
  scopes.flatMap(({ scope, for: projects }) =>
    folders.map(({ folder, of, ...own }) => ({
      ...own,
      scope,
      glob: `${folder}/skills/*/SKILL.md`,
      summary: `Skills${of} ${projects}`,
      evidence: page,
    })),
  ),
);

export const commandLocations: readonly Location[] = commandFolders(
  scopes.flatMap(({ scope, for: projects }) =>
    folders.map(({ folder, of, ...own }) => ({
      ...own,
      scope,
      glob: `${folder}/commands/**/*.md`,
      summary: `Commands${of} ${projects}`,
      evidence: commandsPage,
    })),
  ),
);
