// Skills of Copilot CLI, and commands in the folder of Claude Code. It is strict: one value of the wrong type, or a description that is
// too long, and it rejects the file.

import { t } from '../../text/message';
import { textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import { quotedWords } from '../judge/skills/argument-words';
import {
  descriptionField,
  guardMisspellings,
  informativeFields,
  modelGuard,
  nameField,
  userGuard,
} from '../judge/skills/skill-fields';
import { rejectedSkill, rejectedSkills } from '../judge/skills/skill-flaws';
import { commandFolders, skillFolders, skillForm } from '../judge/skills/skill-form';
import { firstProse, usedValue } from '../judge/skills/skill-values';
import type { BodyLanguage } from '../model/body-language';
import type { FlawOutcome } from '../model/dialect';
import { unknown } from '../model/evidence';
import type { CustomCheckResult, Field } from '../model/field';
import type { SkillPrecedence } from '../model/host';
import type { Reason } from '../model/outcome';
import type { ListBudget, SkillBuilder } from '../model/skill';
import type { Expected } from '../model/type';
import { executedHere, listedTogether } from './evidence';
import { commandReader, skillReader } from './reader';

const refusedFor = (value: Value, expected: Expected, reason: Reason): CustomCheckResult => ({
  outcome: 'refused',
  problems: [problem('value', value, expected)],
  otherwise: rejectedSkill(reason),
});

const longestName = 64;
const longestDescription = 1_024;
const validName = /^[A-Za-z0-9][A-Za-z0-9 ._:-]*$/;
/** Where a file has no description, so many lines of its text are one. */
const describingLines = 3;

/** A space in a name becomes a hyphen; white space around it, such as the last line break of a block, is removed. */
const asId = (name: string): string => name.trim().replaceAll(' ', '-');

function judgeName(value: Value): CustomCheckResult | null {
  const written = textOf(value);
  if (written === undefined) return null;
  const name = written.trim();
  if (name.length > longestName)
    return refusedFor(
      value,
      phrase(`a name of at most ${longestName} characters`, [], t('Shorten the name.')),
      'name',
    );
  if (!validName.test(name))
    return refusedFor(
      value,
      phrase('a name of the letters a to z, digits, hyphens, underscores, dots and colons'),
      'name',
    );
  return asId(written) === written ? null : { outcome: 'coerced', problems: [] };
}

const judgeDescription = (value: Value): CustomCheckResult | null =>
  (textOf(value)?.length ?? 0) > longestDescription
    ? refusedFor(
        value,
        phrase(
          `a description of at most ${longestDescription} characters`,
          [],
          t('Shorten the description.'),
        ),
        'description',
      )
    : null;

const strict = { otherwise: rejectedSkill('field'), evidence: executedHere } as const;

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...strict,
    ...nameField,
    summary: 'The name by which users and the model call it. A space becomes a hyphen.',
    judge: judgeName,
    otherwise: rejectedSkill('name'),
    absent: 'The name of the folder.',
  },
  description: {
    ...strict,
    ...descriptionField,
    judge: judgeDescription,
    otherwise: rejectedSkill('description'),
    required: {
      outcome: 'coerced',
      effect: '{host} uses the first three lines of the text as the description, without headings.',
    },
    absent: 'The first three lines of the text, without headings.',
    details: `At most ${longestDescription} characters.`,
    evidence: unknown,
  },
  'argument-hint': {
    ...strict,
    summary: 'The arguments that the list of commands shows next to the name.',
    type: { type: 'text' },
    empty: 'accepted',
    absent: 'No hint.',
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
  },
  'user-invocable': { ...strict, ...userGuard },
  'disable-model-invocation': { ...strict, ...modelGuard },
  'allowed-tools': {
    ...strict,
    summary: 'The tools that it needs. The user is asked about shell commands all the same.',
    type: { type: 'names', separators: ',', vocabulary: 'tools' },
    absent: 'None.',
    snippet: ' ${1:view}',
    details: 'Names are separated by commas. With spaces, all of them are one name.',
    governs: 'permission',
    onlyGrants: true,
  },
  ...informativeFields,
};

const isOff = (value: Value | undefined): boolean => value?.kind === 'boolean' && !value.boolean;
const isOn = (value: Value | undefined): boolean => value?.kind === 'boolean' && value.boolean;

