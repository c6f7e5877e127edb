// MCP servers in settings, in the form of Gemini CLI: what a program cannot start is lost, and the others are started.
import { type Entry, entryOf, isFalsy, textOf, type Value } from '../../yaml/value';
import type { Evidence } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { KeyType, Problem, Type } from '../model/type';
import { check, phrase, problem } from './check';
import { worstOf } from './hook-file';
import {
  called,
  isFalse,
  isTrue,
  misnamedKeys,
  misnamedProgram,
  type ServerNames,
} from './misnamed-keys';
import { stopped } from './name-lists';
import { isUrl } from './url';

/** How a program reads such servers. */
export interface SettingsServers {
  /** What a server costs that is null; absent where it costs no more than any other value. */
  readonly ofNull?: Consequence;
  /** Maps of strings, without which a server is not started. */
  readonly maps: readonly ('env' | 'headers')[];
  /** Of the keys of other programs. */
  readonly unused: Consequence;
  /** Of a `url` whose `type` names streaming HTTP, where only `httpUrl` is for it; absent where the type decides. */
  readonly asEvents?: Consequence;
  /** Only the type "http" is for streaming HTTP; a `url` without it is for events. Variables are not replaced. */
  readonly isByType?: true;
}

const text: Type = { type: 'text' };
const texts: Type = { type: 'list', of: text };
const strings: Type = { type: 'map', rest: text };

/** The keys of a server in settings. */
export const serverKeys: Readonly<Record<string, KeyType>> = {
  command: { type: text, summary: 'The program of a local server.', snippet: ' "${1:npx}"' },
  args: { type: texts, summary: 'The arguments of the program.' },
  env: { type: strings, summary: 'Variables of its environment.' },
  cwd: { type: text, summary: 'The folder in which it is started.' },
  httpUrl: { type: text, summary: 'The URL of a server with streaming HTTP.' },
  url: { type: text, summary: 'The URL of a server with events.' },
  headers: { type: strings, summary: 'Headers of each request.' },
  timeout: { type: { type: 'number' }, summary: 'How long a call may take, in milliseconds.' },
  trust: { type: { type: 'boolean' }, summary: 'Its tools run without asking.' },
  description: { type: text, summary: 'What the server is for.' },
  includeTools: { type: texts, summary: 'The only tools that are offered.' },
  excludeTools: { type: texts, summary: 'Tools that are not offered.' },
  oauth: { type: { type: 'map', rest: { type: 'any' } }, summary: 'How to log in.' },
};

const notStarted: Consequence = { outcome: 'coerced', effect: '{host} does not start the server.' };
const withoutArguments: Consequence = {
  outcome: 'coerced',
  effect: '{host} starts the server without its arguments.',
};
const notLoaded: Consequence = { outcome: 'coerced', effect: '{host} loads none of its servers.' };

const inExcluded = phrase('in the list "mcp.excluded"');

const calledHttpUrl = called('httpUrl');

/** Keys that authors write instead of those that the programs read. */
const misnamed: Pick<ServerNames, 'guessed' | 'foreign'> = {
  guessed: {
    args: called('args'),
    env: called('env'),
    cwd: called('cwd'),
    headers: called('headers'),
  },
  foreign: {
    arguments: called('args'),
    environment: called('env'),
    envVars: called('env'),
    http_headers: called('headers'),
    serverUrl: calledHttpUrl,
    workdir: called('cwd'),
    workingDirectory: called('cwd'),
    disabled: { expected: inExcluded, isLost: (value) => !isFalse(value) },
    enabled: { expected: inExcluded, isLost: (value) => !isTrue(value) },
  },
};

/** The field `mcpServers`. @param own keys of a server that the other programs do not have */
export const serversField = (
  form: SettingsServers,
  evidence: Evidence,
  own: Readonly<Record<string, KeyType>> = {},
): Field => ({
  summary: 'MCP servers by their names.',
  type: {
    type: 'map',
    rest: { type: 'map', keys: { ...serverKeys, ...own }, rest: { type: 'any' } },
  },
  otherwise: stopped,
  absent: 'No servers.',
  judge: (servers) => judgeServers(form, servers),
  role: 'servers',
  governs: 'code',
  snippet: ' {\n  "${1:server}": {\n    "command": "${2:npx}",\n    "args": ["${3}"]\n  }\n}',
  evidence,
});

/** What is wrong with the servers of a map or a list, and what it costs. */
export function judgeServers(form: SettingsServers, servers: Value): CustomCheckResult {
  const { ofNull, unused, asEvents } = form;
  // Of a list each item is a server, whose name is its index.
  const items = servers.kind === 'list' ? [...servers.items.entries()] : [];
  const entries =
    servers.kind === 'map' ? servers.entries.map(({ key, value }) => [key, value] as const) : items;
  if (servers.kind !== 'map' && servers.kind !== 'list')
    return worstOf([[problem('type', servers, phrase('a map of servers'))], notLoaded]);
  const fatal: Problem[] = [];
  const lost: Problem[] = [];
  const bare: Problem[] = [];
  const foreignKeys: Problem[] = [];
  const events: Problem[] = [];
  for (const [key, value] of entries) {
    if (value.kind !== 'map') {
      const wrong = problem('type', value, phrase('a map with a command or a URL'), [key]);
      (value.kind === 'null' && ofNull ? fatal : lost).push(wrong);
    } else {
      lost.push(...startProblems(form, value.entries, key, value));
      bare.push(...argumentProblems(value.entries, key));
      foreignKeys.push(...keyProblems(value.entries, key));
      if (asEvents && form.isByType) events.push(...typeProblems(value.entries, key));
      else if (asEvents) events.push(...eventProblems(value.entries, key));
    }
  }
  return worstOf(
    [fatal, ofNull ?? notStarted],
    [lost, notStarted],
    [bare, withoutArguments],
    [events, asEvents ?? unused],
    [foreignKeys, unused],
  );
}

