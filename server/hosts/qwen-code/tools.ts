// The tools of Qwen Code 0.24.4 that agents can have. Each has an ID and a name for display, and a file may list either.

import type { ServerNames } from '../model/server-names';
import type { Tool, ToolCatalog } from '../model/tools';
import { exclusionsFile, executedHere, managerFile, readHere } from './evidence';

const offered: readonly Tool[] = [
  { name: 'read_file', purposes: ['read-file'], means: 'Reads a file.' },
  { name: 'glob', purposes: ['find-files'], means: 'Finds files by name.' },
  { name: 'grep_search', purposes: ['search-text'], means: 'Searches file contents.' },
  { name: 'edit', purposes: ['change-file'], means: 'Replaces text in a file.' },
  { name: 'write_file', purposes: ['create-file'], means: 'Creates or overwrites a file.' },
  { name: 'notebook_edit', purposes: ['edit-notebook'], means: 'Changes a cell of a notebook.' },
  { name: 'run_shell_command', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'web_fetch', purposes: ['fetch-page'], means: 'Fetches web pages.' },
  {
    name: 'web_search',
    purposes: ['search-web'],
    means: 'Searches the web. Available only with some services.',
    sometimes: true,
  },
  { name: 'agent', purposes: ['delegate'], means: 'Starts another agent.' },
  { name: 'skill', purposes: ['use-skill'], means: 'Uses a skill.' },
  {
    name: 'list_directory',
    purposes: ['list-folder'],
    means: 'Lists a folder. Available only if a setting enables it.',
    sometimes: true,
  },
  { name: 'zoom_image', does: 'read', means: 'Enlarges a part of an image.' },
  { name: 'report_findings', does: 'other', means: 'Reports the findings of a review.' },
  { name: 'read_mcp_resource', does: 'mcp', means: 'Reads a resource of an MCP server.' },
  { name: 'tool_search', does: 'other', means: 'Finds tools that are loaded on demand.' },
  { name: 'tool_call', does: 'other', means: 'Calls a tool that is loaded on demand.' },
  {
    name: 'lsp',
    does: 'search',
    means: 'Asks a language server. Available only if a setting enables it.',
    sometimes: true,
  },
];

/** Names that are found in a list although no agent gets the tool. */
const withheld: readonly Tool[] = [
  { name: 'ask_user_question', does: 'ask', means: 'Asks the user.' },
  { name: 'todo_write', does: 'plan', means: 'Manages a to-do list.' },
  { name: 'enter_plan_mode', does: 'plan', means: 'Enters plan mode.' },
  { name: 'exit_plan_mode', does: 'plan', means: 'Leaves plan mode.' },
  { name: 'enter_worktree', does: 'run', means: 'Enters a git worktree.' },
  { name: 'exit_worktree', does: 'run', means: 'Leaves a git worktree.' },
  { name: 'list_agents', does: 'delegate', means: 'Lists the running agents.' },
  { name: 'send_message', does: 'delegate', means: 'Sends a message to another agent.' },
  { name: 'task_stop', does: 'run', means: 'Stops a task.' },
  { name: 'workflow', does: 'delegate', means: 'Starts a workflow.' },
  { name: 'cron_create', does: 'run', means: 'Creates a scheduled task.' },
  { name: 'cron_list', does: 'plan', means: 'Lists the scheduled tasks.' },
  { name: 'cron_delete', does: 'plan', means: 'Deletes a scheduled task.' },
  { name: 'task_create', does: 'plan', means: 'Creates a task of a team.' },
  { name: 'task_update', does: 'plan', means: 'Changes a task of a team.' },
  { name: 'task_list', does: 'plan', means: 'Lists the tasks of a team.' },
  { name: 'team_create', does: 'delegate', means: 'Creates a team.' },
  { name: 'team_delete', does: 'delegate', means: 'Deletes a team.' },
  { name: 'artifact', does: 'other', means: 'Creates an artifact.' },
];

