// Skills and commands of Grok Build. It loads nearly every file: what is wrong or missing is replaced.

import { type Message, t } from '../../text/message';
import type { Value } from '../../yaml/value';
import { spacedWords } from '../judge/skills/argument-words';
import { folderOf, ownFolder, sharedFolder } from '../judge/skills/read-folders';
import {
  descriptionField,
  ineffectiveGuard,
  informativeFields,
  modelGuard,
  nameField,
  userGuard,
} from '../judge/skills/skill-fields';
import { ignoredHead } from '../judge/skills/skill-flaws';
import {
  commandFolders,
  type SkillForm,
  skillFolders,
  skillForm,
} from '../judge/skills/skill-form';
import { listedText, usedValue } from '../judge/skills/skill-values';
import type { BodyLanguage } from '../model/body-language';
import { documented, unknown } from '../model/evidence';
import { type Consequence, type Field, silentlyIgnored } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import { type FlawTable, uncheckedTexts } from '../model/flaw-tables';
import type { SkillBuilder } from '../model/skill';
import { executedHere } from './evidence';
import { firstParagraph } from './paragraph';
import { writtenScalar } from './scalars';
import { skillReader } from './skill-reader';

const page = documented({
  title: 'Grok Build user guide, page "Skills"',
  address:
    'https://github.com/xai-org/grok-build/blob/main/crates/codegen/xai-grok-pager/docs/user-guide/08-skills.md',
  on: '2026-11-26',
});

const fromFolder: Consequence = {
  outcome: 'dropped',
  effect: '{host} uses the name of the folder instead.',
};
const fromText: Consequence = {
  outcome: 'dropped',
  effect: '{host} takes the description from the text instead.',
};

/** The longest name and description, in characters. */
const longestName = 64;
const longestDescription = 1024;

const documentedField = {
  otherwise: silentlyIgnored,
  absent: 'None.',
  evidence: page,
  valueEvidence: unknown,
} as const;

const whenToUse = {
  ...documentedField,
  summary: 'When the model should use it, next to the description.',
  type: { type: 'text', multiline: true },
} as const satisfies Field;

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...nameField,
    summary: 'The name by which users and the model call the skill.',
    type: { type: 'text', anyScalar: true },
    otherwise: fromFolder,
    absent: 'The name of the folder.',
    details:
      'Letters become lowercase, and other characters than letters and digits of English become hyphens.',
    evidence: executedHere,
    valueEvidence: unknown,
  },
  description: {
    ...descriptionField,
    type: { type: 'text', anyScalar: true, multiline: true },
    otherwise: fromText,
    absent: 'The first paragraph of the text.',
    details: `A longer one than ${longestDescription} characters is cut.`,
    evidence: executedHere,
    valueEvidence: unknown,
  },
  'when-to-use': { ...whenToUse, snippet: ' ${1:Use when}' },
  when_to_use: { ...whenToUse, isNeverOffered: true, evidence: unknown },
  'disable-model-invocation': {
    ...modelGuard,
    type: { type: 'boolean', words: { true: ['true'], false: [] } },
    otherwise: ineffectiveGuard,
    evidence: executedHere,
    valueEvidence: unknown,
  },
  'user-invocable': {
    ...userGuard,
    type: { type: 'boolean', words: { true: ['true'], false: [] } },
    otherwise: { outcome: 'coerced', effect: '{host} reads it as false.' },
    evidence: executedHere,
    valueEvidence: unknown,
  },
  paths: {
    summary: 'Patterns of files. The model gets the skill once a matching file was used.',
    type: { type: 'names', separators: ',' },
    otherwise: silentlyIgnored,
    absent: 'The model always has it.',
    snippet: '\n  - "${1:src/**}"',
    evidence: executedHere,
    valueEvidence: unknown,
  },
  'argument-hint': {
    ...documentedField,
    summary: 'The arguments that the list of commands shows next to the name.',
    type: { type: 'text' },
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
  },
  'allowed-tools': {
    ...documentedField,
    summary: 'Tools that the skill uses.',
    type: { type: 'any' },
    snippet: '\n  - ${1:read_file}',
    governs: 'permission',
  },
  model: {
    ...documentedField,
    summary: 'The model that runs the skill.',
    type: { type: 'text', vocabulary: 'models' },
    snippet: ' ${1:grok}',
  },
  effort: {
    ...documentedField,
    summary: 'The effort of the model.',
    type: { type: 'any' },
    snippet: ' ${1:high}',
  },
  ...informativeFields,
};

