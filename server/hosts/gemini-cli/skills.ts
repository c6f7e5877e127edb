// Skills of Gemini CLI. It uses nothing but the name and the description, needs both, and silently drops a skill without them.

import { textOf } from '../../yaml/value';
import {
  descriptionField,
  ignoredGuards,
  informativeFields,
  nameField,
} from '../judge/skills/skill-fields';
import { droppedSkill, droppedSkills } from '../judge/skills/skill-flaws';
import { skillFolders, skillForm } from '../judge/skills/skill-form';
import { usedValue } from '../judge/skills/skill-values';
import { unknown } from '../model/evidence';
import { promptLostAfterFence, readByLine, uncheckedTexts } from '../model/flaw-tables';
import { executedHere } from './evidence';
import { reader } from './skill-reader';

export const skills = skillForm({
  reader,
  skill: ({ fields }) => ({
    id: (textOf(usedValue(fields, 'name')) ?? '').replaceAll(/[:\\/<>*?"|]/g, '-'),
    description: textOf(usedValue(fields, 'description')) ?? null,
    cutAt: null,
    userInvocable: null,
    modelInvocable: 'yes',
    paths: [],
  }),
  fields: {
    name: {
      ...nameField,
      summary: 'The name by which the model calls the skill.',
      type: { type: 'text', anyScalar: true },
      otherwise: droppedSkill('name'),
      valueEvidence: unknown,
      required: droppedSkill('name'),
      absent: 'Required. The skill is silently dropped without it.',
      details: 'Characters that a file name cannot contain become hyphens.',
      evidence: executedHere,
    },
    description: {
      ...descriptionField,
      type: { type: 'text', anyScalar: true, multiline: true },
      otherwise: droppedSkill('description'),
      valueEvidence: unknown,
      required: droppedSkill('description'),
      absent: 'Required. The skill is silently dropped without it.',
      evidence: executedHere,
    },
    ...ignoredGuards(unknown),
    ...informativeFields,
  },
  flaws: {
    ...droppedSkills,
    ...promptLostAfterFence,
    'unclosed-fence': { ...droppedSkills.yaml, reason: 'fence' },
    'yaml-repaired': readByLine,
    ...uncheckedTexts,
  },
  evidence: executedHere,
});

const folder = { role: 'owner', skipsHidden: 'folders' } as const;

export const skillLocations = skillFolders('name-field', [
  {
    ...folder,
    glob: '.gemini/skills/{,*/}SKILL.md',
    scope: 'project',
    summary: 'Skills of the project. The user has to trust the folder.',
    evidence: executedHere,
  },
  {
    ...folder,
    glob: '.agents/skills/{,*/}SKILL.md',
    scope: 'project',
    summary: 'Skills in the folder that several programs share. The user has to trust the folder.',
    evidence: unknown,
  },
  {
    ...folder,
    glob: '.gemini/skills/{,*/}SKILL.md',
    scope: 'user',
    summary: 'Skills for all projects of a user.',
    evidence: unknown,
  },
  {
    ...folder,
    glob: '.agents/skills/{,*/}SKILL.md',
    scope: 'user',
    summary: 'Skills of a user in the folder that several programs share.',
    evidence: unknown,
  },
]);
