// The MCP servers of a project and of a plugin, in `.mcp.json`. Claude Code drops each server that it cannot read.
import { entryOf, type Value } from '../../yaml/value';
import { called } from '../judge/misnamed-keys';
import { strictJsonReader } from '../judge/reading/strict-json-reader';
import { remoteTypes, type ServerFile, type ServerForm, serverFile } from '../judge/servers';
import { documented } from '../model/evidence';
import type { Location } from '../model/location';
import type { KeyType, Type } from '../model/type';
import { executedHere } from './evidence';
import { manifest } from './manifest';
import { any, boolean, text, texts } from './settings/setting';

/** How servers are defined. */
export const serversPage = documented({
  title: 'Claude Code documentation, page "Connect Claude Code to tools via MCP"',
  address: 'https://code.claude.com/docs/en/mcp',
  on: '2026-11-26',
});

const whole: Type = { type: 'integer', min: 1 };
const strings: Type = { type: 'map', rest: text };

const common: Readonly<Record<string, KeyType>> = {
  alwaysLoad: { type: boolean, summary: 'Its tools are offered without a search.' },
  timeout: { type: whole, summary: 'The longest time of a call, in milliseconds.' },
};

const httpsAddress: Type = {
  type: 'one-of',
  choices: [],
  pattern: {
    matches: /^https:\/\/./,
    description: 'a URL that begins with https://',
    example: 'https://example.com/.well-known/oauth-authorization-server',
  },
};

const oauth: Type = {
  type: 'map',
  keys: {
    authServerMetadataUrl: { type: httpsAddress, summary: 'The address of its metadata.' },
    callbackPort: { type: whole, summary: 'The port to which the browser returns.' },
    clientId: { type: text, summary: 'The id of the client.' },
    scopes: { type: { type: 'text', nonEmpty: true }, summary: 'The scopes, with spaces.' },
    xaa: { type: boolean, summary: 'Access across applications.' },
  },
  rest: any,
};

/** In a remote server each is a map. `tools` of other programs is a list of names. */
const toolPolicies: Type = {
  type: 'list',
  of: {
    type: 'map',
    keys: {
      name: { type: text, summary: 'The name of the tool.', required: true },
      permission_policy: {
        type: {
          type: 'one-of',
          choices: ['always_allow', 'always_ask', 'always_deny'].map((value) => ({
            value,
            means: 'How its calls are decided.',
          })),
        },
        summary: 'How its calls are decided.',
      },
    },
    rest: any,
  },
};

const address: KeyType = { type: text, summary: 'The URL.', required: true };

const byAddress: Readonly<Record<string, KeyType>> = {
  url: address,
  headers: { type: strings, summary: 'Headers of each request.' },
  headersHelper: { type: text, summary: 'A command that prints headers as JSON.' },
};

const stdio: ServerForm = {
  types: [
    { value: 'stdio', means: 'A program that is started.', alsoWritten: ['local', 'command'] },
  ],
  keys: {
    command: { type: { type: 'text', nonEmpty: true }, summary: 'The program.', required: true },
    args: { type: texts, summary: 'Its arguments.' },
    env: { type: strings, summary: 'Variables of its environment.' },
    ...common,
  },
};

const remote: ServerForm = {
  types: remoteTypes,
  keys: {
    ...byAddress,
    oauth: { type: oauth, summary: 'How to log in.' },
    tools: { type: toolPolicies, summary: 'How calls of its tools are decided.' },
    ...common,
  },
};

const socket: ServerForm = {
  types: [{ value: 'ws', means: 'A web socket.', alsoWritten: ['websocket'] }],
  keys: { ...byAddress, ...common },
};

const ofProject: ServerFile = {
  key: 'mcpServers',
  forms: [stdio, remote, socket],
  untyped: () => stdio,
  needsType: (server: Value) =>
    server.kind === 'map' &&
    !entryOf(server.entries, 'command') &&
    entryOf(server.entries, 'url')?.value.kind === 'text',
  reservedNames: new Set(['Claude Preview', 'claude-in-chrome', 'computer-use', 'workspace']),
  lost: '{host} does not load the server, silently with "claude -p".',
  ignored: '{host} loads none of its servers, silently with "claude -p".',
  reader: strictJsonReader,
  // Not `servers`: Visual Studio reads it in a file of this name.
  meant: ['mcp', 'mcp-servers', 'mcp_servers', 'mcpservers', 'McpServers'],
  misnamed: {
    guessed: { args: called('args'), env: called('env'), headers: called('headers') },
    foreign: {
      arguments: called('args'),
      environment: called('env'),
      envVars: called('env'),
      http_headers: called('headers'),
    },
  },
  ...{ evidence: executedHere, documented: serversPage },
};

export const servers = serverFile(ofProject);
export const pluginServers = serverFile({ ...ofProject, isFlat: true });

const file = {
  glob: '.mcp.json',
  names: /^\.mcp$/,
  id: 'path',
  role: 'owner',
  evidence: executedHere,
} as const;

export const serverLocations: readonly Location[] = [
  {
    ...{ ...file, kind: 'pluginServers', dialect: 'pluginServers', scope: 'plugin', manifest },
    summary: 'MCP servers of a plugin.',
  },
  {
    ...{ ...file, kind: 'servers', dialect: 'servers', scope: 'project' },
    // The servers of a plugin that is published for another program, in its form.
    notWith: ['.codex-plugin/plugin.json', '.github/plugin/plugin.json', '.plugin/plugin.json'],
    summary: 'MCP servers of the project, in the working folder and every folder above it.',
  },
];
