// MCP servers for a question whose context names some: each is a small program that offers the same two tools. So it can be seen
// which tools of a server an agent has.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Facts, names } from '../facts';
import type { Question } from '../question';

/** The tools of every server. */
export const servedTools: readonly string[] = ['list', 'delete'];

/** The names of the servers of a question; null for one that is asked without any. */
export const serversOf = ({ context }: Question): readonly string[] | null => context?.mcp ?? null;

/** The names of all tools of its servers, as most programs form them. */
export const namesServed = (question: Question): readonly string[] =>
  (serversOf(question) ?? []).flatMap((server) =>
    servedTools.map((tool) => `mcp__${server}__${tool}`),
  );

/** The fact of which tools of MCP servers an agent has. @param given all of its tools. */
export const servedFact = (question: Question, given: readonly string[]): Facts =>
  serversOf(question) === null ? {} : { served: names(given.filter(isServed)) };

export const isServed = (name: string): boolean => name.startsWith('mcp__');

const program = `
const answer = (id, result) => console.log(JSON.stringify({ jsonrpc: '2.0', id, result }));
const tools = ${JSON.stringify(servedTools)}.map((name) => ({
  name,
  description: name,
  inputSchema: { type: 'object', properties: {} },
}));
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  if (method === 'initialize')
    answer(id, {
      protocolVersion: params.protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name: 'served', version: '1.0.0' },
    });
  else answer(id, method === 'tools/list' ? { tools } : {});
});
`;

/** How the program of a server is started. @param folder where it is written. */
export function serverCommand(folder: string): {
  readonly command: string;
  readonly args: readonly string[];
} {
  const file = path.join(folder, 'served.cjs');
  writeFileSync(file, program);
  return { command: process.execPath, args: [file] };
}
