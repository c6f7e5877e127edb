// The fields of an agent file in Grok Build 1.0.41. It does not load an agent with a value of the wrong type, and reports nothing.
import { unknown } from '../model/evidence';
import type { Consequence, Field } from '../model/field';
import type { Choice, Type } from '../model/type';
import { executedHere, inProgram } from './evidence';
import {
  judgeInheritance,
  judgeList,
  judgeRequirement,
  judgeServers,
  judgeTemplate,
  judgeTools,
  judgeTurns,
  notLoaded,
} from './judges';
import { ignoresList, removesNothing } from './tools';

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: notLoaded,
  evidence: executedHere,
  ...own,
});

const text: Type = { type: 'text', anyScalar: true };
const toolNames: Type = { type: 'names', separators: ',', vocabulary: 'tools' };

/** Of the words of `capabilityMode`. */
const otherSpelling =
  /^(?:ReadOnly|readOnly|read_only|readonly|ReadWrite|readWrite|read_write|readwrite|EXECUTE|Execute|ALL|All)$/;

/** The colors of agents. */
export const colors: readonly Choice[] = [
  ['red', '#ff5555'],
  ['blue', '#5577ff'],
  ['green', '#44bb66'],
  ['yellow', '#ddbb33'],
  ['purple', '#aa66dd'],
  ['orange', '#ee8833'],
  ['pink', '#ee77aa'],
  ['cyan', '#33bbcc'],
].map(([value = '', hex = '']) => ({ value, means: '', hex }));

