// The tools of Claude Code 2.1.328. `offered` are those that a subagent in the foreground has.

import type { ServerNames } from '../model/server-names';
import type { ToolPurpose } from '../model/tool-purposes';
import type { FormerTool, Tool, ToolCatalog } from '../model/tools';
import { executedHere, readHere } from './evidence';

const offered: readonly Tool[] = [
  { name: 'Read', purposes: ['read-file'], means: 'Reads a file.' },
  {
    name: 'Grep',
    purposes: ['search-text'],
    means: 'Searches file contents. Not available together with Bash on macOS and Linux.',
  },
  {
    name: 'Glob',
    purposes: ['find-files'],
    means: 'Finds files by name. Not available together with Bash on macOS and Linux.',
  },
  { name: 'Edit', purposes: ['change-file'], means: 'Replaces text in a file.' },
  { name: 'Write', purposes: ['create-file'], means: 'Creates or overwrites a file.' },
  { name: 'NotebookEdit', purposes: ['edit-notebook'], means: 'Changes a notebook cell.' },
  { name: 'Bash', purposes: ['run-command'], means: 'Runs shell commands.' },
  {
    name: 'Monitor',
    since: '2.1.328',
    does: 'run',
    means: 'Monitors the output of a long-running command.',
  },
  { name: 'TaskStop', does: 'run', means: 'Stops a background task.' },
  { name: 'EnterWorktree', does: 'run', means: 'Switches to a separate git worktree.' },
  { name: 'ExitWorktree', does: 'run', means: 'Leaves the git worktree.' },
  {
    name: 'CronCreate',
    does: 'run',
    means: 'Schedules a prompt. Not available to background agents.',
  },
  {
    name: 'CronDelete',
    does: 'run',
    means: 'Deletes a scheduled prompt. Not available to background agents.',
  },
  {
    name: 'CronList',
    does: 'run',
    means: 'Lists scheduled prompts. Not available to background agents.',
  },
  { name: 'WebFetch', purposes: ['fetch-page'], means: 'Fetches a web page.' },
  { name: 'WebSearch', purposes: ['search-web'], means: 'Searches the web.' },
  {
    name: 'Agent',
    purposes: ['delegate'],
    means: 'Starts another agent. `Agent(a, b)` allows only these agents.',
  },
  { name: 'SendMessage', does: 'delegate', means: 'Sends a message to another agent.' },
  {
    name: 'ListAgents',
    since: '2.1.252',
    does: 'delegate',
    means: 'Lists agents. Not available to background agents.',
  },
  { name: 'Skill', purposes: ['use-skill'], means: 'Runs a skill.' },
  {
    name: 'ReportFindings',
    does: 'other',
    means: 'Reports the findings of a review. Not available to background agents.',
  },
];

const unavailableToSubagents = '{host} never gives this tool to subagents.';
const unavailableByDefault =
  '{host} does not offer this tool by default. It may require a setting, a login or another operating system.';
const unavailableWithoutServers =
  '{host} gives this tool to a subagent only if its list has tools of MCP servers, or if it has no list.';
const unavailableWithoutResources =
  '{host} offers this tool only while an MCP server with resources is connected.';
const unavailableToNewModels =
  '{host} offers to-do tools only with older session models, or with CLAUDE_CODE_ENABLE_TODO_TOOLS=1.';

/** Finds the tools whose descriptions are not sent at once: those of MCP servers, in an agent that lists its tools. */
export const findingTool = 'ToolSearch';

/** Available only in sessions with an older model. */
export const todoTools: readonly string[] = ['TaskCreate', 'TaskGet', 'TaskList', 'TaskUpdate'];

const withheld: readonly Tool[] = [
  {
    name: 'ExitPlanMode',
    does: 'plan',
    means: 'Exits plan mode.',
    unavailable: '{host} gives this tool to a subagent only with "permissionMode: plan".',
  },
  {
    name: 'EnterPlanMode',
    does: 'plan',
    means: 'Enters plan mode.',
    unavailable: unavailableToSubagents,
  },
  {
    name: 'AskUserQuestion',
    does: 'ask',
    means: 'Asks the user a question.',
    unavailable: unavailableToSubagents,
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
      unavailable: unavailableToSubagents,
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
      unavailable: unavailableToSubagents,
    }),
  ),
  ...todoTools.map(
    (name): Tool => ({
      name,
      does: 'plan',
      means: 'Manages a to-do list.',
      unavailable: unavailableToNewModels,
      sometimes: true,
    }),
  ),
  {
    name: 'TodoWrite',
    purposes: ['track-todos'],
    means: 'Manages the former to-do list.',
    unavailable:
      '{host} offers this former to-do tool only with CLAUDE_CODE_ENABLE_TASKS=false, and to newer session models only with CLAUDE_CODE_ENABLE_TODO_TOOLS=1 as well.',
    sometimes: true,
  },
  {
    name: 'LSP',
    does: 'read',
    means: 'Provides code intelligence from a language server.',
    unavailable: unavailableByDefault,
    sometimes: true,
  },
  {
    name: 'PowerShell',
    does: 'run',
    means: 'Runs PowerShell commands.',
    unavailable: '{host} offers this tool on Linux only with CLAUDE_CODE_USE_POWERSHELL_TOOL=1.',
    sometimes: true,
  },
  {
    name: findingTool,
    does: 'other',
    means: 'Finds and loads deferred tools.',
    unavailable: unavailableWithoutServers,
    sometimes: true,
  },
  {
    name: 'ListMcpResourcesTool',
    does: 'mcp',
    means: 'Lists the resources of MCP servers.',
    unavailable: unavailableWithoutResources,
    sometimes: true,
  },
  {
    name: 'ReadMcpResourceTool',
    does: 'mcp',
    means: 'Reads a resource of an MCP server.',
    unavailable: unavailableWithoutResources,
    sometimes: true,
  },
  {
    name: 'ReadMcpResourceDirTool',
    does: 'mcp',
    means: 'Reads a directory of MCP resources.',
    unavailable: unavailableWithoutResources,
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
      means: 'A tool for certain products and settings.',
      unavailable: unavailableByDefault,
      sometimes: true,
    }),
  ),
];

