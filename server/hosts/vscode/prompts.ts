// Prompt files of VS Code, which users call by name in the chat. Nothing is required of them, and the model never sees their list.

import { textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import { descriptionField, nameField } from '../judge/skills/skill-fields';
import { commandFolders, skillForm } from '../judge/skills/skill-form';
import { asString } from '../judge/skills/skill-values';
import { unknown } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import { skillSkeleton } from '../model/skeleton';
import { unmeasured } from '../model/unmeasured';
import { executedHere, listedTogether } from './evidence';
import { agentFields } from './fields';
import { unseen } from './flaws';
import { coerced, dropped } from './judgements';
import { reader } from './reader';
import { resolveTools } from './resolve-tools';
import { calledAs, flag } from './skills';

const nameless: Consequence = coerced('{host} lists it without a name, so no one can call it.');

const judgeName = (value: Value): CustomCheckResult | null =>
  textOf(value) === ''
    ? {
        outcome: 'coerced',
        problems: [problem('value', value, { type: 'text', nonEmpty: true })],
        otherwise: nameless,
      }
    : null;

/** With another name than that of an agent, no request was seen. */
const agentName = {
  type: { type: 'text', vocabulary: 'agents' },
  otherwise: dropped('{host} ignores it and uses the agent selected in the chat.'),
  absent: 'The agent selected in the chat.',
  snippet: ' ${1:agent}',
  evidence: executedHere,
} as const satisfies Partial<Field>;

const { model, tools } = agentFields;

const fields: Readonly<Record<string, Field>> = {
  name: {
    ...nameField,
    summary: 'The name by which users call the prompt.',
    type: { type: 'text' },
    judge: judgeName,
    otherwise: dropped('{host} uses the name of the file instead.'),
    empty: nameless,
    absent: 'The name of the file.',
    details: 'A hyphen replaces spaces and other characters that a call cannot have.',
    evidence: executedHere,
  },
  description: {
    ...descriptionField,
    summary: 'What the prompt does. The list of commands shows it.',
    type: { type: 'text', multiline: true },
    otherwise: dropped('{host} shows no description.'),
    absent: 'None.',
    snippet: ' ${1:What it does}',
    isForDisplay: true,
    evidence: executedHere,
  },
  'argument-hint': {
    summary: 'The arguments that the chat shows next to the name.',
    type: { type: 'text' },
    otherwise: dropped('{host} shows no hint.'),
    absent: 'No hint.',
    snippet: ' "${1:[file]}"',
    isForDisplay: true,
    evidence: executedHere,
  },
  agent: {
    ...agentName,
    empty: 'accepted',
    summary:
      'The agent that runs the prompt: `ask`, `edit`, `agent` or the name of a custom agent.',
  },
  mode: {
    ...agentName,
    summary: 'The former name of `agent`.',
    deprecated: { by: 'agent', effect: '{host} reports it. It is used where "agent" is missing.' },
    isNeverOffered: true,
  },
  ...(model && {
    model: {
      ...model,
      summary:
        'The model that runs the prompt, or a list of models. The first available one is used.',
      otherwise: unmeasured,
      empty: unmeasured,
      judge: (value) =>
        value.kind === 'text' && value.text.trim() === ''
          ? {
              outcome: 'unknown',
              problems: [problem('value', value, phrase('the name of a model'))],
              otherwise: unmeasured,
            }
          : null,
      evidence: executedHere,
      valueEvidence: unknown,
    },
  }),
  ...(tools && {
    tools: {
      ...tools,
      summary:
        'The tools and tool sets that can be used while the prompt runs. There are no others.',
      otherwise: {
        outcome: 'dropped',
        effect: '{host} ignores it and leaves every enabled tool usable.',
        losesLimit: true,
      },
      empty: coerced('{host} runs the prompt without tools.'),
      absent: 'The tools of the agent that runs it.',
      governs: 'permission',
      evidence: executedHere,
      valueEvidence: executedHere,
    },
  }),
  'user-invocable': {
    ...flag('{host} ignores it, so the chat offers the prompt.'),
    summary: 'Whether the chat offers it after "/". Users who type its name can call it anyway.',
    absent: 'The chat offers it.',
    snippet: ' ${1|false,true|}',
    isForDisplay: true,
  },
};

const lost = '{host} finds no frontmatter, so the prompt has no description and limits no tools.';

const flaws: FlawTable = {
  ...unseen(lost),
};

export const prompts = skillForm({
  subject: 'command',
  reader,
  skill: ({ fields: judged, place }) => {
    const written = (key: string): string | undefined => {
      const value = judged.find(
        (one) => one.key === key && one.field && one.outcome !== 'dropped',
      )?.value;
      return value?.kind === 'null' ? '' : asString(value);
    };
    return {
      id: calledAs(written('name') ?? place.base),
      description: written('description') || null,
      cutAt: null,
      userInvocable: true,
      modelInvocable: 'no',
      paths: [],
    };
  },
  tools: (input) => resolveTools(input, false).verdicts,
  fields,
  flaws,
  skeleton: skillSkeleton('description: ${1:What it does}'),
  evidence: executedHere,
  meant: {
    'user-invokable': 'user-invocable',
    userInvocable: 'user-invocable',
    argumentHint: 'argument-hint',
    'allowed-tools': 'tools',
    allowedTools: 'tools',
  },
});

export const promptLocations = commandFolders([
  {
    glob: '.github/prompts/*.prompt.md',
    scope: 'project',
    role: 'owner',
    summary: 'Prompt files of the workspace, without subfolders.',
    evidence: executedHere,
  },
  {
    glob: 'User/prompts/*.prompt.md',
    scope: 'user',
    role: 'owner',
    summary: 'Prompt files of the user profile.',
    evidence: listedTogether,
  },
]);