/** A name in the form in which the program lists it; empty where it does not accept it. */
function listedName(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain.length > longestName ? '' : plain;
}

const patternsIn = (value: Value | undefined): readonly string[] =>
  (value?.kind === 'list'
    ? value.items.map((item) => (item.kind === 'text' ? item.text.trim() : ''))
    : value?.kind === 'text'
      ? value.text.split(',').map((one) => one.trim())
      : []
  ).filter((one) => one !== '');

function isTrue(judged: readonly FieldVerdict[], key: string): boolean {
  const value = usedValue(judged, key);
  return value?.kind === 'boolean' ? value.boolean : value?.kind === 'text';
}

const skill: SkillBuilder = ({ fields: judged, skill: read, place }) => {
  const base = place.base.replace(/\.md$/, '');
  const id = listedName(writtenScalar(usedValue(judged, 'name'))) || listedName(base) || base;
  const written = writtenScalar(usedValue(judged, 'description')).trim();
  const patterns = patternsIn(usedValue(judged, 'paths'));
  return {
    id,
    ...listedText(written || firstParagraph(read.prompt.text) || id, longestDescription, ''),
    userInvocable:
      !judged.some(({ key }) => key === 'user-invocable') || isTrue(judged, 'user-invocable'),
    modelInvocable: isTrue(judged, 'disable-model-invocation') ? 'no' : 'yes',
    paths: patterns.length === 1 && patterns[0] === '**' ? [] : patterns,
  };
};

const lost = { ...ignoredHead, losesLimit: true } as const;

const flaws: FlawTable = {
  'leading-text': lost,
  'fence-language': { ...lost, reason: 'fence' },
  'unclosed-fence': { ...lost, reason: 'fence' },
  'early-fence': {
    ...{ ...lost, reason: 'fence' },
    effect: '{host} ignores the frontmatter because one of its lines contains only "---".',
  },
  'not-a-mapping': lost,
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it.',
  },
  yaml: {
    outcome: 'loads-changed',
    reason: 'yaml',
    effect: '{host} reads only the name and the description, line by line.',
  },
  ...uncheckedTexts,
};

/** Recorded in `test/hosts/calls`. */
const bodyWith = (folder: Message): BodyLanguage => ({
  first: 0,
  missing: 'empty',
  hasIndexes: true,
  highest: 20,
  variables: {
    CLAUDE_SKILL_DIR: folder,
    SKILL_DIR: folder,
    CLAUDE_SESSION_ID: t('The id of the session.'),
    SESSION_ID: t('The id of the session.'),
  },
  folderVariable: 'CLAUDE_SKILL_DIR',
  appends: '\n\n**ARGUMENTS:** ',
  split: spacedWords,
  evidence: executedHere,
});

const formOf = (subject: 'skill' | 'command', folder: Message): SkillForm =>
  skillForm({
    ...{ subject, reader: skillReader, skill, fields, flaws, body: bodyWith(folder) },
    evidence: executedHere,
  });

export const skills = formOf('skill', t('The path of the folder of the skill.'));
export const commands = formOf('command', t('The path of the folder of the command.'));

const folders = [
  ownFolder('.grok'),
  sharedFolder('owner'),
  folderOf('.claude', 'Claude Code'),
  folderOf('.cursor', 'Cursor'),
];

const scopes = [
  {
    scope: 'project',
    evidence: executedHere,
    whose: 'of the project, which has to be trusted.',
  },
  { scope: 'user', evidence: unknown, whose: 'for all projects of a user.' },
] as const;

export const skillLocations = skillFolders(
  'name-field',
  scopes.flatMap(({ whose, ...scope }) =>
    folders.map(({ folder, of, ...own }) => ({
      ...own,
      ...scope,
      glob: `${folder}/skills/**/SKILL.md`,
      summary: `Skills${of} ${whose}`,
    })),
  ),
);

export const commandLocations = commandFolders(
  scopes.flatMap(({ whose, ...scope }) =>
    folders.map(({ folder, of, ...own }) => ({
      ...own,
      ...scope,
      glob: `${folder}/commands/*.md`,
      summary: `Commands${of} ${whose}`,
    })),
  ),
);
