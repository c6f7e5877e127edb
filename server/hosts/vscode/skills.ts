// Skills of VS Code, which are named by their folders. Nothing is required of them: one without a readable description is offered to users
// and not listed to the model.

import { type Sentence, t } from '../../text/message';
import { textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import {
  descriptionField,
  guardMisspellings,
  informativeFields,
  modelGuard,
  nameField,
  userGuard,
} from '../judge/skills/skill-fields';
import { skillFolders, skillForm } from '../judge/skills/skill-form';
import { listedText } from '../judge/skills/skill-values';
import { documented } from '../model/evidence';
import {
  type Consequence,
  type CustomCheckResult,
  type Field,
  silentlyIgnored,
} from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { SkillPrecedence } from '../model/host';
import { skillSkeleton } from '../model/skeleton';
import { executedHere, listedTogether } from './evidence';
import { unseen } from './flaws';
import { coerced, dropped, judgeFlag } from './judgements';
import { reader } from './reader';

const skillsPage = documented({
  title: 'VS Code documentation, page "Use Agent Skills in VS Code"',
  address: 'https://code.visualstudio.com/docs/agent-customization/agent-skills',
  on: '2026-11-26',
});

/** UTF-16 units of a description that the model reads at most. */
const listedLength = 1_024;

/** It removes what is between "<" and the next ">", with both, unless nothing is between them. */
function withoutTags(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const open = text.indexOf('<', from);
    const close = open < 0 ? -1 : text.indexOf('>', open);
    if (close < 0) return kept + text.slice(from);
    const isTag = close > open + 1;
    kept += text.slice(from, isTag ? open : close + 1);
    from = close + 1;
  }
}

const unlisted: Consequence = coerced('{host} loads the skill but does not list it to the model.');

function judgeDescription(value: Value): CustomCheckResult | null {
  const text = textOf(value);
  if (text === undefined) return null;
  const shown = withoutTags(text);
  if (shown === '')
    return {
      outcome: 'coerced',
      problems: [problem('value', value, { type: 'text', nonEmpty: true })],
      otherwise: unlisted,
    };
  return shown === text
    ? null
    : {
        outcome: 'coerced',
        problems: [
          problem('value', value, phrase('a description without tags', [], t('Remove the tags.'))),
        ],
        otherwise: coerced('{host} removes tags such as <b> from it.'),
      };
}

/** Quotes cost nothing. */
const isWord = (value: Value): boolean =>
  value.kind === 'text' && /^(?:true|false)$/.test(value.text);

/** @param ignored what an invalid value does */
export const flag = (ignored: Sentence) =>
  ({
    type: { type: 'boolean', lowerCaseOnly: true },
    otherwise: dropped(ignored),
    judge: (value: Value) =>
      isWord(value) ? { outcome: 'kept', problems: [] } : judgeFlag(ignored)(value),
    evidence: executedHere,
  }) as const satisfies Partial<Field>;

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...nameField,
    summary: 'The label in the list of skills. The skill is called by the name of its folder.',
    type: { type: 'any' },
    otherwise: silentlyIgnored,
    empty: 'accepted',
    absent: 'The name of the folder.',
    isForDisplay: true,
    evidence: skillsPage,
  },
  description: {
    ...descriptionField,
    judge: judgeDescription,
    otherwise: unlisted,
    empty: unlisted,
    required: unlisted,
    absent: 'The skill is not listed to the model.',
    details: `The model reads at most ${listedLength} characters.`,
    evidence: skillsPage,
  },
  'argument-hint': {
    summary: 'The arguments that the chat shows next to the name.',
    type: { type: 'text' },
    otherwise: dropped('{host} shows no hint.'),
    empty: 'accepted',
    absent: 'No hint.',
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
    evidence: skillsPage,
  },
  'user-invocable': {
    ...userGuard,
    ...flag('{host} ignores it, so users can call the skill.'),
  },
  'disable-model-invocation': {
    ...modelGuard,
    ...flag('{host} ignores it, so the model can use the skill.'),
  },
  ...informativeFields,
};

const unlistedWithout = '{host} offers the skill to users and does not list it to the model.';
const lost =
  '{host} finds no frontmatter, so it offers the skill to users and does not list it to the model.';

const flaws: FlawTable = {
  'no-frontmatter': {
    outcome: 'loads-changed',
    reason: 'no-frontmatter',
    effect: unlistedWithout,
  },
  ...unseen(lost),
};

/**
 * Of the folders that several programs read, copies for them are usual, so only files of the project are compared with those of the
 * user.
 */
const sameName: SkillPrecedence = {
  rank: ({ location: { scope, glob } }) =>
    glob.startsWith('.agents/') ? null : scope === 'project' ? 1 : 0,
  wins: '{host} prefers skills of the project to those of the user.',
  evidence: listedTogether,
};

/** A call has a hyphen for characters of the name that it cannot have. */
export const calledAs = (name: string): string => name.replaceAll(/[^\p{L}\p{N}_.:-]+/gu, '-');

export const skills = skillForm({
  sameName,
  reader,
  skill: ({ fields: judged, place }) => {
    const written = (key: string): string | undefined =>
      textOf(judged.find((one) => one.key === key && one.field)?.value);
    const description = withoutTags(written('description') ?? '');
    const isClosed = written('disable-model-invocation') === 'true';
    return {
      id: place.base,
      ...(description === ''
        ? { description: null, cutAt: null }
        : listedText(description, listedLength, '')),
      userInvocable: written('user-invocable') !== 'false',
      modelInvocable: description === '' || isClosed ? 'no' : 'yes',
      paths: [],
    };
  },
  fields,
  flaws,
  skeleton: skillSkeleton('description: ${1:Use when}'),
  evidence: executedHere,
  meant: guardMisspellings,
});

const inProject = { scope: 'project', evidence: executedHere } as const;
const ofUser = { scope: 'user', role: 'owner', evidence: skillsPage } as const;

export const skillLocations = skillFolders('folder', [
  {
    ...inProject,
    glob: '.github/skills/*/SKILL.md',
    role: 'owner',
    summary: 'Skills of the workspace, without subfolders.',
  },
  {
    ...inProject,
    glob: '.agents/skills/*/SKILL.md',
    role: 'owner',
    summary: 'Skills in the folder that several programs share.',
  },
  {
    ...inProject,
    glob: '.claude/skills/*/SKILL.md',
    role: 'guest',
    summary: 'Skills in the folder of Claude Code.',
  },
  {
    ...ofUser,
    glob: '.copilot/skills/*/SKILL.md',
    summary: 'Skills for all workspaces of a user.',
  },
  {
    ...ofUser,
    glob: '.agents/skills/*/SKILL.md',
    summary: 'Skills of a user in the folder that several programs share.',
  },
  {
    ...ofUser,
    glob: '.claude/skills/*/SKILL.md',
    role: 'guest',
    summary: 'Skills of a user in the folder of Claude Code.',
  },
]);
