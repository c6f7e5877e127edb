// The fields of an agent file in Qoder CLI 1.1.52. It does not load a file with a value of the wrong type.

import { convertScalars, type Value } from '../../yaml/value';
import { check } from '../judge/check';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import { plainColors } from '../model/plain-colors';
import type { Choice, KeyType, Type } from '../model/type';
import { executedHere, inProgram } from './evidence';

export const refused: Consequence = {
  outcome: 'refused',
  file: 'refused',
  effect: '{host} does not load the agent and shows a warning.',
};

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: refused,
  evidence: executedHere,
  ...own,
});

const choice = (value: string, means: string): Choice => ({ value, means });

export const colors: readonly Choice[] = plainColors;

const toolNames: Type = { type: 'names', separators: ', ', vocabulary: 'tools' };
const text: Type = { type: 'text' };
const texts: Type = { type: 'list', of: text };
const textMap: Type = { type: 'map', rest: text };

/** An infinite number is a number too. */
const acceptingInfinite =
  (type: Type) =>
  (value: Value): CustomCheckResult | null => {
    const entry = { key: '', keySpan: value.span, value, span: value.span };
    const [changed] = convertScalars([entry], finite);
    if (!changed || changed === entry) return null;
    return check(type, changed.value).problems.length === 0
      ? { outcome: 'kept', problems: [] }
      : null;
  };

const finite = (value: Value): Value =>
  value.kind === 'number' && Math.abs(value.number) === Number.POSITIVE_INFINITY
    ? { ...value, number: 0 }
    : value;

/** A number of any size. */
const judgeCount = (value: Value): CustomCheckResult | null =>
  value.kind === 'number' && Number.isInteger(value.number) && value.number > 0
    ? { outcome: 'kept', problems: [] }
    : null;

const modes = {
  type: 'one-of',
  choices: [
    choice('default', 'Asks.'),
    choice('acceptEdits', 'Changes files without asking.'),
    choice('auto', 'Decides by itself what to ask.'),
    choice('dontAsk', 'Denies what it would have to ask for.'),
    choice('plan', 'Makes no changes.'),
    { ...choice('bypassPermissions', 'Never asks.'), grants: true },
    { ...choice('yolo', 'Same as `bypassPermissions`.'), grants: true },
  ],
} as const satisfies Type;

const modeWords: ReadonlySet<string> = new Set(
  modes.choices.map(({ value }) => value.toLowerCase()),
);

