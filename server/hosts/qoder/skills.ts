// Skills and commands of Qoder CLI. Nothing is required of them, and what it cannot use it silently ignores: one without a readable
// frontmatter is listed with the first line of its text.

import type { Value } from '../../yaml/value';
import { problem } from '../judge/check';
import {
  descriptionField,
  informativeFields,
  modelGuard,
  nameField,
  userGuard,
} from '../judge/skills/skill-fields';
import { commandFolders, skillFolders, skillForm } from '../judge/skills/skill-form';
import { asString, usedText } from '../judge/skills/skill-values';
import { documented, unknown } from '../model/evidence';
import {
  type Consequence,
  type CustomCheckResult,
  type Field,
  silentlyIgnored,
} from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import { type FlawTable, promptLostAfterFence, uncheckedTexts } from '../model/flaw-tables';
import type { LocatedFile } from '../model/located-file';
import type { ReadAgent } from '../model/reading';
import { skillSkeleton } from '../model/skeleton';
import type { SkillBuilder } from '../model/skill';
import { unmeasured } from '../model/unmeasured';
import { executedHere } from './evidence';
import { skillReader } from './skill-reader';

const page = documented({
  title: 'Qoder CLI documentation, page "Skills"',
  address: 'https://docs.qoder.com/en/cli/Skills',
  on: '2026-11-26',
});

const fromText: Consequence = {
  outcome: 'dropped',
  effect: '{host} uses the first line of the text as the description instead.',
};

const judgeDescription = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && value.text === ''
    ? {
        outcome: 'dropped',
        problems: [problem('value', value, { type: 'text', nonEmpty: true })],
        otherwise: fromText,
      }
    : null;

const isTrue = (value: Value | undefined): boolean =>
  value?.kind !== 'list' && asString(value)?.trim().toLowerCase() === 'true';

const isFalse = (value: Value): boolean =>
  (value.kind === 'boolean' && !value.boolean) ||
  (value.kind === 'text' && value.text.trim().toLowerCase() === 'false');

/** Every other value than true closes it. */
const judgeGuard = (value: Value): CustomCheckResult | null =>
  isTrue(value) || isFalse(value) ? { outcome: 'kept', problems: [] } : null;

const guard: Field = {
  ...userGuard,
  judge: judgeGuard,
  otherwise: { outcome: 'coerced', effect: '{host} reads it as false.' },
  empty: 'accepted',
  evidence: executedHere,
  valueEvidence: unknown,
};

const when: Field = {
  summary: 'When the model should use it, next to the description.',
  type: { type: 'text', multiline: true, nonEmpty: true },
  otherwise: silentlyIgnored,
  absent: 'None.',
  snippet: ' ${1:Use when}',
  evidence: executedHere,
  valueEvidence: unknown,
};

const unexplained = { otherwise: unmeasured, absent: 'None.', evidence: unknown } as const;

const otherSpelling = { isNeverOffered: true } as const;

/** The first of them that has a value counts. */
const guards = ['user-invocable', 'user_invocable', 'userInvocable'] as const;

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...nameField,
    summary: 'A name for people. The skill is called by the name of its folder.',
    type: { type: 'any' },
    otherwise: silentlyIgnored,
    absent: 'The name of the folder.',
    isForDisplay: true,
    evidence: page,
  },
  description: {
    ...descriptionField,
    judge: judgeDescription,
    otherwise: fromText,
    absent: 'The first line of the text.',
    evidence: executedHere,
    valueEvidence: unknown,
  },
  when_to_use: when,
  'when-to-use': { ...when, ...otherSpelling },
  whenToUse: { ...when, ...otherSpelling },
  'user-invocable': guard,
  user_invocable: { ...guard, ...otherSpelling },
  userInvocable: { ...guard, ...otherSpelling },
  'disable-model-invocation': {
    ...modelGuard,
    ...unexplained,
    type: { type: 'any' },
    absent: modelGuard.absent,
    isNeverOffered: true,
    details: 'Whether the program keeps the skill from its model is not known.',
  },
  model: {
    summary: 'The model that runs the skill.',
    type: { type: 'text', vocabulary: 'models', nonEmpty: true },
    otherwise: silentlyIgnored,
    absent: 'The model of the session.',
    snippet: ' ${1:inherit}',
    evidence: executedHere,
    valueEvidence: unknown,
  },
  'allowed-tools': {
    ...unexplained,
    summary: 'Tools that the skill uses.',
    type: { type: 'any' },
    snippet: ' ${1:Read}',
    governs: 'permission',
  },
  allowed_tools: {
    ...unexplained,
    ...otherSpelling,
    summary: 'Tools that the skill uses.',
    type: { type: 'any' },
    governs: 'permission',
  },
  'argument-hint': {
    ...unexplained,
    summary: 'The arguments that the list of commands shows next to the name.',
    type: { type: 'any' },
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
  },
  arguments: {
    ...unexplained,
    summary: 'Names for the arguments.',
    type: { type: 'any' },
    isNeverOffered: true,
  },
  ...informativeFields,
};

