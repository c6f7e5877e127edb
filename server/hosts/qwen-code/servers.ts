// The MCP servers of a project in `.mcp.json`, which Qwen Code reads in the form of other programs. Each waits for approval.
import { commentedJsonReader } from '../judge/reading/strict-json-reader';
import { remoteTypes, type ServerForm, serverDocument } from '../judge/servers';
import { judgeServers, type SettingsServers, serverKeys } from '../judge/settings-servers';
import type { Location } from '../model/location';
import { executedHere } from './evidence';

const form: SettingsServers = {
  maps: [],
  unused: { outcome: 'ignored', effect: '{host} silently ignores it.' },
  asEvents: {
    outcome: 'coerced',
    effect: '{host} ignores the "type" and expects a server with events.',
  },
  isByType: true,
};

const { httpUrl: _, ...keys } = serverKeys;
const forms: readonly ServerForm[] = [
  { types: [{ value: 'stdio', means: 'A program that is started.' }, ...remoteTypes], keys },
];

export const servers = serverDocument({
  key: 'mcpServers',
  forms,
  judge: (found) => judgeServers(form, found),
  noServers: {
    ...{ outcome: 'refused', file: 'ignored', reason: 'field' },
    effect: '{host} loads none of its servers.',
  },
  unknownKey: '{host} loads no server in it.',
  meant: ['mcp', 'mcp-servers', 'mcp_servers', 'mcpservers', 'McpServers'],
  example: '{\n  "command": "${2:npx}",\n  "args": ["${3}"]\n}',
  reader: commentedJsonReader,
  ...{ evidence: executedHere, documented: executedHere },
});

export const serverLocations: readonly Location[] = [
  {
    glob: '.mcp.json',
    names: /^\.mcp$/,
    ...{ kind: 'servers', dialect: 'servers', id: 'path', scope: 'project', role: 'guest' },
    isOptional: true,
    summary: 'MCP servers of the project. Each waits for approval.',
    evidence: executedHere,
  },
];
