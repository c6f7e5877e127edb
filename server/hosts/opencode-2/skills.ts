// Skills and commands of the preview of OpenCode 2. It reads them as OpenCode 1 does, only in its own folders, and a wrong value costs
// one file. What a call of one sends is not known: the preview has no way to call it.

import { nameField } from '../judge/skills/skill-fields';
import { droppedSkill, ignoredHead } from '../judge/skills/skill-flaws';
import { commandFolders, flatSkillFolders, skillFolders } from '../judge/skills/skill-form';
import { unknown } from '../model/evidence';
import type { Field } from '../model/field';
import { type Reader, unread } from '../model/reading';
import { skillSkeleton } from '../model/skeleton';
import { commandsWith } from '../opencode/commands';
import { silentlyDropped } from '../opencode/fields';
import { readerWith } from '../opencode/reader';
import { repair } from '../opencode/repair';
import { skillsWith } from '../opencode/skills';
import { executedHere } from './evidence';
import { fields } from './fields';
import { flaws } from './flaws';

const reader = readerWith({ repairText: repair, inspections: [], marksOff: 1 });

const name = {
  ...nameField,
  summary: 'The name by which users and the model call the skill.',
  type: { type: 'text', nonEmpty: true },
  otherwise: droppedSkill('name'),
  evidence: executedHere,
} as const;

const slash: Field = {
  summary: 'Whether the skill is also a command of the user.',
  type: { type: 'boolean' },
  otherwise: droppedSkill('field'),
  absent: 'Not known.',
  snippet: ' true',
  evidence: executedHere,
};

export const skills = skillsWith(reader, {
  ...{ executedHere, page: unknown },
  fields: {
    name: {
      ...name,
      required: droppedSkill('name'),
      absent: 'Required. The skill is silently dropped without it.',
    },
    slash,
  },
});

/** An empty file is no skill. */
const flatReader: Reader = (input) =>
  input.outline.text === ''
    ? unread({ code: 'short-prompt', span: { start: 0, end: 0 }, fatal: true })
    : reader(input);

const lost = { ...ignoredHead, evidence: unknown } as const;

/** A file in the folder of skills, which the name of the file names. Without a frontmatter it is a skill, too, but not listed. */
export const flatSkills = skillsWith(
  flatReader,
  {
    ...{ executedHere, page: unknown },
    fields: { name: { ...name, absent: 'The name of the file.' }, slash },
  },
  {
    'no-frontmatter': {
      ...{ outcome: 'loads', reason: 'no-frontmatter' },
      effect: '{host} loads the skill but does not list it to the model.',
    },
    'leading-text': lost,
    'unclosed-fence': {
      ...{ outcome: 'loads-changed', reason: 'fence', evidence: unknown },
      effect: '{host} treats the rest of the file as frontmatter.',
    },
    'frontmatter-lost': lost,
    'short-prompt': {
      outcome: 'ignored',
      reason: 'no-frontmatter',
      effect: '{host} silently drops the skill.',
    },
  },
  skillSkeleton('description: ${1:Use when}'),
);

export const commands = commandsWith({
  ...{ reader, flaws, agentFields: fields, otherwise: silentlyDropped },
  isNamedByPath: true,
  evidence: executedHere,
});

const ofUser = { scope: 'user', evidence: executedHere, role: 'owner' } as const;
const inProject = { scope: 'project', evidence: executedHere, role: 'owner' } as const;

export const skillLocations = [
  ...skillFolders('name-field', [
    {
      ...inProject,
      isBelowFolder: true,
      glob: '.opencode/{skill,skills}/**/SKILL.md',
      summary: 'Skills, including subfolders.',
    },
    {
      ...ofUser,
      isBelowFolder: true,
      glob: '.config/opencode/{skill,skills}/**/SKILL.md',
      summary: 'Skills for all projects of a user.',
    },
  ]),
  ...flatSkillFolders([
    {
      ...inProject,
      glob: '.opencode/{skill,skills}/*.md',
      summary: 'Skills without a folder of their own. A README.md becomes a skill too.',
    },
    {
      ...ofUser,
      glob: '.config/opencode/{skill,skills}/*.md',
      summary: 'The same for all projects of a user.',
    },
  ]),
];

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
