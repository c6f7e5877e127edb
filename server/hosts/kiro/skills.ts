// Skills of Kiro, as far as its documentation states them. What it does with an invalid value or a broken frontmatter is not documented.

import {
  documentedField,
  documentedSkill,
  documentedSkills,
} from '../judge/skills/documented-skills';
import { descriptionField, informativeFields, nameField } from '../judge/skills/skill-fields';
import { skillFolders } from '../judge/skills/skill-form';
import { documented } from '../model/evidence';
import type { SkillPrecedence } from '../model/host';

const page = documented({
  title: 'Kiro documentation, page "Agent Skills"',
  address: 'https://kiro.dev/docs/skills/',
  on: '2026-11-26',
});

const field = documentedField(page);

/** As documented; skills of other folders are not compared. */
const sameName: SkillPrecedence = {
  rank: ({ location: { scope } }) => (scope === 'project' ? 1 : 0),
  wins: '{host} prefers skills of the project to those of the user.',
  evidence: page,
};

export const skills = documentedSkills({
  sameName,
  skill: documentedSkill({}),
  fields: {
    name: field({
      ...nameField,
      summary: 'The name by which users call the skill, the same as that of its folder.',
      absent: 'Required, as documented.',
      details: 'Lowercase letters, digits and hyphens, at most 64 characters.',
    }),
    description: field({
      ...descriptionField,
      absent: 'Required, as documented.',
      details: 'At most 1024 characters.',
    }),
    ...informativeFields,
  },
});

const folder = { glob: '.kiro/skills/*/SKILL.md', role: 'owner', evidence: page } as const;

export const skillLocations = skillFolders('folder', [
  { ...folder, scope: 'project', summary: 'Skills of the project.' },
  {
    ...folder,
    scope: 'user',
    summary: 'Skills for all projects of a user. The project takes precedence.',
  },
]);
