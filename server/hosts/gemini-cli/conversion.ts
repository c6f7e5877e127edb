// What conversions from and to Gemini CLI need to know.
import { toolsInList } from '../judge/tools/listed-tools';
import { formIn, type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import type { HostConversion, ServerGrant, SharedModel } from '../model/conversion';
import { purposesByTool } from '../model/tools';
import { isAccepted, mcpParts } from './tool-names';
import { tools } from './tools';

const purposes = purposesByTool(tools);

const form: ToolListForm = {
  key: 'tools',
  form: 'flow',
  names: Object.entries(purposes).map(([name, grants]) => ({ name, grants })),
  server: (server, tool) => {
    const name = `mcp_${server}_${tool ?? '*'}`;
    // An underscore in the name of the server would end it.
    return !server.includes('_') && isAccepted(name) ? name : null;
  },
};

const serversIn = (names: readonly string[]): readonly ServerGrant[] =>
  names.flatMap((name): ServerGrant[] => {
    if (name === 'mcp_*') return [{ server: '*', tool: null, action: 'allow' }];
    const parts = mcpParts(name);
    if (parts === null) return [];
    const { server, tool } = parts;
    return [{ server, tool: tool === '*' ? null : tool, action: 'allow' }];
  });

const readModel = (written: string): SharedModel | null => {
  const id = written.trim();
  return id.startsWith('gemini-') ? { provider: 'google', alias: null, id } : null;
};

const writeModel = ({ provider, alias, id }: SharedModel): string | null =>
  alias === null && id !== null && id.startsWith('gemini-') && (provider ?? 'google') === 'google'
    ? id
    : null;

const declared: HostConversion = {
  toolsOf: toolsInList({
    purposes,
    lacks: ['edit-notebook', 'delegate'],
    serversOf: ({ unverified }) => serversIn(unverified),
  }),
  writeTools: (tools, isWide, catalog) => writeToolList(tools, isWide, formIn(catalog, form)),
  toolFields: [],
  harmless: ['complete_task', 'enter_plan_mode', 'exit_plan_mode'],
  fields: { turns: 'max_turns', temperature: 'temperature', 'display-name': 'display_name' },
  guards: {},
  servers: { field: 'mcp_servers', file: '.gemini/settings.json', key: 'mcpServers' },
  readModel,
  writeModel,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
