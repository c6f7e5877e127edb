// The tools of Grok Build 1.0.41, under the names that both lists of an agent file accept.
import type { Tool, ToolCatalog } from '../model/tools';
import { executedHere } from './evidence';

const sometimes = { sometimes: true } as const;

/** The effect of an unknown name in `tools`. */
export const ignoresList =
  '{host} then ignores the whole list and gives the agent nearly all tools.';
/** The effect of such a name in `disallowedTools`. */
export const removesNothing = '{host} removes tools only by its own names.';

/** In the order in which a session has them. */
const catalog: readonly Tool[] = [
  { name: 'run_terminal_cmd', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'read_file', purposes: ['read-file'], means: 'Reads a file.' },
  {
    name: 'search_replace',
    purposes: ['change-file', 'create-file', 'edit-notebook'],
    means: 'Replaces text in a file.',
  },
  { name: 'list_dir', purposes: ['list-folder', 'find-files'], means: 'Lists a folder.' },
  { name: 'grep', purposes: ['search-text'], means: 'Searches file contents.' },
  { name: 'kill_task', does: 'delegate', means: 'Stops a command or a subagent.', internal: true },
  { name: 'todo_write', purposes: ['track-todos'], means: 'Manages a to-do list.' },
  {
    name: 'get_task_output',
    does: 'delegate',
    means: 'Reads the output of a command or a subagent.',
    internal: true,
  },
  {
    name: 'wait_tasks',
    does: 'delegate',
    means: 'Waits for commands or subagents.',
    internal: true,
  },
  { name: 'task', purposes: ['delegate'], means: 'Starts another agent.' },
  { name: 'scheduler_create', does: 'run', means: 'Creates a scheduled task.', internal: true },
  { name: 'scheduler_delete', does: 'plan', means: 'Deletes a scheduled task.', internal: true },
  { name: 'scheduler_list', does: 'plan', means: 'Lists the scheduled tasks.', internal: true },
  { name: 'monitor', does: 'run', means: 'Watches the output of a command.' },
  { name: 'search_tool', does: 'mcp', means: 'Finds tools of MCP servers.' },
  { name: 'use_tool', does: 'mcp', means: 'Calls a tool of an MCP server.' },
  { name: 'workflow', does: 'delegate', means: 'Runs a workflow.' },
  { name: 'image_gen', does: 'write', means: 'Makes an image.' },
  { name: 'image_edit', does: 'write', means: 'Changes an image.' },
  { name: 'image_to_video', does: 'write', means: 'Makes a video from an image.' },
  { name: 'reference_to_video', does: 'write', means: 'Makes a video from references.' },
  { name: 'write', purposes: ['create-file'], means: 'Creates or overwrites a file.' },
  { name: 'enter_plan_mode', does: 'plan', means: 'Enters plan mode.' },
  { name: 'exit_plan_mode', does: 'plan', means: 'Leaves plan mode.' },
  { name: 'ask_user_question', purposes: ['ask-person'], means: 'Asks the user.' },
  {
    name: 'web_search',
    purposes: ['search-web'],
    means: 'Searches the web. Depends on the account.',
    ...sometimes,
  },
  {
    name: 'web_fetch',
    purposes: ['fetch-page'],
    means: 'Fetches web pages. Depends on the account.',
    ...sometimes,
  },
  { name: 'lsp', does: 'read', means: 'Asks a language server.', ...sometimes, internal: true },
  {
    name: 'update_goal',
    does: 'plan',
    means: 'Changes the goal of the session.',
    ...sometimes,
    internal: true,
  },
];

/** Every tool that a file may list, by its name. */
export const byName: ReadonlyMap<string, Tool> = new Map(catalog.map((tool) => [tool.name, tool]));

/** What an agent gets with `task`. */
const delegation: readonly string[] = ['task', 'kill_task', 'get_task_output', 'wait_tasks'];
/** No agent starts with only some of them. */
export const scheduling: readonly string[] = [
  'scheduler_create',
  'scheduler_delete',
  'scheduler_list',
];
/** They write files. */
export const media: readonly string[] = [
  'image_gen',
  'image_edit',
  'image_to_video',
  'reference_to_video',
];

/** Missing where `task` is denied, or not in a list that is ignored because of an unknown name. */
export const withoutDelegation: readonly string[] = [...delegation, ...scheduling];

