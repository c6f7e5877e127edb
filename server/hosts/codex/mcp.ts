// The MCP servers that a role of Codex defines. A server needs a program or an address, and not both; each has keys of its own.
import { type Entry, entryOf, type Value } from '../../yaml/value';
import { check, phrase, problem } from '../judge/check';
import {
  called,
  isFalse,
  isTrue,
  misnamedKeys,
  misnamedProgram,
  type ServerNames,
} from '../judge/misnamed-keys';
import { misspelledLimit } from '../judge/misspelled-limits';
import type { CustomCheckResult } from '../model/field';
import type { KeyType, Problem, Type } from '../model/type';
import { refused, unchecked } from './judges';

const text: Type = { type: 'text' };
const texts: Type = { type: 'list', of: text };
const textMap: Type = { type: 'map', rest: text };
const seconds: Type = { type: 'number' };
const boolean: Type = { type: 'boolean' };

const keys: Readonly<Record<string, KeyType>> = {
  command: { type: text, summary: 'The program of a local server.', snippet: ' "${1:npx}"' },
  args: { type: texts, summary: 'The arguments of the program.', snippet: ' ["${1}"]' },
  env: { type: textMap, summary: 'Environment variables of the program.' },
  cwd: { type: text, summary: 'The working folder of the program.' },
  url: { type: text, summary: 'The address of a remote server.', snippet: ' "https://${1}"' },
  bearer_token_env_var: {
    type: text,
    summary: 'The environment variable with the token for a remote server.',
  },
  http_headers: { type: textMap, summary: 'HTTP headers for each request.' },
  env_http_headers: {
    type: textMap,
    summary: 'HTTP headers, each with the environment variable that has its value.',
  },
  enabled: { type: boolean, summary: 'Whether the server is started.' },
  required: { type: boolean, summary: 'Whether the session fails without the server.' },
  startup_timeout_sec: { type: seconds, summary: 'How many seconds the start may take.' },
  tool_timeout_sec: { type: seconds, summary: 'How many seconds a call may take.' },
  enabled_tools: { type: texts, summary: 'The tools of the server that can be used.' },
  disabled_tools: { type: texts, summary: 'The tools of the server that cannot be used.' },
};

const server: Type = {
  type: 'map',
  keys,
  // Any other key is ignored.
  rest: { type: 'any' },
};

export const servers: Type = { type: 'map', rest: server };

/** Keys with values that are not checked here. */
const others: readonly string[] = [
  ...['auth', 'bearer_token', 'default_tools_approval_mode', 'env_vars', 'environment_id'],
  ...['experimental_environment', 'http_headers_helper', 'name', 'oauth', 'oauth_resource'],
  ...['omit_tools', 'scopes', 'startup_timeout_ms', 'supports_parallel_tool_calls', 'tools'],
];

const ofPrograms: readonly string[] = ['args', 'env', 'cwd'];
const ofAddresses: readonly string[] = [
  'url',
  'http_headers',
  'env_http_headers',
  'bearer_token_env_var',
];

const limit = (name: string) => ({ ...called(name), otherwise: misspelledLimit });

/** Keys that authors write instead of those that it reads. */
const misnamed: Pick<ServerNames, 'guessed' | 'foreign'> = {
  guessed: {
    ...Object.fromEntries(
      [...ofPrograms, ...ofAddresses, 'startup_timeout_sec', 'tool_timeout_sec']
        .filter((key) => key !== 'url')
        .map((key) => [key, called(key)]),
    ),
    enabled: { ...called('enabled'), isLost: isFalse },
    enabled_tools: limit('enabled_tools'),
    disabled_tools: limit('disabled_tools'),
  },
  foreign: {
    arguments: called('args'),
    environment: called('env'),
    headers: called('http_headers'),
    workdir: called('cwd'),
    workingDirectory: called('cwd'),
    includeTools: limit('enabled_tools'),
    excludeTools: limit('disabled_tools'),
    disabled: { expected: phrase('"enabled" with the opposite value'), isLost: isTrue },
  },
};

/** Keys without effect in servers of the right form. */
export const unreadKeys = (value: Value): readonly Problem[] =>
  entriesOf(value).flatMap(({ key: name, value: one }) => {
    const own = entryOf(entriesOf(one), 'command') ? ofAddresses : ofPrograms;
    const read = Object.entries(keys).filter(([key]) => !own.includes(key));
    return misnamedKeys(entriesOf(one), [name], {
      ...{ ...misnamed, keys: Object.fromEntries(read), others: [...own, ...others] },
    });
  });

/** What the types of the keys do not show. */
export function judgeServers(value: Value): CustomCheckResult | null {
  if (check(servers, value).problems.length > 0) return null;
  const problems = formProblems(value);
  if (problems.length > 0) return { outcome: 'refused', problems, otherwise: refused };
  return hasOtherKeys(value) ? unchecked : null;
}

const entriesOf = (value: Value): readonly Entry[] => (value.kind === 'map' ? value.entries : []);

/** In servers of which each value has the right type. */
export const formProblems = (value: Value): readonly Problem[] =>
  entriesOf(value).flatMap(({ key, value: one }) => problemsOf(one, key));

/** Whether there is a key with values that are not checked. */
export const hasOtherKeys = (value: Value): boolean =>
  entriesOf(value).some(
    ({ value: one }) => one.kind === 'map' && others.some((key) => entryOf(one.entries, key)),
  );

function problemsOf(value: Value, name: string): readonly Problem[] {
  if (value.kind !== 'map') return [];
  const has = (key: string): boolean => entryOf(value.entries, key) !== undefined;
  const misnamed = misnamedProgram(value, [name], text);
  if (misnamed) return [misnamed];
  if (!has('command') && !has('url'))
    return [problem('missing-key', value, { type: 'keys', keys: ['command', 'url'] }, [name])];
  return value.entries.flatMap(({ key, value: one }) => {
    const isWrong = has('command') ? ofAddresses.includes(key) : ofPrograms.includes(key);
    const other = has('command') ? 'command' : 'url';
    if (isWrong) return [problem('value', one, { type: 'not-with', key: other }, [name, key])];
    const isNegative = key.endsWith('_timeout_sec') && one.kind === 'number' && one.number < 0;
    return isNegative ? [problem('value', one, phrase('a number of at least 0'), [name, key])] : [];
  });
}
