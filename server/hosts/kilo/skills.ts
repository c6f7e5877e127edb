// Skills and commands of Kilo, which it treats as OpenCode does, except for broken frontmatter and invalid values.

import { commandFolders, skillFolders } from '../judge/skills/skill-form';
import { unknown } from '../model/evidence';
import type { Field } from '../model/field';
import { commandsWith } from '../opencode/commands';
import { readerWith } from '../opencode/reader';
import { skillsWith } from '../opencode/skills';
import { executedHere } from './evidence';
import { fields, refusal } from './fields';
import { flaws } from './flaws';
import { repair } from './reader';

const reader = readerWith({ repairText: repair, inspections: [], marksOff: 0 });

export const skills = skillsWith(
  reader,
  { executedHere, page: unknown },
  { 'yaml-repaired': flaws['yaml-repaired'] },
);

/** Unlike in agents, an empty value refuses a command. */
function withoutEmpty(field: Field): Field {
  const { empty: _, ...rest } = field;
  return rest;
}

export const commands = commandsWith({
  reader,
  agentFields: Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, withoutEmpty(field)]),
  ),
  otherwise: refusal,
  flaws,
  evidence: executedHere,
});

const inProject = { scope: 'project', evidence: executedHere } as const;
const ofUser = { scope: 'user', evidence: unknown } as const;
const configured = '.config/kilo';
const inConfiguration = {
  skipsHidden: 'folders',
  evidence: executedHere,
  exceptEvidence: unknown,
} as const;

export const skillLocations = skillFolders('name-field', [
  {
    ...inProject,
    skipsHidden: 'folders',
    glob: '.kilo/{skill,skills}/**/SKILL.md',
    role: 'owner',
    summary: 'Skills, including subfolders.',
  },
  {
    ...inProject,
    skipsHidden: 'folders',
    glob: '.kilocode/{skill,skills}/**/SKILL.md',
    role: 'owner',
    summary: 'Skills in the former folder.',
  },
  {
    ...inProject,
    glob: '.agents/skills/**/SKILL.md',
    role: 'owner',
    isOptional: true,
    summary: 'Skills in the folder that several programs share.',
  },
  {
    ...inProject,
    glob: '.claude/skills/**/SKILL.md',
    role: 'guest',
    isOptional: true,
    summary: 'Skills in the folder of Claude Code.',
  },
  ...[configured, '.kilo', '.kilocode'].map(
    (folder) =>
      ({
        ...ofUser,
        ...(folder === configured && inConfiguration),
        glob: `${folder}/{skill,skills}/**/SKILL.md`,
        role: 'owner',
        summary: 'Skills for all projects of a user.',
      }) as const,
  ),
  {
    ...ofUser,
    glob: '.agents/skills/**/SKILL.md',
    role: 'owner',
    isOptional: true,
    summary: 'Skills of a user in the folder that several programs share.',
  },
  {
    ...ofUser,
    glob: '.claude/skills/**/SKILL.md',
    role: 'guest',
    isOptional: true,
    summary: 'Skills of a user in the folder of Claude Code.',
  },
]);

export const commandLocations = commandFolders([
  ...['.kilo', '.kilocode'].map(
    (folder) =>
      ({
        ...inProject,
        glob: `${folder}/{command,commands}/**/*.md`,
        role: 'owner',
        summary: 'Commands, including subfolders: `git/pr.md` is called as `/git/pr`.',
      }) as const,
  ),
  ...[configured, '.kilo', '.kilocode'].map(
    (folder) =>
      ({
        ...ofUser,
        ...(folder === configured && { evidence: executedHere }),
        glob: `${folder}/{command,commands}/**/*.md`,
        role: 'owner',
        summary: 'Commands for all projects of a user.',
      }) as const,
  ),
]);
