// Tools of Claude Code 2.1.328, as a subagent in the foreground is offered them.
import type { FormerTool, Tool, ToolCatalogue } from '../tools';
import { deeds } from './deeds';
import { ran } from './evidence';

const offered: readonly Tool[] = [
  { name: 'Read', does: 'read', means: 'Reads a file.' },
  {
    name: 'Grep',
    does: 'search',
    means: 'Searches the text of files. Not offered beside Bash on macOS and Linux.',
  },
  {
    name: 'Glob',
    does: 'search',
    means: 'Finds files by name. Not offered beside Bash on macOS and Linux.',
  },
  { name: 'Edit', does: 'write', means: 'Changes a part of a file.' },
  { name: 'Write', does: 'write', means: 'Writes a whole file.' },
  { name: 'NotebookEdit', does: 'write', means: 'Changes a cell of a notebook.' },
  { name: 'Bash', does: 'run', means: 'Runs any shell command.' },
  { name: 'Monitor', does: 'run', means: 'Watches the output of a long command.' },
  { name: 'TaskStop', does: 'run', means: 'Stops a task in the background.' },
  { name: 'EnterWorktree', does: 'run', means: 'Moves into a git worktree of its own.' },
  { name: 'ExitWorktree', does: 'run', means: 'Leaves the git worktree.' },
  {
    name: 'CronCreate',
    does: 'run',
    means: 'Schedules a prompt. Withheld from agents in the background.',
  },
  {
    name: 'CronDelete',
    does: 'run',
    means: 'Removes a scheduled prompt. Withheld from agents in the background.',
  },
  {
    name: 'CronList',
    does: 'run',
    means: 'Lists scheduled prompts. Withheld from agents in the background.',
  },
  { name: 'WebFetch', does: 'web', means: 'Reads a web page.' },
  { name: 'WebSearch', does: 'web', means: 'Searches the web.' },
  {
    name: 'Agent',
    does: 'delegate',
    means: 'Starts another agent. Agent(a, b) allows only these.',
  },
  { name: 'SendMessage', does: 'delegate', means: 'Talks to another agent.' },
  {
    name: 'ListAgents',
    does: 'delegate',
    means: 'Lists agents. Withheld from agents in the background.',
  },
  { name: 'Skill', does: 'other', means: 'Runs a skill.' },
  {
    name: 'ReportFindings',
    does: 'other',
    means: 'Hands in findings of a review. Withheld from agents in the background.',
  },
];

const never = '{host} never gives this tool to a subagent.';
const notOffered =
  '{host} did not offer this tool in a plain session when it was checked; it may need a setting, a login or another system.';
const oldModels =
  '{host} offers this to-do tool only with older session models, or with CLAUDE_CODE_ENABLE_TODO_TOOLS=1.';

/** Given only in sessions on an older model. */
export const todoTools: readonly string[] = ['TaskCreate', 'TaskGet', 'TaskList', 'TaskUpdate'];

const withheld: readonly Tool[] = [
  {
    name: 'ExitPlanMode',
    does: 'plan',
    means: 'Ends plan mode.',
    unavailable:
      '{host} gives this tool to a subagent only with "permissionMode: plan", and then without asking.',
  },
  { name: 'EnterPlanMode', does: 'plan', means: 'Begins plan mode.', unavailable: never },
  {
    name: 'AskUserQuestion',
    does: 'ask',
    means: 'Asks the person a question.',
    unavailable: never,
  },
  ...[
    'EndConversation',
    'OfferChromeSetup',
    'propose_skills',
    'ReadNotifications',
    'ScheduleWakeup',
    'SetGoal',
    'WaitForMcpServers',
    'Workflow',
  ].map(
    (name): Tool => ({
      name,
      does: 'other',
      means: 'A tool of the main session.',
      unavailable: never,
    }),
  ),
  ...[
    'ConnectGitHub',
    'GetGoal',
    'memory_list',
    'memory_read',
    'memory_write',
    'PauseGoal',
    'PublishPlugin',
    'RefreshMcpTools',
    'WrapUp',
  ].map(
    (name): Tool => ({
      name,
      does: 'other',
      means: 'An internal tool of the main session.',
      unavailable: never,
    }),
  ),
  ...todoTools.map(
    (name): Tool => ({
      name,
      does: 'plan',
      means: 'A to-do list.',
      unavailable: oldModels,
      sometimes: true,
    }),
  ),
  {
    name: 'TodoWrite',
    does: 'plan',
    means: 'The older to-do list.',
    unavailable: notOffered,
    sometimes: true,
  },
  {
    name: 'LSP',
    does: 'read',
    means: 'Code intelligence of a language server.',
    unavailable: notOffered,
    sometimes: true,
  },
  {
    name: 'PowerShell',
    does: 'run',
    means: 'Runs any PowerShell command.',
    unavailable: notOffered,
    sometimes: true,
  },
  {
    name: 'ToolSearch',
    does: 'other',
    means: 'Loads tools that were held back.',
    unavailable: notOffered,
    sometimes: true,
  },
  {
    name: 'ListMcpResourcesTool',
    does: 'mcp',
    means: 'Lists resources of MCP servers.',
    unavailable: notOffered,
    sometimes: true,
  },
  {
    name: 'ReadMcpResourceTool',
    does: 'mcp',
    means: 'Reads a resource of an MCP server.',
    unavailable: notOffered,
    sometimes: true,
  },
  {
    name: 'ReadMcpResourceDirTool',
    does: 'mcp',
    means: 'Reads a folder of MCP resources.',
    unavailable: notOffered,
    sometimes: true,
  },
  ...[
    'Artifact',
    'ClaudeDesign',
    'Projects',
    'PushNotification',
    'RemoteTrigger',
    'SendFeedback',
    'SendUserFile',
    'SendUserMessage',
    'ShareOnboardingGuide',
    'ShowOnboardingRolePicker',
    'SubagentHandback',
  ].map(
    (name): Tool => ({
      name,
      does: 'other',
      means: 'A tool of some products and settings.',
      unavailable: notOffered,
      sometimes: true,
    }),
  ),
];

