// Files that define MCP servers: `.mcp.json`, and the same for other programs. A program loads the servers that it can read and drops the
// others one by one, so that what is lost is a server, and not the file.
import { rootOfJson } from '../../agent/json-root';
import type { Sentence } from '../../text/message';
import { type Entry, entryOf, type MapValue, textOf, type Value } from '../../yaml/value';
import type { Dialect } from '../model/dialect';
import type { Evidence } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { SettingsKind } from '../model/host';
import type { Reader } from '../model/reading';
import type { Guard, GuardReader } from '../model/settings';
import type { Choice, KeyType, Problem, Type } from '../model/type';
import { check, missingKey, phrase, problem } from './check';
import { called, misnamedKeys, misnamedProgram, type ServerNames } from './misnamed-keys';

/** What a file of MCP servers is, whatever a program makes of a server. */
export interface ServerDocument {
  /** The key that holds the servers by their names. */
  readonly key: string;
  /** The forms of a server, for completion. */
  readonly forms: readonly ServerForm[];
  readonly judge: (servers: MapValue) => CustomCheckResult;
  /** What a value costs that is no map, and a file that cannot be read. */
  readonly noServers: Consequence;
  /** The judge of a key next to the servers. */
  readonly otherKey?: (entry: Entry) => CustomCheckResult | null;
  /** What happens to an unknown key. A sentence with `{host}`. */
  readonly unknownKey: Sentence;
  /** Keys that authors write instead of `key`. */
  readonly meant: readonly string[];
  /** One server, as a snippet after its name. */
  readonly example: string;
  /** What is lost with the file, by default the servers. */
  readonly guards?: GuardReader;
  /** How it reads JSON. */
  readonly reader: Reader;
  readonly evidence: Evidence;
  /** How it is known what the keys do. */
  readonly documented: Evidence;
}

/** What a program reads in a file of MCP servers, of which it drops those that it cannot read one by one. */
export interface ServerFile
  extends Pick<ServerDocument, 'key' | 'forms' | 'meant' | 'reader' | 'evidence' | 'documented'> {
  /** The form of a server without "type". */
  readonly untyped: (server: Value) => ServerForm;
  /** Whether a server without "type" is lost although it has all that a form needs, if it had its type. */
  readonly needsType?: (server: Value) => boolean;
  /** Names of servers that are never loaded. */
  readonly reservedNames: ReadonlySet<string>;
  /** What happens to a server that it cannot read. A sentence with `{host}`. */
  readonly lost: string;
  /** What happens where no server can be read. A sentence with `{host}`. */
  readonly ignored: string;
  /** Keys that authors write in a server instead of those that it reads; absent where that is not known. */
  readonly misnamed?: Pick<ServerNames, 'guessed' | 'foreign'>;
  /** Without `key`, all keys of the file are servers. */
  readonly isFlat?: true;
}

/** A form of a server: the values of "type" that select it, and its keys. */
export interface ServerForm {
  readonly types: readonly Choice[];
  readonly keys: Readonly<Record<string, KeyType>>;
  /** Keys with a value that is checked only where it is a map. */
  readonly maps?: Readonly<Record<string, KeyType>>;
}

/** The types of servers with a URL. */
export const remoteTypes: readonly Choice[] = [
  {
    value: 'http',
    means: 'Requests to a URL.',
    alsoWritten: ['streamablehttp', 'streamable_http', 'http-stream', 'shttp', 'remote'],
  },
  { value: 'streamable-http', means: 'The same as `http`.' },
  { value: 'sse', means: 'Requests to a URL, in the older form.' },
];

