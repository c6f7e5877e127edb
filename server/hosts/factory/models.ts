// Models in Factory Droid 0.225.2. It compares the name with its list when it starts the agent.
import { t } from '../../text/message';
import { inheritedModel, type Model, type ModelCatalog, type ModelVerdict } from '../model/models';
import { executedHere } from './evidence';

/** By the tool with which they change files. */
export type EditTool = 'Edit' | 'ApplyPatch';

const ids: Readonly<Record<EditTool, readonly string[]>> = {
  Edit: [
    ...['claude-fable-5.1', 'claude-fable-5', 'claude-opus-5', 'claude-opus-5-fast'],
    ...['claude-opus-4-8', 'claude-opus-4-8-fast', 'claude-opus-4-7', 'claude-opus-4-6'],
    ...['claude-opus-4-5-20251101', 'claude-sonnet-5', 'claude-sonnet-4-6'],
    ...['claude-sonnet-4-5-20250929', 'claude-haiku-4-5-20251001'],
    ...['gemini-3.1-pro-preview', 'gemini-3.8-flash', 'gemini-3.7-flash', 'gemini-3.6-flash'],
    ...['gemini-3.5-flash', 'gemini-3-flash-preview', 'inkling', 'glm-5.3-flash', 'glm-5.3'],
    ...['glm-5.2', 'kimi-k3', 'kimi-k2.6', 'nemotron-3-ultra', 'deepseek-v4-flash-0731'],
    ...['deepseek-v4-pro', 'grok-4.6', 'grok-4.5'],
  ],
  ApplyPatch: [
    ...['gpt-6-astra', 'gpt-5.6-sol', 'gpt-5.6-sol-fast', 'gpt-5.6-terra', 'gpt-5.6-luna'],
    ...['gpt-5.5', 'gpt-5.5-fast', 'gpt-5.5-pro', 'gpt-5.4', 'gpt-5.4-fast', 'gpt-5.4-mini'],
    ...['gpt-5.4-mini-fast', 'gpt-5.3-codex', 'gpt-5.3-codex-fast', 'gpt-5.2'],
  ],
};

/** Still accepted. */
const deprecated: Readonly<Record<EditTool, readonly string[]>> = {
  Edit: [
    ...['claude-opus-4-7-fast', 'claude-opus-4-6-fast', 'minimax-m2.7', 'kimi-k2.5', 'glm-5.1'],
    ...['glm-5', 'glm-4.7'],
  ],
  ApplyPatch: ['gpt-5.2-codex', 'gpt-5.1-codex-max'],
};

const tools: readonly EditTool[] = ['Edit', 'ApplyPatch'];

/** The tool with which a model changes files; null for a model that is not known before the agent starts. */
export const editToolOf = (model: string): EditTool | null =>
  tools.find((tool) => ids[tool].includes(model) || deprecated[tool].includes(model)) ?? null;

/** The words of Claude Code, with the newest model of each family. */
const families: readonly (readonly [string, string])[] = [
  ['sonnet', 'claude-sonnet-5'],
  ['opus', 'claude-opus-5'],
  ['haiku', 'claude-haiku-4-5-20251001'],
  ['fable', 'claude-fable-5.1'],
];

function resolve(written: string): ModelVerdict {
  if (written === '' || written === 'inherit') return inheritedModel;
  if (editToolOf(written))
    return {
      effective: written,
      outcome: 'known',
      effect: t('{host} sends {model}.', { model: written }),
    };
  if (written.startsWith('custom:'))
    return {
      effective: null,
      outcome: 'unchecked',
      effect: '{host} uses the model of the session if it does not offer this one.',
    };
  const [, instead] = families.find(([family]) => written.includes(family)) ?? [];
  return {
    effective: 'inherit',
    outcome: 'foreign',
    effect: '{host} uses the model of the session.',
    ...(instead !== undefined && { instead }),
  };
}

export const models: ModelCatalog = {
  models: [
    { id: 'inherit', means: 'The model of the session.' },
    ...tools.flatMap((tool) => ids[tool].map((id): Model => ({ id, means: 'This exact model.' }))),
    ...tools.flatMap((tool) =>
      deprecated[tool].map((id): Model => ({ id, means: 'Deprecated.', retired: {} })),
    ),
  ],
  resolve,
  evidence: executedHere,
};
