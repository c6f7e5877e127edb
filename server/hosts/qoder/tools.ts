// The tools of Qoder CLI 1.1.52, under the names that both lists of an agent file accept. Names are matched exactly.

import { toolWords } from '../judge/tools/tool-words';
import type { ServerNames } from '../model/server-names';
import type { Tool, ToolCatalog } from '../model/tools';
import { executedHere, inProgram } from './evidence';

const offered: readonly Tool[] = [
  { name: 'Read', purposes: ['read-file'], means: 'Reads a file.' },
  { name: 'Glob', purposes: ['find-files'], means: 'Finds files by name.' },
  { name: 'Grep', purposes: ['search-text'], means: 'Searches file contents.' },
  { name: 'Edit', purposes: ['change-file'], means: 'Replaces text in a file.' },
  { name: 'Write', purposes: ['create-file'], means: 'Creates or overwrites a file.' },
  { name: 'NotebookEdit', purposes: ['edit-notebook'], means: 'Changes a cell of a notebook.' },
  { name: 'Bash', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'Monitor', purposes: ['run-command'], means: 'Watches the output of a command.' },
  { name: 'TaskStop', does: 'run', means: 'Stops a background task.' },
  { name: 'WebFetch', purposes: ['fetch-page'], means: 'Fetches web pages.' },
  { name: 'WebSearch', purposes: ['search-web'], means: 'Searches the web.' },
  { name: 'ImageSearch', purposes: ['search-web'], means: 'Searches the web for images.' },
  { name: 'ImageGen', does: 'write', means: 'Makes an image.' },
  { name: 'Skill', purposes: ['use-skill'], means: 'Uses a skill.' },
  { name: 'EnterWorktree', does: 'run', means: 'Enters a git worktree.' },
  { name: 'ExitWorktree', does: 'run', means: 'Leaves a git worktree.' },
];

/** Agents that run in the background do not get these. */
export const foregroundOnly: readonly Tool[] = [
  { name: 'TaskCreate', purposes: ['track-todos'], means: 'Creates a task.' },
  { name: 'TaskGet', does: 'plan', means: 'Reads a task.' },
  { name: 'TaskList', does: 'plan', means: 'Lists the tasks.' },
  { name: 'TaskUpdate', does: 'plan', means: 'Changes a task.' },
  { name: 'CronCreate', does: 'run', means: 'Creates a scheduled task.' },
  { name: 'CronDelete', does: 'plan', means: 'Deletes a scheduled task.' },
  { name: 'CronList', does: 'plan', means: 'Lists the scheduled tasks.' },
];

const never = '{host} never gives this tool to subagents.';

const withheld: readonly Tool[] = (
  [
    {
      name: 'Agent',
      purposes: ['delegate'],
      means: 'Starts another agent.',
      unavailable:
        '{host} does not offer this tool by default. It may require a setting, a login or another operating system.',
    },
    {
      name: 'AskUserQuestion',
      purposes: ['ask-person'],
      means: 'Asks the user.',
      unavailable: never,
    },
    { name: 'EnterPlanMode', does: 'plan', means: 'Enters plan mode.', unavailable: never },
    { name: 'ExitPlanMode', does: 'plan', means: 'Leaves plan mode.', unavailable: never },
    { name: 'Workflow', does: 'delegate', means: 'Starts a workflow.', unavailable: never },
    { name: 'ScheduleWakeup', does: 'plan', means: 'Continues later.', unavailable: never },
    { name: 'CreateGoal', does: 'plan', means: 'Creates a goal.', unavailable: never },
    { name: 'GetGoal', does: 'plan', means: 'Reads the goal.', unavailable: never },
    { name: 'UpdateGoal', does: 'plan', means: 'Changes the goal.', unavailable: never },
    { name: 'UpdateTopic', does: 'plan', means: 'Names the topic.', unavailable: never },
    { name: 'VideoGen', does: 'write', means: 'Makes a video.', unavailable: never },
    { name: 'VideoGenRetrieve', does: 'read', means: 'Fetches a video.', unavailable: never },
  ] satisfies readonly Tool[]
).map((tool) => ({ ...tool, evidence: inProgram }));

const catalog: readonly Tool[] = [...offered, ...foregroundOnly, ...withheld];

/** Names of other programs, in lowercase. None of them counts. */
const meant: Readonly<Record<string, string>> = {
  task: 'Agent',
  multiedit: 'Edit',
  ls: 'Glob',
  todowrite: 'TaskCreate',
  killshell: 'TaskStop',
  shell: 'Bash',
  read_file: 'Read',
  write_file: 'Write',
};

export const words = toolWords(catalog, meant);

export const servers: ServerNames = {
  prefix: 'mcp__',
  separator: '__',
  whole: ['__*'],
  every: ['mcp__*'],
};

export const tools: ToolCatalog = {
  tools: catalog,
  former: [],
  forms: [
    { form: '*', means: 'All tools.', snippet: '*' },
    {
      form: 'mcp__SERVER__TOOL',
      means: 'One tool of an MCP server.',
      snippet: 'mcp__${1:server}__${2:tool}',
    },
    {
      form: 'mcp__SERVER__*',
      means: 'All tools of an MCP server. Only in `tools`.',
      snippet: 'mcp__${1:server}__*',
    },
  ],
  ofServer: (server) => ({ all: `mcp__${server}__*`, prefix: `mcp__${server}__` }),
  servers,
  separators: ', ',
  evidence: executedHere,
};