/** Empty values count as absent. */
const isUsed = (value: Value | undefined): value is Value => value !== undefined && !isFalsy(value);

function startProblems(
  { maps, isByType }: SettingsServers,
  entries: readonly Entry[],
  name: string | number,
  server: Value,
): readonly Problem[] {
  const at = (key: string): Value | undefined => {
    const value = entryOf(entries, key)?.value;
    return isUsed(value) ? value : undefined;
  };
  const wrong = (key: string, type: Type, value: Value | undefined): readonly Problem[] =>
    value ? check(type, value, [name, key]).problems : [];
  const type = at('type');
  // For programs that embed this one.
  if (isByType && type && textOf(type) === 'sdk')
    return check(httpType, type, [name, 'type']).problems;
  const addressKey = at('httpUrl') ? 'httpUrl' : at('url') ? 'url' : null;
  const address = addressKey && at(addressKey);
  if (addressKey && address) {
    const written = textOf(address);
    if (written === undefined || (!isUrl(written) && (isByType || !/\$/.test(written))))
      return [problem('value', address, phrase('a URL'), [name, addressKey])];
    return maps.includes('headers') ? wrong('headers', strings, mapOf(at('headers'))) : [];
  }
  const command = at('command');
  const misnamed = command || server.kind !== 'map' ? null : misnamedProgram(server, [name], text);
  if (misnamed) return [misnamed];
  if (!command)
    // Without these it may complete a server of an extension.
    return entries.some(({ key }) => /^(?:args|env|cwd|headers|type)$/.test(key))
      ? [
          problem('missing-key', server, { type: 'keys', keys: ['command', 'httpUrl', 'url'] }, [
            name,
          ]),
        ]
      : [];
  const cwd = entryOf(entries, 'cwd')?.value;
  return [
    ...wrong('command', text, command),
    ...(maps.includes('env') ? wrong('env', strings, mapOf(at('env'))) : []),
    ...wrong('cwd', text, cwd?.kind === 'null' ? undefined : cwd),
  ];
}

/** Any other value counts as its parts, or not at all. */
const mapOf = (value: Value | undefined): Value | undefined =>
  value?.kind === 'map' ? value : undefined;

function argumentProblems(entries: readonly Entry[], name: string | number): readonly Problem[] {
  const value = entryOf(entries, 'args')?.value;
  return isUsed(value) && value.kind !== 'list' ? check(texts, value, [name, 'args']).problems : [];
}

const ofPrograms: readonly string[] = ['args', 'env', 'cwd'];

function keyProblems(entries: readonly Entry[], name: string | number): readonly Problem[] {
  const has = (key: string): boolean => isUsed(entryOf(entries, key)?.value);
  const isRemote = has('httpUrl') || has('url');
  // Of a server with neither, an extension may define the rest.
  const others = [
    ...(isRemote || !has('command') ? ofPrograms : ['httpUrl', 'url']),
    ...(isRemote ? [] : ['headers']),
  ];
  const read = Object.entries(serverKeys).filter(([key]) => !others.includes(key));
  return misnamedKeys(entries, [name], {
    ...{ ...misnamed, keys: Object.fromEntries(read), others: ['type', ...others] },
  });
}

/** A URL for streaming HTTP under the key of servers with events. */
function eventProblems(entries: readonly Entry[], name: string | number): readonly Problem[] {
  const url = entryOf(entries, 'url');
  const type = textOf(entryOf(entries, 'type')?.value) ?? '';
  return url && /^(?:streamable-?)?http$/i.test(type) && !isUsed(entryOf(entries, 'httpUrl')?.value)
    ? [
        {
          ...problem('unknown-key', url.value, calledHttpUrl.expected, [name, 'url']),
          ...{ span: url.keySpan, choices: ['httpUrl'], meant: 'httpUrl' },
        },
      ]
    : [];
}

/** Another type than "http" for streaming HTTP, with a URL. */
function typeProblems(entries: readonly Entry[], name: string | number): readonly Problem[] {
  const type = entryOf(entries, 'type')?.value;
  const isMeant = /^(?:streamable[-_]?)?http$/i.test(textOf(type) ?? '');
  const isOther = ['command', 'httpUrl'].some((key) => isUsed(entryOf(entries, key)?.value));
  return type && isMeant && textOf(type) !== 'http' && !isOther && entryOf(entries, 'url')
    ? check(httpType, type, [name, 'type']).problems
    : [];
}

const httpType: Type = {
  type: 'one-of',
  choices: [{ value: 'http', means: 'Streaming HTTP.', alsoWritten: ['streamable-http'] }],
};
