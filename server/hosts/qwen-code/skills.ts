// Skills of Qwen Code. It silently drops a skill without a name or a description, or with a wrong value in some fields.

import type { Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import {
  descriptionField,
  informativeFields,
  modelGuard,
  nameField,
  userGuard,
} from '../judge/skills/skill-fields';
import { droppedSkill, droppedSkills } from '../judge/skills/skill-flaws';
import { skillFolders, skillForm } from '../judge/skills/skill-form';
import { usedValue } from '../judge/skills/skill-values';
import { unknown } from '../model/evidence';
import { type CustomCheckResult, type Field, silentlyIgnored } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import { readByLine, uncheckedTexts } from '../model/flaw-tables';
import type { Reason } from '../model/outcome';
import type { Expected, Type } from '../model/type';
import { executedHere } from './evidence';
import { stringOf } from './scalars';
import { skillReader } from './skill-reader';

const refused = (value: Value, expected: Expected, reason: Reason): CustomCheckResult => ({
  outcome: 'refused',
  problems: [problem('value', value, expected)],
  otherwise: droppedSkill(reason),
});

const validName = /^[\p{L}\p{N}_:.-]+$/u;

const judgeName = (value: Value): CustomCheckResult | null =>
  validName.test(stringOf(value) ?? '')
    ? null
    : refused(
        value,
        phrase('a name of letters, digits, hyphens, underscores, dots and colons'),
        'name',
      );

const judgeDescription = (value: Value): CustomCheckResult | null =>
  (stringOf(value) ?? '').trim() === ''
    ? refused(value, phrase('a description'), 'description')
    : null;

/** Patterns in the project. */
function judgePaths(value: Value): CustomCheckResult | null {
  const items = value.kind === 'list' ? value.items : [];
  const outside = items.find((item) => {
    const pattern = (stringOf(item) ?? '').trim().replaceAll('\\', '/');
    return /^(?:\/|[A-Za-z]:)/.test(pattern) || pattern.split('/').includes('..');
  });
  return outside ? refused(outside, phrase('a pattern of files in the project'), 'field') : null;
}

/** What the program turns into a string. */
const any: Type = { type: 'any' };
const booleanWords = { true: ['true'], false: ['false'] } as const;

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...nameField,
    summary: 'The name by which users and the model call the skill.',
    type: any,
    judge: judgeName,
    otherwise: droppedSkill('name'),
    required: droppedSkill('name'),
    absent: 'Required. The skill is silently dropped without it.',
    evidence: executedHere,
  },
  description: {
    ...descriptionField,
    type: any,
    judge: judgeDescription,
    otherwise: droppedSkill('description'),
    required: droppedSkill('description'),
    absent: 'Required. The skill is silently dropped without it.',
    evidence: executedHere,
  },
  when_to_use: {
    summary: 'When the model should use it, next to the description.',
    type: { type: 'text', multiline: true },
    otherwise: silentlyIgnored,
    absent: 'None.',
    snippet: ' ${1:Use when}',
    evidence: unknown,
  },
  'argument-hint': {
    summary: 'The arguments that the list of commands shows next to the name.',
    type: { type: 'text' },
    otherwise: silentlyIgnored,
    absent: 'No hint.',
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
    evidence: unknown,
  },
  'disable-model-invocation': {
    ...modelGuard,
    type: { type: 'boolean', words: booleanWords },
    otherwise: silentlyIgnored,
    valueEvidence: unknown,
    evidence: executedHere,
  },
  'user-invocable': {
    ...userGuard,
    type: { type: 'boolean', words: booleanWords },
    otherwise: silentlyIgnored,
    valueEvidence: unknown,
    evidence: executedHere,
  },
  paths: {
    summary: 'Patterns of files. The model gets the skill once a matching file was used.',
    type: { type: 'list', of: any },
    judge: judgePaths,
    otherwise: droppedSkill('field'),
    absent: 'The model always has it.',
    snippet: '\n  - "${1:src/**}"',
    evidence: executedHere,
  },
  model: {
    summary: 'The model that runs the skill.',
    type: { type: 'text', vocabulary: 'models' },
    otherwise: droppedSkill('field'),
    absent: 'The model of the session.',
    snippet: ' ${1:inherit}',
    evidence: executedHere,
  },
  allowedTools: {
    summary: 'Tools that run without a question.',
    type: { type: 'list', of: any },
    otherwise: droppedSkill('field'),
    absent: 'None.',
    snippet: '\n  - ${1:read_file}',
    governs: 'permission',
    evidence: executedHere,
  },
  priority: {
    summary: 'The place in the list of skills that users see. Larger numbers come first.',
    type: { type: 'number' },
    otherwise: silentlyIgnored,
    absent: 'None.',
    snippet: ' ${1:1}',
    isForDisplay: true,
    evidence: unknown,
  },
  hooks: {
    summary: 'Commands that run on events while the skill is active.',
    type: { type: 'map', rest: any },
    otherwise: silentlyIgnored,
    absent: 'None.',
    snippet: '\n  ',
    governs: 'code',
    evidence: unknown,
  },
  ...informativeFields,
};

const textIn = (fields: readonly FieldVerdict[], key: string): string | null => {
  const value = usedValue(fields, key);
  return value ? stringOf(value) : null;
};

/** A boolean, or the string that is one. */
const isGuard = (fields: readonly FieldVerdict[], key: string, word: 'true' | 'false'): boolean => {
  const value = usedValue(fields, key);
  return value?.kind !== 'list' && textIn(fields, key) === word;
};

/** In skills and commands: what the parser rejects is read line by line. */
const flawsOfHead = {
  'yaml-repaired': readByLine,
  'duplicate-key': readByLine,
  'not-a-mapping': readByLine,
  ...uncheckedTexts,
} as const;

export const skills = skillForm({
  reader: skillReader,
  skill: ({ fields: judged }) => {
    const paths = usedValue(judged, 'paths');
    return {
      id: textIn(judged, 'name') ?? '',
      description: textIn(judged, 'description'),
      cutAt: null,
      userInvocable: !isGuard(judged, 'user-invocable', 'false'),
      modelInvocable: isGuard(judged, 'disable-model-invocation', 'true') ? 'no' : 'yes',
      paths:
        paths?.kind === 'list'
          ? paths.items.map((item) => (stringOf(item) ?? '').trim()).filter((one) => one !== '')
          : [],
    };
  },
  fields,
  flaws: {
    ...droppedSkills,
    'unclosed-fence': { ...droppedSkills.yaml, reason: 'fence' },
    ...flawsOfHead,
  },
  meant: { 'allowed-tools': 'allowedTools' },
  evidence: executedHere,
});

export const skillLocations = skillFolders('name-field', [
  {
    glob: '.qwen/skills/*/SKILL.md',
    scope: 'project',
    role: 'owner',
    summary: 'Skills of the project.',
    evidence: executedHere,
  },
  {
    glob: '.agents/skills/*/SKILL.md',
    scope: 'project',
    role: 'owner',
    isOptional: true,
    summary: 'Skills in the folder that several programs share.',
    evidence: executedHere,
  },
  {
    glob: '.qwen/skills/*/SKILL.md',
    scope: 'user',
    role: 'owner',
    summary: 'Skills for all projects of a user.',
    evidence: unknown,
  },
  {
    glob: '.agents/skills/*/SKILL.md',
    scope: 'user',
    role: 'owner',
    isOptional: true,
    summary: 'Skills of a user in the folder that several programs share.',
    evidence: unknown,
  },
]);
