// Every field of an agent file that Claude Code knows, and what it does with a value it does not take.
import { textOf, type Value } from '../../agent/value';
import type { Message } from '../../text/message';
import type { Capability } from '../capabilities';
import type { Field, FieldJudgement, Otherwise } from '../host';
import type { Choice } from '../type';
import { ran, seen } from './evidence';
import { hooksField, strayGuard } from './hooks';

const choice = (value: string, means: string): Choice => ({ value, means });

const dropped = (effect: Message): Otherwise => ({ fate: 'dropped', effect });
const quietly = dropped('{host} ignores it without a word.');
const logged = dropped('{host} ignores it, with a line in the debug log only.');
const noAgent = (reason: 'name' | 'description', effect: Message): Otherwise => ({
  fate: 'refused',
  file: 'ignored',
  reason,
  effect,
});

const nameless = noAgent('name', '{host} silently does not load the agent.');
const undescribed = noAgent(
  'description',
  '{host} does not load the agent, with a line in the debug log only.',
);

export const colors: readonly Choice[] = [
  { value: 'red', means: 'Red', hex: '#dc2626' },
  { value: 'blue', means: 'Blue', hex: '#2563eb' },
  { value: 'green', means: 'Green', hex: '#16a34a' },
  { value: 'yellow', means: 'Yellow', hex: '#ca8a04' },
  { value: 'purple', means: 'Purple', hex: '#9333ea' },
  { value: 'orange', means: 'Orange', hex: '#ea580c' },
  { value: 'pink', means: 'Pink', hex: '#db2777' },
  { value: 'cyan', means: 'Cyan', hex: '#0891b2' },
];

/** Colons and a leading dash are refused, also in their full-width forms; everything else is a name. */
function judgeName(value: Value): FieldJudgement | null {
  const name = textOf(value);
  if (name === undefined) return null;
  const expected = nameFault(name);
  if (expected === null) return null;
  const problem = {
    kind: 'value',
    path: [],
    span: value.span,
    expected,
    got: `"${name.slice(0, 40)}"`,
    value,
  } as const;
  return {
    fate: 'refused',
    problems: [problem],
    otherwise: name === '' ? nameless : noAgent('name', undescribed.effect),
  };
}

function nameFault(name: string): string | null {
  if (name === '') return 'a name';
  if (name.startsWith('-')) return 'a name that does not begin with "-"';
  if (name.normalize('NFKC').includes(':')) return 'a name without ":"';
  return name.length > 256 ? 'a name of at most 256 characters' : null;
}

/** The two characters `\\n` become a line break: what the main agent reads is not what stands in the file. */
const judgeDescription = (value: Value): FieldJudgement | null =>
  textOf(value)?.includes('\\n') === true ? { fate: 'coerced', problems: [] } : null;

const zeroTools: Otherwise = {
  fate: 'coerced',
  reason: 'tools',
  effect: '{host} gives the agent no tool at all, though its list of agents says "All tools".',
};

const changes: readonly Capability[] = ['write', 'run'];

/** `full`, `auto-edit`, `yolo` and the like ask for more than the session gives: nothing is lost with them. */
const modesThatLimit: Readonly<Record<string, readonly Capability[]>> = {
  ...Object.fromEntries(
    ['plan', 'planning', 'read-only', 'read', 'deny', 'restricted', 'strict', 'locked', 'safe'].map(
      (word) => [word, changes],
    ),
  ),
  // These ask first, or refuse what would be asked: what the session allows stays possible.
  ...Object.fromEntries(
    ['default', 'manual', 'ask', 'ask-first', 'prompt', 'confirm', 'on-request', 'dont-ask'].map(
      (word) => [word, []],
    ),
  ),
};

