// Tools of OpenCode and the permission that each uses. Some tools share one: three of them use `edit`.

import type { ToolPurposes } from '../model/tool-purposes';
import type { FormerTool, Tool, ToolCatalog, ToolForm } from '../model/tools';
import { ran } from './evidence';

// The purposes of the permissions in OpenCode and Kilo. The permission "edit" covers everything that writes.
const purposes: ToolPurposes = {
  'read-file': ['read'],
  'list-folder': ['read', 'list'],
  'find-files': ['glob'],
  'search-text': ['grep'],
  'create-file': ['edit', 'write'],
  'change-file': ['edit', 'patch', 'multiedit', 'apply_patch'],
  'edit-notebook': ['edit'],
  'run-command': ['bash'],
  'fetch-page': ['webfetch'],
  'search-web': ['websearch', 'codesearch'],
  'track-todos': ['todowrite', 'todoread'],
  delegate: ['task'],
  'use-skill': ['skill'],
  'ask-person': ['question'],
};

const offered: readonly Tool[] = [
  { name: 'read', does: 'read', means: 'Reads a file or a folder.' },
  { name: 'grep', does: 'search', means: 'Searches the contents of files.' },
  { name: 'glob', does: 'search', means: 'Finds files by name.' },
  { name: 'edit', does: 'write', means: 'Edits part of a file.' },
  { name: 'write', does: 'write', means: 'Writes a whole file. Uses the permission edit.' },
  {
    name: 'apply_patch',
    does: 'write',
    means: 'Applies a patch, with models that prefer it. Uses the permission edit.',
  },
  { name: 'bash', does: 'run', means: 'Runs a shell command.' },
  { name: 'webfetch', does: 'web', means: 'Fetches a web page.' },
  { name: 'websearch', does: 'web', means: 'Searches the web.' },
  { name: 'task', does: 'delegate', means: 'Calls another agent.' },
  { name: 'todowrite', does: 'plan', means: 'Updates the to-do list.' },
  {
    name: 'question',
    does: 'ask',
    means: 'Asks the user questions. Denied to custom agents unless the file allows it.',
  },
  { name: 'skill', does: 'other', means: 'Loads a skill.' },
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
    now: ['apply_patch'],
    mapped: true,
    effect: '{host} treats it as edit in "tools" but has no permission with this name.',
  },
  { name: 'multiedit', now: ['edit'], mapped: false },
  { name: 'list', now: ['read', 'glob'], mapped: false },
  { name: 'codesearch', now: ['websearch'], mapped: false },
  { name: 'todoread', now: ['todowrite'], mapped: false },
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
  purposes,
  separators: '',
  evidence: ran,
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
