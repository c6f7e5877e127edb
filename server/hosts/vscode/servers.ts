// The MCP servers of a workspace, in `.vscode/mcp.json`. VS Code lists a server that it cannot start, and shows the error when it is
// started. Some mistakes cost all servers of the file.
import { rootOfJson } from '../../agent/json-root';
import { t } from '../../text/message';
import { type Entry, entryOf, isFalsy, type MapValue, textOf, type Value } from '../../yaml/value';
import { check, missingKey, phrase, problem } from '../judge/check';
import { worstOf } from '../judge/hook-file';
import { formed, text, texts } from '../judge/plugins/manifest';
import { laxJsonReader } from '../judge/reading/strict-json-reader';
import {
  headerNameProblems,
  misnamedAddress,
  type ServerForm,
  type ServerKind,
  serverDocument,
} from '../judge/servers';
import { documented } from '../model/evidence';
import type { Consequence, CustomCheckResult } from '../model/field';
import type { Location } from '../model/location';
import type { Reader } from '../model/reading';
import type { Problem, Type } from '../model/type';
import { executedHere, listedNone } from './evidence';

const page = documented({
  title: 'VS Code documentation, page "MCP configuration reference"',
  address: 'https://code.visualstudio.com/docs/agents/reference/mcp-configuration',
  on: '2026-11-27',
});

const any: Type = { type: 'any' };
const filled: Type = { type: 'text', nonEmpty: true };

const stdio: ServerForm = {
  types: [{ value: 'stdio', means: 'A program that is started.' }],
  keys: {
    command: { type: filled, summary: 'The program.', required: true },
    args: { type: texts, summary: 'Its arguments.' },
    env: { type: any, summary: 'Variables of its environment.' },
    envFile: { type: text, summary: 'A file with variables of its environment.' },
    cwd: { type: text, summary: 'The folder in which it is started.' },
  },
};

const address = formed(
  /^https?:\/\/[^\s/]/,
  'a URL that begins with http:// or https://',
  'https://example.com/mcp',
);

const remote: ServerForm = {
  types: [
    { value: 'http', means: 'Requests to a URL.' },
    { value: 'sse', means: 'Requests to a URL, in the older form.' },
  ],
  keys: {
    url: { type: address, summary: 'The URL.', required: true },
    headers: { type: any, summary: 'Headers of each request.' },
  },
};

const lost: Consequence = {
  outcome: 'coerced',
  effect: '{host} lists the server but cannot start it.',
};

const allLost: Consequence = {
  ...{ outcome: 'refused', file: 'ignored', reason: 'field' },
  effect: '{host} loads none of its servers.',
};

/** It works, but agents refer to it by another name. */
const numbered: Consequence = {
  outcome: 'ignored',
  effect: '{host} names each server by its position, such as "0".',
};

const meant: readonly string[] = ['mcpServers', 'mcp', 'context_servers', 'Servers'];

/** A list with one URL is read as the URL. What a list with several does is not known. */
const isListedAddress = (key: string, value: Value): boolean =>
  key === 'url' && value.kind === 'list';

const typeOf = (server: MapValue): string | undefined =>
  textOf(entryOf(server.entries, 'type')?.value ?? server);

function formOf(server: MapValue): ServerForm {
  const type = typeOf(server);
  if (type === 'stdio') return stdio;
  if (type === 'http') return remote;
  return entryOf(server.entries, 'command') ? stdio : remote;
}

/** Arguments that cannot be read one by one, and a server that is no map. */
function fatalIn(name: string, server: Value): readonly Problem[] {
  if (server.kind === 'list') return [];
  if (server.kind !== 'map')
    return [problem('type', server, phrase('a map with a command or a URL'), [name])];
  const args = entryOf(server.entries, 'args')?.value;
  const isRead = !args || isFalsy(args) || args.kind === 'list' || args.kind === 'text';
  const command = entryOf(server.entries, 'command')?.value;
  // With an empty command it is no program, unless it has the type of one.
  const isProgram =
    typeOf(server) === 'stdio' || (formOf(server) === stdio && command && !isFalsy(command));
  return isRead || !isProgram ? [] : check(texts, args, [name, 'args']).problems;
}

