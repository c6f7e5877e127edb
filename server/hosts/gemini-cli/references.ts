// What agents of Gemini CLI refer to and define: MCP servers.
import {
  createReference,
  definesServersIn,
  settled,
  stringItems,
} from '../judge/mentions/reference-builders';
import type { Missing, Reference } from '../model/companion';
import { fieldValue, type PersonaInput } from '../model/persona-builder';
import { readHere } from './evidence';
import { mcpParts } from './tool-names';

export const missing = {
  'mcp-server': {
    effect: '{host} silently starts the agent without its tools.',
    others: 'Ignore this if an extension provides it.',
    evidence: readHere('agents/local-executor.js'),
  },
} as const satisfies Readonly<Record<string, Missing>>;

/** The servers in `mcp_server_tool` and `mcp_server_*`. */
export function references(input: PersonaInput): readonly Reference[] {
  return settled(
    input.text,
    stringItems(fieldValue(input, 'tools')).flatMap(({ text: written, span, style }) => {
      const parts = mcpParts(written);
      if (parts === null || written === 'mcp_*') return [];
      const start = span.start + (style === 'plain' ? 0 : 1) + 'mcp_'.length;
      const name = { text: parts.server, span: { start, end: start + parts.server.length } };
      return [createReference(name, { kind: 'mcp-server', how: 'uses', path: ['tools'] })];
    }),
  );
}

export const defines = definesServersIn('mcp_servers');
