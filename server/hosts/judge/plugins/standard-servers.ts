// The file `mcp.json` of the standard "Agent Plugins". A server has no other keys than those of its form, and one of another form is lost
// alone. What is wrong next to the servers costs them all.
import { isStrictJson, rootOfJson } from '../../../agent/json-root';
import { type Entry, entryOf, textOf, type Value } from '../../../yaml/value';
import type { Dialect } from '../../model/dialect';
import type { Evidence } from '../../model/evidence';
import type { Consequence, CustomCheckResult } from '../../model/field';
import type { Location } from '../../model/location';
import type { PluginServer } from '../../model/plugin';
import type { Reader } from '../../model/reading';
import type { Problem, Type } from '../../model/type';
import { check, missingKey, phrase, problem } from '../check';
import { type ServerForm, type ServerKind, serverDocument, typeKey } from '../servers';
import { declaresStandard, formed, text, texts } from './manifest';
import { specification } from './standard';

const schema = 'https://agent-plugins.org/schemas/1.0.0/mcp.schema.json';
const strings: Type = { type: 'map', rest: text };

/** The type of servers with an address. Its other spellings are those of other programs. */
export const streamableHttp = {
  value: 'streamable-http',
  means: 'Requests to a URL.',
  alsoWritten: ['http', 'streamablehttp', 'streamable_http', 'http-stream', 'shttp', 'remote'],
} as const;

/** What a host checks in such a file. */
export interface StandardServers {
  readonly command: Type;
  readonly url: Type;
  /** The types of servers with an address. */
  readonly remote: ServerForm['types'];
  /** More that costs a server, of which each value has the right type. The paths begin with its name. */
  readonly judge?: (server: Entry) => readonly Problem[];
  /** The same for what costs all servers. */
  readonly judgeWhole?: (server: Entry) => readonly Problem[];
  readonly reader: Reader;
  /** Whether the host refuses a text although it is JSON. */
  readonly isRefused: (text: string) => boolean;
  /** Its reader refuses a key that is there twice. */
  readonly refusesKeyTwice?: true;
  readonly evidence: Evidence;
}

const noServers: Consequence = {
  ...{ outcome: 'refused', file: 'ignored', reason: 'field' },
  effect: '{host} loads none of its servers.',
};

const lostServer: Consequence = { outcome: 'coerced', effect: '{host} does not load the server.' };

/** The kind of the document, and what a host loads of it. */
export function standardServerFile(file: StandardServers): ServerKind & {
  readonly serversIn: (read: (path: string) => string | null) => readonly PluginServer[];
  readonly problemsOf: (servers: readonly Entry[]) => readonly Problem[];
} {
  const forms = formsIn(file);
  const document = serverDocument({
    key: 'mcpServers',
    forms,
    judge: ({ entries }) => judgeServers(entries, forms, file),
    noServers,
    unknownKey: noServers.effect,
    meant: [],
    example: '{\n  "type": "stdio",\n  "command": "${2:npx}",\n  "args": ["${3}"]\n}',
    reader: file.reader,
    ...{ evidence: file.evidence, documented: specification },
  });
  return {
    kind: {
      ...document.kind,
      skeleton: document.kind.skeleton.replace('{\n', `{\n  "\\$schema": "${schema}",\n`),
    },
    dialectNextTo: (agents) => withSchema(document.dialectNextTo(agents), file),
    serversIn: (read) => serversIn(read('mcp.json'), forms, file),
    problemsOf: (servers) => judgeServers(servers, forms, file).problems,
  };
}

const schemaType = formed(
  /^https:\/\/agent-plugins\.org\/schemas\/1\.0\.0\/mcp\.schema\.json$/,
  'the address of the schema of MCP servers in Agent Plugins 1.0.0',
  schema,
);

function withSchema(dialect: Dialect, { evidence, refusesKeyTwice }: StandardServers): Dialect {
  const servers = dialect.fields['mcpServers'];
  const { json } = dialect.flaws;
  return {
    ...dialect,
    ...(refusesKeyTwice && json && { flaws: { ...dialect.flaws, 'duplicate-key': json } }),
    fields: {
      $schema: {
        summary: 'The version of the standard.',
        type: schemaType,
        otherwise: noServers,
        required: noServers,
        absent: 'Required.',
        snippet: ` "${schema}"`,
        ...{ evidence: specification, valueEvidence: evidence },
      },
      ...(servers && { mcpServers: servers }),
    },
    unknownField: { ...dialect.unknownField, outcome: 'refused', file: 'ignored' },
  };
}