function problemsIn(name: string, server: Value): readonly Problem[] {
  if (server.kind !== 'map')
    return [problem('type', server, phrase('a map with a command or a URL'), [name])];
  const misnamed = misnamedAddress(server, name);
  if (misnamed) return [misnamed];
  const form = formOf(server);
  const has = (key: string): boolean => entryOf(server.entries, key) !== undefined;
  if (!has('type') && !has('command') && !has('url'))
    return [missingKey(server, [name, 'command'])];
  // Other values that are false, zero or empty are read as if the key were absent.
  const entries = server.entries.filter(
    ({ key, value }) =>
      (key === 'command' || key === 'url' || !isFalsy(value)) && !isListedAddress(key, value),
  );
  const isListed = server.entries.some(({ key, value }) => isListedAddress(key, value));
  const keys = isListed && form === remote ? {} : form.keys;
  const { problems } = check({ type: 'map', keys, rest: any }, { ...server, entries }, [name]);
  return form === remote ? [...problems, ...headerNameProblems(server, name)] : problems;
}

function judge(servers: MapValue): CustomCheckResult {
  const { entries } = servers;
  return worstOf(
    [entries.flatMap(({ key, value }) => fatalIn(key, value)), allLost],
    [entries.flatMap(({ key, value }) => problemsIn(key, value)), lost],
    [entries.some(isNumbered) ? [listed(servers)] : [], numbered],
  );
}

const listed = (servers: MapValue): Problem => ({
  ...problem(
    'type',
    servers,
    phrase('an object with a name for each server', [], t('Name each server.')),
  ),
  got: 'an array',
});

/** White space in one line. JSON accepts spaces and tabs only. */
const otherSpace = /[^\S\r\n]|\u200b/g;

const serversKey = 'servers';

/** The servers of a list have its numbers as names. */
function namedByNumber(entry: Entry): Entry {
  const { key, value } = entry;
  if (key !== serversKey || value.kind !== 'list' || value.items.length === 0) return entry;
  const entries = value.items.map(
    (item, index): Entry => ({
      ...{ key: String(index), keySpan: item.span, span: item.span, value: item },
    }),
  );
  return { ...entry, value: { kind: 'map', flow: value.flow, span: value.span, entries } };
}

const isNumbered = ({ keySpan, value }: Entry): boolean => keySpan === value.span;

/** More characters separate tokens than in JSON. */
const reader: Reader = (input) => {
  const { outline } = input;
  const isJson = rootOfJson(outline.text) !== null;
  const text = isJson ? outline.text : outline.text.replaceAll(otherSpace, ' ');
  const { agents, ...others } = laxJsonReader({ ...input, outline: { ...outline, text } });
  return {
    ...others,
    agents: agents.map((one) => ({ ...one, fields: one.fields.map(namedByNumber) })),
  };
};

const document = serverDocument({
  key: serversKey,
  forms: [stdio, remote],
  judge,
  noServers: allLost,
  unknownKey: '{host} loads no server in it.',
  otherKey: ({ key }) => (meant.includes(key) ? null : { outcome: 'kept', problems: [] }),
  meant,
  example: '{\n  "type": "stdio",\n  "command": "${2:npx}",\n  "args": ["${3}"]\n}',
  reader,
  ...{ evidence: executedHere, documented: page },
});

const faults = { outcome: 'ignored', effect: allLost.effect, evidence: listedNone } as const;

export const servers: ServerKind = {
  kind: document.kind,
  dialectNextTo: (agents) => ({
    ...document.dialectNextTo(agents),
    flaws: {
      json: { ...faults, reason: 'json' },
      'not-a-mapping': { ...faults, reason: 'field' },
    },
  }),
};

export const serverLocations: readonly Location[] = [
  {
    ...{ glob: '.vscode/mcp.json', names: /^mcp$/, scope: 'project', role: 'owner', id: 'path' },
    ...{ kind: 'servers', dialect: 'servers', evidence: executedHere },
    summary: 'MCP servers of the workspace.',
  },
];
