// Skills of Codex. It needs a description, uses nothing but the name and the description, and reports what it rejects.

import { textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import {
  descriptionField,
  ignoredGuards,
  informativeFields,
  nameField,
} from '../judge/skills/skill-fields';
import { rejectedSkill, rejectedSkills } from '../judge/skills/skill-flaws';
import { skillFolders, skillForm } from '../judge/skills/skill-form';
import { listedText, onOneLine, scalarText, usedValue } from '../judge/skills/skill-values';
import { unknown } from '../model/evidence';
import type { CustomCheckResult } from '../model/field';
import type { Reason } from '../model/outcome';
import type { ListBudget } from '../model/skill';
import type { Expected } from '../model/type';
import { executedHere, listedTogether } from './evidence';
import { reader } from './skill-reader';

const longestName = 64;
const listedLength = 1_024;

const refused = (value: Value, reason: Reason, expected: Expected): CustomCheckResult => ({
  outcome: 'refused',
  problems: [problem('value', value, expected)],
  otherwise: rejectedSkill(reason),
});

const judgeName = (value: Value): CustomCheckResult | null =>
  [...(scalarText(value) ?? '')].length > longestName
    ? refused(value, 'name', phrase(`a name of at most ${longestName} characters`))
    : null;

const judgeDescription = (value: Value): CustomCheckResult | null =>
  textOf(value)?.trim() === ''
    ? refused(value, 'description', { type: 'text', nonEmpty: true })
    : null;

const { metadata, ...informative } = informativeFields;

/** 2 % of the window of the default model, of 272,000 tokens. An entry has a path, in which the name is again. */
const listBudget: ListBudget = {
  characters: 21_700,
  perEntry: 30,
  perName: null,
  perDescription: listedLength,
  beyond: 'shortened',
  isMost: true,
  evidence: listedTogether,
};

export const skills = skillForm({
  listBudget,
  reader,
  skill: ({ fields, place }) => ({
    id: onOneLine(scalarText(usedValue(fields, 'name')) ?? '') || place.base,
    ...listedText(
      onOneLine(scalarText(usedValue(fields, 'description')) ?? ''),
      listedLength,
      '...',
    ),
    userInvocable: null,
    modelInvocable: 'yes',
    paths: [],
  }),
  fields: {
    name: {
      ...nameField,
      summary: 'The name by which the model calls the skill.',
      type: { type: 'text', anyScalar: true },
      judge: judgeName,
      otherwise: rejectedSkill('name'),
      empty: 'accepted',
      absent: 'The name of the folder.',
      evidence: executedHere,
    },
    description: {
      ...descriptionField,
      type: { type: 'text', anyScalar: true, multiline: true },
      judge: judgeDescription,
      otherwise: rejectedSkill('description'),
      required: rejectedSkill('description'),
      absent: 'Required. The skill is rejected without it.',
      details: `A longer one than ${listedLength} characters is cut in the list.`,
      evidence: executedHere,
    },
    ...ignoredGuards(unknown),
    ...informative,
    metadata: {
      ...metadata,
      type: {
        type: 'map',
        keys: {
          'short-description': {
            type: { type: 'text', anyScalar: true },
            summary: 'A short description for users.',
          },
        },
        rest: { type: 'any' },
      },
      otherwise: rejectedSkill('field'),
      empty: 'accepted',
    },
  },
  flaws: {
    ...rejectedSkills,
    'yaml-repaired': {
      outcome: 'loads-changed',
      reason: 'yaml-repaired',
      effect: '{host} repairs it.',
    },
  },
  evidence: executedHere,
});

const folder = { role: 'owner', skipsHidden: 'folders', evidence: executedHere } as const;

export const skillLocations = skillFolders('name-field', [
  {
    ...folder,
    glob: '.agents/skills/**/SKILL.md',
    scope: 'project',
    summary: 'Skills in the folder that several programs share.',
  },
  {
    ...folder,
    glob: '.codex/skills/**/SKILL.md',
    scope: 'project',
    summary: 'Skills, including subfolders.',
  },
  {
    ...folder,
    evidence: unknown,
    glob: '.agents/skills/**/SKILL.md',
    scope: 'user',
    summary: 'Skills of a user in the folder that several programs share.',
  },
  {
    ...folder,
    evidence: unknown,
    glob: '.codex/skills/**/SKILL.md',
    scope: 'user',
    summary: 'Skills for all projects of a user.',
  },
]);
