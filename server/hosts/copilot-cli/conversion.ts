// What conversions from and to Copilot CLI need to know.

import { toolsInList } from '../judge/tools/listed-tools';
import { namedServers } from '../judge/tools/named-servers';
import { formIn, type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import type { HostConversion, SharedModel } from '../model/conversion';
import { purposesByTool } from '../model/tools';
import { tools, toolsFor, vscodeToolSets } from './tools';

/** Names that VS Code, which reads the same folder, interprets in the same way. */
const form: ToolListForm = {
  key: 'tools',
  form: 'flow',
  names: [
    { name: 'read', grants: ['read-file'] },
    { name: 'search', grants: ['find-files', 'search-text'] },
    { name: 'search/fileSearch', grants: ['find-files'] },
    { name: 'search/textSearch', grants: ['search-text'] },
    { name: 'edit', grants: ['create-file', 'change-file'] },
    { name: 'edit/createFile', grants: ['create-file'] },
    { name: 'edit/editFiles', grants: ['change-file'] },
    { name: 'execute', grants: ['run-command'] },
    { name: 'web', grants: ['fetch-page'] },
    { name: 'agent', grants: ['delegate'] },
    { name: 'todo', grants: ['track-todos'] },
    // Own names, for versions that lack those above.
    { name: 'glob', grants: ['find-files'] },
    { name: 'grep', grants: ['search-text'] },
    { name: 'web_fetch', grants: ['fetch-page'] },
    { name: 'update_todo', grants: ['track-todos'] },
  ],
  // Only the part after the slash counts where it is the name of a tool, so such a name would grant that tool.
  server: (server, tool) => {
    const name = `${server}/${tool ?? '*'}`;
    const isPlain = /^[^\s,]+$/.test(name) && !vscodeToolSets.has(server.toLowerCase());
    return isPlain && toolsFor(name).length === 0 ? name : null;
  },
};

/** `claude-sonnet-4.5` for the ID and the display name, with or without "(copilot)". */
export function readCopilotModel(written: string): SharedModel | null {
  const name = written.trim().replace(/(?<!\s)\s*\(copilot\)$/i, '');
  if (name === '' || name.includes('/')) return null;
  return { provider: null, alias: null, id: name.toLowerCase().replaceAll(/\s+/g, '-') };
}

function writeModel({ alias, id, provider }: SharedModel): string | null {
  if (alias !== null || id === null) return null;
  return provider === null || ['anthropic', 'openai', 'google', 'github-copilot'].includes(provider)
    ? id
    : null;
}

const declared: HostConversion = {
  toolsOf: toolsInList({
    purposes: purposesByTool(tools),
    lacks: ['edit-notebook', 'search-web', 'use-skill', 'ask-person'],
    serversOf: ({ unverified }) => namedServers(unverified),
  }),
  writeTools: (tools, isWide, catalog) => writeToolList(tools, isWide, formIn(catalog, form)),
  toolFields: [],
  harmless: [
    'read_bash',
    'stop_bash',
    'list_bash',
    'read_agent',
    'list_agents',
    'tool_search_tool',
  ],
  fields: { effort: 'reasoning-effort', skills: 'skills' },
  guards: { hooks: ['preToolUse', 'PreToolUse', 'permissionRequest', 'PermissionRequest'] },
  servers: { field: 'mcp-servers', file: '.mcp.json', key: 'mcpServers' },
  readModel: readCopilotModel,
  writeModel,
  invocation: 'flags',
  family: 'copilot',
};

export const conversion = (): HostConversion => declared;
