// Changes to TOML documents: lines, keys, values of all kinds, single characters.
import type { Host } from '../../../server/hosts/model/host';
import type { Mutation } from '../mutate';
import type { Dice } from '../random';

const values: readonly string[] = [
  ...['""', '" "', '"a"', "'a'", '"a b"', '"read-only"', '"low"', '"never"', '"é🤖"'],
  ...['"a\\nb"', '"a\\qb"', '"a\\u00e9"', '"a', "'a", 'a', 'true', 'True', 'false', 'null'],
  ...['0', '5', '-1', '1.5', '1e3', '0x1F', '007', '1_000', 'inf', 'nan', '.5', '5.'],
  ...['2024-01-01', '2024-01-01T10:00:00Z', '2024-13-01', '10:00:00', '10:00'],
  ...['[]', '["a"]', '["a", "b"]', '["a", "a"]', '["a", 1]', '[1, 2]', '["a",]', '["a" "b"]', '['],
  ...['["a", ""]', '{}', '{ a = 1 }', '{ a = 1, }', '{ a = { b = "c" } }', '{', '{ a }'],
  ...['"""a"""', '"""\na\n"""', "'''\na\\b\n'''", '"""a', '"""""', '""""a"""', '""""""'],
  ...['"""a\\\n  b"""', '"a" # note', '"a" "b"', '', '=', '"a\tb"'],
];

const lines: readonly string[] = [
  ...['# note', '', '[t]', '[[t]]', '[a.b]', '[a', 'x', 'x = 1', '= 1', '"" = 1', '"a b" = 1'],
  ...['a.b = 1', 'a . b = 1', '[mcp_servers.x]', '[mcp_servers.x]\ncommand = "a"', '[tools]'],
  ...['mcp_servers.x.url = "https://x"', '[features]', '[[skills.config]]', 'tools = ["a"]', '---'],
];

const characters: readonly string[] = [
  ...['"', "'", '=', '[', ']', '{', '}', '#', ',', '.', '\\', '\n', '\r\n', '\r', ' ', '\t', 'a'],
  ...['\u0000', '\u007f', '\ufeff', '\u00a0', '"""', "'''"],
];

const withLine = (
  text: string,
  dice: Dice,
  change: (line: string) => readonly string[],
): string => {
  const all = text.split('\n');
  const at = dice.upTo(all.length);
  return all.toSpliced(at, 1, ...change(all[at] ?? '')).join('\n');
};

/** Values of tables of MCP servers, and lines between them. */
export function serversInToml(host: Host): readonly Mutation[] {
  const type = Object.values(host.dialects['servers']?.fields ?? {})[0]?.type;
  const server = type?.type === 'map' ? type.rest : undefined;
  const keys = [
    ...Object.keys(server?.type === 'map' ? (server.keys ?? {}) : {}),
    ...['type', 'disabled', 'headers', 'description', 'transport'],
  ];
  const value: Mutation = (text, dice) =>
    withLine(text, dice, (line) => [line.replace(/=.*$/, () => `= ${dice.of(values)}`)]);
  const key: Mutation = (text, dice) => `${text}\n${dice.of(keys)} = ${dice.of(values)}\n`;
  const table: Mutation = (text, dice) =>
    `${text}\n[mcp_servers.${dice.of(['a', 'b2', '"c d"', 'd.env', 'a.http_headers'])}]\n`;
  const less: Mutation = (text, dice) => withLine(text, dice, () => []);
  const own: Mutation = (text) => `${text}\n[mcp_servers.own]\ncommand = "true"\n`;
  const cut: Mutation = (text, dice) => {
    const at = dice.upTo(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1);
  };
  const isServers =
    (change: Mutation): Mutation =>
    (text, dice) => {
      const changed = change(text, dice);
      // What begins otherwise is asked about as a configuration of agents.
      return changed.startsWith('# Servers\n') ? changed : `# Servers\n${changed}`;
    };
  return [value, value, key, key, table, less, own, cut].map(isServers);
}

/** @param host whose keys are used. */
export function tomlFor(host: Host): readonly Mutation[] {
  const fields = Object.values(host.dialects).flatMap((dialect) => Object.keys(dialect.fields));
  const keys = [...fields, 'tools', 'color', 'temperature', 'Name', 'model-reasoning-effort'];
  const value: Mutation = (text, dice) =>
    withLine(text, dice, (line) => [line.replace(/=.*$/, () => `= ${dice.of(values)}`)]);
  const field: Mutation = (text, dice) =>
    withLine(text, dice, (line) => [`${dice.of(keys)} = ${dice.of(values)}`, line]);
  const key: Mutation = (text, dice) =>
    withLine(text, dice, (line) => [line.replace(/^[\w-]+/, () => dice.of(keys))]);
  const line: Mutation = (text, dice) => withLine(text, dice, (one) => [one, dice.of(lines)]);
  const less: Mutation = (text, dice) => withLine(text, dice, () => []);
  const twice: Mutation = (text, dice) => withLine(text, dice, (one) => [one, one]);
  const insert: Mutation = (text, dice) => {
    const at = dice.upTo(text.length + 1);
    return text.slice(0, at) + dice.of(characters) + text.slice(at);
  };
  const cut: Mutation = (text, dice) => {
    const at = dice.upTo(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + dice.upTo(3));
  };
  const ends: Mutation = (text) => text.replaceAll('\n', '\r\n');
  return [value, value, value, field, field, key, line, less, twice, insert, cut, ends];
}
