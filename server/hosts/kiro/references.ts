// What agents of Kiro refer to and define: MCP servers.
import {
  createReference,
  definesServersIn,
  settled,
  stringItems,
} from '../judge/mentions/reference-builders';
import type { Reference } from '../model/companion';
import { fieldValue, type PersonaInput } from '../model/persona-builder';

/** The servers in `@server` and `@server/tool`. */
export function references(input: PersonaInput): readonly Reference[] {
  return settled(
    input.text,
    stringItems(fieldValue(input, 'tools')).flatMap(({ text: written, span, style }) => {
      const [, server] = /^@([^/*?]+)(?:\/|$)/.exec(written) ?? [];
      if (server === undefined || server === 'builtin' || server === 'mcp') return [];
      const start = span.start + (style === 'plain' ? 0 : 1) + 1;
      const name = { text: server, span: { start, end: start + server.length } };
      return [createReference(name, { kind: 'mcp-server', how: 'uses', path: ['tools'] })];
    }),
  );
}

export const defines = definesServersIn('mcpServers');
