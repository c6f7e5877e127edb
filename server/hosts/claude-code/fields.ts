// The fields of a Claude Code agent file, and what Claude Code does with values that it does not accept.

import type { Sentence } from '../../text/message';
import { isFalsy, textOf, type Value } from '../../yaml/value';
import { check, phrase, problem } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import { plainColors } from '../model/plain-colors';
import type { Capability } from '../model/tool-purposes';
import type { Choice, Expected, Type } from '../model/type';
import { executedHere, readHere } from './evidence';
import { hooksField } from './hooks';
import { memoryTools } from './tools';

const choice = (value: string, means: string): Choice => ({ value, means });

const dropped = (effect: Sentence): Consequence => ({ outcome: 'dropped', effect });
const droppedSilently = dropped('{host} silently ignores it.');
const droppedWithLog = dropped('{host} ignores it and reports it only in its debug log.');
const notLoaded = (reason: 'name' | 'description', effect: Sentence): Consequence => ({
  outcome: 'refused',
  file: 'ignored',
  reason,
  effect,
});

const withoutName = notLoaded('name', '{host} silently does not load the agent.');
const withoutDescription = notLoaded(
  'description',
  '{host} does not load the agent and reports it only in its debug log.',
);

export const colors: readonly Choice[] = plainColors;

/** A name must not contain a colon, also not a full-width one, nor begin with a dash. Anything else is accepted. */
function judgeName(value: Value): CustomCheckResult | null {
  const name = textOf(value);
  if (name === undefined) return null;
  const expected = expectedName(name);
  if (expected === null) return null;
  return {
    outcome: 'refused',
    problems: [problem('value', value, expected)],
    otherwise: name === '' ? withoutName : notLoaded('name', withoutDescription.effect),
  };
}

/** What the name would have to be; null for a valid one. */
function expectedName(name: string): Expected | null {
  if (name === '') return { type: 'text', nonEmpty: true };
  if (name.startsWith('-')) return phrase('a name that does not begin with "-"');
  if (name.normalize('NFKC').includes(':')) return phrase('a name without ":"');
  return name.length > 256 ? phrase('a name of at most 256 characters') : null;
}

/** Claude Code turns the two characters `\\n` into a line break, so the main agent reads a different text. */
const judgeDescription = (value: Value): CustomCheckResult | null =>
  textOf(value)?.includes('\\n') === true ? { outcome: 'coerced', problems: [] } : null;

const noTools: Consequence = {
  outcome: 'coerced',
  reason: 'tools',
  effect: '{host} gives the agent no tools, although its list of agents shows "All tools".',
};

const writePurposes: readonly Capability[] = ['write', 'run'];

/** Without `full`, `auto-edit`, `yolo` and the like: they ask for more than the session allows, so no limit is lost with them. */
const modesThatLimit: Readonly<Record<string, readonly Capability[]>> = {
  ...Object.fromEntries(
    ['plan', 'planning', 'read-only', 'read', 'deny', 'restricted', 'strict', 'locked', 'safe'].map(
      (word) => [word, writePurposes],
    ),
  ),
  // These ask first or refuse what would be asked. What the session allows remains possible.
  ...Object.fromEntries(
    ['default', 'manual', 'ask', 'ask-first', 'prompt', 'confirm', 'on-request', 'dont-ask'].map(
      (word) => [word, []],
    ),
  ),
};

const permissionModes: Type = {
  type: 'one-of',
  choices: [
    choice('default', 'Asks before changing files or running commands.'),
    choice('acceptEdits', 'Changes files in the project without asking.'),
    choice('auto', 'A safety check decides whether to ask.'),
    {
      ...choice('plan', 'Makes no changes. The agent also gets ExitPlanMode.'),
      alsoWritten: ['read-only', 'readonly', 'read_only', 'read only'],
    },
    choice('dontAsk', 'Refuses everything that would require asking.'),
    choice(
      'bypassPermissions',
      'Never asks. Takes effect only if the session itself runs in this mode.',
    ),
    choice('manual', 'Same as `default`.'),
  ],
};

/** The debug log does not report values that are false in JavaScript. None of them stands for a limit. */
const judgePermissionMode = (value: Value): CustomCheckResult | null =>
  value.kind !== 'null' && isFalsy(value)
    ? {
        outcome: 'dropped',
        problems: check(permissionModes, value).problems,
        otherwise: droppedSilently,
      }
    : null;

