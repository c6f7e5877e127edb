// The MCP servers of the configuration, as tables `[mcp_servers.NAME]`. Codex does not start with a wrong value in it.
import type { Entry, Value } from '../../yaml/value';
import { check, phrase, problem } from '../judge/check';
import { worstOf } from '../judge/hook-file';
import { serversAmong } from '../judge/servers';
import type { Dialect } from '../model/dialect';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { SettingsKind } from '../model/host';
import type { Location } from '../model/location';
import { type Reader, unread } from '../model/reading';
import type { Problem } from '../model/type';
import { configFile } from './companions';
import { executedHere } from './evidence';
import { unchecked } from './judges';
import { formProblems, hasOtherKeys, servers } from './mcp';
import { dateAsText } from './reader';
import { stopped } from './tables';

export const serversKey = 'mcp_servers';

const unused: Consequence = { outcome: 'ignored', effect: '{host} silently ignores the key.' };

/** Keys of other programs, with those that mean the same. */
const meant: Readonly<Record<string, string>> = {
  environment: 'env',
  headers: 'http_headers',
  includeTools: 'enabled_tools',
  excludeTools: 'disabled_tools',
};

function judge(value: Value): CustomCheckResult {
  const types = check(servers, value).problems;
  const fatal = types.length > 0 ? types : formProblems(value);
  if (fatal.length === 0 && hasOtherKeys(value)) return unchecked;
  return worstOf([fatal, stopped], [foreignKeys(value), unused]);
}

const foreignKeys = (value: Value): readonly Problem[] =>
  (value.kind === 'map' ? value.entries : []).flatMap(({ key: name, value: server }) =>
    (server.kind === 'map' ? server.entries : []).flatMap(({ key, keySpan, value: one }) => {
      const own = Object.hasOwn(meant, key) ? meant[key] : undefined;
      const isOff = key === 'disabled' && one.kind === 'boolean' && one.boolean;
      if (own === undefined && !isOff) return [];
      const expected = phrase(
        own === undefined ? '"enabled" with the opposite value' : 'called "{words}"',
        own === undefined ? [] : [own],
      );
      return [
        {
          ...problem('unknown-key', one, expected, [name, key]),
          span: keySpan,
          ...(own !== undefined && { choices: [own], meant: own }),
        },
      ];
    }),
  );

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

export const configuration: SettingsKind = {
  subject: 'settings',
  reader,
  syntax: 'toml',
  skeleton: '[mcp_servers.${1:server}]\ncommand = "${2:npx}"\nargs = ["${3}"]\n',
  guards: (fields) => serversAmong(fields, serversKey),
};

/** The other keys are not judged. */
export const configurationDialect = ({ tools, models }: Dialect): Dialect => ({
  subject: 'settings',
  fields: { [serversKey]: field },
  unknownField: {
    ...{ outcome: 'ignored', effect: '{host} loads no server in it.' },
    meant: Object.fromEntries(otherNames.map((key) => [key, serversKey])),
    evidence: executedHere,
  },
  everyKey: ({ key }: Entry) =>
    key === serversKey || otherNames.includes(key) ? null : { outcome: 'kept', problems: [] },
  ...{ tools, models, colors: [] },
  flaws: { toml: { outcome: 'stops-host', reason: 'toml', effect: stopped.effect } },
});

const otherNames = ['mcpServers', 'mcp-servers', 'mcp'];

export const configurationLocation: Location = {
  ...{ glob: configFile, names: /^config$/, scope: 'project', role: 'owner', id: 'path' },
  ...{ kind: 'servers', dialect: 'servers', evidence: executedHere },
  summary: 'The configuration, of which the MCP servers are checked.',
};
