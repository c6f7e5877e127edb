// Seeded changes to files of MCP servers: a key with a value of another type, another type of server, another place of the servers.
import { rootOfJson } from '../../../server/agent/json-root';
import type { Host } from '../../../server/hosts/model/host';
import type { KeyType, Type } from '../../../server/hosts/model/type';
import type { Mutation } from '../mutate';
import { below, odd } from './json';

const types = [
  ...['stdio', 'local', 'http', 'sse', 'ws', 'streamable-http', 'streamableHttp', 'HTTP', 'remote'],
];
const addresses = ['https://x.invalid/m', '${URL}', 'x.invalid/m', 'https://${HOST}/m', ''];
const otherKeys = ['disabled', 'enabled', 'transport', 'serverUrl', 'description', 'autoApprove'];

export function serversFor(host: Host): readonly Mutation[] {
  const { fields = {} } = host.dialects['servers'] ?? host.dialects['settings'] ?? {};
  const [holder, field] = Object.entries(fields).find(([, { role }]) => role === 'servers') ?? [''];
  const keys = [...keysIn(field?.type), ...otherKeys];
  const inServer = (text: string, at: number, entry: string): string => {
    const servers = serversIn(text, holder);
    const server = servers[at % Math.max(1, servers.length)];
    if (server?.kind !== 'map') return text;
    const end = server.span.end - 1;
    const comma = server.entries.length > 0 ? ',' : '';
    return `${text.slice(0, end)}${comma}${entry}${text.slice(end)}`;
  };
  return [
    (text, dice) => inServer(text, dice.upTo(5), `"${dice.of(keys)}":${dice.of(odd)}`),
    (text, dice) => inServer(text, dice.upTo(5), `"type":"${dice.of(types)}"`),
    (text, dice) => inServer(text, dice.upTo(5), `"url":${JSON.stringify(dice.of(addresses))}`),
    (text, dice) => inServer(text, dice.upTo(5), '"command":"true"'),
    (text, dice) => inServer(text, dice.upTo(5), `"tools":["*"]`),
    (text, dice) => {
      const root = rootOfJson(text);
      const values = root ? below(root) : [];
      if (values.length === 0) return text;
      const { start, end } = dice.of(values).span;
      return text.slice(0, start) + dice.of(odd) + text.slice(end);
    },
    (text, dice) =>
      text.replace(`"${holder}"`, `"${dice.of(['servers', 'mcpServers', 'mcp', 'other'])}"`),
    (text) => {
      // At the top of a configuration these keys have other meanings.
      if (holder !== 'mcpServers') return text;
      const root = rootOfJson(text);
      const servers = root?.kind === 'map' ? root.entries[0]?.value.span : undefined;
      return servers ? text.slice(servers.start, servers.end) : text;
    },
    (text) => text.replace(/^\s*\{/, '{"own":{"command":"true"},'),
    (text, dice) => {
      const at = dice.upTo(text.length);
      return dice.of([
        text.slice(0, at) + text.slice(at + 1),
        `// a\n${text}`,
        text.replace(/}\s*$/, ',}'),
        `\ufeff${text}`,
      ]);
    },
  ];
}

const serversIn = (text: string, holder: string) => {
  const root = rootOfJson(text);
  const servers =
    root?.kind === 'map'
      ? (root.entries.find(({ key }) => key === holder)?.value ?? root)
      : undefined;
  return servers?.kind === 'map' ? servers.entries.map(({ value }) => value) : [];
};

function keysIn(type: Type | undefined): readonly string[] {
  const server = type?.type === 'map' ? type.rest : undefined;
  const keys: Readonly<Record<string, KeyType>> = server?.type === 'map' ? (server.keys ?? {}) : {};
  return Object.keys(keys);
}