/** IDs of tools that agents may have in some sessions, which authors of agents hardly know. */
export const specialIds: readonly string[] = [
  ...[
    'exec',
    'save_memory',
    'image_gen',
    'loop_wakeup',
    'create_sub_session',
    'team_plan_approval',
  ],
  ...['request_shutdown', 'structured_output', 'monitor', 'record_artifact', 'record_source'],
  ...['get_goal', 'update_goal', 'propose_goal', 'display_image'],
];

const catalog: readonly Tool[] = [
  ...offered,
  ...withheld.map(
    (tool): Tool => ({
      ...tool,
      unavailable: '{host} never gives this tool to subagents.',
      evidence: readHere(tool.name === 'ask_user_question' ? managerFile : exclusionsFile),
    }),
  ),
];

/** Every tool that a file may list, by its ID. */
export const byId: ReadonlyMap<string, Tool> = new Map(catalog.map((tool) => [tool.name, tool]));

/** Display names that are not the words of the ID. */
const otherNames: readonly (readonly [string, string])[] = [
  ['Grep', 'grep_search'],
  ['Shell', 'run_shell_command'],
  ['TodoList', 'todo_write'],
  ['ListFiles', 'list_directory'],
  ['Goal', 'get_goal'],
];

const capitalized = (id: string): string =>
  id.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The IDs by what a file may list. */
const idByName: ReadonlyMap<string, string> = new Map([
  ...[...byId.keys(), ...specialIds].flatMap((id) => {
    const name = otherNames.find(([, one]) => one === id)?.[0] ?? capitalized(id);
    return [[id, id] as const, [name, id] as const];
  }),
]);

/** The ID of a tool by its ID or display name; undefined for any other name. */
export const idOf = (name: string): string | undefined => idByName.get(name);

const idByLowercase: ReadonlyMap<string, string> = new Map(
  [...idByName].map(([name, id]) => [name.toLowerCase(), id]),
);

/** The ID of the tool that a name with other letter case stands for. */
export const idInAnyCase = (name: string): string | undefined =>
  idByLowercase.get(name.toLowerCase());

/** Former display names, which still count. */
const former: readonly (readonly [string, string])[] = [
  ['SearchFiles', 'grep_search'],
  ['FindFiles', 'glob'],
  ['ReadFolder', 'list_directory'],
  ['Task', 'agent'],
  ['TodoWrite', 'todo_write'],
];

/** The ID of the tool with this former display name. */
export const idOfFormer = (name: string): string | undefined =>
  former.find(([one]) => one === name)?.[1];

/** Names of other programs, and former IDs, in lowercase. None of them counts. */
const meant: Readonly<Record<string, readonly string[]>> = {
  bash: ['run_shell_command'],
  read: ['read_file'],
  read_many_files: ['read_file'],
  write: ['write_file'],
  multiedit: ['edit'],
  edit_file: ['edit'],
  replace: ['edit'],
  ls: ['list_directory'],
  search_file_content: ['grep_search'],
  google_web_search: ['web_search'],
  task: ['agent'],
};

/** The tools that a name of another program stands for; empty for an unknown name. */
export const suggestTools = (name: string): readonly string[] => {
  const word = name.toLowerCase();
  return Object.hasOwn(meant, word) ? (meant[word] ?? []) : [];
};

/** In a list of denied tools, a name that ends with `*` also stands for every name that begins like it. */
export const servers: ServerNames = {
  prefix: 'mcp__',
  separator: '__',
  whole: ['', '__*'],
  every: ['mcp__*'],
  matches: (pattern, name) => pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)),
};

export const tools: ToolCatalog = {
  tools: catalog,
  former: former.map(([name, now]) => ({ name, now: [now], mapped: true })),
  forms: [
    {
      form: 'mcp__SERVER__TOOL',
      means: 'One tool of an MCP server.',
      snippet: 'mcp__${1:server}__${2:tool}',
    },
    { form: '*', means: 'All tools.', snippet: '*' },
  ],
  servers,
  synonyms: {
    execute: ['run_shell_command'],
    terminal: ['run_shell_command'],
    search: ['grep_search'],
    web: ['web_fetch'],
    fetch: ['web_fetch'],
  },
  separators: ',',
  evidence: executedHere,
};
