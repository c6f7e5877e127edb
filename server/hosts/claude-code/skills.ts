// Skills and commands of Claude Code. Nothing is required of them, and what it cannot use it silently ignores: one without a readable
// frontmatter is listed with the first line of its text.

import { type Sentence, t } from '../../text/message';
import { textOf, type Value } from '../../yaml/value';
import { problem } from '../judge/check';
import {
  descriptionField,
  guardMisspellings,
  informativeFields,
  modelGuard,
  nameField,
  userGuard,
} from '../judge/skills/skill-fields';
import { commandFolders, skillFolders, skillForm } from '../judge/skills/skill-form';
import { asString, firstLine, listedText, usedValue } from '../judge/skills/skill-values';
import { documented, unknown } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillPrecedence } from '../model/host';
import type { LocatedFile } from '../model/located-file';
import { skillSkeleton } from '../model/skeleton';
import type { ListBudget, SkillBuilder } from '../model/skill';
import type { Type } from '../model/type';
import { executedHere, listedTogether } from './evidence';
import { fields as agentFields } from './fields';
import { skillReader } from './reader';
import { body } from './skill-body';
import { skillTools } from './skill-tools';
import { visibleText } from './visible-text';

const skillsPage = documented({
  title: 'Claude Code documentation, page "Extend Claude with skills"',
  address: 'https://code.claude.com/docs/en/skills',
  on: '2026-11-24',
});

const text: Type = { type: 'text', anyScalar: true };
const names: Type = { type: 'names', separators: ', ', vocabulary: 'tools' };

const dropped = (effect: Sentence): Consequence => ({ outcome: 'dropped', effect });
const ignored = dropped('{host} silently ignores it.');
const readAsFalse: Consequence = { outcome: 'coerced', effect: '{host} reads it as false.' };
const described: Consequence = dropped(
  '{host} uses the first line of the text as the description instead.',
);

const yes = ['true', 'yes', 'on', '1'];
const no = ['false', 'no', 'off', '0'];

const isWord = (value: Value | undefined, words: readonly string[]): boolean =>
  value?.kind !== 'list' && words.includes((asString(value) ?? '').trim().toLowerCase());

/** Whether a flag is set. Every other value than these words is read as false. */
const isSet = (value: Value | undefined): boolean => isWord(value, yes);

const judgeFlag = (value: Value): CustomCheckResult =>
  isWord(value, yes) || isWord(value, no)
    ? { outcome: 'kept', problems: [] }
    : {
        outcome: 'coerced',
        problems: [problem('value', value, { type: 'boolean' })],
        otherwise: readAsFalse,
      };

/** Claude Code lists at most so many characters of a description, with those of `when_to_use`. */
const listedLength = 1_536;
const longestLabel = 256;
/** The most characters of the first line of the text that become the description of a file without one. */
const longestLine = 100;

const judgeLabel = (value: Value): CustomCheckResult | null =>
  (textOf(value)?.length ?? 0) > longestLabel
    ? {
        outcome: 'dropped',
        problems: [problem('value', value, { type: 'text' })],
        otherwise: dropped('{host} ignores it and shows the name of the folder.'),
      }
    : null;

const isBlank = (value: Value): boolean =>
  value.kind === 'null' || (value.kind === 'text' && value.text.trim() === '');

/** Whether a skill of a plugin is listed to the model with this description. */
export const isListed = (value: Value): boolean => !isBlank(value) && value.kind !== 'list';

/** A list is shown with its items. */
const judgeWhen = (value: Value): CustomCheckResult | null =>
  value.kind === 'list' ? { outcome: 'coerced', problems: [] } : null;

const judgeDescription = (value: Value): CustomCheckResult | null =>
  isBlank(value)
    ? {
        outcome: 'dropped',
        problems: [problem('value', value, { type: 'text', nonEmpty: true })],
        otherwise: described,
      }
    : null;

const flag = {
  type: { type: 'boolean', words: { true: yes, false: no } },
  judge: judgeFlag,
  otherwise: readAsFalse,
  empty: readAsFalse,
  evidence: skillsPage,
} as const satisfies Partial<Field>;