const formsIn = ({ command, url, remote }: StandardServers): readonly ServerForm[] => [
  {
    types: [
      { value: 'stdio', means: 'A program that is started.', alsoWritten: ['local', 'command'] },
    ],
    keys: {
      command: { type: command, summary: 'The program.', required: true },
      args: { type: texts, summary: 'Its arguments.' },
      env: { type: strings, summary: 'Variables of its environment.' },
      cwd: { type: text, summary: 'The folder in which it is started.' },
    },
  },
  {
    types: remote,
    keys: {
      url: { type: url, summary: 'The URL.', required: true },
      headers: { type: strings, summary: 'Headers of each request.' },
    },
  },
];

function judgeServers(
  servers: readonly Entry[],
  forms: readonly ServerForm[],
  { judge, judgeWhole }: StandardServers,
): CustomCheckResult {
  const found = servers.map((server) => {
    const own = formProblems(server, forms);
    return own.length > 0
      ? { own, whole: [] }
      : { own: judge?.(server) ?? [], whole: judgeWhole?.(server) ?? [] };
  });
  const whole = found.flatMap((one) => one.whole);
  if (whole.length > 0) return { outcome: 'refused', problems: whole, otherwise: noServers };
  const problems = found.flatMap(({ own }) => own);
  return problems.length === 0
    ? { outcome: 'kept', problems }
    : { outcome: 'coerced', problems, otherwise: lostServer };
}

function formProblems(
  { key: name, value }: Entry,
  forms: readonly ServerForm[],
): readonly Problem[] {
  if (value.kind !== 'map')
    return [problem('type', value, phrase('a map with a command or a URL'), [name])];
  const type = entryOf(value.entries, 'type')?.value;
  if (!type) return [{ ...missingKey(value, [name, 'type']), usual: usualType(value) }];
  const known = typeKey(forms.flatMap(({ types }) => types));
  const wrongType = check(known.type, type, [name, 'type']).problems;
  if (wrongType.length > 0) return wrongType;
  const form = forms.find(({ types }) => types.some((choice) => choice.value === textOf(type)));
  return check({ type: 'map', keys: { type: known, ...form?.keys } }, value, [name]).problems;
}

const usualType = (server: Value): string =>
  server.kind === 'map' && entryOf(server.entries, 'url') ? 'streamable-http' : 'stdio';

function serversIn(
  written: string | null,
  forms: readonly ServerForm[],
  file: StandardServers,
): readonly PluginServer[] {
  if (written === null || !isStrictJson(written) || file.isRefused(written)) return [];
  const root = rootOfJson(written);
  if (root?.kind !== 'map') return [];
  const declared = entryOf(root.entries, '$schema')?.value;
  const servers = entryOf(root.entries, 'mcpServers')?.value;
  if (!declared || check(schemaType, declared).problems.length > 0) return [];
  if (servers?.kind !== 'map' || root.entries.length > 2) return [];
  const { outcome, problems } = judgeServers(servers.entries, forms, file);
  if (outcome === 'refused') return [];
  const lost = new Set(problems.map(({ path: [name] }) => name));
  return servers.entries.flatMap(({ key: name }) =>
    lost.has(name) ? [] : [{ file: 'mcp.json', name }],
  );
}

/** Where a host reads such a file: next to the manifest of the standard. @param otherManifests those of other forms */
export const standardServersAt = (
  otherManifests: readonly string[],
  evidence: Evidence,
): readonly Location[] => [
  {
    ...{ glob: 'mcp.json', kind: 'standardServers', dialect: 'standardServers' },
    ...{ scope: 'plugin', role: 'owner', id: 'path' },
    names: /^mcp$/,
    manifest: declaresStandard(otherManifests),
    summary: 'MCP servers of a plugin that declares the Agent Plugins standard.',
    evidence,
  },
];
