// Tools of OpenCode and the permission that each asks for. Some share one: `edit` is asked for by three.
import type { FormerTool, Tool, ToolCatalogue, ToolForm } from '../tools';
import { deeds } from './deeds';
import { ran } from './evidence';

const offered: readonly Tool[] = [
  { name: 'read', does: 'read', means: 'Reads a file or a folder.' },
  { name: 'grep', does: 'search', means: 'Searches the text of files.' },
  { name: 'glob', does: 'search', means: 'Finds files by name.' },
  { name: 'edit', does: 'write', means: 'Changes a part of a file.' },
  { name: 'write', does: 'write', means: 'Writes a whole file. Asks for the permission edit.' },
  {
    name: 'apply_patch',
    does: 'write',
    means: 'Applies a patch, with models that prefer it. Asks for the permission edit.',
  },
  { name: 'bash', does: 'run', means: 'Runs a shell command.' },
  { name: 'webfetch', does: 'web', means: 'Reads a web page.' },
  { name: 'websearch', does: 'web', means: 'Searches the web.' },
  { name: 'task', does: 'delegate', means: 'Starts another agent.' },
  { name: 'todowrite', does: 'plan', means: 'Keeps the to-do list.' },
  {
    name: 'question',
    does: 'ask',
    means: 'Asks the person. Denied to own agents unless the file allows it.',
  },
  { name: 'skill', does: 'other', means: 'Loads a skill.' },
];

const notOffered: readonly Tool[] = [
  {
    name: 'lsp',
    does: 'search',
    means: 'Asks a language server.',
    unavailable: '{host} gives this tool only with its experimental setting for it.',
  },
  {
    name: 'plan_exit',
    does: 'plan',
    means: 'Ends plan mode.',
    unavailable: '{host} gives this tool only with its experimental plan mode.',
  },
];

const former: readonly FormerTool[] = [
  {
    name: 'patch',
    now: ['apply_patch'],
    mapped: true,
    effect: '{host} takes it for edit in "tools", and knows no such permission.',
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
      'Every tool. Written first, it is the ground for what follows; written last, it wins over all.',
    snippet: '"*"',
  },
];

export const tools: ToolCatalogue = {
  tools: [...offered, ...notOffered],
  former,
  forms,
  ofServer: (server) => ({ all: `${server}_*`, prefix: `${server}_` }),
  deeds,
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

/** The permission that a tool asks for: its own name, as a rule. */
export const permissionOf = (tool: string): string =>
  (Object.hasOwn(sharedPermission, tool) ? sharedPermission[tool] : undefined) ?? tool;

/** Names in the old `tools` map that count as another permission. */
export const permissionOfOldName = (name: string): string =>
  name === 'write' || name === 'edit' || name === 'patch' ? 'edit' : name;
