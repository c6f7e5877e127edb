// Which servers of a session of Gemini CLI or Qwen Code are reached or started.
import { readFileSync, readlinkSync } from 'node:fs';

const transports = [
  [/Stdio/, 'stdio'],
  [/StreamableHTTP/, 'http'],
  [/SSE/, 'sse'],
];

/**
 * Each server that is reached or started, with how, and the number of its arguments; and of those named `standin` the keys with an effect.
 * A folder is `/tmp`.
 * @param servers names and configurations
 * @param folder one that exists
 * @param transportTo makes the program's transport
 */
export async function servedBy(servers, folder, transportTo) {
  const found = [];
  const keys = [];
  for (const [name, server] of servers) {
    if (!server.command && !server.url && !server.httpUrl) continue;
    try {
      const made = await transportTo(name, { ...server, ...started(server, folder) });
      const inner = made.transport ?? made;
      const [, kind] = transports.find(([form]) => form.test(inner.constructor.name)) ?? [];
      if (kind === 'stdio') {
        await inner.start();
        const [, ...words] = inner._process.spawnargs;
        keys.push(...keysOf(server, inner._process.pid, words).map((key) => `${name}.${key}`));
        inner._process.kill('SIGKILL');
        found.push(`${name}:${kind}/${words.length}`);
      } else {
        const headers = isStandIn(server) ? [...(await inner._commonHeaders()).keys()] : [];
        if (headers.some((one) => one.startsWith('x-standin'))) keys.push(`${name}.headers`);
        found.push(`${name}:${kind ?? inner.constructor.name}`);
      }
    } catch {
      // It is not started.
    }
  }
  return { servers: found, keys };
}

const isStandIn = ({ command, url, httpUrl }) =>
  [command, url, httpUrl].some((one) => typeof one === 'string' && one.includes('standin'));

/** What a program was started with. */
function keysOf(server, pid, words) {
  if (!isStandIn(server)) return [];
  const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  return [
    ...(words.length > 0 ? ['args'] : []),
    ...(variables.some((one) => one.startsWith('STANDIN')) ? ['env'] : []),
    ...(readlinkSync(`/proc/${pid}/cwd`) === '/tmp' ? ['cwd'] : []),
  ];
}

/** Any program and any folder that exist. */
const started = ({ command, cwd, ...server }, folder) => ({
  ...(typeof command === 'string' && command !== '' && { command: process.execPath }),
  ...(typeof cwd === 'string' && !isStandIn({ command, ...server }) && { cwd: folder }),
});
