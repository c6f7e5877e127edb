// Skills and commands of the preview of OpenCode 2. It reads them as OpenCode 1 does, only in its own folders, and a wrong value costs
// one file.

import { nameField } from '../judge/skills/skill-fields';
import { droppedSkill } from '../judge/skills/skill-flaws';
import { commandFolders, skillFolders } from '../judge/skills/skill-form';
import { unknown } from '../model/evidence';
import { commandsWith } from '../opencode/commands';
import { silentlyDropped } from '../opencode/fields';
import { readerWith } from '../opencode/reader';
import { repair } from '../opencode/repair';
import { skillsWith } from '../opencode/skills';
import { executedHere } from './evidence';
import { fields } from './fields';
import { flaws } from './flaws';

const reader = readerWith({ repairText: repair, inspections: [], marksOff: 1 });

export const skills = skillsWith(reader, {
  ...{ executedHere, page: unknown },
  fields: {
    name: {
      ...nameField,
      summary: 'The name by which users and the model call the skill.',
      type: { type: 'text', nonEmpty: true },
      otherwise: droppedSkill('name'),
      required: droppedSkill('name'),
      absent: 'Required. The skill is silently dropped without it.',
      evidence: executedHere,
    },
    slash: {
      summary: 'Whether the skill is also a command of the user.',
      type: { type: 'boolean' },
      otherwise: droppedSkill('field'),
      absent: 'Not known.',
      snippet: ' true',
      evidence: executedHere,
    },
  },
});

export const commands = commandsWith({
  ...{ reader, flaws, agentFields: fields, otherwise: silentlyDropped },
  isNamedByPath: true,
  evidence: executedHere,
});

const ofUser = { scope: 'user', evidence: executedHere, role: 'owner' } as const;
const inProject = { scope: 'project', evidence: executedHere, role: 'owner' } as const;

export const skillLocations = skillFolders('name-field', [
  {
    ...inProject,
    glob: '.opencode/{skill,skills}/**/SKILL.md',
    summary: 'Skills, including subfolders.',
  },
  {
    ...ofUser,
    glob: '.config/opencode/{skill,skills}/**/SKILL.md',
    summary: 'Skills for all projects of a user.',
  },
]);

export const commandLocations = commandFolders([
  {
    ...inProject,
    glob: '.opencode/{command,commands}/**/*.md',
    summary: 'Commands, including subfolders: `git/pr.md` is called as `/git/pr`.',
  },
  {
    ...ofUser,
    glob: '.config/opencode/{command,commands}/**/*.md',
    summary: 'Commands for all projects of a user.',
  },
]);