export const fields: Readonly<Record<string, Field>> = {
  name: {
    summary: 'The name by which the agent is called.',
    type: { type: 'text', nonEmpty: true },
    judge: judgeName,
    otherwise: withoutName,
    required: withoutName,
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:name}',
    details:
      'Any string that does not contain ":" or begin with "-". It may differ from the file name. An agent with the name of a built-in agent replaces it.',
    role: 'name',
    evidence: executedHere,
  },
  description: {
    summary: 'When to use the agent. The main agent reads it in every request.',
    type: { type: 'text', nonEmpty: true, multiline: true },
    judge: judgeDescription,
    otherwise: withoutDescription,
    required: withoutDescription,
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:Use it when}',
    details:
      'The two characters `\\n` become a line break. There is no length limit, but the description adds tokens to every request.',
    role: 'description',
    evidence: executedHere,
  },
  tools: {
    summary: 'The tools that the agent can use. All other tools are withheld.',
    type: { type: 'names', separators: ', ', vocabulary: 'tools' },
    otherwise: noTools,
    empty: noTools,
    absent: 'All tools.',
    snippet: ' ${1:Read, Grep, Glob}',
    details:
      'A list, or a string separated by commas or spaces. `*` grants all tools, even next to other names. Unknown names are silently ignored; if no tool is left, the agent does not start. Parentheses are ignored, so `Bash(git:*)` grants all of Bash. Only `Agent(a, b)` is applied.',
    role: 'tools',
    evidence: executedHere,
  },
  disallowedTools: {
    summary: 'Tools that are removed from the agent.',
    type: { type: 'names', separators: ', ', vocabulary: 'tools' },
    otherwise: { ...droppedSilently, losesLimit: true },
    empty: 'accepted',
    absent: 'No tools are removed.',
    snippet: ' ${1:Bash, WebFetch}',
    details:
      'Applied after `tools`. `mcp__SERVER` and `mcp__*` are accepted too. Parentheses are ignored and the whole tool is removed. Names are separated by commas or spaces, not by line breaks. With a `*` anywhere in the list, nothing is removed.',
    role: 'denied-tools',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  model: {
    summary: 'The model that the agent uses.',
    type: { type: 'text', nonEmpty: true, vocabulary: 'models' },
    otherwise: droppedSilently,
    absent: 'The model of the session.',
    snippet: ' ${1|sonnet,opus,haiku,inherit|}',
    details:
      'An alias, `inherit` or a full model ID. Any other string is sent to the service unchanged.',
    role: 'model',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  color: {
    summary: 'The display color of the agent.',
    type: { type: 'one-of', choices: colors },
    otherwise: droppedSilently,
    absent: 'No color.',
    snippet: ' ${1|blue,green,purple,orange,cyan,red,yellow,pink|}',
    role: 'color',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  effort: {
    summary: 'How much effort the model spends on reasoning.',
    type: {
      type: 'any-of',
      types: [
        {
          type: 'one-of',
          ignoreCase: true,
          choices: [
            choice('low', 'The least reasoning and the fastest answers.'),
            choice('medium', 'Moderate reasoning. `med` means the same.'),
            choice('high', 'Thorough reasoning.'),
            choice('xhigh', 'Very thorough reasoning.'),
            choice('max', 'The most reasoning that the model supports.'),
            { value: 'med', means: 'Same as `medium`.', deprecated: 'medium' },
          ],
          pattern: { matches: /^\s*[+-]?\d/, description: 'a number', example: '3' },
        },
        { type: 'number' },
      ],
    },
    otherwise: droppedWithLog,
    absent:
      'The effort of the session if the agent uses the model of the session, otherwise the default of its model.',
    snippet: ' ${1|low,medium,high,xhigh,max|}',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  permissionMode: {
    summary: 'What the agent can do without asking for permission.',
    governs: 'permission',
    type: permissionModes,
    judge: judgePermissionMode,
    empty: droppedSilently,
    otherwise: { ...droppedWithLog, losesLimit: true },
    limitWords: modesThatLimit,
    absent: 'The mode of the session.',
    snippet: ' ${1|default,acceptEdits,plan,dontAsk,auto|}',
    details:
      '`bypassPermissions` has no effect unless the session itself runs in that mode. The field has no effect on an agent started with `-p --agent`.',
    evidence: executedHere,
  },
  mcpServers: {
    governs: 'code',
    summary: 'The MCP servers of the agent, by name or defined inline.',
    type: {
      type: 'list',
      of: {
        type: 'any-of',
        types: [
          { type: 'text', vocabulary: 'mcp-servers' },
          { type: 'map', rest: { type: 'map', rest: { type: 'any' } } },
        ],
      },
    },
    otherwise: droppedSilently,
    empty: 'accepted',
    absent: 'The MCP servers of the session.',
    snippet: '\n  - ${1:server}',
    details:
      'Must be a list; a map or a string is ignored. The tools of a server defined here are available even if `tools` does not name them. Requires a trusted folder.',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  hooks: hooksField,
  maxTurns: {
    summary: 'The maximum number of requests before the agent stops.',
    type: { type: 'integer', min: 1, digits: true },
    otherwise: { ...droppedWithLog, losesLimit: true },
    absent: 'No limit.',
    snippet: ' ${1:20}',
    evidence: executedHere,
  },
  skills: {
    summary: 'Skills that are loaded into the context of the agent when it starts.',
    type: { type: 'names', separators: ', ', vocabulary: 'skills' },
    otherwise: droppedSilently,
    empty: 'accepted',
    absent: 'No skills are preloaded.',
    snippet: ' ${1:skill-name}',
    details: 'Their content is added to the first message, even if `tools` does not name Skill.',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  memory: {
    summary: 'Where the agent stores what it remembers across sessions.',
    type: {
      type: 'one-of',
      choices: [
        choice('user', 'For all your projects.'),
        choice('project', 'For this project, shared with others.'),
        choice('local', 'For this project, not shared.'),
      ],
    },
    otherwise: droppedWithLog,
    absent: 'No memory.',
    snippet: ' ${1|project,user,local|}',
    adds: memoryTools,
    details: 'If `tools` is set, Write, Edit and Read are added to it.',
    evidence: executedHere,
  },
  background: {
    summary: 'Whether the agent runs in the background.',
    type: { type: 'boolean', words: { true: ['true'], false: ['false'] } },
    otherwise: droppedWithLog,
    absent: 'The caller decides.',
    snippet: ' ${1|true,false|}',
    evidence: executedHere,
  },
  isolation: {
    summary: 'The isolated environment in which the agent works.',
    type: {
      type: 'one-of',
      choices: [
        choice(
          'worktree',
          'A separate git worktree. Outside a git repository the agent does not start.',
        ),
        choice('remote', 'A remote machine.'),
      ],
    },
    otherwise: { ...droppedWithLog, losesLimit: true },
    absent: 'The agent works in the folder of the session.',
    snippet: ' worktree',
    evidence: executedHere,
  },
  initialPrompt: {
    summary: 'Text inserted before the prompt when the agent runs as the main agent (`--agent`).',
    type: { type: 'text', nonEmpty: true, multiline: true },
    otherwise: droppedSilently,
    absent: 'Nothing is inserted.',
    snippet: ' ${1:text}',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  omitClaudeMd: {
    summary: 'Whether the agent runs without the CLAUDE.md of the project.',
    type: { type: 'boolean', words: { true: ['true'], false: [] } },
    otherwise: droppedSilently,
    absent: 'The agent reads CLAUDE.md.',
    snippet: ' true',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  autoCompactWindow: {
    summary: 'The number of tokens at which the conversation is compacted.',
    type: { type: 'integer', min: 100_000, digits: true },
    otherwise: droppedWithLog,
    absent: 'Claude Code decides.',
    snippet: ' ${1:150000}',
    evidence: executedHere,
  },
  observer: {
    summary: 'Agents that observe this one: up to four names, separated by commas.',
    type: { type: 'text', nonEmpty: true, vocabulary: 'agents' },
    otherwise: droppedSilently,
    absent: 'No observers.',
    snippet: ' ${1:agent}',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  observerMessage: {
    summary: 'The instructions for the observer.',
    type: { type: 'text', nonEmpty: true, multiline: true },
    otherwise: droppedSilently,
    absent: 'No instructions are added.',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  observeSubagents: {
    summary: 'Whether the observer also observes the agents that this one starts.',
    type: { type: 'boolean', words: { true: ['true'], false: ['false'] } },
    otherwise: droppedSilently,
    absent: 'The observer observes them too.',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  observeToolResults: {
    summary: 'Whether the observer sees the results of tools.',
    type: {
      type: 'boolean',
      words: { true: ['true', 'yes', 'on', '1'], false: ['false', 'no', 'off', '0'] },
    },
    otherwise: droppedSilently,
    absent: 'The observer sees them.',
    evidence: executedHere,
    valueEvidence: readHere,
  },
  experimental: {
    summary: 'Experimental settings, which may change.',
    type: {
      type: 'map',
      keys: {
        cacheTtl: {
          summary: 'How long the prompt cache is retained.',
          type: {
            type: 'one-of',
            choices: [choice('5m', 'Five minutes.'), choice('1h', 'One hour.')],
          },
        },
      },
    },
    otherwise: droppedSilently,
    empty: 'accepted',
    absent: 'No experimental settings.',
    snippet: '\n  cacheTtl: ${1|5m,1h|}',
    evidence: executedHere,
    valueEvidence: readHere,
  },
};
