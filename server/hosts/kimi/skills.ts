// Skills of Kimi Code. It needs a name and a description, silently drops a skill without them, and lists the rest to its model.

import { t } from '../../text/message';
import { textOf, type Value } from '../../yaml/value';
import { problem } from '../judge/check';
import { quotedWords } from '../judge/skills/argument-words';
import {
  descriptionField,
  ignoredGuards,
  ineffectiveGuard,
  informativeFields,
  modelGuard,
  nameField,
} from '../judge/skills/skill-fields';
import { droppedSkill, droppedSkills } from '../judge/skills/skill-flaws';
import { skillFolders, skillForm } from '../judge/skills/skill-form';
import { listedText, usedValue } from '../judge/skills/skill-values';
import type { BodyLanguage } from '../model/body-language';
import { documented, unknown } from '../model/evidence';
import { type CustomCheckResult, type Field, silentlyIgnored } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import { uncheckedTexts } from '../model/flaw-tables';
import type { Reason } from '../model/outcome';
import type { SkillBuilder } from '../model/skill';
import { executedHere } from './evidence';
import { skillReader } from './reader';

const page = documented({
  title: 'Kimi Code documentation, page "Agent Skills"',
  address: 'https://moonshotai.github.io/kimi-code/en/customization/skills.html',
  on: '2026-11-26',
});

const judgeText =
  (reason: Reason) =>
  (value: Value): CustomCheckResult | null =>
    value.kind === 'text' && value.text.trim() === ''
      ? {
          outcome: 'refused',
          problems: [problem('value', value, { type: 'text', nonEmpty: true })],
          otherwise: droppedSkill(reason),
        }
      : null;

const types = ['prompt', 'inline', 'flow'] as const;

/** White space around the word is removed. */
const judgeType = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && types.some((one) => one === value.text.trim())
    ? { outcome: 'kept', problems: [] }
    : null;

/** The first of them that is there counts. */
const guards = [
  'disable-model-invocation',
  'disable_model_invocation',
  'disableModelInvocation',
] as const;

const guard: Field = {
  ...modelGuard,
  otherwise: ineffectiveGuard,
  valueEvidence: unknown,
  evidence: executedHere,
};

const when: Field = {
  summary: 'When the model should use it, next to the description.',
  type: { type: 'text', multiline: true },
  otherwise: silentlyIgnored,
  absent: 'None.',
  snippet: ' ${1:Use when}',
  evidence: page,
  valueEvidence: unknown,
};

const { 'disable-model-invocation': _used, ...ignoredUserGuard } = ignoredGuards(unknown);

const otherSpelling = { isNeverOffered: true } as const;

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...nameField,
    summary: 'The name by which users and the model call the skill.',
    judge: judgeText('name'),
    otherwise: droppedSkill('name'),
    required: droppedSkill('name'),
    absent: 'Required. The skill is silently dropped without it.',
    evidence: executedHere,
  },
  description: {
    ...descriptionField,
    judge: judgeText('description'),
    otherwise: droppedSkill('description'),
    required: droppedSkill('description'),
    absent: 'Required. The skill is silently dropped without it.',
    evidence: executedHere,
  },
  type: {
    summary: 'Whether the model can use the skill.',
    type: {
      type: 'one-of',
      choices: [
        { value: 'prompt', means: 'Users and the model can use it.' },
        { value: 'inline', means: 'The same as "prompt".' },
        { value: 'flow', means: 'Only users can call it.' },
      ],
    },
    judge: judgeType,
    otherwise: droppedSkill('field'),
    absent: 'The same as "prompt".',
    snippet: ' ${1|prompt,flow|}',
    evidence: executedHere,
  },
  'disable-model-invocation': guard,
  disable_model_invocation: { ...guard, ...otherSpelling },
  disableModelInvocation: { ...guard, ...otherSpelling },
  ...ignoredUserGuard,
  whenToUse: when,
  'when-to-use': { ...when, ...otherSpelling },
  when_to_use: { ...when, ...otherSpelling },
  arguments: {
    summary: 'Names for the arguments: `$issue` in the text is replaced by the argument `issue`.',
    type: { type: 'names', separators: ' ' },
    otherwise: silentlyIgnored,
    absent: 'Arguments have only numbers.',
    snippet: ' [${1:name}]',
    evidence: page,
    valueEvidence: unknown,
  },
  ...informativeFields,
};

/** Recorded in `test/hosts/calls`. */
const body: BodyLanguage = {
  first: 0,
  missing: 'empty',
  hasIndexes: true,
  endsNumbers: true,
  namesIn: 'arguments',
  variables: { KIMI_SKILL_DIR: t('The path of the folder of the skill.') },
  folderVariable: 'KIMI_SKILL_DIR',
  appends: '\n\nARGUMENTS: ',
  insertsLiterally: true,
  split: quotedWords,
  evidence: executedHere,
};

function isClosed(judged: readonly FieldVerdict[]): boolean {
  if (textOf(usedValue(judged, 'type'))?.trim() === 'flow') return true;
  const key = guards.find((one) => judged.some((field) => field.key === one));
  const value = key === undefined ? undefined : usedValue(judged, key);
  return value?.kind === 'boolean' && value.boolean;
}

const skill: SkillBuilder = ({ fields: judged }) => ({
  id: (textOf(usedValue(judged, 'name')) ?? '').trim(),
  ...listedText((textOf(usedValue(judged, 'description')) ?? '').trim(), 250, '...'),
  userInvocable: true,
  modelInvocable: isClosed(judged) ? 'no' : 'yes',
  paths: [],
});

const dropped = {
  ...droppedSkills,
  'unclosed-fence': { ...droppedSkills.yaml, reason: 'fence' },
  'duplicate-key': droppedSkills.yaml,
} as const;

export const skills = skillForm({
  body,
  reader: skillReader,
  skill,
  fields,
  flaws: {
    ...Object.fromEntries(
      Object.entries(dropped).map(([code, flaw]) => [code, { ...flaw, evidence: executedHere }]),
    ),
    ...uncheckedTexts,
  },
  evidence: executedHere,
});

const folder = {
  role: 'owner',
  skipsHidden: 'folders',
  exceptFolders: ['node_modules'],
  evidence: executedHere,
} as const;

/** Of several programs. Only where Kimi Code is in use, their authors think of it. */
const shared = { ...folder, glob: '.agents/skills/**/SKILL.md', isOptional: true } as const;

export const skillLocations = skillFolders('name-field', [
  {
    ...folder,
    glob: '.kimi-code/skills/**/SKILL.md',
    scope: 'project',
    summary: 'Skills, including subfolders, at the root of the git repository.',
  },
  {
    ...shared,
    scope: 'project',
    summary: 'Skills in the folder that several programs share.',
  },
  {
    ...folder,
    glob: '.kimi-code/skills/**/SKILL.md',
    scope: 'user',
    evidence: unknown,
    exceptEvidence: unknown,
    summary: 'Skills for all projects of a user.',
  },
  {
    ...shared,
    scope: 'user',
    evidence: unknown,
    exceptEvidence: unknown,
    summary: 'Skills of a user in the folder that several programs share.',
  },
]);
