// The tools of Gemini CLI 0.61.0. It accepts only these names in an agent file, and rejects a file with any other.

import type { Tool, ToolCatalog } from '../model/tools';
import { executedHere, readHere } from './evidence';

const offered: readonly Tool[] = [
  { name: 'read_file', purposes: ['read-file'], means: 'Reads a file.' },
  { name: 'list_directory', purposes: ['list-folder'], means: 'Lists a folder.' },
  { name: 'glob', purposes: ['find-files'], means: 'Finds files by name.' },
  { name: 'grep_search', purposes: ['search-text'], means: 'Searches file contents.' },
  { name: 'write_file', purposes: ['create-file'], means: 'Creates or overwrites a file.' },
  { name: 'replace', purposes: ['change-file'], means: 'Replaces text in a file.' },
  { name: 'run_shell_command', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'web_fetch', purposes: ['fetch-page'], means: 'Fetches web pages.' },
  { name: 'google_web_search', purposes: ['search-web'], means: 'Searches the web.' },
  { name: 'ask_user', purposes: ['ask-person'], means: 'Asks the user.' },
  { name: 'enter_plan_mode', does: 'plan', means: 'Enters plan mode.' },
  { name: 'exit_plan_mode', does: 'plan', means: 'Leaves plan mode.' },
  {
    name: 'activate_skill',
    purposes: ['use-skill'],
    means: 'Uses a skill. Available only if there are skills.',
    sometimes: true,
  },
  {
    name: 'write_todos',
    purposes: ['track-todos'],
    means: 'Manages a to-do list. Available only with some models.',
    sometimes: true,
  },
  { name: 'read_mcp_resource', does: 'mcp', means: 'Reads a resource of an MCP server.' },
  { name: 'list_mcp_resources', does: 'mcp', means: 'Lists the resources of the MCP servers.' },
  {
    name: 'complete_task',
    does: 'other',
    means: 'Returns the result. Given to every agent.',
    needed: '{host} then ends the agent with an error in place of its result.',
  },
  {
    name: 'tracker_create_task',
    does: 'plan',
    means: 'Creates a task. Available only if the task tracker is enabled.',
    sometimes: true,
    internal: true,
  },
  {
    name: 'tracker_update_task',
    does: 'plan',
    means: 'Changes a task. Available only if the task tracker is enabled.',
    sometimes: true,
    internal: true,
  },
  {
    name: 'tracker_get_task',
    does: 'plan',
    means: 'Reads a task. Available only if the task tracker is enabled.',
    sometimes: true,
    internal: true,
  },
  {
    name: 'tracker_list_tasks',
    does: 'plan',
    means: 'Lists tasks. Available only if the task tracker is enabled.',
    sometimes: true,
    internal: true,
  },
  {
    name: 'tracker_add_dependency',
    does: 'plan',
    means: 'Links tasks. Available only if the task tracker is enabled.',
    sometimes: true,
    internal: true,
  },
  {
    name: 'tracker_visualize',
    does: 'plan',
    means: 'Draws the tasks. Available only if the task tracker is enabled.',
    sometimes: true,
    internal: true,
  },
];

/** Names that are accepted although no agent of a file gets the tool. */
const withheld: readonly Tool[] = [
  {
    name: 'invoke_agent',
    purposes: ['delegate'],
    means: 'Starts another agent.',
    unavailable: '{host} does not let a called agent call other agents.',
    evidence: readHere('agents/local-executor.js'),
  },
  {
    name: 'update_topic',
    does: 'plan',
    means: 'Names the topic of the session.',
    unavailable: '{host} never gives this tool to subagents.',
    evidence: readHere('agents/local-executor.js'),
  },
  {
    name: 'read_many_files',
    purposes: ['read-file'],
    means: 'Reads several files.',
    unavailable: '{host} no longer gives this tool to any agent.',
    evidence: readHere('config/config.js'),
  },
  {
    name: 'get_internal_docs',
    does: 'read',
    means: 'Reads the documentation of Gemini CLI.',
    unavailable: '{host} gives this tool only to an agent of its own.',
    evidence: readHere('agents/cli-help-agent.js'),
  },
];

/** Given to every agent, whatever its `tools`. */
export const always: readonly string[] = ['complete_task'];

const formerSearch = 'search_file_content';

/** Every tool that a file may list, by its name. */
export const byName: ReadonlyMap<string, Tool> = new Map(
  [...offered, ...withheld].map((tool) => [tool.name, tool]),
);

/** Names by which users see the tools, in lowercase. They are not accepted in files. */
const displayNames: Readonly<Record<string, readonly string[]>> = {
  writefile: ['write_file'],
  edit: ['replace'],
  askuser: ['ask_user'],
  readfile: ['read_file'],
  readmanyfiles: ['read_file'],
  findfiles: ['glob'],
  readfolder: ['list_directory'],
  searchtext: ['grep_search'],
  googlesearch: ['google_web_search'],
  websearch: ['google_web_search'],
  webfetch: ['web_fetch'],
  shell: ['run_shell_command'],
};

/** The tools that a display name or a name of another program stands for; empty for an unknown name. */
export function suggestTools(name: string): readonly string[] {
  const word = name.toLowerCase().replaceAll(/[\s_-]/g, '');
  const known = [...byName.keys()].find((one) => one.replaceAll('_', '') === word);
  if (known !== undefined) return [known];
  return Object.hasOwn(displayNames, word) ? (displayNames[word] ?? []) : [];
}

/** The tool of a former name; undefined for every other name. */
export const renamed = (name: string): string | undefined =>
  name === formerSearch ? 'grep_search' : undefined;

export const tools: ToolCatalog = {
  tools: [...offered, ...withheld],
  former: [
    {
      name: formerSearch,
      purposes: ['search-text'],
      now: ['grep_search'],
      mapped: true,
    },
  ],
  forms: [
    {
      form: 'mcp_SERVER_TOOL',
      means: 'One tool of an MCP server.',
      snippet: 'mcp_${1:server}_${2:tool}',
    },
    { form: 'mcp_SERVER_*', means: 'All tools of an MCP server.', snippet: 'mcp_${1:server}_*' },
    { form: 'mcp_*', means: 'All tools of all MCP servers.', snippet: 'mcp_*' },
    { form: '*', means: 'All tools.', snippet: '*' },
  ],
  ofServer: (server) => ({ all: `mcp_${server}_*`, prefix: `mcp_${server}_` }),
  synonyms: {
    bash: ['run_shell_command'],
    execute: ['run_shell_command'],
    read: ['read_file'],
    write: ['write_file'],
    search: ['grep_search'],
    grep: ['grep_search'],
    ls: ['list_directory'],
    web: ['web_fetch'],
    fetch: ['web_fetch'],
  },
  rejection: '{host} rejects the file and shows an error.',
  separators: ',',
  evidence: executedHere,
};