const skill: SkillBuilder = ({ skill: read, fields: judged, place }) => {
  const name = textOf(usedValue(judged, 'name'));
  const written = textOf(usedValue(judged, 'description'));
  return {
    id: asId(name ?? place.base),
    description: written ?? firstProse(read, describingLines).slice(0, longestDescription),
    cutAt: null,
    userInvocable: !isOff(usedValue(judged, 'user-invocable')),
    modelInvocable: isOn(usedValue(judged, 'disable-model-invocation')) ? 'no' : 'yes',
    paths: [],
  };
};

/** Recorded in `test/hosts/calls`. */
const body: BodyLanguage = {
  first: 0,
  missing: 'empty',
  hasIndexes: true,
  endsArguments: true,
  escapes: 'everywhere',
  variables: {},
  appends: '\n\nARGUMENTS: ',
  insertsLiterally: true,
  split: quotedWords,
  evidence: executedHere,
};

const form = {
  readsPrompt: true,
  body,
  skill,
  evidence: executedHere,
  meant: { ...guardMisspellings, allowedTools: 'allowed-tools' },
} as const;

const notAMapping: FlawOutcome = {
  outcome: 'loads-changed',
  reason: 'frontmatter-lost',
  effect: '{host} ignores the frontmatter and uses the name of the folder.',
};

/** Each entry has tags for its name, its description and its scope. Commands are in the same list. */
const listBudget: ListBudget = {
  characters: 15_000,
  perEntry: 94,
  perName: null,
  perDescription: 1_024,
  beyond: 'alphabet',
  evidence: listedTogether,
};

/** Of the folder that several programs share, a copy for them is usual, so its files are not compared. */
const sameName: SkillPrecedence = {
  rank: ({ location: { scope, glob } }) =>
    glob.startsWith('.agents/') ? null : scope === 'project' ? 1 : 0,
  wins: '{host} prefers skills of the project to those of the user.',
  tie: '{host} loads only one of them.',
  evidence: listedTogether,
};

export const skills = skillForm({
  ...form,
  sameName,
  listBudget,
  reader: skillReader,
  fields,
  flaws: {
    ...rejectedSkills,
    'not-a-mapping': notAMapping,
  },
});

const { 'user-invocable': _, ...fieldsOfCommand } = fields;
/** Many commands are only a prompt. */
const { 'no-frontmatter': __, ...flawsOfCommand } = rejectedSkills;

export const commands = skillForm({
  ...form,
  subject: 'command',
  reader: commandReader,
  fields: {
    ...fieldsOfCommand,
    'user-invocable': {
      ...userGuard,
      type: { type: 'any' },
      otherwise: rejectedSkill('field'),
      noEffect: '{host} ignores it, so users can call the command.',
      isNeverOffered: true,
      evidence: unknown,
    },
  },
  flaws: {
    ...flawsOfCommand,
    'frontmatter-lost': {
      outcome: 'loads-changed',
      reason: 'frontmatter-lost',
      losesLimit: true,
      effect: '{host} finds no frontmatter and sends the whole file to the model.',
    },
    'not-a-mapping': {
      ...notAMapping,
      effect: '{host} ignores the frontmatter.',
    },
  },
});

const inProject = { scope: 'project', skipsHidden: 'folders', evidence: executedHere } as const;
const ofUser = { scope: 'user', role: 'owner', skipsHidden: 'folders', evidence: unknown } as const;

export const skillLocations = skillFolders('name-field', [
  {
    ...inProject,
    glob: '.github/skills/**/SKILL.md',
    role: 'owner',
    summary: 'Skills, including subfolders. They take precedence over the other locations.',
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
    glob: '.copilot/skills/**/SKILL.md',
    summary: 'Skills for all projects of a user.',
  },
  {
    ...ofUser,
    glob: '.agents/skills/**/SKILL.md',
    summary: 'Skills for all projects of a user, in the folder that several programs share.',
  },
]);

export const commandLocations = commandFolders([
  {
    scope: 'project',
    role: 'guest',
    glob: '.claude/commands/*.md',
    names: /^[A-Za-z0-9][A-Za-z0-9 ._:-]{0,63}$/,
    ignoresCase: true,
    evidence: executedHere,
    summary: 'Commands in the folder of Claude Code, without its subfolders.',
  },
]);
