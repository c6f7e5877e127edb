// The tools of Kimi Code 2.1.0 that agent files can list. Names are matched exactly.

import picomatch from 'picomatch/posix';
import { toolWords } from '../judge/tools/tool-words';
import type { ServerNames } from '../model/server-names';
import type { Tool, ToolCatalog } from '../model/tools';
import { executedHere } from './evidence';

const catalog: readonly Tool[] = [
  { name: 'Read', purposes: ['read-file'], means: 'Reads a file.' },
  { name: 'Glob', purposes: ['find-files'], means: 'Finds files by name.' },
  { name: 'Grep', purposes: ['search-text'], means: 'Searches file contents.' },
  { name: 'Edit', purposes: ['change-file', 'edit-notebook'], means: 'Replaces text in a file.' },
  { name: 'Write', purposes: ['create-file'], means: 'Creates or overwrites a file.' },
  { name: 'Bash', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'FetchURL', purposes: ['fetch-page'], means: 'Fetches web pages.' },
  {
    name: 'WebSearch',
    purposes: ['search-web'],
    means: 'Searches the web. Available only with some services.',
    sometimes: true,
  },
  { name: 'Agent', purposes: ['delegate'], means: 'Starts another agent.' },
  { name: 'AgentSwarm', purposes: ['delegate'], means: 'Starts many agents with one prompt.' },
  { name: 'Skill', purposes: ['use-skill'], means: 'Uses a skill.' },
  { name: 'TodoList', purposes: ['track-todos'], means: 'Manages a to-do list.' },
  { name: 'AskUserQuestion', purposes: ['ask-person'], means: 'Asks the user.' },
  {
    name: 'ReadMediaFile',
    does: 'read',
    means: 'Reads an image or a video. Available only with some models.',
    sometimes: true,
  },
  { name: 'TaskList', does: 'plan', means: 'Lists the background tasks.' },
  { name: 'TaskOutput', does: 'read', means: 'Reads the output of a background task.' },
  { name: 'TaskStop', does: 'run', means: 'Stops a background task.' },
  {
    name: 'WaitFor',
    does: 'plan',
    means: 'Waits for a background task. Available only if a setting enables it.',
    sometimes: true,
  },
  { name: 'EnterPlanMode', does: 'plan', means: 'Enters plan mode.' },
  { name: 'ExitPlanMode', does: 'plan', means: 'Leaves plan mode.' },
  { name: 'CronCreate', does: 'run', means: 'Creates a scheduled task.' },
  { name: 'CronList', does: 'plan', means: 'Lists the scheduled tasks.' },
  { name: 'CronDelete', does: 'plan', means: 'Deletes a scheduled task.' },
  {
    name: 'NotifyUser',
    does: 'other',
    means: 'Shows progress to the user. Available only if a setting enables it.',
    sometimes: true,
  },
  { name: 'CreateGoal', does: 'plan', means: 'Sets a goal of the session.', internal: true },
  { name: 'GetGoal', does: 'plan', means: 'Reads the goal of the session.', internal: true },
  { name: 'SetGoalBudget', does: 'plan', means: 'Limits the goal.', internal: true },
  { name: 'UpdateGoal', does: 'plan', means: 'Changes the goal of the session.', internal: true },
  ...['TowerInit', 'TowerStatus', 'TowerTeardown'].map(
    (name): Tool => ({
      name,
      does: 'delegate',
      means: 'Coordinates agents in several worktrees. Available only if a setting enables it.',
      sometimes: true,
      internal: true,
    }),
  ),
  {
    name: 'select_tools',
    does: 'other',
    means: 'Loads tools on demand.',
    internal: true,
  },
];

/** Names of other programs, in lowercase. None of them counts. */
const meant: Readonly<Record<string, string>> = {
  webfetch: 'FetchURL',
  fetch: 'FetchURL',
  todowrite: 'TodoList',
  task: 'Agent',
  multiedit: 'Edit',
  ls: 'Glob',
  bashoutput: 'TaskOutput',
  killshell: 'TaskStop',
};

export const words = toolWords(catalog, meant);

/** Names with wildcards are globs, which the program matches with this package too. */
export const servers: ServerNames = {
  prefix: 'mcp__',
  separator: '__',
  whole: ['__*'],
  every: [],
  matches: (pattern, name) => picomatch(pattern)(name),
};

export const tools: ToolCatalog = {
  tools: catalog,
  former: [],
  forms: [
    {
      form: 'mcp__SERVER__TOOL',
      means: 'One tool of an MCP server.',
      snippet: 'mcp__${1:server}__${2:tool}',
    },
    {
      form: 'mcp__SERVER__*',
      means: 'All tools of an MCP server.',
      snippet: 'mcp__${1:server}__*',
    },
    { form: '*', means: 'All tools.', snippet: '*' },
  ],
  ofServer: (server) => ({ all: `mcp__${server}__*`, prefix: `mcp__${server}__` }),
  servers,
  synonyms: {
    execute: ['Bash'],
    terminal: ['Bash'],
    shell: ['Bash'],
    search: ['Grep'],
    web: ['FetchURL'],
  },
  separators: ',',
  evidence: executedHere,
};
