// Which servers of a session of Gemini CLI or Qwen Code are reached or started.

const transports = [
  [/Stdio/, 'stdio'],
  [/StreamableHTTP/, 'http'],
  [/SSE/, 'sse'],
];

/**
 * Each server that is reached or started, with how, and the number of its arguments.
 * @param servers names and configurations
 * @param folder one that exists
 * @param transportTo makes the program's transport
 */
export async function servedBy(servers, folder, transportTo) {
  const found = [];
  for (const [name, server] of servers) {
    if (!server.command && !server.url && !server.httpUrl) continue;
    try {
      const made = await transportTo(name, { ...server, ...started(server, folder) });
      const inner = made.transport ?? made;
      const [, kind] = transports.find(([form]) => form.test(inner.constructor.name)) ?? [];
      if (kind === 'stdio') {
        await inner.start();
        const [, ...words] = inner._process.spawnargs;
        inner._process.kill('SIGKILL');
        found.push(`${name}:${kind}/${words.length}`);
      } else found.push(`${name}:${kind ?? inner.constructor.name}`);
    } catch {
      // It is not started.
    }
  }
  return found;
}

/** Any program and any folder that exist. */
const started = ({ command, cwd }, folder) => ({
  ...(typeof command === 'string' && command !== '' && { command: process.execPath }),
  ...(typeof cwd === 'string' && { cwd: folder }),
});
