// Which tool names Gemini CLI accepts in a file, and what an agent gets for each.
import { createToolOutcome, type ToolOutcome } from '../model/persona';
import { byName, renamed, suggestTools } from './tools';

/** How a name of an MCP tool is divided: at the first underscore after the prefix. */
const mcpName = /^mcp_([a-z0-9.:-]+)_(.+)$/i;
const word = /^[a-z0-9_.:-]+$/i;

/** The server and the tool of `mcp_server_tool`, where `*` stands for all tools; null for any other name. */
export function mcpParts(name: string): { server: string; tool: string } | null {
  const [, server, tool] = mcpName.exec(name) ?? [];
  return server === undefined || tool === undefined ? null : { server, tool };
}

/** Whether a file may list the name. One other name makes Gemini CLI reject the file. */
export function isAccepted(name: string): boolean {
  if (byName.has(name) || renamed(name) !== undefined) return true;
  if (name === '*' || name === 'mcp_*' || name.startsWith('discovered_tool_')) return true;
  const parts = mcpParts(name);
  return (
    parts !== null && (parts.tool === '*' || (word.test(parts.tool) && /[^_]/.test(parts.tool)))
  );
}

/** What the agent gets for the name. */
export function outcomeOf(name: string): ToolOutcome {
  if (!isAccepted(name)) return createToolOutcome('lost', [], { why: 'unknown', ...instead(name) });
  if (name === '*')
    return createToolOutcome('granted', [], { effect: '{host} gives the agent all tools.' });
  const now = renamed(name);
  if (now !== undefined) return createToolOutcome('granted', [now], { renamed: true });
  const tool = byName.get(name);
  if (!tool)
    return createToolOutcome('unverified', [], {
      effect: name.startsWith('mcp_')
        ? '{host} grants it if an MCP server of that name is available.'
        : '{host} grants it if the command that discovers tools provides it.',
    });
  if (tool.name === 'complete_task')
    return createToolOutcome('no-effect', [], {
      effect: '{host} gives this tool to every agent anyway.',
    });
  return tool.unavailable === undefined
    ? createToolOutcome('granted', [name], tool.sometimes ? { sometimes: true } : {})
    : createToolOutcome('lost', [], { why: 'unavailable', effect: tool.unavailable });
}

/** What to write instead: the name without arguments, with the underscores of this host, or of the tool that is meant. */
function instead(name: string): { readonly instead?: readonly string[] } {
  const [, base = name] = /^([^()]+)\(.*\)$/s.exec(name.trim()) ?? [];
  if (base !== name && isAccepted(base)) return { instead: [base] };
  const [, server, tool = '*'] = /^mcp__((?:(?!__).)+)(?:__(.+))?$/s.exec(name) ?? [];
  if (server !== undefined) {
    const own = `mcp_${server}_${tool}`;
    return isAccepted(own) ? { instead: [own] } : {};
  }
  const meant = suggestTools(base);
  return meant.length > 0 ? { instead: meant } : {};
}
