// The fields of an agent file in Kimi Code 2.1.0. It skips a file with a value of the wrong type.
import type { Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Reason } from '../model/outcome';
import type { Type } from '../model/type';
import { executedHere } from './evidence';
import { isName } from './names';

const notLoaded = (reason: Reason): Consequence => ({
  outcome: 'refused',
  file: 'ignored',
  reason,
  effect: '{host} silently does not load the agent.',
});

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: notLoaded('field'),
  evidence: executedHere,
  ...own,
});

/** A string of white space counts as absent. */
function judgeName(value: Value): CustomCheckResult | null {
  if (value.kind !== 'text' || isName(value.text.trim())) return null;
  if (value.text.trim() === '')
    return {
      outcome: 'dropped',
      problems: [problem('value', value, { type: 'text', nonEmpty: true })],
      otherwise: unnamed,
    };
  return {
    outcome: 'refused',
    problems: [
      problem('value', value, phrase('a name of lowercase letters, digits and single hyphens')),
    ],
    otherwise: notLoaded('name'),
  };
}

const unnamed: Consequence = {
  outcome: 'dropped',
  effect: '{host} uses the file name instead.',
};

const judgeDescription = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && value.text.trim() === ''
    ? {
        outcome: 'refused',
        problems: [problem('value', value, { type: 'text', nonEmpty: true })],
        otherwise: notLoaded('description'),
      }
    : null;

/** An item that is not a string, or is one of white space only, makes the program skip the file. */
const judgeNames =
  (reason: Reason) =>
  (value: Value): CustomCheckResult | null => {
    if (value.kind !== 'list') return null;
    const wrong = value.items.filter((item) => item.kind !== 'text' || item.text.trim() === '');
    if (wrong.length === 0) return { outcome: 'kept', problems: [] };
    return {
      outcome: 'refused',
      problems: wrong.map((item) => problem('value', item, { type: 'text', nonEmpty: true })),
      otherwise: notLoaded(reason),
    };
  };

const toolNames: Type = { type: 'names', separators: ',', vocabulary: 'tools' };

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name by which the agent is called.',
    type: { type: 'text' },
    judge: judgeName,
    otherwise: notLoaded('name'),
    empty: unnamed,
    absent: 'The file name.',
    snippet: ' ${1:name}',
    details:
      'Lowercase letters, digits and single hyphens. The names `agent`, `coder`, `explore` and `plan` are those of built-in agents: see `override`.',
    role: 'name',
  }),
  description: field({
    summary: 'When to use the agent. The main agent reads it.',
    type: { type: 'text', nonEmpty: true, multiline: true },
    judge: judgeDescription,
    otherwise: notLoaded('description'),
    required: notLoaded('description'),
    empty: 'checked',
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:Use it when}',
    role: 'description',
  }),
  whenToUse: field({
    summary: 'When to use the agent, added to the description.',
    type: { type: 'text', multiline: true },
    otherwise: { outcome: 'dropped', effect: '{host} silently ignores it.' },
    empty: 'checked',
    absent: 'The description alone.',
    snippet: ' ${1:Use it when}',
  }),
  tools: field({
    summary: 'The tools that the agent can use. All other tools are withheld.',
    type: toolNames,
    judge: judgeNames('tools'),
    otherwise: notLoaded('tools'),
    absent: 'All tools.',
    snippet: '\n  - ${1:Read}',
    details:
      'A list, or a string separated by commas. Names are case-sensitive, and unknown names are ignored. `*` alone grants all tools, and an empty list grants none. Wildcards count only in names of MCP tools: `mcp__SERVER__*`.',
    role: 'tools',
  }),
  disallowedTools: field({
    summary: 'Tools that are removed from the agent.',
    type: toolNames,
    judge: judgeNames('tools'),
    otherwise: notLoaded('tools'),
    absent: 'No tools are removed.',
    snippet: '\n  - ${1:Bash}',
    details: 'Applied after `tools`. `mcp__SERVER__*` removes all tools of an MCP server.',
    role: 'denied-tools',
  }),
  subagents: field({
    summary: 'The agents that this agent can call.',
    type: { type: 'names', separators: ',', vocabulary: 'agents' },
    judge: judgeNames('field'),
    absent: 'The built-in agents `coder`, `explore` and `plan`.',
    snippet: '\n  - ${1:explore}',
    details:
      'A list, or a string separated by commas. `*` alone stands for all agents. It calls them with the tool `Agent`.',
  }),
  override: field({
    summary: 'The agent replaces the built-in agent of the same name.',
    type: { type: 'boolean' },
    absent: 'A built-in agent of the same name is used instead of this one.',
    snippet: ' ${1|true,false|}',
  }),
};
