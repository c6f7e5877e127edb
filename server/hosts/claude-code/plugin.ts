// Agents in a plugin. More values are accepted than in a project, and some fields have no effect.
import type { Consequence, Field } from '../model/field';
import { executedHere, readHere } from './evidence';
import { fields } from './fields';

const noEffect =
  "{host} ignores this field in plugins. Remove it, or move the agent to a project's .claude/agents.";
const withoutEffect = [
  'permissionMode',
  'hooks',
  'mcpServers',
  'initialPrompt',
  'observer',
  'observerMessage',
  'observeSubagents',
];

const fileNameInstead: Consequence = {
  outcome: 'coerced',
  effect: '{host} uses the file name instead.',
};
const genericDescription: Consequence = {
  outcome: 'dropped',
  reason: 'description',
  effect: '{host} uses "Agent from PLUGIN plugin" instead.',
};

/** Any value is stored, but only the eight known colors are shown. */
const colorNotShown: Consequence = {
  outcome: 'dropped',
  effect: '{host} shows no color for the agent.',
};

function pluginField(key: string, field: Field): Field {
  if (withoutEffect.includes(key)) {
    const { judge: _, empty: __, ...rest } = field;
    return { ...rest, type: { type: 'any' }, noEffect };
  }
  const { required: _, judge: __, ...rest } = field;
  if (key === 'name')
    return {
      ...rest,
      type: { type: 'text', anyScalar: true },
      otherwise: fileNameInstead,
      empty: fileNameInstead,
      absent: 'The file name.',
      valueEvidence: readHere,
    };
  if (key === 'description')
    return {
      ...rest,
      otherwise: genericDescription,
      required: genericDescription,
      absent: 'The value of `when_to_use`, otherwise "Agent from PLUGIN plugin".',
      evidence: readHere,
      valueEvidence: readHere,
    };
  if (key === 'color')
    return {
      ...rest,
      otherwise: colorNotShown,
      empty: 'accepted',
      evidence: executedHere,
      valueEvidence: readHere,
    };
  // What is wrong with these is not in the log, and a valid one does not show in a request.
  if (key === 'background') return { ...field, evidence: readHere, valueEvidence: readHere };
  if (key === 'isolation')
    return {
      ...rest,
      evidence: readHere,
      valueEvidence: readHere,
      type: {
        type: 'one-of',
        choices: [{ value: 'worktree', means: 'A separate git worktree.' }],
      },
    };
  return field;
}

export const pluginFields: Readonly<Record<string, Field>> = Object.fromEntries(
  // A hook outside of "hooks" is a key like any other here.
  Object.entries(fields).flatMap(([key, field]) =>
    field.isNeverOffered ? [] : [[key, pluginField(key, field)]],
  ),
);
