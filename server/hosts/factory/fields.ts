// The fields of an agent file in Factory Droid 0.225.2. At one value of the wrong type, it drops all fields and loads the agent.
import type { Value } from '../../yaml/value';
import { problem } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Choice, Type } from '../model/type';
import { executedHere } from './evidence';

/** The agent has no limit then, whatever the other fields contain. */
export const frontmatterLost: Consequence = {
  outcome: 'dropped',
  file: 'loads-changed',
  reason: 'frontmatter-lost',
  losesLimit: true,
  effect:
    '{host} silently ignores the whole frontmatter: the agent is called by its file name and has all tools.',
};

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: frontmatterLost,
  evidence: executedHere,
  ...own,
});

const item: Type = { type: 'text' };

/** A list of strings, which may be empty, or any string. */
function judgeNames(value: Value): CustomCheckResult | null {
  if (value.kind === 'text') return { outcome: 'kept', problems: [] };
  if (value.kind !== 'list') return null;
  const wrong = value.items.filter(({ kind }) => kind !== 'text');
  if (wrong.length === 0) return { outcome: 'kept', problems: [] };
  return {
    outcome: 'dropped',
    problems: wrong.map((one) => problem('type', one, item)),
    otherwise: frontmatterLost,
  };
}

const unnamed: Consequence = { outcome: 'dropped', effect: '{host} uses the file name instead.' };

const judgeName = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && value.text === ''
    ? {
        outcome: 'dropped',
        problems: [problem('value', value, { type: 'text', nonEmpty: true })],
        otherwise: unnamed,
      }
    : null;

const anyText = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' ? { outcome: 'kept', problems: [] } : null;

const efforts: readonly Choice[] = [
  { value: 'off', means: 'No reasoning.' },
  { value: 'minimal', means: 'The least reasoning.' },
  { value: 'low', means: 'Little reasoning.' },
  { value: 'medium', means: 'Some reasoning.' },
  { value: 'high', means: 'Much reasoning.' },
  { value: 'xhigh', means: 'More reasoning.' },
  { value: 'max', means: 'The most reasoning.' },
];

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name by which the agent is called.',
    type: { type: 'text' },
    judge: judgeName,
    absent: 'The file name.',
    snippet: ' ${1:name}',
    details:
      'Any string counts when the agent is started. The menu of the program reports names with other characters than lowercase letters, digits, hyphens and underscores.',
    role: 'name',
  }),
  description: field({
    summary: 'When to use the agent. The main agent reads it.',
    type: { type: 'text', multiline: true },
    judge: anyText,
    absent: 'No description.',
    snippet: ' ${1:Use it when}',
    role: 'description',
  }),
  model: field({
    summary: 'The model of the agent.',
    type: { type: 'text', vocabulary: 'models' },
    judge: anyText,
    absent: 'The model of the session.',
    snippet: ' ${1:inherit}',
    details:
      'The ID of a model, `inherit`, or `custom:` with a model of the settings. For any other name, the program uses the model of the session.',
    role: 'model',
  }),
  reasoningEffort: field({
    summary: 'How much the model reasons.',
    type: { type: 'text', usual: efforts },
    judge: anyText,
    absent: 'The default of the model.',
    snippet: ' ${1|low,medium,high|}',
    details:
      'Counts only with a `model` that the program knows. Which words count depends on the model.',
  }),
  tools: field({
    summary: 'The tools that the agent can use. All other tools are withheld.',
    type: { type: 'names', separators: ',', vocabulary: 'tools' },
    judge: judgeNames,
    absent: 'All tools.',
    snippet: ' [${1:Read}]',
    details:
      'A list, a string separated by commas, or one of the categories `read-only`, `edit`, `execute` and `web` as the whole value. Names are case-sensitive, and unknown names are ignored: with these alone, the agent has only `TodoWrite` and `Skill`, which every agent has.',
    role: 'tools',
  }),
  mcpServers: field({
    summary: 'MCP servers, which only the menu of the program shows.',
    details:
      'The agent has the servers of the session. A list of tools must name each tool of a server: `SERVER___TOOL`.',
    type: { type: 'names', separators: ',', vocabulary: 'mcp-servers' },
    judge: (value) => {
      const judged = judgeNames(value);
      return judged?.outcome === 'kept' ? { outcome: 'ignored', problems: [] } : judged;
    },
    noEffect: '{host} only shows it in its menu.',
    absent: 'The MCP servers of the session.',
    snippet: ' [${1:server}]',
    isNeverOffered: true,
  }),
};
