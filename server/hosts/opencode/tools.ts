// Tools of OpenCode and the permission that each uses. Some tools share one: three of them use `edit`.

import type { FormerTool, Tool, ToolCatalog, ToolForm } from '../model/tools';
import { executedHere } from './evidence';

const offered: readonly Tool[] = [
  { name: 'read', purposes: ['read-file', 'list-folder'], means: 'Reads a file or a folder.' },
  { name: 'grep', purposes: ['search-text'], means: 'Searches the contents of files.' },
  { name: 'glob', purposes: ['find-files'], means: 'Finds files by name.' },
  {
    name: 'edit',
    purposes: ['create-file', 'change-file', 'edit-notebook'],
    means: 'Edits part of a file.',
  },
  {
    name: 'write',
    purposes: ['create-file'],
    means: 'Writes a whole file. Uses the permission edit.',
  },
  {
    name: 'apply_patch',
    purposes: ['create-file', 'change-file'],
    means: 'Applies a patch, with models that prefer it. Uses the permission edit.',
  },
  { name: 'bash', purposes: ['run-command'], means: 'Runs a shell command.' },
  { name: 'webfetch', purposes: ['fetch-page'], means: 'Fetches a web page.' },
  { name: 'websearch', purposes: ['search-web'], means: 'Searches the web.' },
  { name: 'task', purposes: ['delegate'], means: 'Calls another agent.' },
  { name: 'todowrite', purposes: ['track-todos'], means: 'Updates the to-do list.' },
  {
    name: 'question',
    purposes: ['ask-person'],
    means: 'Asks the user questions. Denied to custom agents unless the file allows it.',
  },
  { name: 'skill', purposes: ['use-skill'], means: 'Loads a skill.' },
];

const notOffered: readonly Tool[] = [
  {
    name: 'lsp',
    does: 'search',
    means: 'Queries a language server.',
    unavailable: '{host} provides this tool only with its experimental setting.',
  },
  {
    name: 'plan_exit',
    does: 'plan',
    means: 'Ends plan mode.',
    unavailable: '{host} provides this tool only with its experimental plan mode.',
  },
];

const former: readonly FormerTool[] = [
  {
    name: 'patch',
    purposes: ['change-file'],
    now: ['apply_patch'],
    mapped: true,
    effect: '{host} treats it as edit in "tools" but has no permission with this name.',
  },
  { name: 'multiedit', purposes: ['change-file'], now: ['edit'], mapped: false },
  { name: 'list', purposes: ['list-folder'], now: ['read', 'glob'], mapped: false },
  { name: 'codesearch', purposes: ['search-web'], now: ['websearch'], mapped: false },
  { name: 'todoread', purposes: ['track-todos'], now: ['todowrite'], mapped: false },
];

const forms: readonly ToolForm[] = [
  { form: 'SERVER_TOOL', means: 'One tool of an MCP server.', snippet: '${1:server}_${2:tool}' },
  { form: 'SERVER_*', means: 'Every tool of an MCP server.', snippet: '"${1:server}_*"' },
  {
    form: '*',
    means:
      'Every tool. In first place it sets the default; in last place it overrides all other rules.',
    snippet: '"*"',
  },
];

export const tools: ToolCatalog = {
  tools: [...offered, ...notOffered],
  former,
  forms,
  ofServer: (server) => ({ all: `${server}_*`, prefix: `${server}_` }),
  separators: '',
  evidence: executedHere,
};

const sharedPermission: Readonly<Record<string, string>> = {
  write: 'edit',
  apply_patch: 'edit',
  list_mcp_resources: 'read',
  list_mcp_resource_templates: 'read',
  read_mcp_resource: 'read',
};

/** The permission that a tool uses: usually its own name. */
export const permissionOf = (tool: string): string =>
  (Object.hasOwn(sharedPermission, tool) ? sharedPermission[tool] : undefined) ?? tool;

/** The permission that a name in the deprecated `tools` map sets. */
export const permissionOfOldName = (name: string): string =>
  name === 'write' || name === 'edit' || name === 'patch' ? 'edit' : name;
