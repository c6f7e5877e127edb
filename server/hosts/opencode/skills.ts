// Skills of OpenCode. It needs a name, silently drops a skill without one, and uses nothing but the name and the description.

import { textOf } from '../../yaml/value';
import { quotedOrBare } from '../judge/skills/argument-words';
import {
  descriptionField,
  ignoredGuards,
  informativeFields,
  nameField,
} from '../judge/skills/skill-fields';
import { droppedSkill, droppedSkills } from '../judge/skills/skill-flaws';
import { type SkillForm, skillFolders, skillForm } from '../judge/skills/skill-form';
import { flatName, usedValue } from '../judge/skills/skill-values';
import type { BodyLanguage } from '../model/body-language';
import { documented, type Evidence } from '../model/evidence';
import type { Field } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillPrecedence } from '../model/host';
import type { Reader } from '../model/reading';
import { executedHere, listedTogether } from './evidence';
import { readerWith } from './reader';
import { repair } from './repair';

const skillsPage = documented({
  title: 'OpenCode documentation, page "Agent Skills"',
  address: 'https://opencode.ai/v1/docs/skills',
  on: '2026-11-24',
});

/** How the facts on skills of a program of this family are known. */
interface SkillEvidence {
  readonly executedHere: Evidence;
  /** Of what only its documentation states. */
  readonly page: Evidence;
  /** What is known of the text. */
  readonly body?: BodyLanguage;
  /** Which of several with one name it uses, where that was asked. */
  readonly sameName?: SkillPrecedence;
  /** Fields that other programs of the family do not have. */
  readonly fields?: Readonly<Record<string, Field>>;
}

const fieldsWith = ({
  executedHere,
  page,
  fields,
}: SkillEvidence): Readonly<Record<string, Field>> => ({
  name: {
    ...nameField,
    summary: 'The name by which users and the model call the skill.',
    otherwise: droppedSkill('name'),
    required: droppedSkill('name'),
    absent: 'Required. The skill is silently dropped without it.',
    evidence: executedHere,
  },
  description: {
    ...descriptionField,
    otherwise: droppedSkill('description'),
    required: {
      outcome: 'coerced',
      effect: '{host} loads the skill but does not list it to the model.',
    },
    absent: 'The skill is not listed to the model.',
    evidence: page,
  },
  ...ignoredGuards(page),
  ...informativeFields,
  ...fields,
});

/** Of skills and commands. Recorded in `test/hosts/calls`. */
export const body: BodyLanguage = {
  first: 1,
  missing: 'empty',
  lastTakesRest: true,
  variables: {},
  shell: { asks: false, fromArguments: true },
  files: {},
  appends: '\n\n',
  split: quotedOrBare,
  evidence: executedHere,
};

/** The skills of a program of this family. */
export const skillsWith = (
  reader: Reader,
  evidence: SkillEvidence,
  flaws: FlawTable = {},
  skeleton?: string,
): SkillForm =>
  skillForm({
    ...(skeleton !== undefined && { skeleton }),
    ...(evidence.body && { body: evidence.body }),
    ...(evidence.sameName && { sameName: evidence.sameName }),
    reader,
    skill: ({ fields: judged, place }) => {
      const written = textOf(usedValue(judged, 'description'));
      return {
        id:
          textOf(usedValue(judged, 'name')) ??
          (place.location.kind === 'flat-skill' ? flatName(place) : place.base),
        description: written ?? null,
        cutAt: null,
        userInvocable: true,
        modelInvocable: written === undefined ? 'no' : 'yes',
        paths: [],
      };
    },
    fields: fieldsWith(evidence),
    flaws: {
      ...droppedSkills,
      'frontmatter-lost': droppedSkills.yaml,
      'unclosed-fence': {
        outcome: 'loads-changed',
        reason: 'fence',
        effect: '{host} treats the rest of the file as frontmatter.',
      },
      'early-fence': {
        outcome: 'loads-changed',
        reason: 'fence',
        effect:
          '{host} ends the frontmatter at the first line that begins with three dashes, so the rest of that line becomes part of the text.',
      },
      'yaml-repaired': {
        outcome: 'loads-changed',
        reason: 'yaml-repaired',
        effect:
          '{host} repairs it by turning each value that contains a colon into a block scalar.',
      },
      executable: {
        outcome: 'unknown',
        reason: 'fence',
        effect: '{host} runs the text between the fences as code when it starts.',
      },
      'too-large': {
        outcome: 'unknown',
        reason: 'too-large',
        effect:
          '{host} reads frontmatter of any size, but this one is too large to be checked here.',
      },
      ...flaws,
    },
    evidence: evidence.executedHere,
  });

/** It reads all files at the same time. Of the folder that several programs share, a copy for them is usual. */
const sameName: SkillPrecedence = {
  rank: ({ location: { glob, scope } }) =>
    glob.startsWith('.agents/') || scope === 'user' ? null : 0,
  wins: '',
  tie: '{host} uses whichever it reads last, which differs from one start to the next.',
  evidence: listedTogether,
};

export const skills = skillsWith(readerWith({ repairText: repair, inspections: [], marksOff: 0 }), {
  ...{ executedHere, page: skillsPage, body, sameName },
});

const inProject = { scope: 'project', evidence: executedHere } as const;
const ofUser = { scope: 'user', evidence: skillsPage } as const;

export const skillLocations = skillFolders('name-field', [
  {
    ...inProject,
    skipsHidden: 'folders',
    glob: '.opencode/{skill,skills}/**/SKILL.md',
    role: 'owner',
    summary: 'Skills, including subfolders.',
  },
  {
    ...inProject,
    glob: '.agents/skills/**/SKILL.md',
    role: 'owner',
    summary: 'Skills in the folder that several programs share.',
  },
  {
    ...inProject,
    glob: '.claude/skills/**/SKILL.md',
    role: 'guest',
    summary: 'Skills in the folder of Claude Code.',
  },
  {
    ...ofUser,
    glob: '.config/opencode/{skill,skills}/**/SKILL.md',
    role: 'owner',
    summary: 'Skills for all projects of a user.',
  },
  {
    ...ofUser,
    glob: '.opencode/{skill,skills}/**/SKILL.md',
    role: 'owner',
    summary: 'Skills for all projects of a user.',
  },
  {
    ...ofUser,
    glob: '.agents/skills/**/SKILL.md',
    role: 'owner',
    summary: 'Skills of a user in the folder that several programs share.',
  },
  {
    ...ofUser,
    glob: '.claude/skills/**/SKILL.md',
    role: 'guest',
    summary: 'Skills of a user in the folder of Claude Code.',
  },
]);