/** Headers of a server with names that no request can have. The paths begin with its name. */
export function headerNameProblems(server: MapValue, name: string): readonly Problem[] {
  const headers = entryOf(server.entries, 'headers')?.value;
  return (headers?.kind === 'map' ? headers.entries : [])
    .filter(({ key }) => !/^[\w!#$%&'*+.^`|~-]+$/.test(key))
    .map(({ key, keySpan, value }) => ({
      ...problem('unknown-key', value, phrase('the name of a header'), [name, 'headers', key]),
      span: keySpan,
    }));
}

const any: Type = { type: 'any' };

/** The kind of a document with servers, and its dialect next to that of agents. */
export interface ServerKind {
  readonly kind: SettingsKind;
  readonly dialectNextTo: (agents: Dialect) => Dialect;
}

export function serverDocument(document: ServerDocument): ServerKind {
  const { key, noServers, example, unknownKey, meant, otherKey, evidence } = document;
  const flaw = (reason: 'json' | 'field') => ({
    ...{ outcome: noServers.file ?? 'ignored', reason, effect: noServers.effect },
  });
  return {
    kind: {
      subject: 'settings',
      reader: document.reader,
      syntax: 'json',
      skeleton: `{\n  "${key}": {\n    "\${1:server}": ${example.replaceAll('\n', '\n    ')}\n  }\n}\n`,
      guards: document.guards ?? ((fields) => serversAmong(fields, key)),
    },
    dialectNextTo: ({ tools, models }) => ({
      subject: 'settings',
      fields: { [key]: fieldOf(document) },
      unknownField: {
        outcome: 'ignored',
        effect: unknownKey,
        meant: Object.fromEntries(meant.map((other) => [other, key])),
        evidence,
      },
      ...(otherKey && { everyKey: (entry: Entry) => (entry.key === key ? null : otherKey(entry)) }),
      ...{ tools, models, colors: [] },
      flaws: { json: flaw('json'), 'not-a-mapping': flaw('field') },
    }),
  };
}

/** The servers below a key, as what is lost with a file. */
export function serversAmong(fields: readonly Entry[], key: string): readonly Guard[] {
  const servers = entryOf(fields, key)?.value;
  return servers?.kind === 'map'
    ? servers.entries.map(({ key: name }) => ({ kind: 'server', name }))
    : [];
}

/** The kind of a file of which a program loads each server that it can read. */
export function serverFile(file: ServerFile): ServerKind & {
  /** Whether the program loads a server with this name. @param server parsed JSON */
  readonly loads: (name: string, server: unknown) => boolean;
  /** What is wrong with a server. The paths begin with its name. */
  readonly problemsOf: (server: Entry) => readonly Problem[];
} {
  return {
    ...serverDocument({
      ...file,
      judge: ({ entries }) => {
        const servers = entries.map((entry) => ({ entry, lost: serverProblems(entry, file) }));
        const problems = servers.flatMap(({ lost }) => lost);
        const unread = servers.flatMap(({ entry, lost }) =>
          lost.length > 0 ? [] : unreadKeys(entry, file),
        );
        if (problems.length > 0)
          return {
            outcome: 'coerced',
            problems: [...problems, ...unread.map((one) => ({ otherwise: unused, ...one }))],
            otherwise: lostServer(file),
          };
        return unread.length === 0
          ? { outcome: 'kept', problems }
          : { outcome: unused.outcome, problems: unread, otherwise: unused };
      },
      noServers: { outcome: 'refused', file: 'ignored', reason: 'field', effect: file.ignored },
      unknownKey: '{host} loads no server in it.',
      example: '{\n  "command": "${2:npx}",\n  "args": ["${3}"]\n}',
      reader: readerOf(file),
      ...(!file.isFlat && { otherKey: (entry: Entry) => judgeOutside(entry, file) }),
    }),
    problemsOf: (server) => serverProblems(server, file),
    loads: (name, server) => {
      const root = rootOfJson(JSON.stringify({ [name]: server }));
      return (
        root?.kind === 'map' &&
        root.entries.every((entry) => serverProblems(entry, file).length === 0)
      );
    },
  };
}

/** With the servers of a flat file under the key. */
const readerOf =
  ({ key, reader, isFlat }: ServerFile): Reader =>
  (input) => {
    const { agents, ...others } = reader(input);
    const { root } = input.outline;
    const servers = isFlat && root?.kind === 'map' ? flatServers(root.entries, key) : null;
    if (!servers || root?.kind !== 'map') return { agents, ...others };
    const keySpan = { start: root.span.start, end: root.span.start + 1 };
    const flat = { key, keySpan, span: root.span, value: { ...root, entries: servers } };
    return { agents: agents.map((one) => ({ ...one, fields: [flat] })), ...others };
  };

/** The servers of a file that consists of them; null where there are none. */
function flatServers(entries: readonly Entry[], key: string): readonly Entry[] | null {
  if (entries.some((entry) => entry.key === key)) return null;
  return entries.some(({ value }) => isServer(value))
    ? entries.filter(({ value }) => mayBeServer(value))
    : null;
}

/** Such as one with a wrong command, in a file in which other servers are right. */
const mayBeServer = (value: Value): boolean =>
  value.kind === 'map' && value.entries.some(({ key }) => /^(?:command|args|url)$/.test(key));

const isServer = (value: Value): boolean =>
  value.kind === 'map' &&
  value.entries.some((entry) => /^(?:command|url)$/.test(entry.key) && entry.value.kind === 'text');

const unused: Consequence = { outcome: 'ignored', effect: '{host} silently ignores the key.' };

const lostServer = ({ lost }: ServerFile): Consequence => ({ outcome: 'coerced', effect: lost });

/** A server next to the map of servers. */
const judgeOutside = (entry: Entry, file: ServerFile): CustomCheckResult | null =>
  !isServer(entry.value)
    ? null
    : {
        outcome: 'ignored',
        problems: [
          {
            ...problem('value', entry.value, { type: 'under', key: file.key }),
            span: entry.keySpan,
          },
        ],
        otherwise: lostServer(file),
      };

const fieldOf = ({ forms, judge, noServers, example, ...known }: ServerDocument): Field => ({
  summary: 'MCP servers by their names.',
  type: { type: 'map', rest: { type: 'map', keys: allKeys(forms), rest: any } },
  otherwise: noServers,
  absent: 'No servers.',
  judge: (value) => (value.kind === 'map' ? judge(value) : null),
  role: 'servers',
  governs: 'code',
  snippet: ` {\n  "\${1:server}": ${example.replaceAll('\n', '\n  ')}\n}`,
  evidence: known.documented,
  valueEvidence: known.evidence,
});

/** For completion: the keys of all forms. */
function allKeys(forms: readonly ServerForm[]): Readonly<Record<string, KeyType>> {
  const keys = forms.flatMap((form) => Object.entries({ ...form.maps, ...form.keys }));
  return {
    type: typeKey(forms.flatMap(({ types }) => types)),
    // None is required in every form.
    ...Object.fromEntries(keys.map(([key, { required: _, ...known }]) => [key, known])),
  };
}

/** The key that selects the form of a server. */
export const typeKey = (choices: readonly Choice[]): KeyType => ({
  type: { type: 'one-of', choices },
  summary: 'How the server is reached.',
});

function serverProblems({ key, keySpan, value }: Entry, file: ServerFile): readonly Problem[] {
  if (file.reservedNames.has(key))
    return [
      {
        ...problem('unknown-key', value, phrase('a name that is not reserved'), [key]),
        span: keySpan,
      },
    ];
  if (value.kind !== 'map')
    return [problem('type', value, phrase('a map with a command or a URL'), [key])];
  const type = entryOf(value.entries, 'type')?.value;
  if (!type && file.needsType?.(value))
    return [{ ...missingKey(value, [key, 'type']), usual: 'http' }];
  const choices = file.forms.flatMap(({ types }) => types);
  const wrongType = type ? check(typeKey(choices).type, type, [key, 'type']).problems : [];
  if (wrongType.length > 0) return wrongType;
  const misnamed = misnamedAddress(value, key);
  if (misnamed) return [misnamed];
  const form = formOf(value, file);
  const program = form.keys['command'] && misnamedProgram(value, [key], form.keys['command'].type);
  if (program) return [program];
  return check({ type: 'map', keys: keysOf(form, value), rest: any }, value, [key]).problems;
}

function formOf(server: MapValue, { forms, untyped }: ServerFile): ServerForm {
  const word = textOf(entryOf(server.entries, 'type')?.value);
  return (
    forms.find(({ types }) => types.some((choice) => choice.value === word)) ?? untyped(server)
  );
}

function keysOf({ keys, maps }: ServerForm, server: MapValue): Readonly<Record<string, KeyType>> {
  const own = Object.entries(maps ?? {}).filter(
    ([name]) => entryOf(server.entries, name)?.value.kind === 'map',
  );
  return { ...keys, ...Object.fromEntries(own) };
}

/** In a server that is loaded. */
function unreadKeys(server: Entry, file: ServerFile): readonly Problem[] {
  const { key, value } = server;
  if (!file.misnamed || value.kind !== 'map') return [];
  const { keys, maps } = formOf(value, file);
  const others = ['type', ...Object.keys(maps ?? {})];
  return misnamedKeys(value.entries, [key], { ...file.misnamed, keys, others });
}

/** Keys that authors write instead of `url`. */
const otherAddresses = /^(?:address|endpoint|httpUrl|href|link|serverUrl|server_url|uri)$/i;

/** In a server that has neither a program nor an address: an address under another key. */
export function misnamedAddress(server: MapValue, name: string): Problem | null {
  if (server.entries.some(({ key }) => key === 'command' || key === 'url')) return null;
  const found = server.entries.find(
    ({ key, value }) => otherAddresses.test(key) && /^https?:/.test(textOf(value) ?? ''),
  );
  if (!found) return null;
  const { key, keySpan, value } = found;
  return {
    ...problem('unknown-key', value, called('url').expected, [name, key]),
    ...{ span: keySpan, choices: ['url'], meant: 'url' },
  };
}