/** Missing where `injectDefaultTools` is false. */
export const injected: readonly string[] = [
  ...media,
  'write',
  'enter_plan_mode',
  'exit_plan_mode',
  'ask_user_question',
];

/** Given to every agent unless its file removes them. */
export const always: readonly string[] = ['search_tool', 'use_tool'];

/** Given only together with others. */
const dependent: ReadonlySet<string> = new Set([
  ...scheduling,
  'kill_task',
  'get_task_output',
  'wait_tasks',
]);

/** Names of Claude Code, which only `tools` accepts. */
const ofClaude: Readonly<Record<string, readonly string[]>> = {
  Read: ['read_file'],
  Write: ['write'],
  Edit: ['search_replace'],
  MultiEdit: ['search_replace'],
  NotebookEdit: ['search_replace'],
  Bash: ['run_terminal_cmd'],
  Glob: ['list_dir'],
  LS: ['list_dir'],
  Grep: ['grep'],
  WebFetch: ['web_fetch'],
  WebSearch: ['web_search'],
  Task: delegation,
  Agent: delegation,
  TodoWrite: ['todo_write'],
  AskUserQuestion: ['ask_user_question'],
  Skill: ['read_file'],
  ToolSearch: ['search_tool'],
  LSP: ['lsp'],
};

/** Names that a list may hold, but for which no agent gets a tool. They belong to other sets of tools. */
const withoutTool: ReadonlySet<string> = new Set([
  'BashOutput',
  'KillShell',
  'KillBash',
  'TaskStop',
  'TaskOutput',
  'read',
  'edit',
  'bash',
  'glob',
  'skill',
  'todowrite',
  'apply_patch',
  'Shell',
  'StrReplace',
  'Delete',
  'ReadLints',
  'EditNotebook',
  'CallMcpTool',
  'hashline_read',
  'GrokBuild:task',
  'Cursor:Read',
  'Cursor:Shell',
  'OpenCode:bash',
  'OpenCode:grep',
  'OpenCode:read',
]);

/** The name without the prefix of the program's own set of tools. */
const ownName = (name: string): string =>
  name.startsWith('GrokBuild:') ? name.slice('GrokBuild:'.length) : name;

const anyCase = /^(?:task|agent)$/i;
/** With the name of one agent. With several, it grants nothing. */
const withAgent = /^(?:Task|Agent)\([^(),]*\)$/;
const withAgents = /^(?:Task|Agent)\(.*\)$/s;

/** The tools that a name in `tools` stands for; empty where it grants none, null for an unknown name. */
export function grantedBy(name: string): readonly string[] | null {
  if (anyCase.test(name) || withAgent.test(name)) return delegation;
  if (withoutTool.has(name) || withAgents.test(name)) return [];
  if (Object.hasOwn(ofClaude, name)) return ofClaude[name] ?? [];
  const own = ownName(name);
  if (!byName.has(own)) return null;
  return dependent.has(own) ? [] : [own];
}

/** The tools that a name in `disallowedTools` removes. */
export function removedBy(name: string): readonly string[] {
  if (anyCase.test(name)) return withoutDelegation;
  const own = ownName(name);
  return byName.has(own) ? [own] : [];
}

const byLowercase: ReadonlyMap<string, string> = new Map(
  [...catalog.map(({ name }) => name), ...Object.keys(ofClaude)].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** Names of other programs, and those under which the model calls a tool. None of them counts. */
const meant: Readonly<Record<string, string>> = {
  run_terminal_command: 'run_terminal_cmd',
  spawn_subagent: 'task',
  shell: 'run_terminal_cmd',
  search: 'grep',
  write_file: 'write',
};

/** The name of a tool that an unknown name was probably meant for. */
export function suggestTool(name: string): string | undefined {
  const [, base = name] = /^([^()]+)\(.*\)$/s.exec(name) ?? [];
  const word = base.trim().toLowerCase();
  return Object.hasOwn(meant, word) ? meant[word] : byLowercase.get(word);
}

export const tools: ToolCatalog = {
  tools: catalog,
  former: [],
  always,
  forms: [
    {
      form: 'mcp__SERVER__TOOL',
      means: 'One tool of an MCP server.',
      snippet: 'mcp__${1:server}__${2:tool}',
    },
  ],
  standsFor: (name) => grantedBy(name) ?? [],
  rejection: ignoresList,
  separators: ',',
  evidence: executedHere,
};
