// The MCP servers of a project, in `.mcp.json`. Copilot CLI drops each server that it cannot read.
import { entryOf, type Value } from '../../yaml/value';
import { called } from '../judge/misnamed-keys';
import { unmarkedJsonReader } from '../judge/reading/strict-json-reader';
import { remoteTypes, type ServerForm, serverFile } from '../judge/servers';
import { isUrl } from '../judge/url';
import { documented } from '../model/evidence';
import type { Location } from '../model/location';
import type { KeyType, Type } from '../model/type';
import { executedHere } from './evidence';

const serversPage = documented({
  title: 'GitHub documentation, page "Adding MCP servers for GitHub Copilot CLI"',
  address:
    'https://docs.github.com/en/copilot/how-tos/copilot-cli/customize-copilot/add-mcp-servers',
  on: '2026-11-26',
});

const any: Type = { type: 'any' };
const text: Type = { type: 'text' };
const boolean: Type = { type: 'boolean' };
const texts: Type = { type: 'list', of: text };
const strings: Type = { type: 'map', rest: text };

const oneOf = (means: string, ...values: readonly string[]): Type => ({
  type: 'one-of',
  choices: values.map((value) => ({ value, means })),
});

const filter = oneOf('What is removed from answers.', 'none', 'markdown', 'hidden_characters');

const port: Type = { type: 'integer', min: 1, max: 65_535 };

const common: Readonly<Record<string, KeyType>> = {
  auth: {
    type: {
      type: 'any-of',
      types: [
        boolean,
        {
          type: 'map',
          keys: {
            redirectPort: {
              type: port,
              summary: 'The port to which the browser returns.',
            },
          },
          rest: any,
        },
      ],
    },
    summary: 'Whether and how to log in.',
  },
  deferTools: {
    type: oneOf('When its tools are offered.', 'auto', 'never'),
    summary: 'When its tools are offered.',
  },
  disabled: { type: boolean, summary: 'The server is off.' },
  filterMapping: {
    type: { type: 'any-of', types: [filter, { type: 'map', rest: filter }] },
    summary: 'What is removed from answers, also for each tool.',
  },
  oidc: {
    type: { type: 'any-of', types: [boolean, { type: 'map', rest: any }] },
    summary: 'A token by OpenID Connect.',
  },
  timeout: {
    type: { type: 'integer', min: 1 },
    summary: 'The longest time of a call, in milliseconds.',
  },
  tools: { type: texts, summary: 'The tools that are offered. `*` for all.' },
};

const local: ServerForm = {
  types: [
    { value: 'local', means: 'A program that is started.', alsoWritten: ['command'] },
    { value: 'stdio', means: 'The same as `local`.' },
  ],
  keys: {
    command: { type: text, summary: 'The program.', required: true },
    args: { type: texts, summary: 'Its arguments.' },
    cwd: { type: text, summary: 'The folder in which it is started.' },
    env: { type: strings, summary: 'Variables of its environment.' },
    ...common,
  },
};

const address: Type = {
  type: 'one-of',
  choices: [],
  pattern: {
    matches: { test: isUrl },
    description: 'a URL',
    example: 'https://example.com/mcp',
  },
};

const remote: ServerForm = {
  types: remoteTypes,
  keys: {
    url: { type: address, summary: 'The URL.', required: true },
    headers: { type: strings, summary: 'Headers of each request.' },
    oauthClientId: { type: text, summary: 'The id of the client.' },
    oauthGrantType: {
      type: oneOf('How to log in.', 'authorization_code', 'client_credentials'),
      summary: 'How to log in.',
    },
    oauthPublicClient: { type: boolean, summary: 'The client has no secret.' },
    ...common,
  },
  maps: {
    oauth: {
      type: {
        type: 'map',
        keys: {
          callbackPort: { type: port, summary: 'The port to which the browser returns.' },
          clientId: { type: text, summary: 'The id of the client.' },
        },
        rest: any,
      },
      summary: 'How to log in.',
    },
  },
};

const hasKey = (server: Value, key: string): boolean =>
  server.kind === 'map' && entryOf(server.entries, key) !== undefined;

export const servers = serverFile({
  key: 'mcpServers',
  forms: [local, remote],
  untyped: (server) => (hasKey(server, 'url') && !hasKey(server, 'command') ? remote : local),
  reservedNames: new Set(['']),
  lost: '{host} silently does not load the server.',
  ignored: '{host} silently loads none of its servers.',
  reader: unmarkedJsonReader,
  isFlat: true,
  misnamed: {
    guessed: {
      ...{ args: called('args'), cwd: called('cwd'), env: called('env') },
      headers: called('headers'),
    },
    foreign: {
      arguments: called('args'),
      environment: called('env'),
      envVars: called('env'),
      http_headers: called('headers'),
      workdir: called('cwd'),
      workingDirectory: called('cwd'),
    },
  },
  meant: ['mcp', 'mcp-servers', 'mcp_servers', 'mcpservers', 'McpServers'],
  ...{ evidence: executedHere, documented: serversPage },
});

export const serverLocations: readonly Location[] = [
  {
    glob: '.mcp.json',
    names: /^\.mcp$/,
    ...{ kind: 'servers', dialect: 'servers', id: 'path', scope: 'project', role: 'guest' },
    isOptional: true,
    summary: 'MCP servers of the project, in the working folder and every folder above it.',
    evidence: executedHere,
  },
];
