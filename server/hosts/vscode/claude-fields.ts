// The fields of `.claude/agents` in VS Code: it knows ten of Claude Code's, and uses four. Its own fields count there too.
import type { Value } from '../../agent/value';
import type { Field, FieldJudgement } from '../host';
import type { Choice, Type } from '../type';
import { claudeModel } from './claude-tools';
import { ran, seen } from './evidence';
import { agentFields } from './fields';
import { coerced, dropped, problem } from './findings';
import { fewerHookEvents, hooksField } from './hooks';

const choices = (words: readonly string[]): readonly Choice[] =>
  words.map((value) => ({ value, means: '' }));

const modelChoices: readonly Choice[] = [
  { value: 'sonnet', means: 'Runs Claude Sonnet 4.5.' },
  { value: 'opus', means: 'Runs Claude Opus 4.6.' },
  { value: 'haiku', means: 'Runs Claude Haiku 4.5.' },
  { value: 'inherit', means: 'Runs the model chosen in the chat.' },
];

const chosen = '{host} runs the model chosen in the chat: it maps only sonnet, opus and haiku.';

function judgeModel(value: Value): FieldJudgement | null {
  const items = value.kind === 'list' ? value.items : [value];
  const strange = items.filter((item) => item.kind !== 'text' || !isMapped(item.text));
  if (strange.length === 0) return value.kind === 'list' ? { fate: 'kept', problems: [] } : null;
  const words = modelChoices.map((one) => one.value);
  const problems = strange.map((item) => ({
    ...problem(item, 'sonnet, opus, haiku or inherit'),
    choices: words,
  }));
  const some = items.some((item) => item.kind === 'text' && claudeModel(item.text) !== undefined);
  return some
    ? {
        fate: 'coerced',
        problems,
        otherwise: coerced('{host} leaves out the names that it does not map.'),
      }
    : { fate: 'dropped', problems, otherwise: dropped(chosen) };
}

const isMapped = (word: string): boolean => modelChoices.some(({ value }) => value === word);

/** A field that VS Code names in its completion and passes over when it builds the agent. */
const idle = (summary: string, type: Type, absent: string, what: string): Field => ({
  summary,
  type,
  otherwise: { fate: 'ignored', effect: what },
  empty: 'accepted',
  noEffect: what,
  absent,
  evidence: ran,
});

const known: Readonly<Record<string, Field>> = {
  disallowedTools: {
    ...idle(
      'Tools that Claude Code takes away.',
      { type: 'any' },
      'None.',
      '{host} removes no tool because of it.',
    ),
    role: 'denied-tools',
  },
  model: {
    summary: 'The model: an alias of Claude Code.',
    type: { type: 'one-of', choices: modelChoices },
    otherwise: dropped(chosen),
    empty: dropped(chosen),
    judge: judgeModel,
    absent: 'The model chosen in the chat.',
    details: 'VS Code warns about full ids such as `claude-opus-4-5`, which Claude Code takes.',
    role: 'model',
    evidence: ran,
  },
  permissionMode: idle(
    'How Claude Code asks for permission.',
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
  skills: idle(
    'Skills that Claude Code loads for the agent.',
    { type: 'any' },
    'None.',
    '{host} loads no skills from it.',
  ),
  mcpServers: idle(
    'MCP servers that Claude Code starts.',
    { type: 'any' },
    'None.',
    '{host} starts no servers from it.',
  ),
  memory: idle(
    'Where Claude Code keeps the notes of the agent.',
    { type: 'one-of', choices: choices(['user', 'project', 'local']) },
    'None.',
    '{host} does not store a memory for it.',
  ),
  hooks: hooksField(fewerHookEvents),
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
  // VS Code never offers these here, and obeys them where they stand.
  ...shared(
    ['handoffs', 'agents', 'argument-hint', 'user-invocable', 'disable-model-invocation', 'infer'],
    { unoffered: true, evidence: seen },
  ),
};
