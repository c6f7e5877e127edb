// The configuration of a project: its keys, and the MCP servers in tables `[mcp_servers.NAME]`. Codex does not start with a wrong value.
import { type Entry, entryOf, textOf, type Value, valueAtKey } from '../../yaml/value';
import { check } from '../judge/check';
import { worstOf } from '../judge/hook-file';
import { serversAmong } from '../judge/servers';
import type { Dialect } from '../model/dialect';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { SettingsKind } from '../model/host';
import type { Location } from '../model/location';
import { type Reader, unread } from '../model/reading';
import type { Guard } from '../model/settings';
import type { Problem } from '../model/type';
import { configFile } from './companions';
import { executedHere } from './evidence';
import { configuredPolicies, fields } from './fields';
import { refused, unchecked } from './judges';
import { formProblems, hasOtherKeys, servers, unreadKeys } from './mcp';
import { dateAsText } from './reader';
import { stopped } from './tables';

const serversKey = 'mcp_servers';

const unused: Consequence = {
  outcome: 'ignored',
  effect: '{host} ignores it.',
};

function judge(value: Value): CustomCheckResult {
  const types = check(servers, value).problems;
  // What it does not have may be in the user's configuration, with which this one is merged.
  const isSwitch = ({ path: [name], kind }: Problem): boolean =>
    /^(?:missing|unknown)-key$/.test(kind) && isSwitched(valueAtKey(value, String(name)));
  const all = types.length > 0 ? types : formProblems(value);
  const fatal = all.filter((one) => !isSwitch(one));
  if (fatal.length === 0 && (all.length > 0 || hasOtherKeys(value))) return unchecked;
  return worstOf([fatal, stopped], [unreadKeys(value), unused]);
}

const isSwitched = (server: Value | undefined): boolean =>
  server?.kind === 'map' && entryOf(server.entries, 'enabled') !== undefined;

const field: Field = {
  summary: 'MCP servers by their names.',
  type: servers,
  otherwise: stopped,
  absent: 'No servers.',
  judge,
  role: 'servers',
  governs: 'code',
  snippet: '.${1:server}]\ncommand = "${2:npx}"',
  details: 'A server needs `command` or `url`.',
  isNeverOffered: true,
  evidence: executedHere,
};

const apart: ReadonlySet<string> = new Set([
  // Keys of roles alone, and those that are checked with the agents or as servers.
  ...['agents', 'config_file', 'description', 'mcp_servers', 'name', 'nickname_candidates'],
  // Ignored in a project, whatever their values.
  ...['apps_mcp_product_sku', 'chatgpt_base_url', 'experimental_realtime_ws_base_url'],
  ...['model_provider', 'model_providers', 'notify', 'openai_base_url', 'otel'],
  ...['profile', 'profiles'],
  // Names of files and profiles, which may not exist.
  ...['default_permissions', 'experimental_compact_prompt_file', 'model_catalog_json'],
  'model_instructions_file',
]);

/** The keys of the configuration, which a role may contain too. A wrong value keeps the program from starting. */
const keys: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(fields)
    .filter(([key]) => !apart.has(key))
    .map(([key, { role: _, required: __, details: ___, ...field }]): [string, Field] => {
      const one = key === 'approval_policy' ? { ...field, ...configuredPolicies } : field;
      return [
        key,
        {
          ...one,
          // What it does is described for agents only.
          ...{ summary: 'A key of the configuration of Codex.', absent: 'That of the user.' },
          ...{ otherwise: stopped, isNeverOffered: true, judge: stopping(one.judge) },
        },
      ];
    }),
);

function stopping(judge: Field['judge']): NonNullable<Field['judge']> {
  return (value, all) => {
    const found = judge?.(value, all) ?? null;
    return found?.otherwise === refused ? { ...found, otherwise: stopped } : found;
  };
}

const reader: Reader = ({ outline }) => {
  const { text, errors, fields } = outline;
  const [error] = errors;
  if (error) return unread({ code: 'toml', span: error.span, message: error.code, fatal: true });
  const end = { start: text.length, end: text.length };
  return {
    agents: [{ fields: dateAsText(fields), prompt: { text: '', span: end } }],
    flaws: [],
  };
};

/** The values with which these limit nothing. */
const unlimited: Readonly<Record<string, string>> = {
  sandbox_mode: 'danger-full-access',
  approval_policy: 'never',
};

export const configuration: SettingsKind = {
  subject: 'settings',
  reader,
  syntax: 'toml',
  skeleton: '[mcp_servers.${1:server}]\ncommand = "${2:npx}"\nargs = ["${3}"]\n',
  guards: (fields) => [
    ...fields.flatMap(({ key, value }): readonly Guard[] =>
      Object.hasOwn(unlimited, key) && textOf(value) !== unlimited[key]
        ? [{ kind: 'limit', name: key }]
        : [],
    ),
    ...serversAmong(fields, serversKey),
  ],
};

const otherNames = ['mcpServers', 'mcp-servers', 'mcp'];

/** The other keys are not judged. */
export const configurationDialect = ({ tools, models }: Dialect): Dialect => ({
  subject: 'settings',
  fields: { ...keys, [serversKey]: field },
  unknownField: {
    ...{ outcome: 'ignored', effect: '{host} ignores it.' },
    meant: {
      ...Object.fromEntries(otherNames.map((key) => [key, serversKey])),
      reasoning_effort: 'model_reasoning_effort',
    },
    evidence: executedHere,
  },
  everyKey: ({ key }: Entry) =>
    key === serversKey || otherNames.includes(key) || Object.hasOwn(keys, key)
      ? null
      : { outcome: 'kept', problems: [] },
  ...{ tools, models, colors: [] },
  flaws: { toml: { outcome: 'stops-host', reason: 'toml', effect: stopped.effect } },
});

export const configurationLocation: Location = {
  ...{ glob: configFile, names: /^config$/, scope: 'project', role: 'owner', id: 'path' },
  ...{ kind: 'configuration', dialect: 'configuration', evidence: executedHere },
  summary: 'The configuration of the project.',
};