const renamed = (name: string, now: string): FormerTool => ({ name, now: [now], mapped: true });
const gone = (name: string, ...now: string[]): FormerTool => ({ name, now, mapped: false });

const former: readonly FormerTool[] = [
  renamed('Task', 'Agent'),
  renamed('KillShell', 'TaskStop'),
  renamed('KillBash', 'TaskStop'),
  renamed('ListPeers', 'ListAgents'),
  renamed('Brief', 'SendUserMessage'),
  renamed('ListMcpResources', 'ListMcpResourcesTool'),
  renamed('ReadMcpResource', 'ReadMcpResourceTool'),
  renamed('ReadMcpResourceDir', 'ReadMcpResourceDirTool'),
  renamed('ProposeGoal', 'SetGoal'),
  gone('MultiEdit', 'Edit'),
  gone('LS', 'Glob'),
  gone('NotebookRead', 'Read'),
  gone('View', 'Read'),
  gone('Replace', 'Edit'),
  gone('TodoRead'),
  gone('SlashCommand', 'Skill'),
  gone('BashOutput', 'Read'),
  gone('BashOutputTool', 'Read'),
  gone('TaskOutput'),
  gone('AgentOutput'),
  gone('AgentOutputTool'),
  gone('TeamCreate'),
  gone('TeamDelete'),
  gone('exit_plan_mode', 'ExitPlanMode'),
];

/** Only while Bash is not among the tools, in the native builds for macOS and Linux. */
export const searchTools: readonly string[] = ['Grep', 'Glob'];
/** In a list of tools this is every tool. */
export const everything = '*';
export const shellTool = 'Bash';
/** Denying the shell takes these along. */
export const shellCompanions: readonly string[] = ['Monitor'];
export const delegateTool = 'Agent';
export const planTool = 'ExitPlanMode';
export const memoryTools: readonly string[] = ['Write', 'Edit', 'Read'];

export const notInBackground: readonly string[] = [
  'CronCreate',
  'CronDelete',
  'CronList',
  'ListAgents',
  'ReportFindings',
];

export const tools: ToolCatalogue = {
  tools: [...offered, ...withheld],
  former,
  forms: [
    {
      form: 'mcp__SERVER__TOOL',
      means: 'One tool of an MCP server.',
      snippet: 'mcp__${1:server}__${2:tool}',
    },
    { form: 'mcp__SERVER', means: 'Every tool of an MCP server.', snippet: 'mcp__${1:server}' },
    {
      form: 'Agent(NAME, ...)',
      means: 'Starts only the agents named.',
      snippet: 'Agent(${1:name})',
    },
  ],
  ofServer: (server) => ({ all: `mcp__${server}`, prefix: `mcp__${server}__` }),
  deeds,
  synonyms: {
    terminal: ['Bash'],
    shell: ['Bash'],
    command: ['Bash'],
    fetchurl: ['WebFetch'],
    internet: ['WebFetch', 'WebSearch'],
    subagent: ['Agent'],
    subagents: ['Agent'],
  },
  separators: ', ',
  evidence: ran,
};

/** Names that a subagent in the foreground is offered, without the search tools that depend on Bash. */
export const offeredNames: ReadonlySet<string> = new Set(offered.map((tool) => tool.name));
