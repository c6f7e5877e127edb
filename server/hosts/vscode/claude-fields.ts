// The fields of `.claude/agents` in VS Code, which recognizes ten fields of Claude Code and uses four of them. Its own
// fields apply there too.
import type { Value } from '../../yaml/value';
import { problem } from '../judge/check';
import type { CustomCheckResult, Field } from '../model/field';
import type { Choice, Type } from '../model/type';
import { modelMappedFrom } from './claude-tools';
import { executedHere, readHere } from './evidence';
import { agentFields } from './fields';
import { hooksField, targetedHookEvents } from './hooks';
import { coerced, dropped } from './judgements';

const choices = (words: readonly string[]): readonly Choice[] =>
  words.map((value) => ({ value, means: '' }));

const modelChoices: readonly Choice[] = [
  { value: 'sonnet', means: 'Runs Claude Sonnet 4.5.' },
  { value: 'opus', means: 'Runs Claude Opus 4.6.' },
  { value: 'haiku', means: 'Runs Claude Haiku 4.5.' },
  { value: 'inherit', means: 'Runs the model selected in the chat.', evidence: readHere },
];

const selectedModel =
  '{host} maps only sonnet, opus and haiku, and uses the model selected in the chat.';

function judgeModel(value: Value): CustomCheckResult | null {
  const items = value.kind === 'list' ? value.items : [value];
  const unmapped = items.filter((item) => item.kind !== 'text' || !isMapped(item.text));
  if (unmapped.length === 0)
    return value.kind === 'list' ? { outcome: 'kept', problems: [] } : null;
  const words = modelChoices.map((one) => one.value);
  const problems = unmapped.map((item) => ({
    ...problem('value', item, { type: 'words', words }),
    choices: words,
  }));
  const isSomeMapped = items.some(
    (item) => item.kind === 'text' && modelMappedFrom(item.text) !== undefined,
  );
  return isSomeMapped
    ? {
        outcome: 'coerced',
        problems,
        otherwise: coerced('{host} ignores the names that it does not map.'),
      }
    : { outcome: 'dropped', problems, otherwise: dropped(selectedModel) };
}

const isMapped = (word: string): boolean => modelChoices.some(({ value }) => value === word);

/** A field that VS Code offers in completion and ignores when it builds the agent. */
const ignored = (summary: string, type: Type, absent: string, effect: string): Field => ({
  summary,
  type,
  otherwise: { outcome: 'ignored', effect },
  empty: 'accepted',
  noEffect: effect,
  absent,
  evidence: executedHere,
});

const known: Readonly<Record<string, Field>> = {
  disallowedTools: {
    ...ignored(
      'Tools that Claude Code denies the agent.',
      { type: 'any' },
      'None.',
      '{host} does not remove any tools because of it.',
    ),
    role: 'denied-tools',
    // Nothing that VS Code reports depends on the field.
    evidence: readHere,
  },
  model: {
    summary: 'The model, as a Claude Code alias.',
    type: { type: 'one-of', choices: modelChoices },
    otherwise: dropped(selectedModel),
    empty: dropped(selectedModel),
    judge: judgeModel,
    absent: 'The model selected in the chat.',
    details:
      'VS Code warns about full model IDs such as `claude-opus-4-5`, which Claude Code accepts.',
    role: 'model',
    evidence: executedHere,
  },
  permissionMode: {
    ...ignored(
      'The permission mode of the agent in Claude Code.',
      {
        type: 'one-of',
        choices: choices([
          'default',
          'acceptEdits',
          'plan',
          'delegate',
          'dontAsk',
          'bypassPermissions',
        ]),
      },
      'default',
      '{host} does not use it.',
    ),
    valueEvidence: readHere,
  },
  skills: {
    ...ignored(
      'Skills that Claude Code loads for the agent.',
      { type: 'any' },
      'None.',
      '{host} does not load skills from it.',
    ),
    evidence: readHere,
  },
  mcpServers: {
    ...ignored(
      'MCP servers that Claude Code starts.',
      { type: 'any' },
      'None.',
      '{host} does not start servers from it.',
    ),
    evidence: readHere,
  },
  memory: {
    ...ignored(
      'Where Claude Code stores the memory of the agent.',
      { type: 'one-of', choices: choices(['user', 'project', 'local']) },
      'None.',
      '{host} does not store memory for the agent.',
    ),
    valueEvidence: readHere,
  },
  hooks: hooksField(targetedHookEvents),
};

const shared = (keys: readonly string[], more: Partial<Field>): Readonly<Record<string, Field>> =>
  Object.fromEntries(
    keys.flatMap((key): [string, Field][] => {
      const field = agentFields[key];
      return field ? [[key, { ...field, ...more }]] : [];
    }),
  );

export const claudeFields: Readonly<Record<string, Field>> = {
  ...shared(['name', 'description', 'tools'], {}),
  ...known,
  // VS Code never offers these here but applies them if they are present.
  ...shared(['handoffs', 'agents'], {
    isNeverOffered: true,
    evidence: readHere,
    valueEvidence: readHere,
  }),
  ...shared(['argument-hint', 'user-invocable', 'disable-model-invocation', 'infer'], {
    isNeverOffered: true,
    valueEvidence: readHere,
  }),
};