const { effort, hooks, model } = agentFields;

const withoutHooks: Consequence = {
  outcome: 'dropped',
  losesLimit: true,
  effect: '{host} loads the file without these hooks and reports it only in its debug log.',
};

/** As for an agent, but a file is loaded without hooks where an agent is not loaded. */
const hooksOf = ({ judge, ...field }: Field): Field => ({
  ...field,
  evidence: skillsPage,
  otherwise: withoutHooks,
  judge: (value) => {
    const found = judge?.(value) ?? null;
    return found?.otherwise?.file === undefined ? found : { ...found, otherwise: withoutHooks };
  },
});

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...nameField,
    summary: 'The label that lists show. The skill is called by the name of its folder.',
    type: text,
    judge: judgeLabel,
    otherwise: { outcome: 'coerced', effect: '{host} shows it as a string.' },
    absent: 'The name of the folder.',
    isForDisplay: true,
    evidence: skillsPage,
  },
  description: {
    ...descriptionField,
    type: { type: 'text', anyScalar: true, multiline: true },
    judge: judgeDescription,
    otherwise: described,
    empty: described,
    required: described,
    absent: 'The first line of the text.',
    details: `At most ${listedLength} characters are listed, together with \`when_to_use\`.`,
    evidence: skillsPage,
  },
  when_to_use: {
    summary: 'When to use the skill. It is added to the description.',
    type: { type: 'text', anyScalar: true, multiline: true },
    judge: judgeWhen,
    otherwise: { outcome: 'coerced', effect: '{host} shows it as a string.' },
    empty: 'checked',
    absent: 'Nothing is added.',
    snippet: ' ${1:Use when}',
    evidence: skillsPage,
  },
  'allowed-tools': {
    summary: 'The tools that can be used without asking while it is active.',
    type: names,
    otherwise: ignored,
    absent: 'The permissions of the session.',
    snippet: ' ${1:Read, Grep}',
    details:
      'It takes no tool away. With it, the user is asked before the model uses the file. Names are case-sensitive.',
    governs: 'permission',
    onlyGrants: true,
    evidence: skillsPage,
  },
  'disallowed-tools': {
    summary: 'The tools that cannot be used while it is active.',
    type: names,
    otherwise: { ...ignored, losesLimit: true },
    absent: 'No tool is denied.',
    snippet: ' ${1:Bash}',
    governs: 'permission',
    evidence: executedHere,
    valueEvidence: unknown,
  },
  disallowedTools: {
    summary: 'Another name of `disallowed-tools`.',
    type: names,
    otherwise: { ...ignored, losesLimit: true },
    absent: 'No tool is denied.',
    governs: 'permission',
    isNeverOffered: true,
    evidence: unknown,
  },
  'disable-model-invocation': { ...modelGuard, ...flag },
  'user-invocable': { ...userGuard, ...flag },
  'argument-hint': {
    summary: 'The arguments that the list of commands shows next to the name.',
    type: text,
    otherwise: { outcome: 'coerced', effect: '{host} shows the items of the list.' },
    absent: 'No hint.',
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
    evidence: skillsPage,
  },
  arguments: {
    summary: 'Names for the arguments: `$issue` in the text is replaced by the argument `issue`.',
    type: { type: 'names', separators: ' ' },
    otherwise: ignored,
    absent: 'Arguments have only numbers.',
    snippet: ' [${1:name}]',
    evidence: unknown,
  },
  ...(model && {
    model: { ...model, summary: 'The model that runs it.', empty: 'checked', evidence: skillsPage },
  }),
  ...(effort && {
    effort: {
      ...effort,
      absent: 'The effort of the session.',
      empty: 'checked',
      evidence: skillsPage,
    },
  }),
  context: {
    summary: 'Whether it runs in a subagent of its own.',
    type: {
      type: 'one-of',
      choices: [{ value: 'fork', means: 'It runs in a subagent.', alsoWritten: ['forked'] }],
    },
    otherwise: dropped('{host} runs it in the conversation instead of a subagent.'),
    absent: 'It runs in the conversation.',
    snippet: ' fork',
    evidence: skillsPage,
  },
  agent: {
    summary: 'The agent that runs it. It is used only with `context: fork`.',
    type: { type: 'text', vocabulary: 'agents' },
    otherwise: ignored,
    absent: 'general-purpose',
    snippet: ' ${1:Explore}',
    needs: {
      key: 'context',
      value: 'fork',
      effect: 'Without `context: fork`, {host} runs it in the conversation and not in this agent.',
    },
    evidence: skillsPage,
  },
  paths: {
    summary:
      'The files that it is for. Until the model uses one of them, neither the model nor users can call it.',
    type: { type: 'names', separators: ',', vocabulary: 'globs' },
    otherwise: ignored,
    absent: 'It is always offered.',
    snippet: ' "${1:src/**}"',
    evidence: skillsPage,
  },
  ...(hooks && { hooks: hooksOf(hooks) }),
  shell: {
    summary: 'The shell that runs the commands in the text.',
    type: { type: 'text' },
    otherwise: ignored,
    absent: 'The shell of the session.',
    isNeverOffered: true,
    evidence: skillsPage,
  },
  background: {
    summary: 'Whether the subagent runs in the background.',
    type: { type: 'boolean' },
    otherwise: ignored,
    absent: 'It runs in the background.',
    isNeverOffered: true,
    evidence: unknown,
  },
  version: {
    summary: 'The version of the file.',
    type: { type: 'any' },
    otherwise: ignored,
    absent: 'None.',
    isForDisplay: true,
    isNeverOffered: true,
    evidence: unknown,
  },
  ...informativeFields,
};

