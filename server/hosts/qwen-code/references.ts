// What agents of Qwen Code refer to and define: MCP servers.

import { createReference, definesServersIn, settled } from '../judge/mentions/reference-builders';
import { commaNamesIn } from '../judge/tools/comma-names';
import type { Reference } from '../model/companion';
import { fieldValue, type PersonaInput } from '../model/persona-builder';
import { serverToolIn } from '../model/server-names';
import { servers } from './tools';

/** The servers in the names of tools. */
export function references(input: PersonaInput): readonly Reference[] {
  const { text } = input;
  return settled(
    text,
    ['tools', 'disallowedTools'].flatMap((key) => {
      return commaNamesIn(text, fieldValue(input, key)).flatMap((name): readonly Reference[] => {
        const parts = serverToolIn(name.text, servers);
        if (parts === null) return [];
        const start = name.span.start + 'mcp__'.length;
        const server = { text: parts.server, span: { start, end: start + parts.server.length } };
        return [createReference(server, { kind: 'mcp-server', how: 'uses', path: [key] })];
      });
    }),
  );
}

export const defines = definesServersIn('mcpServers');
