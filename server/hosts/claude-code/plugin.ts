// Agents that a plugin ships: far more is forgiven, and some fields are taken away.
import type { Field, Otherwise } from '../host';
import { seen } from './evidence';
import { fields } from './fields';

const noEffect =
  "{host} ignores this field in plugins. It works in a project's own .claude/agents.";
const withoutEffect = [
  'permissionMode',
  'hooks',
  'mcpServers',
  'initialPrompt',
  'observer',
  'observerMessage',
  'observeSubagents',
];

const fromFile: Otherwise = {
  fate: 'coerced',
  effect: '{host} takes the name of the file in its place.',
};
const fromPlugin: Otherwise = {
  fate: 'dropped',
  reason: 'description',
  effect: '{host} writes "Agent from PLUGIN plugin" in its place.',
};

/** The reader stores any value, but every place that shows an agent's color checks it against the same eight names. */
const notShown: Otherwise = { fate: 'dropped', effect: '{host} shows no color for it.' };

function forgiving(key: string, field: Field): Field {
  if (withoutEffect.includes(key)) {
    const { judge: _, ...rest } = field;
    return { ...rest, type: { type: 'any' }, noEffect };
  }
  const { required: _, judge: __, ...rest } = field;
  if (key === 'name')
    return {
      ...rest,
      type: { type: 'text', anyScalar: true },
      otherwise: fromFile,
      empty: fromFile,
      absent: 'The name of the file.',
    };
  if (key === 'description')
    return {
      ...rest,
      otherwise: fromPlugin,
      required: fromPlugin,
      absent: 'when_to_use, else "Agent from PLUGIN plugin".',
    };
  if (key === 'color') return { ...rest, otherwise: notShown, empty: 'accepted', evidence: seen };
  if (key === 'isolation')
    return {
      ...rest,
      type: {
        type: 'one-of',
        choices: [{ value: 'worktree', means: 'In a git worktree of its own.' }],
      },
    };
  return field;
}

export const pluginFields: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(fields).map(([key, field]) => [key, forgiving(key, field)]),
);
