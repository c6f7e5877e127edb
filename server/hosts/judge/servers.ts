// Files that define MCP servers: `.mcp.json`, and the same for other programs. A program loads the servers that it can read and drops the
// others one by one, so that what is lost is a server, and not the file.
import { rootOfJson } from '../../agent/json-root';
import { type Entry, entryOf, textOf, type Value } from '../../yaml/value';
import type { Dialect } from '../model/dialect';
import type { Evidence } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { SettingsKind } from '../model/host';
import type { Reader } from '../model/reading';
import type { Choice, KeyType, Problem, Type } from '../model/type';
import { check, missingKey, phrase, problem } from './check';

/** What a program reads in a file of MCP servers. */
export interface ServerFile {
  /** The key that holds the servers by their names. */
  readonly key: string;
  /** The forms of a server. */
  readonly forms: readonly ServerForm[];
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
  /** How it reads JSON. */
  readonly reader: Reader;
  /** Without `key`, all keys of the file are servers. */
  readonly isFlat?: true;
  /** Keys that authors write instead of `key`. */
  readonly meant: readonly string[];
  readonly evidence: Evidence;
  /** How it is known what the keys do. */
  readonly documented: Evidence;
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

const any: Type = { type: 'any' };

/** The kind of such a document, with its dialect next to that of agents. */
export function serverFile(file: ServerFile): {
  readonly kind: SettingsKind;
  readonly dialectNextTo: (agents: Dialect) => Dialect;
  /** Whether the program loads a server with this name. @param server parsed JSON */
  readonly loads: (name: string, server: unknown) => boolean;
} {
  const noServers: Consequence = {
    ...{ outcome: 'refused', file: 'ignored', reason: 'field', effect: file.ignored },
  };
  return {
    kind: {
      subject: 'settings',
      reader: readerOf(file),
      syntax: 'json',
      skeleton: `{\n  "${file.key}": {\n    "\${1:server}": {\n      "command": "\${2:npx}",\n      "args": ["\${3}"]\n    }\n  }\n}\n`,
      guards: (fields) => {
        const servers = entryOf(fields, file.key)?.value;
        return servers?.kind === 'map'
          ? servers.entries.map(({ key }) => ({ kind: 'server', name: key }))
          : [];
      },
    },
    dialectNextTo: ({ tools, models }) => ({
      subject: 'settings',
      fields: { [file.key]: fieldOf(file, noServers) },
      unknownField: {
        outcome: 'ignored',
        effect: '{host} loads no server in it.',
        meant: Object.fromEntries(file.meant.map((key) => [key, file.key])),
        evidence: file.evidence,
      },
      ...(!file.isFlat && { everyKey: (entry: Entry) => judgeOutside(entry, file) }),
      ...{ tools, models, colors: [] },
      flaws: {
        json: { outcome: 'ignored', reason: 'json', effect: file.ignored },
        'not-a-mapping': { outcome: 'ignored', reason: 'field', effect: file.ignored },
      },
    }),
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

const lostServer = ({ lost }: ServerFile): Consequence => ({ outcome: 'coerced', effect: lost });

/** A server next to the map of servers. */
const judgeOutside = (entry: Entry, file: ServerFile): CustomCheckResult | null =>
  entry.key === file.key || !isServer(entry.value)
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

function fieldOf(file: ServerFile, noServers: Consequence): Field {
  return {
    summary: 'MCP servers by their names.',
    type: { type: 'map', rest: { type: 'map', keys: allKeys(file), rest: any } },
    otherwise: noServers,
    absent: 'No servers.',
    judge: (value) => {
      if (value.kind !== 'map') return null;
      const problems = value.entries.flatMap((entry) => serverProblems(entry, file));
      return problems.length === 0
        ? { outcome: 'kept', problems }
        : { outcome: 'coerced', problems, otherwise: lostServer(file) };
    },
    role: 'servers',
    governs: 'code',
    snippet: ' {\n  "${1:server}": {\n    "command": "${2:npx}",\n    "args": ["${3}"]\n  }\n}',
    evidence: file.documented,
    valueEvidence: file.evidence,
  };
}

/** For completion: the keys of all forms. */
function allKeys({ forms }: ServerFile): Readonly<Record<string, KeyType>> {
  const keys = forms.flatMap((form) => Object.entries({ ...form.maps, ...form.keys }));
  return {
    type: typeKey(forms.flatMap(({ types }) => types)),
    // None is required in every form.
    ...Object.fromEntries(keys.map(([key, { required: _, ...known }]) => [key, known])),
  };
}

const typeKey = (choices: readonly Choice[]): KeyType => ({
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
  const word = type && textOf(type);
  const form =
    file.forms.find(({ types }) => types.some((choice) => choice.value === word)) ??
    file.untyped(value);
  const maps = Object.entries(form.maps ?? {}).filter(
    ([name]) => entryOf(value.entries, name)?.value.kind === 'map',
  );
  const keys = { ...form.keys, ...Object.fromEntries(maps) };
  return check({ type: 'map', keys, rest: any }, value, [key]).problems;
}
