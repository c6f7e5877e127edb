// What conversions from and to Qoder CLI need to know.

import { textOf } from '../../yaml/value';
import { toolsInList } from '../judge/tools/listed-tools';
import { limitedByMode } from '../judge/tools/mode-limit';
import { serverGrants } from '../judge/tools/server-grants';
import { formIn, type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import type { Grant, HostConversion, JudgedTools, SharedTools } from '../model/conversion';
import { namesToDeny, purposesByTool } from '../model/tools';
import { servers, tools } from './tools';

/** No subagent gets a tool that calls agents or asks the user. */
const named = purposesByTool(tools);

const actionByMode: Readonly<Record<string, Grant['action']>> = {
  plan: 'deny',
  // Only the settings of the session decide what does not require asking.
  dontask: 'deny',
  default: 'ask',
  auto: 'ask',
};

const listed = toolsInList({
  purposes: named,
  lacks: ['delegate', 'ask-person'],
  serversOf: (granted) => serverGrants(granted, servers),
});

function toolsOf(verdict: JudgedTools): SharedTools {
  const mode = verdict.fields.find(
    ({ key, outcome }) => key === 'permissionMode' && outcome === 'kept',
  );
  return limitedByMode(listed(verdict), actionOf(textOf(mode?.value) ?? ''));
}

const actionOf = (word: string): Grant['action'] | undefined =>
  actionByMode[word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')];

const isWritable = (part: string): boolean => /^(?:(?!__)[^\s,*()])+$/.test(part);

const toolOfServer = (server: string, tool: string): string | null =>
  isWritable(server) && isWritable(tool) ? `mcp__${server}__${tool}` : null;

/** Whether a mode holds as a limit was not measured, so none is written. */
const listForm: ToolListForm = {
  key: 'tools',
  form: 'comma',
  names: Object.entries(named).map(([name, grants]) => ({ name, grants })),
  denials: {
    key: 'disallowedTools',
    names: {
      ...namesToDeny(named),
      'create-file': ['Write', 'ImageGen'],
      'run-command': ['Bash', 'Monitor', 'EnterWorktree', 'CronCreate'],
      delegate: ['Agent'],
    },
  },
  server: (server, tool) =>
    tool === null ? (isWritable(server) ? `mcp__${server}__*` : null) : toolOfServer(server, tool),
};

/** A list of denied tools holds single tools of a server only. */
const denyForm: ToolListForm = {
  ...listForm,
  server: (server, tool) => (tool === null ? null : toolOfServer(server, tool)),
};

const declared: HostConversion = {
  toolsOf,
  writeTools: (tools, isWide, catalog) =>
    writeToolList(tools, isWide, formIn(catalog, tools.rest === 'allow' ? denyForm : listForm)),
  toolFields: ['permissionMode'],
  modes: { permissionMode: actionOf },
  harmless: [
    'TaskStop',
    'TaskGet',
    'TaskList',
    'TaskUpdate',
    'ExitWorktree',
    'CronDelete',
    'CronList',
  ],
  fields: { turns: 'maxTurns', effort: 'effort', temperature: 'temperature', skills: 'skills' },
  guards: { hooks: ['PreToolUse', 'PermissionRequest'], isolation: null },
  servers: { field: 'mcpServers', file: '.mcp.json', key: 'mcpServers' },
  // The models depend on the account, and its levels have no counterpart in other hosts.
  readModel: () => null,
  writeModel: () => null,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
