// Servers that write down what they are started or reached with: a program that ends at once, and an address that answers with an error.
// A question names them `standin-NAME` and `http://standin.invalid/NAME`, where NAME is the server.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rootOfJson } from '../../../../server/agent/json-root';
import { type Entry, type Value, valueAtKey } from '../../../../server/yaml/value';
import { type Facts, names } from '../../facts';
import type { Question } from '../../question';
import { removeFolder } from '../remove-folder';

/** Whether it asks which keys of its servers have an effect. */
export const asksForKeys = ({ text }: Question): boolean => text.includes('standin');

/** Such servers while a program is asked. */
export interface StandIns {
  readonly question: Question;
  /** The keys with an effect that was seen, each after the name of its server. @param project the folder of the program */
  readonly keys: (project: string) => readonly string[];
  /** The names of those that were started or reached. */
  readonly reached: () => readonly string[];
  readonly close: () => void;
}

interface Seen {
  readonly name: string;
  readonly args: number;
  readonly env: number;
  readonly folder: string;
}

const program = (record: string): string =>
  `#!/bin/sh\nprintf '%s\\t%s\\t%s\\t%s\\n' "\${0##*standin-}" "$#" "$(/usr/bin/env | /usr/bin/grep -c '^STANDIN')" "$PWD" >> '${record}'\n`;

export async function startStandIns(question: Question): Promise<StandIns> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-stand-in-'));
  const record = path.join(folder, 'started.txt');
  mkdirSync(path.join(folder, 'bin'));
  const headers = new Map<string, boolean>();
  const listener = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    const has = Object.keys(request.headers).some((one) => one.startsWith('x-standin'));
    headers.set(name, (headers.get(name) ?? false) || has);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const text = question.text
    .replaceAll('http://standin.invalid', `http://127.0.0.1:${port}`)
    .replaceAll(/standin-\w+/g, (name) => {
      const file = path.join(folder, 'bin', name);
      writeFileSync(file, program(record));
      chmodSync(file, 0o755);
      return file;
    });
  const started = (): readonly Seen[] =>
    (existsSync(record) ? readFileSync(record, 'utf8') : '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [name = '', args = '', env = '', at = ''] = line.split('\t');
        return { name, args: Number(args), env: Number(env), folder: at };
      });
  return {
    question: { ...question, text },
    keys: (project) => [
      ...started().flatMap(({ name, args, env, folder: at }) => [
        ...(args > 0 ? [`${name}.args`] : []),
        ...(env > 0 ? [`${name}.env`] : []),
        ...(at === project ? [] : [`${name}.cwd`]),
      ]),
      ...[...headers].flatMap(([name, has]) => (has ? [`${name}.headers`] : [])),
    ],
    reached: () => [...started().map(({ name }) => name), ...headers.keys()],
    close: () => {
      listener.close();
      listener.closeAllConnections();
      removeFolder(folder);
    },
  };
}

/**
 * The keys of servers that had an effect, each after the name of its server, and those that are written and had none.
 * @param loaded the names of those that the program has
 */
export const keyFacts = (
  servers: Value | undefined,
  loaded: readonly string[],
  keys: readonly string[],
): Facts => ({
  keys: names(keys),
  unread: names(
    writtenKeys(
      servers?.kind === 'map' ? servers.entries.filter(({ key }) => loaded.includes(key)) : [],
    ).filter((key) => !keys.includes(key)),
  ),
});

/** The keys of servers, each after the name of its server, except those without which there is no server. */
export const writtenKeys = (servers: readonly Pick<Entry, 'key' | 'value'>[]): readonly string[] =>
  servers.flatMap(({ key: name, value }) =>
    (value.kind === 'map' ? value.entries : []).flatMap(({ key }) =>
      /^(?:command|url|httpUrl|type)$/.test(key) ? [] : [`${name}.${key}`],
    ),
  );

/** The servers of a question in JSON, which some programs also read without a key around them. */
export function serversIn({ text }: Question): Value | undefined {
  const root = rootOfJson(text);
  return root ? (valueAtKey(root, 'mcpServers') ?? valueAtKey(root, 'mcp') ?? root) : undefined;
}