const missing: Consequence = notLoaded;

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name under which the agent is listed.',
    type: text,
    empty: 'accepted',
    otherwise: { ...notLoaded, reason: 'name' },
    required: { ...missing, reason: 'name' },
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:name}',
    details:
      'Any string. Use the file name: Grok Build lists the agent under its name, but starts it as a subagent by the name of its file.',
    role: 'name',
  }),
  description: field({
    summary: 'When to use the agent.',
    type: { ...text, multiline: true },
    empty: 'accepted',
    otherwise: { ...notLoaded, reason: 'description' },
    required: { ...missing, reason: 'description' },
    absent: 'Required. The agent is not loaded without it.',
    snippet: ' ${1:Use it when}',
    role: 'description',
  }),
  tools: field({
    summary: 'The tools that the agent can use. All other tools are withheld.',
    type: toolNames,
    judge: judgeTools(ignoresList),
    otherwise: { ...notLoaded, reason: 'tools' },
    absent: 'All tools.',
    snippet: '\n  - ${1:read_file}',
    details:
      'A list, or a string separated by commas. The names of Claude Code count too. With one unknown name, such as `*` or `Bash(git:*)`, the whole list is ignored. An empty list grants all tools.',
    role: 'tools',
  }),
  disallowedTools: field({
    summary: 'Tools that are removed from the agent.',
    type: toolNames,
    judge: judgeTools(removesNothing),
    otherwise: { ...notLoaded, reason: 'tools' },
    absent: 'No tools are removed.',
    snippet: '\n  - ${1:run_terminal_cmd}',
    details:
      "Only Grok Build's own names count, such as `run_terminal_cmd`, besides `Task` and `Agent`. The other names of Claude Code, such as `Bash`, remove nothing.",
    role: 'denied-tools',
  }),
  model: field({
    summary: 'The model that the agent uses.',
    type: { ...text, vocabulary: 'models' },
    absent: 'The model of the session.',
    snippet: ' ${1:grok-4.6}',
    details: 'The model of the session is used if this one is not available.',
    role: 'model',
  }),
  effort: field({
    summary: 'How much the model thinks.',
    type: {
      type: 'one-of',
      choices: [
        { value: 'low', means: 'Little.' },
        { value: 'medium', means: 'Some.' },
        { value: 'high', means: 'Much.' },
        { value: 'xhigh', means: 'More.' },
        { value: 'max', means: 'Most.' },
      ],
    },
    absent: 'The effort of the session.',
    snippet: ' ${1|low,medium,high,xhigh,max|}',
  }),
  permissionMode: field({
    governs: 'permission',
    summary: 'What the agent can do without asking for permission.',
    type: {
      type: 'one-of',
      choices: [
        { value: 'default', means: 'Asks.' },
        { value: 'acceptEdits', means: 'Changes files without asking.' },
        { value: 'auto', means: 'Decides by itself what to ask.' },
        { value: 'dontAsk', means: 'Denies what it would have to ask for.' },
        { value: 'plan', means: 'Makes a plan first.' },
        { value: 'bypassPermissions', means: 'Never asks.', grants: true },
      ],
    },
    empty: 'checked',
    absent: 'The mode of the session.',
    snippet: ' ${1|default,acceptEdits,auto,dontAsk,plan|}',
  }),
  capabilityMode: field({
    governs: 'permission',
    summary: 'Which kinds of tools the agent has as a subagent.',
    type: {
      type: 'one-of',
      choices: [
        { value: 'read-only', means: 'No changes to files, and no commands.' },
        { value: 'read-write', means: 'No commands.' },
        { value: 'execute', means: 'No changes to files.' },
        { value: 'all', means: 'All tools.', grants: true },
      ],
      pattern: {
        matches: otherSpelling,
        description: 'a word such as readOnly',
        example: 'readOnly',
      },
    },
    absent: 'All tools.',
    snippet: ' ${1|read-only,read-write,execute,all|}',
  }),
  isolation: field({
    summary: 'Where the agent works as a subagent.',
    type: {
      type: 'one-of',
      choices: [
        { value: 'none', means: 'In the folder of the session.' },
        { value: 'worktree', means: 'In a git worktree of its own.' },
      ],
    },
    absent: 'In the folder of the session.',
    snippet: ' ${1|worktree,none|}',
  }),
  maxTurns: field({
    summary: 'The maximum number of requests before the agent stops.',
    type: { type: 'integer', min: 1 },
    judge: judgeTurns,
    absent: 'No limit.',
    snippet: ' ${1:20}',
  }),
  background: field({
    summary: 'Whether the agent runs in the background.',
    type: { type: 'boolean' },
    absent: 'The caller decides.',
    snippet: ' ${1|true,false|}',
  }),
  promptMode: field({
    summary: "Whether the prompt is added to Grok Build's own or replaces it.",
    type: {
      type: 'one-of',
      choices: [
        { value: 'extend', means: 'It is added.' },
        { value: 'full', means: "It replaces Grok Build's own prompt." },
      ],
    },
    empty: 'checked',
    absent: 'Same as `extend`.',
    snippet: ' ${1|extend,full|}',
  }),
  initialPrompt: field({
    summary: 'A first message to the agent.',
    type: { ...text, multiline: true },
    absent: 'None.',
    snippet: ' ${1:text}',
  }),
  skills: field({
    summary: 'The skills of the agent.',
    type: { type: 'list', of: { type: 'text', anyScalar: true, vocabulary: 'skills' } },
    judge: judgeList,
    empty: 'checked',
    absent: 'None.',
    snippet: '\n  - ${1:skill}',
  }),
  inheritSkills: field({
    summary: 'Whether the agent has the skills of its caller.',
    type: { type: 'boolean' },
    empty: 'checked',
    absent: 'Unknown.',
    snippet: ' ${1|true,false|}',
  }),
  discoverSkills: field({
    summary: 'Whether the agent looks for skills itself.',
    type: { type: 'boolean' },
    empty: 'checked',
    absent: 'Unknown.',
    snippet: ' ${1|true,false|}',
  }),
  injectDefaultTools: field({
    summary: 'Whether the agent can have the tools for images, plans, questions and new files.',
    type: { type: 'boolean' },
    empty: 'checked',
    absent: 'Same as `true`.',
    snippet: ' false',
  }),
  mcpServers: field({
    governs: 'code',
    summary: 'MCP servers of the agent.',
    type: {
      type: 'list',
      of: {
        type: 'any-of',
        types: [
          { type: 'text', vocabulary: 'mcp-servers' },
          { type: 'map', rest: { type: 'any' } },
        ],
      },
    },
    judge: judgeServers,
    empty: 'checked',
    absent: 'None.',
    snippet: '\n  - ${1:server}:\n      command: ${2:npx}\n      args: [${3}]',
    details: 'A list of names, of `NAME: {...}`, or of maps with `name`. Plugins cannot use it.',
  }),
  mcpInheritance: field({
    summary: 'Which MCP servers of the session the agent has.',
    type: {
      type: 'any-of',
      types: [
        {
          type: 'one-of',
          choices: [
            { value: 'all', means: 'All of them.' },
            { value: 'none', means: 'None of them.' },
          ],
          ignoreCase: true,
        },
        {
          type: 'map',
          keys: {
            named: {
              type: { type: 'list', of: { type: 'text', vocabulary: 'mcp-servers' } },
              summary: 'Only these.',
              snippet: ' [${1:server}]',
            },
            except: {
              type: { type: 'list', of: { type: 'text', vocabulary: 'mcp-servers' } },
              summary: 'All but these.',
              snippet: ' [${1:server}]',
            },
          },
        },
      ],
    },
    judge: judgeInheritance,
    empty: 'checked',
    absent: 'Same as `all`.',
    snippet: ' ${1|none,all|}',
  }),
  hooks: field({
    governs: 'code',
    summary: 'Commands that run at events of the agent, by event.',
    type: { type: 'map', rest: { type: 'any' } },
    absent: 'No hooks.',
    snippet:
      '\n  ${1:PreToolUse}:\n    - matcher: ${2:Bash}\n      hooks:\n        - type: command\n          command: ${3:command}',
    details: 'What is in the map is not checked when the file is loaded. Plugins cannot use it.',
  }),
  memory: field({
    summary: 'Where the agent keeps notes between sessions.',
    type: {
      type: 'one-of',
      choices: [
        { value: 'user', means: 'In the home folder.' },
        { value: 'project', means: 'In the project.' },
        { value: 'local', means: 'In the project, not shared.' },
      ],
    },
    absent: 'None.',
    snippet: ' ${1|project,user,local|}',
  }),
  color: field({
    summary: 'The display color of the agent.',
    type: { type: 'one-of', choices: colors, ignoreCase: true },
    otherwise: { outcome: 'dropped', effect: '{host} silently ignores it.' },
    absent: 'No color.',
    snippet: ' ${1|blue,green,purple,orange,cyan,red,yellow,pink|}',
    role: 'color',
    isForDisplay: true,
    evidence: inProgram,
  }),
  completionRequirement: field({
    summary: 'A tool that the agent must have used before it ends.',
    type: {
      type: 'map',
      keys: {
        tool: { type: text, summary: 'The tool.', required: true, snippet: ' ${1:todo_write}' },
        reminder: {
          type: text,
          summary: 'The reminder that the agent gets otherwise.',
          required: true,
          snippet: ' ${1:text}',
        },
      },
      rest: { type: 'any' },
    },
    judge: judgeRequirement,
    absent: 'None.',
    snippet: '\n  tool: ${1:todo_write}\n  reminder: ${2:text}',
  }),
  toolOverrides: field({
    summary: 'Options of the tools that search the web and X.',
    type: {
      type: 'map',
      keys: {
        webSearch: {
          type: { type: 'map', rest: { type: 'any' } },
          summary: '`allowedDomains` or `excludedDomains`, each a list.',
        },
        xSearch: { type: { type: 'map', rest: { type: 'any' } }, summary: '`dateBound`.' },
      },
    },
    // Of the maps in it, no case shows what they may contain.
    valueEvidence: unknown,
    absent: 'None.',
    snippet: '\n  webSearch:\n    allowedDomains: [${1:example.com}]',
  }),
  userMessageTemplate: field({
    summary: 'How messages of the user are written for the model.',
    type: {
      type: 'any-of',
      types: [
        {
          type: 'text',
          usual: [
            { value: 'default', means: 'As usual.' },
            { value: 'cursor', means: 'As Cursor does.' },
          ],
        },
        { type: 'map', keys: { custom: { type: text, summary: 'A template.' } } },
      ],
    },
    judge: judgeTemplate,
    empty: 'checked',
    absent: 'Same as `default`.',
    snippet: ' ${1|default,cursor|}',
    isNeverOffered: true,
  }),
};