const judgeMode = (value: Value): CustomCheckResult | null => {
  if (value.kind !== 'text') return null;
  if (modeWords.has(value.text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')))
    return { outcome: 'kept', problems: [] };
  if (value.text === '') return { outcome: 'kept', problems: [] };
  const word = value.text.toLowerCase().replaceAll(/[\s_-]/g, '');
  return {
    outcome: 'dropped',
    problems: check(modes, value).problems,
    otherwise: { ...ignoredMode, ...(limitWords.has(word) && { losesLimit: true }) },
  };
};

const ignoredMode: Consequence = { outcome: 'dropped', effect: '{host} silently ignores it.' };

/** Modes of other programs that limit an agent. */
const limitWords: ReadonlySet<string> = new Set(
  'planning readonly read deny restricted strict locked safe ask manual prompt'.split(' '),
);

const server: Type = {
  type: 'map',
  keys: {
    command: { type: text, summary: 'The program to start.', snippet: ' ${1:npx}' },
    args: { type: texts, summary: 'The arguments of the program.', snippet: ' [${1}]' },
    env: { type: textMap, summary: 'Environment variables.' },
    cwd: { type: text, summary: 'The working directory.' },
    type: {
      type: { type: 'one-of', choices: [choice('sse', 'SSE.'), choice('http', 'HTTP.')] },
      summary: 'The transport of a remote server.',
    },
    url: { type: text, summary: 'The address of a remote server.' },
    http_url: { type: text, summary: 'The address of a remote server that uses HTTP.' },
    headers: { type: textMap, summary: 'The headers of requests.' },
    tcp: { type: text, summary: 'The address of a server that uses WebSockets.' },
    timeout: { type: { type: 'number' }, summary: 'The timeout in milliseconds.' },
    trust: { type: { type: 'boolean' }, summary: 'Whether its tools run without asking.' },
    description: { type: text, summary: 'What the server is for.' },
    include_tools: { type: texts, summary: 'The only tools of the server that are used.' },
    exclude_tools: { type: texts, summary: 'Tools of the server that are not used.' },
  },
  rest: { type: 'any' },
};

const servers: Type = { type: 'map', rest: server };

const serverList: Type = {
  type: 'any-of',
  types: [
    {
      type: 'list',
      of: { type: 'any-of', types: [{ type: 'text', vocabulary: 'mcp-servers' }, servers] },
    },
    servers,
  ],
};

/** One kind of hook. @param keys besides those of every kind. */
const hook = (kind: Choice, keys: Readonly<Record<string, KeyType>>): Type => ({
  type: 'map',
  keys: {
    type: {
      type: { type: 'one-of', choices: [kind] },
      summary: 'The kind of hook.',
      required: true,
    },
    ...keys,
    timeout: { type: { type: 'number' }, summary: 'The timeout in seconds.' },
    if: { type: text, summary: 'A condition.' },
    statusMessage: { type: text, summary: 'What is shown while it runs.' },
    once: { type: { type: 'boolean' }, summary: 'Whether it runs only once.' },
  },
  rest: { type: 'any' },
});

const prompted = {
  prompt: { type: text, summary: 'The prompt.', required: true },
  model: { type: text, summary: 'The model.' },
} as const;

const hooks: Type = {
  type: 'any-of',
  types: [
    hook(choice('command', 'Runs a shell command.'), {
      command: { type: text, summary: 'The shell command.', required: true },
      shell: { type: text, summary: 'The shell.' },
      args: { type: texts, summary: 'The arguments of the command.' },
      async: { type: { type: 'boolean' }, summary: 'Whether the agent does not wait for it.' },
      asyncRewake: { type: { type: 'boolean' }, summary: 'Whether its end wakes the agent.' },
      rewakeMessage: { type: text, summary: 'The message with which it wakes the agent.' },
      rewakeSummary: { type: text, summary: 'What is shown then.' },
    }),
    hook(choice('http', 'Sends a request to a URL.'), {
      url: { type: text, summary: 'The URL.', required: true },
      headers: { type: textMap, summary: 'The headers of the request.' },
      allowedEnvVars: { type: texts, summary: 'Environment variables that headers may contain.' },
    }),
    hook(choice('prompt', 'Sends a prompt to a model.'), prompted),
    hook(choice('agent', 'Sends a prompt to an agent.'), prompted),
  ],
};

const matcher: Type = {
  type: 'map',
  keys: {
    matcher: {
      type: text,
      summary:
        'A pattern of tool names for which the hooks run. Without it they run for all tools.',
    },
    hooks: {
      type: { type: 'list', of: hooks },
      summary: 'The hooks to run.',
      required: true,
      snippet: '\n  - type: command\n    command: ${1:./scripts/check.sh}',
    },
  },
  rest: { type: 'any' },
};

const events: Type = { type: 'map', rest: { type: 'list', of: matcher } };

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name by which the agent is called.',
    type: { type: 'text', nonEmpty: true },
    otherwise: { ...refused, reason: 'name' },
    required: { ...refused, reason: 'name' },
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:name}',
    details:
      'Any string. It may differ from the file name. An agent with the name of a built-in agent replaces it.',
    role: 'name',
  }),
  description: field({
    summary: 'When to use the agent. The main agent reads it.',
    type: { type: 'text', nonEmpty: true, multiline: true },
    otherwise: { ...refused, reason: 'description' },
    required: { ...refused, reason: 'description' },
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:Use it when}',
    role: 'description',
  }),
  tools: field({
    summary: 'The tools that the agent can use. All other tools are withheld.',
    type: toolNames,
    otherwise: { ...refused, reason: 'tools' },
    absent: 'All tools.',
    snippet: ' ${1:Read, Grep, Glob}',
    details:
      'A list, or a string separated by commas or spaces. Names are matched exactly, and unknown names are silently ignored; if no tool is left, the agent does not start. A tool with arguments, such as `Bash(git:*)`, is no tool. `*` grants all tools, even next to other names, and so does an empty list.',
    role: 'tools',
  }),
  disallowedTools: field({
    summary: 'Tools that are removed from the agent.',
    type: toolNames,
    otherwise: { ...refused, reason: 'tools' },
    absent: 'No tools are removed.',
    snippet: ' ${1:Bash, Write}',
    details:
      'Applied after `tools`. Names are matched exactly: wildcards, such as `mcp__SERVER__*`, and arguments remove nothing.',
    role: 'denied-tools',
  }),
  model: field({
    summary: 'The model that the agent uses.',
    type: { type: 'text', vocabulary: 'models' },
    absent: 'The model of the session.',
    snippet: ' ${1|inherit,lite,efficient,auto,performance,ultimate|}',
    role: 'model',
  }),
  effort: field({
    summary: 'How much the model thinks.',
    type: {
      type: 'any-of',
      types: [
        {
          type: 'one-of',
          choices: [
            choice('low', 'Little.'),
            choice('medium', 'Some.'),
            choice('high', 'Much.'),
            choice('xhigh', 'More.'),
            choice('max', 'Most.'),
          ],
        },
        { type: 'integer', min: 1 },
      ],
    },
    judge: judgeCount,
    absent: 'The effort of the session.',
    snippet: ' ${1|low,medium,high,xhigh,max|}',
    details:
      'A number is a number of tokens. The agent is not loaded if its `model` does not support the effort.',
  }),
  temperature: field({
    summary: 'The temperature of the model.',
    type: { type: 'number' },
    judge: acceptingInfinite({ type: 'number' }),
    absent: 'The default of the model.',
    snippet: ' ${1:0.2}',
  }),
  maxTurns: field({
    summary: 'The maximum number of requests before the agent stops.',
    type: { type: 'integer', min: 1 },
    judge: judgeCount,
    absent: '150 requests.',
    snippet: ' ${1:20}',
  }),
  timeoutMins: field({
    summary: 'The number of minutes after which the agent stops.',
    type: { type: 'integer', min: 1 },
    judge: judgeCount,
    absent: 'No limit.',
    snippet: ' ${1:10}',
  }),
  permissionMode: field({
    governs: 'permission',
    summary: 'What the agent can do without asking for permission.',
    type: modes,
    judge: judgeMode,
    absent: 'The mode of the session.',
    snippet: ' ${1|default,acceptEdits,auto,dontAsk,plan|}',
    details:
      'Letter case and other characters than letters and digits do not matter: `accept-edits` is `acceptEdits`. An unknown mode is ignored.',
    valueEvidence: inProgram,
  }),
  skills: field({
    summary: 'The skills of the agent.',
    type: { type: 'names', separators: ', ', vocabulary: 'skills' },
    absent: 'None.',
    snippet: ' ${1:skill-name}',
  }),
  mcpServers: field({
    governs: 'code',
    summary: 'The MCP servers of the agent, by name or defined inline.',
    type: serverList,
    judge: acceptingInfinite(serverList),
    absent: 'The MCP servers of the session.',
    snippet: '\n  - ${1:server}',
    details: 'A map of servers, or a list of names and of such maps.',
  }),
  hooks: field({
    governs: 'code',
    summary: 'Hooks that run at events of this agent.',
    type: events,
    judge: acceptingInfinite(events),
    absent: 'The agent has no hooks of its own.',
    snippet:
      '\n  ${1|PreToolUse,PostToolUse,Stop|}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: ${3:./scripts/check.sh}',
    role: 'hooks',
  }),
  memory: field({
    summary: 'Where the agent stores what it remembers across sessions.',
    type: {
      type: 'one-of',
      choices: [
        choice('user', 'For all your projects.'),
        choice('project', 'For this project, shared with others.'),
        choice('local', 'For this project, not shared.'),
      ],
    },
    absent: 'No memory.',
    snippet: ' ${1|project,user,local|}',
    details: 'If automatic memory is enabled, Read, Write and Edit are added to `tools`.',
  }),
  background: field({
    summary: 'Whether the agent runs in the background.',
    type: { type: 'boolean', words: { true: ['true'], false: ['false'] } },
    absent: 'The caller decides.',
    snippet: ' ${1|true,false|}',
    details: 'Without the tools for tasks and schedules.',
  }),
  isolation: field({
    summary: 'The isolated environment in which the agent works.',
    type: { type: 'one-of', choices: [choice('worktree', 'A separate git worktree.')] },
    absent: 'The agent works in the folder of the session.',
    snippet: ' worktree',
  }),
  initialPrompt: field({
    summary: 'Text inserted before the prompt when the agent runs as the main agent (`--agent`).',
    type: { type: 'text', multiline: true },
    absent: 'Nothing is inserted.',
    snippet: ' ${1:text}',
  }),
  color: field({
    summary: 'The display color of the agent.',
    type: { type: 'one-of', choices: colors },
    absent: 'No color.',
    snippet: ' ${1|blue,green,purple,orange,cyan,red,yellow,pink|}',
    role: 'color',
    isForDisplay: true,
  }),
  kind: field({
    summary: 'The kind of the agent. It has no effect.',
    type: {
      type: 'one-of',
      choices: [choice('local', 'The default.'), choice('remote', 'Loaded in the same way.')],
    },
    absent: 'Same as `local`.',
    isNeverOffered: true,
  }),
};