const lost =
  '{host} ignores the whole frontmatter and lists the file with the first line of the text.';

const flaws: FlawTable = {
  'no-frontmatter': {
    outcome: 'loads-changed',
    reason: 'no-frontmatter',
    effect: '{host} lists the file with the first line of the text as its description.',
  },
  'leading-text': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect: '{host} finds no frontmatter and sends the whole file to the model.',
  },
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    losesLimit: true,
    effect: '{host} finds no frontmatter and sends the whole file to the model.',
  },
  yaml: { outcome: 'loads-changed', reason: 'frontmatter-lost', losesLimit: true, effect: lost },
  'not-a-mapping': { outcome: 'loads-changed', reason: 'frontmatter-lost', effect: lost },
  'yaml-repaired': {
    outcome: 'loads-changed',
    reason: 'yaml-repaired',
    effect: '{host} repairs it.',
  },
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} ends the frontmatter at the first "---", even within a line.',
  },
};

/** The patterns of files. Exactly `**` alone stands for every file. */
function pathsIn(value: Value | undefined): readonly string[] {
  const all =
    value?.kind === 'list'
      ? value.items.flatMap((item) => textOf(item) ?? [])
      : (textOf(value)?.split(',') ?? []);
  const paths = all.map((one) => one.trim()).filter((one) => one !== '');
  return paths.every((one) => one === '**') ? [] : paths;
}

/** The user is asked before the model uses a skill with one of these. */
const askedFor = ['allowed-tools', 'disallowed-tools', 'disallowedTools', 'hooks'];

const has = (fields: readonly FieldVerdict[], key: string): boolean => {
  const value = usedValue(fields, key);
  return value !== undefined && value.kind !== 'null';
};

/** How a file with these properties is listed. */
interface Listing {
  readonly idOf: (place: LocatedFile) => string;
  /** The description of a file that has none and whose text is empty. */
  readonly nameless: string;
}