const described = '{host} uses the first line of the text as the description.';
const whole =
  '{host} finds no frontmatter, so it uses the first line of the file as the description.';
const lost = {
  outcome: 'loads-changed',
  reason: 'frontmatter-lost',
  losesLimit: true,
  effect: whole,
} as const;
const byLine = {
  outcome: 'loads-changed',
  reason: 'yaml',
  losesLimit: true,
  effect: '{host} reads nothing of the frontmatter but the line of the description.',
} as const;

const flaws: FlawTable = {
  'no-frontmatter': { outcome: 'loads-changed', reason: 'no-frontmatter', effect: described },
  'leading-text': lost,
  'fence-language': lost,
  'unclosed-fence': { ...lost, reason: 'fence' },
  yaml: byLine,
  'duplicate-key': byLine,
  'not-a-mapping': { outcome: 'loads-changed', reason: 'frontmatter-lost', effect: described },
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it by quoting values, which turns inline lists and maps into strings.',
  },
  'short-prompt': {
    outcome: 'ignored',
    reason: 'unknown',
    effect: '{host} silently drops a file without text.',
  },
  ...promptLostAfterFence,
  ...uncheckedTexts,
};

/** UTF-16 units of a description that comes from the text. */
const longestLine = 100;

/** The first line that is not blank, without the marks of a heading. */
function lineOf({ prompt }: ReadAgent): string {
  const line = (/\S[^\n]*/.exec(prompt.text)?.[0] ?? '').trim().replace(/^#+\s+/, '');
  return line.length > longestLine ? `${line.slice(0, longestLine - 3)}...` : line;
}

/** Whether users can call it. */
const isOpen = (judged: readonly FieldVerdict[]): boolean => {
  const written = guards
    .map((key) => judged.find(({ key: own, field }) => own === key && field !== undefined)?.value)
    .find((value) => value !== undefined && value.kind !== 'null');
  return written === undefined || isTrue(written);
};

const builder =
  (idOf: (place: LocatedFile) => string): SkillBuilder =>
  ({ skill: read, fields: judged, place }) => ({
    id: idOf(place),
    description: usedText(judged, 'description') || lineOf(read) || 'Skill',
    cutAt: null,
    userInvocable: isOpen(judged),
    modelInvocable: 'yes',
    paths: [],
  });

const form = {
  reader: skillReader,
  readsPrompt: true,
  skeleton: skillSkeleton('description: ${1:Use when}'),
  meant: { allowedTools: 'allowed-tools', 'user-invokable': 'user-invocable' },
  evidence: executedHere,
} as const;

export const skills = skillForm({ ...form, skill: builder(({ base }) => base), fields, flaws });

const { name: _, ...fieldsOfCommand } = fields;

/** Many commands are only a prompt. */
const { 'no-frontmatter': __, ...flawsOfCommand } = flaws;

/** `git:pr` for `git/pr.md`; `git` for `git/SKILL.md`. */
const pathName = ({ below }: LocatedFile): string =>
  below.replace(/\/SKILL\.md$|\.md$/, '').replaceAll('/', ':');

export const commands = skillForm({
  ...form,
  subject: 'command',
  skill: builder(pathName),
  fields: fieldsOfCommand,
  flaws: flawsOfCommand,
});

const folder = {
  role: 'owner',
  exceptFolders: ['node_modules'],
  evidence: executedHere,
} as const;

/** It was seen to read them, but a case of the project shows the same. */
const ofUser = { scope: 'user', evidence: unknown, exceptEvidence: unknown } as const;

/** Of several programs. Only where Qoder CLI is in use, their authors think of it. */
const shared = { ...folder, glob: '.agents/skills/**/SKILL.md', isOptional: true } as const;
const own = { ...folder, glob: '.qoder/skills/**/SKILL.md' } as const;

export const skillLocations = skillFolders('folder', [
  { ...own, scope: 'project', summary: 'Skills of the project, including subfolders.' },
  {
    ...shared,
    scope: 'project',
    summary: 'Skills in the folder that several programs share, unless a setting turns them off.',
  },
  { ...own, ...ofUser, summary: 'Skills for all projects of a user.' },
  {
    ...shared,
    ...ofUser,
    summary: 'Skills of a user in the folder that several programs share.',
  },
]);

const commandFolder = { ...folder, glob: '.qoder/commands/**/*.md', ignoresCase: true } as const;

export const commandLocations = commandFolders([
  { ...commandFolder, scope: 'project', summary: 'Commands of the project, with subfolders.' },
  { ...commandFolder, ...ofUser, summary: 'Commands for all projects of a user.' },
]);