const renamed = (name: string, now: string): FormerTool => ({ name, now: [now], mapped: true });
/** The tool that has taken its place is not given to subagents, so that no case shows it. */
const renamedUnverified = (name: string, now: string): FormerTool => ({
  ...renamed(name, now),
  evidence: readHere,
});
const removed = (name: string, ...now: string[]): FormerTool => ({ name, now, mapped: false });
const removedFor = (purpose: ToolPurpose, name: string, ...now: string[]): FormerTool => ({
  ...removed(name, ...now),
  purposes: [purpose],
});

const former: readonly FormerTool[] = [
  { ...renamed('Task', 'Agent'), purposes: ['delegate'] },
  renamed('KillShell', 'TaskStop'),
  renamed('KillBash', 'TaskStop'),
  renamed('ListPeers', 'ListAgents'),
  renamedUnverified('Brief', 'SendUserMessage'),
  renamedUnverified('ListMcpResources', 'ListMcpResourcesTool'),
  renamedUnverified('ReadMcpResource', 'ReadMcpResourceTool'),
  renamedUnverified('ReadMcpResourceDir', 'ReadMcpResourceDirTool'),
  renamedUnverified('ProposeGoal', 'SetGoal'),
  removedFor('change-file', 'MultiEdit', 'Edit'),
  removedFor('list-folder', 'LS', 'Glob'),
  removedFor('read-file', 'NotebookRead', 'Read'),
  removedFor('read-file', 'View', 'Read'),
  removedFor('change-file', 'Replace', 'Edit'),
  removedFor('track-todos', 'TodoRead'),
  removed('SlashCommand', 'Skill'),
  removed('BashOutput', 'Read'),
  removed('BashOutputTool', 'Read'),
  removed('TaskOutput'),
  removed('AgentOutput'),
  removed('AgentOutputTool'),
  removed('TeamCreate'),
  removed('TeamDelete'),
  removed('exit_plan_mode', 'ExitPlanMode'),
];

/** In the native builds for macOS and Linux, available only to agents without Bash. */
export const searchTools: readonly string[] = ['Grep', 'Glob'];
/** In a list of tools it stands for all of them. */
export const everything = '*';
export const shellTool = 'Bash';
/** Tools that are removed together with the shell. */
export const shellCompanions: readonly string[] = ['Monitor'];
export const delegateTool = 'Agent';

/** The tool for running skills. */
export const skillTool = 'Skill';
export const planTool = 'ExitPlanMode';
export const memoryTools: readonly string[] = ['Write', 'Edit', 'Read'];

export const notInBackground: readonly string[] = [
  'CronCreate',
  'CronDelete',
  'CronList',
  'ListAgents',
  'ReportFindings',
];

export const servers: ServerNames = {
  prefix: 'mcp__',
  separator: '__',
  whole: ['', '__*'],
  every: ['mcp__*'],
  ignoresArguments: true,
};

export const tools: ToolCatalog = {
  tools: [...offered, ...withheld],
  former,
  forms: [
    {
      form: 'mcp__SERVER__TOOL',
      means: 'One tool of an MCP server.',
      snippet: 'mcp__${1:server}__${2:tool}',
    },
    { form: 'mcp__SERVER', means: 'All tools of an MCP server.', snippet: 'mcp__${1:server}' },
    {
      // Without a comma, at which some editors close the list.
      form: 'Agent(NAME)',
      means: 'Starts only the named agents, separated by commas.',
      snippet: 'Agent(${1:name})',
    },
  ],
  ofServer: (server) => ({ all: `mcp__${server}`, prefix: `mcp__${server}__` }),
  servers,
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
  evidence: executedHere,
};
