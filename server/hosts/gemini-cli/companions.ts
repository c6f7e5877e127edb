// The files next to the agents of Gemini CLI, and what agents refer to in them: MCP servers.
import {
  createReference,
  definedServer,
  entriesIn,
  settled,
  stringItems,
} from '../judge/reference-builders';
import type { CompanionFile, CompanionName, Missing, Reference } from '../model/companion';
import type { PersonaInput } from '../model/persona-builder';
import { seenIn } from './evidence';
import { mcpParts } from './tool-names';

const settings = {
  format: 'json',
  names: [{ at: ['mcpServers'], as: 'keys', kind: 'mcp-server', does: 'defines' }],
  evidence: seenIn('config/storage.js'),
} as const;

export const companionFiles: readonly CompanionFile[] = [
  { glob: '.gemini/settings.json', scope: 'project', ...settings },
  { glob: '.gemini/settings.json', scope: 'user', ...settings },
];

export const missing = {
  'mcp-server': {
    effect: '{host} silently starts the agent without its tools.',
    others: 'Ignore this if an extension provides it.',
    evidence: seenIn('agents/local-executor.js'),
  },
} as const satisfies Readonly<Record<string, Missing>>;

/** The servers in `mcp_server_tool` and `mcp_server_*`. */
export function references({ text, agent }: PersonaInput): readonly Reference[] {
  const value = agent.fields.find(({ key }) => key === 'tools')?.value;
  return settled(
    text,
    stringItems(value).flatMap(({ text: written, span, style }) => {
      const parts = mcpParts(written);
      if (parts === null || written === 'mcp_*') return [];
      const start = span.start + (style === 'plain' ? 0 : 1) + 'mcp_'.length;
      const name = { text: parts.server, span: { start, end: start + parts.server.length } };
      return [createReference(name, { kind: 'mcp-server', how: 'uses', path: ['tools'] })];
    }),
  );
}

export const defines = ({ text, agent }: PersonaInput): readonly CompanionName[] =>
  entriesIn(agent.fields.find(({ key }) => key === 'mcp_servers')?.value).map((entry) =>
    definedServer(text, entry),
  );