const builder =
  ({ idOf, nameless }: Listing): SkillBuilder =>
  ({ skill: read, fields: judged, place }) => {
    const isInPlugin = place.location.scope === 'plugin';
    const own = usedValue(judged, 'description');
    const isRead = own && (isInPlugin ? isListed(own) : !isBlank(own));
    const written = isRead ? asString(own)?.trim() : undefined;
    const when = asString(judged.find(({ key }) => key === 'when_to_use')?.value);
    const line = listedText(firstLine(read), longestLine, '...').description;
    const begin = written ?? (line || nameless);
    const isClosed = isSet(usedValue(judged, 'disable-model-invocation'));
    const asks = askedFor.some((key) => has(judged, key));
    const paths = pathsIn(usedValue(judged, 'paths'));
    const isDescribed = !isInPlugin || written !== undefined || when !== undefined;
    const shown = judged.find(({ key }) => key === 'user-invocable')?.value;
    return {
      id: idOf(place),
      ...listedText(visibleText(when ? `${begin} - ${when}` : begin), listedLength, '…'),
      userInvocable: shown === undefined || isSet(shown),
      modelInvocable: isClosed || !isDescribed ? 'no' : asks ? 'asks' : 'yes',
      paths,
      ...(textOf(usedValue(judged, 'context')) === 'fork' && {
        runsIn: textOf(usedValue(judged, 'agent')) ?? 'general-purpose',
      }),
    };
  };

/**
 * Without its own skills, which take about 5,200 of 29,000. It is 1 % of the window of the model, here one of the largest windows.
 * Commands are in the same list.
 */
const listBudget: ListBudget = {
  characters: 23_900,
  perEntry: 5,
  perName: 3,
  perDescription: listedLength,
  beyond: 'use',
  isMost: true,
  evidence: listedTogether,
};

/** A skill in the working folder and one in a folder above it are both listed. */
const sameName: SkillPrecedence = {
  rank: ({ location: { kind, scope } }) =>
    scope === 'plugin' ? null : (kind === 'skill' ? 2 : 0) + (scope === 'user' ? 1 : 0),
  wins: '{host} prefers skills to commands, and those of the user to those of the project.',
  evidence: listedTogether,
};

const form = {
  sameName,
  listBudget,
  reader: skillReader,
  readsPrompt: true,
  tools: skillTools,
  skeleton: skillSkeleton('description: ${1:Use when}'),
  empty: 'accepted',
  evidence: executedHere,
  toolForms: [
    {
      form: 'Bash(git:*)',
      means: 'Only commands that begin with these words.',
      snippet: 'Bash(${1:git}:*)',
    },
  ],
  meant: {
    ...guardMisspellings,
    allowedTools: 'allowed-tools',
    disallowed_tools: 'disallowed-tools',
  },
} as const;

export const skills = skillForm({
  ...form,
  body: {
    ...body,
    folderVariable: 'CLAUDE_SKILL_DIR',
    variables: {
      CLAUDE_SKILL_DIR: t('The path of the folder of the skill.'),
      ...body.variables,
    },
  },
  skill: builder({ idOf: ({ base }) => base, nameless: 'Skill' }),
  fields,
  flaws,
});

/** A command is called by its path and offered whatever files are used. */
const { name: _, paths: __, ...fieldsOfCommand } = fields;

/** Many commands are only a prompt. */
const { 'no-frontmatter': ___, ...flawsOfCommand } = flaws;

/** `git:pr` for `git/pr.md`; `git` for `git/SKILL.md`. */
const pathName = ({ below }: LocatedFile): string =>
  below.replace(/\/SKILL\.md$|\.md$/, '').replaceAll('/', ':');

export const commands = skillForm({
  ...form,
  body,
  subject: 'command',
  skill: builder({ idOf: pathName, nameless: 'Custom command' }),
  fields: fieldsOfCommand,
  flaws: flawsOfCommand,
});

const folder = {
  glob: '.claude/skills/*/SKILL.md',
  role: 'owner',
  evidence: executedHere,
} as const;

export const skillLocations = skillFolders('folder', [
  {
    ...folder,
    scope: 'project',
    summary: 'Skills, in the working folder and every folder above it up to the git root.',
  },
  {
    ...folder,
    evidence: skillsPage,
    scope: 'user',
    summary: 'Skills for all projects of a user. They take precedence over those of a project.',
  },
]);

const commandFolder = {
  glob: '.claude/commands/**/*.md',
  role: 'owner',
  evidence: executedHere,
} as const;

export const commandLocations = commandFolders([
  {
    ...commandFolder,
    scope: 'project',
    summary: 'Commands, including subfolders: `git/pr.md` is called as `/git:pr`.',
  },
  {
    ...commandFolder,
    evidence: unknown,
    scope: 'user',
    summary: 'Commands for all projects of a user.',
  },
]);