export const fields: Readonly<Record<string, Field>> = {
  name: {
    summary: 'What others call the agent by.',
    type: { type: 'text', nonEmpty: true },
    judge: judgeName,
    otherwise: nameless,
    required: nameless,
    absent: 'Required: without it the file is no agent.',
    snippet: ' ${1:name}',
    details:
      'Any text but one with ":" or with "-" at its start; it need not be the name of the file. A file may replace a built-in agent.',
    role: 'name',
    evidence: ran,
  },
  description: {
    summary: 'When the agent is to be called. The main agent reads it in every request.',
    type: { type: 'text', nonEmpty: true, multiline: true },
    judge: judgeDescription,
    otherwise: undescribed,
    required: undescribed,
    absent: 'Required: without it the file is no agent.',
    snippet: ' ${1:Use it when}',
    details:
      'The two characters `\\n` become a line break here. No length is too long, and every character is paid for in every request.',
    role: 'description',
    evidence: ran,
  },
  tools: {
    summary: 'The tools the agent may use, and no others.',
    type: { type: 'names', separators: ', ', vocabulary: 'tools' },
    otherwise: zeroTools,
    empty: zeroTools,
    absent: 'Every tool.',
    snippet: ' ${1:Read, Grep, Glob}',
    details:
      'A text with commas or blanks, or a list. `*`, also next to other names, is every tool. Names that are not known are left out without a word; if nothing is left, the agent will not start. What stands in parentheses is cut off: `Bash(git:*)` grants all of Bash. Only `Agent(a, b)` keeps it.',
    role: 'tools',
    evidence: ran,
  },
  disallowedTools: {
    summary: 'Tools that are taken away from the agent.',
    type: { type: 'names', separators: ', ', vocabulary: 'tools' },
    otherwise: { ...quietly, losesLimit: true },
    empty: 'accepted',
    absent: 'Nothing is taken away.',
    snippet: ' ${1:Bash, WebFetch}',
    details:
      'Applied after `tools`. Also `mcp__SERVER` and `mcp__*`. What is in parentheses is ignored and the whole tool goes. Commas and spaces separate names, line breaks do not. A `*` anywhere in the list keeps all of it from removing anything.',
    role: 'denied-tools',
    evidence: ran,
  },
  model: {
    summary: 'The model that the agent runs on.',
    type: { type: 'text', nonEmpty: true, vocabulary: 'models' },
    otherwise: quietly,
    absent: 'The model of the session.',
    snippet: ' ${1|sonnet,opus,haiku,inherit|}',
    details: 'An alias, `inherit`, or a full id. Any other text is sent to the service as it is.',
    role: 'model',
    evidence: ran,
  },
  color: {
    summary: 'The colour the agent is shown in.',
    type: { type: 'one-of', choices: colors },
    otherwise: quietly,
    absent: 'No colour of its own.',
    snippet: ' ${1|blue,green,purple,orange,cyan,red,yellow,pink|}',
    role: 'color',
    evidence: ran,
  },
  effort: {
    summary: 'How hard the model thinks.',
    type: {
      type: 'any-of',
      types: [
        {
          type: 'one-of',
          ignoreCase: true,
          choices: [
            choice('low', 'Quick answers.'),
            choice('medium', 'In between. `med` is the same.'),
            choice('high', 'Thorough.'),
            choice('xhigh', 'Very thorough.'),
            choice('max', 'As much as the model can.'),
            { value: 'med', means: 'The same as medium.', deprecated: 'medium' },
          ],
          pattern: { matches: /^\s*[+-]?\d/, description: 'a whole number', example: '3' },
        },
        { type: 'integer' },
      ],
    },
    otherwise: logged,
    absent:
      'The effort of the session where the agent runs on the model of the session; else the default of its model.',
    snippet: ' ${1|low,medium,high,xhigh,max|}',
    evidence: ran,
  },
  permissionMode: {
    summary: 'What the agent may do without asking.',
    governs: 'permission',
    type: {
      type: 'one-of',
      choices: [
        choice('default', 'Asks before it changes or runs anything.'),
        choice('acceptEdits', 'Changes files of the project without asking.'),
        choice('auto', 'A safety check decides.'),
        {
          ...choice('plan', 'Changes nothing; gets ExitPlanMode.'),
          alsoWritten: ['read-only', 'readonly', 'read_only', 'read only'],
        },
        choice('dontAsk', 'What would be asked is refused.'),
        choice('bypassPermissions', 'Asks nothing; works only when the session itself runs so.'),
        choice('manual', 'The same as default.'),
      ],
    },
    otherwise: { ...logged, losesLimit: true },
    limitWords: modesThatLimit,
    absent: 'As the session.',
    snippet: ' ${1|default,acceptEdits,plan,dontAsk,auto|}',
    details:
      '`bypassPermissions` has no effect unless the session itself runs in that mode. No effect on an agent that is started with `-p --agent`.',
    evidence: ran,
  },
  mcpServers: {
    governs: 'code',
    summary: 'MCP servers of the agent: names, or servers of its own.',
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
    otherwise: quietly,
    empty: 'accepted',
    absent: 'The servers of the session.',
    snippet: '\n  - ${1:server}',
    details:
      'A list; a map or a text is ignored. The tools of a server that is written out here are given even when `tools` does not name them. Needs a trusted folder.',
    evidence: ran,
  },
  hooks: hooksField,
  PreToolUse: strayGuard(),
  PermissionRequest: strayGuard(),
  maxTurns: {
    summary: 'After how many requests the agent stops.',
    type: { type: 'integer', min: 1, digits: true },
    otherwise: { ...logged, losesLimit: true },
    absent: 'No limit.',
    snippet: ' ${1:20}',
    evidence: ran,
  },
  skills: {
    summary: 'Skills that are read to the agent before it begins.',
    type: { type: 'names', separators: ', ', vocabulary: 'skills' },
    otherwise: quietly,
    empty: 'accepted',
    absent: 'None is read beforehand.',
    snippet: ' ${1:skill-name}',
    details: 'Their text is put into the first message, also when `tools` does not name Skill.',
    evidence: ran,
  },
  memory: {
    summary: 'Where the agent keeps notes from one session to the next.',
    type: {
      type: 'one-of',
      choices: [
        choice('user', 'For all your projects.'),
        choice('project', 'With this project, shared.'),
        choice('local', 'With this project, yours alone.'),
      ],
    },
    otherwise: logged,
    absent: 'It keeps none.',
    snippet: ' ${1|project,user,local|}',
    details: 'Adds Write, Edit and Read to the tools where `tools` is given.',
    evidence: ran,
  },
  background: {
    summary: 'Whether the agent works beside the main one.',
    type: { type: 'boolean', words: { true: ['true'], false: ['false'] } },
    otherwise: logged,
    absent: 'The caller decides.',
    snippet: ' ${1|true,false|}',
    evidence: ran,
  },
  isolation: {
    summary: 'Where the agent works.',
    type: {
      type: 'one-of',
      choices: [
        choice('worktree', 'In a git worktree of its own; outside git it will not start.'),
        choice('remote', 'On another machine.'),
      ],
    },
    otherwise: { ...logged, losesLimit: true },
    absent: 'In the folder of the session.',
    snippet: ' worktree',
    evidence: ran,
  },
  initialPrompt: {
    summary: 'Put before the prompt when the agent is the main one (`--agent`).',
    type: { type: 'text', nonEmpty: true, multiline: true },
    otherwise: quietly,
    absent: 'Nothing is put before it.',
    snippet: ' ${1:text}',
    evidence: ran,
  },
  omitClaudeMd: {
    summary: 'Runs without the CLAUDE.md of the project.',
    type: { type: 'boolean', words: { true: ['true'], false: [] } },
    otherwise: quietly,
    absent: 'It reads CLAUDE.md.',
    snippet: ' true',
    evidence: ran,
  },
  autoCompactWindow: {
    summary: 'From how many tokens on the conversation is shortened.',
    type: { type: 'integer', min: 100_000 },
    otherwise: logged,
    absent: 'The host decides.',
    snippet: ' ${1:150000}',
    evidence: ran,
  },
  observer: {
    summary: 'Another agent that watches this one; up to four, with commas.',
    type: { type: 'text', nonEmpty: true, vocabulary: 'agents' },
    otherwise: quietly,
    absent: 'None watches.',
    snippet: ' ${1:agent}',
    evidence: seen,
  },
  observerMessage: {
    summary: 'What the observer is told.',
    type: { type: 'text', nonEmpty: true, multiline: true },
    otherwise: quietly,
    absent: 'Nothing is added.',
    evidence: seen,
  },
  observeSubagents: {
    summary: 'Whether the observer also watches the agents that this one starts.',
    type: { type: 'boolean', words: { true: ['true'], false: ['false'] } },
    otherwise: quietly,
    absent: 'It does.',
    evidence: seen,
  },
  observeToolResults: {
    summary: 'Whether the observer sees what tools answer.',
    type: {
      type: 'boolean',
      words: { true: ['true', 'yes', 'on', '1'], false: ['false', 'no', 'off', '0'] },
    },
    otherwise: quietly,
    absent: 'It does.',
    evidence: seen,
  },
  experimental: {
    summary: 'Settings that may change.',
    type: {
      type: 'map',
      keys: {
        cacheTtl: {
          summary: 'How long the prompt cache is kept.',
          type: {
            type: 'one-of',
            choices: [choice('5m', 'Five minutes.'), choice('1h', 'One hour.')],
          },
        },
      },
    },
    otherwise: quietly,
    empty: 'accepted',
    absent: 'None.',
    snippet: '\n  cacheTtl: ${1|5m,1h|}',
    evidence: seen,
  },
};
