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
import { droppedSkill, droppedSkills, ignoredHead } from '../judge/skills/skill-flaws';
import { flatSkillFolders, skillFolders, skillForm } from '../judge/skills/skill-form';
import { flatName, listedText, usedValue } from '../judge/skills/skill-values';
import type { BodyLanguage } from '../model/body-language';
import { documented, unknown } from '../model/evidence';
import { type CustomCheckResult, type Field, silentlyIgnored } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import { type FlawTable, uncheckedTexts } from '../model/flaw-tables';
import type { Reason } from '../model/outcome';
import { skillSkeleton } from '../model/skeleton';
import type { SkillBuilder, SkillInput } from '../model/skill';
import { executedHere } from './evidence';
import { flatSkillReader, skillReader } from './reader';

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

/** The last of them in the file counts. */
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

const named = {
  ...nameField,
  summary: 'The name by which users and the model call the skill.',
  evidence: executedHere,
} as const;

const described = { ...descriptionField, evidence: executedHere } as const;

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...named,
    judge: judgeText('name'),
    otherwise: droppedSkill('name'),
    required: droppedSkill('name'),
    absent: 'Required. The skill is silently dropped without it.',
  },
  description: {
    ...described,
    judge: judgeText('description'),
    otherwise: droppedSkill('description'),
    required: droppedSkill('description'),
    absent: 'Required. The skill is silently dropped without it.',
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
  const last = judged.findLast(({ key }) => guards.some((one) => one === key));
  const value = last && usedValue(judged, last.key);
  return value?.kind === 'boolean' && value.boolean;
}

const written = (judged: readonly FieldVerdict[], key: string): string =>
  (textOf(usedValue(judged, key)) ?? '').trim();

const builtOf = (judged: readonly FieldVerdict[], id: string, description: string) =>
  ({
    id,
    ...listedText(description, 250, '...'),
    userInvocable: true,
    modelInvocable: isClosed(judged) ? 'no' : 'yes',
    paths: [],
  }) as const;

const skill: SkillBuilder = ({ fields: judged }) =>
  builtOf(judged, written(judged, 'name'), written(judged, 'description'));

/** The longest line of the text that is a description, in UTF-16 units. */
const longestLine = 240;

/** What the program lists for a skill without text. */
const blank = { description: 'No description provided.' } as const;

/** The first line of the text, or what the program lists where there is none. */
function firstLineOf({ prompt }: SkillInput['skill']): string {
  const line = prompt.text.split('\n', 1)[0]?.trim() ?? '';
  if (line.length > longestLine) return `${line.slice(0, longestLine - 1)}…`;
  return line || blank.description;
}

/** A file in the folder of skills, which needs no fields. */
const flatSkill: SkillBuilder = ({ fields: judged, skill: read, place }) =>
  builtOf(
    judged,
    written(judged, 'name') || flatName(place),
    written(judged, 'description') || firstLineOf(read),
  );

const dropped = {
  ...droppedSkills,
  'unclosed-fence': { ...droppedSkills.yaml, reason: 'fence' },
  'duplicate-key': droppedSkills.yaml,
} as const;

const flaws: FlawTable = {
  ...Object.fromEntries(
    Object.entries(dropped).map(([code, flaw]) => [code, { ...flaw, evidence: executedHere }]),
  ),
  ...uncheckedTexts,
};

export const skills = skillForm({
  ...{ body, reader: skillReader, skill, fields, flaws },
  evidence: executedHere,
});

const lost = { ...ignoredHead, evidence: unknown } as const;

export const flatSkills = skillForm({
  body: { ...body, evidence: unknown },
  reader: flatSkillReader,
  skill: flatSkill,
  fields: {
    ...fields,
    name: {
      ...named,
      valueEvidence: unknown,
      otherwise: { outcome: 'ignored', effect: '{host} uses the name of the file instead.' },
      absent: 'The name of the file.',
    },
    description: {
      ...described,
      valueEvidence: unknown,
      otherwise: {
        outcome: 'ignored',
        effect: '{host} takes the description from the text instead.',
      },
      absent: 'The first line of the text.',
    },
  },
  flaws: {
    ...flaws,
    'no-frontmatter': {
      ...{ outcome: 'loads', reason: 'no-frontmatter' },
      effect: '{host} takes the description from the text instead.',
    },
    'leading-text': lost,
    'fence-language': { ...lost, reason: 'fence' },
  },
  skeleton: skillSkeleton('description: ${1:Use when}'),
  evidence: executedHere,
});

const common = { role: 'owner', evidence: executedHere } as const;

const folder = {
  ...common,
  isBelowFolder: true,
  skipsHidden: 'folders',
  exceptFolders: ['node_modules'],
} as const;

/** Of several programs. Only where Kimi Code is in use, their authors think of it. */
const shared = { ...folder, glob: '.agents/skills/**/SKILL.md', isOptional: true } as const;

const flat = {
  ...common,
  except: ['SKILL.md'],
  summary: 'Skills without a folder of their own. A README.md becomes a skill too.',
} as const;

const inFolders = skillFolders('name-field', [
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

const scopes = [
  { scope: 'project' },
  { scope: 'user', evidence: unknown, exceptEvidence: unknown },
] as const;

export const skillLocations = [
  ...inFolders,
  ...flatSkillFolders(
    scopes.flatMap((scope) => [
      { ...flat, ...scope, glob: '.kimi-code/skills/*.md' },
      { ...flat, ...scope, glob: '.agents/skills/*.md', isOptional: true },
    ]),
  ),
];
