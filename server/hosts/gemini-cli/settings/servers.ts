// The MCP servers of settings. Gemini CLI reports a value of the wrong type when a session starts, and uses it all the same.
import { type Entry, entryOf, isFalsy, textOf, type Value } from '../../../yaml/value';
import { check, phrase, problem } from '../../judge/check';
import { worstOf } from '../../judge/hook-file';
import { urlForm } from '../../judge/servers';
import type { Consequence, CustomCheckResult } from '../../model/field';
import type { Expected, KeyType, Problem, Type } from '../../model/type';
import { stopped } from './stopped';

const text: Type = { type: 'text' };
const texts: Type = { type: 'list', of: text };
const strings: Type = { type: 'map', rest: text };
const boolean: Type = { type: 'boolean' };

/** The keys of a server. */
export const serverKeys: Readonly<Record<string, KeyType>> = {
  command: { type: text, summary: 'The program of a local server.', snippet: ' "${1:npx}"' },
  args: { type: texts, summary: 'The arguments of the program.' },
  env: { type: strings, summary: 'Variables of its environment.' },
  cwd: { type: text, summary: 'The folder in which it is started.' },
  httpUrl: { type: text, summary: 'The URL of a server with streaming HTTP.' },
  url: { type: text, summary: 'The URL of a server with events, or of the given `type`.' },
  type: {
    type: {
      type: 'one-of',
      choices: [
        { value: 'http', means: 'Streaming HTTP.' },
        { value: 'sse', means: 'Events sent by the server.' },
        { value: 'stdio', means: 'A program that is started.' },
      ],
    },
    summary: 'How a server with a `url` is reached.',
  },
  headers: { type: strings, summary: 'Headers of each request.' },
  timeout: { type: { type: 'number' }, summary: 'How long a call may take, in milliseconds.' },
  trust: { type: boolean, summary: 'Its tools run without asking.' },
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
const unused: Consequence = {
  outcome: 'ignored',
  effect: '{host} ignores the key, and warns of it in each session.',
};

const inExcluded = phrase('in the list "mcp.excluded"');

/** Keys of other programs, and where what they mean belongs. */
const foreign: Readonly<Record<string, { readonly expected: Expected; readonly rename?: string }>> =
  {
    disabled: { expected: inExcluded },
    enabled: { expected: inExcluded },
    environment: { expected: phrase('called "{words}"', ['env']), rename: 'env' },
    serverUrl: { expected: phrase('called "{words}"', ['httpUrl']), rename: 'httpUrl' },
  };

export function judgeServers(servers: Value): CustomCheckResult {
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
  for (const [key, value] of entries) {
    if (value.kind === 'null')
      fatal.push(problem('type', value, phrase('a map with a command or a URL'), [key]));
    else if (value.kind !== 'map')
      lost.push(problem('type', value, phrase('a map with a command or a URL'), [key]));
    else {
      lost.push(...startProblems(value.entries, key, value));
      bare.push(...argumentProblems(value.entries, key));
      foreignKeys.push(...keyProblems(value.entries, key));
    }
  }
  return worstOf(
    [fatal, stopped],
    [lost, notStarted],
    [bare, withoutArguments],
    [foreignKeys, unused],
  );
}

/** Empty values count as absent. */
const isUsed = (value: Value | undefined): value is Value => value !== undefined && !isFalsy(value);

function startProblems(
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
  const addressKey = at('httpUrl') ? 'httpUrl' : at('url') ? 'url' : null;
  const address = addressKey && at(addressKey);
  if (addressKey && address) {
    const written = textOf(address);
    if (written === undefined || (!urlForm.test(written) && !/\$/.test(written)))
      return [problem('value', address, phrase('a URL'), [name, addressKey])];
    return wrong('headers', strings, mapOf(at('headers')));
  }
  const command = at('command');
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
    ...wrong('env', strings, mapOf(at('env'))),
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

const keyProblems = (entries: readonly Entry[], name: string | number): readonly Problem[] =>
  entries.flatMap(({ key, keySpan, value }) => {
    const known = Object.hasOwn(foreign, key) ? foreign[key] : undefined;
    const isOn = value.kind === 'boolean' && value.boolean === (key === 'enabled');
    if (!known || (known.rename === undefined && isOn)) return [];
    const { expected, rename } = known;
    return [
      {
        ...problem('unknown-key', value, expected, [name, key]),
        span: keySpan,
        ...(rename !== undefined && { choices: [rename], meant: rename }),
      },
    ];
  });
