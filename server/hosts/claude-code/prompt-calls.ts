// Tool calls in the prompt of a Claude Code agent: names of MCP tools, and calls that start an agent.
import type { Span } from '../../text/span';
import type { PromptCall, PromptCalls } from '../model/tools';
import { delegateTool } from './tools';

/** A single tool of a server, not `mcp__server__*` or `mcp__<server>`. */
const mcpTool = /(?<![\w*<{-])mcp__[A-Za-z0-9][\w-]*?__[A-Za-z0-9][\w-]*(?![\w*<{-])/g;
const delegation =
  /(?<![\w.])(?:Task|Agent)\s{0,3}\(\s{0,20}\{?\s{0,20}[^(){}]{0,200}?\bsubagent_type\b(?:["']?\s{0,3}[:=]\s{0,3}["'`]([^"'`\n]{1,100}))?/g;

export const promptCalls: PromptCalls = {
  find(text, { start, end }) {
    const prompt = text.slice(start, end);
    const found: PromptCall[] = [];
    if (prompt.includes('mcp__'))
      for (const match of prompt.matchAll(mcpTool)) {
        const [tool] = match;
        if (!isPlaceholder(tool))
          found.push({ tool, span: spanAt(start + match.index, tool.length) });
      }
    if (prompt.includes('subagent_type'))
      for (const { index, 1: starts } of prompt.matchAll(delegation)) {
        const length = /^\w+/.exec(prompt.slice(index))?.[0].length ?? 0;
        found.push({ tool: delegateTool, span: spanAt(start + index, length), starts });
      }
    return found;
  },
  // Listed by its own name, or covered by its whole server.
  isGiven: (tool, entries, servers) => {
    const server = /^mcp__(.+?)__/s.exec(tool)?.[1];
    return (
      entries.includes(tool) ||
      (server !== undefined &&
        (servers.includes(server) ||
          entries.some((entry) => entry === `mcp__${server}` || entry === `mcp__${server}__*`)))
    );
  },
};

const spanAt = (start: number, length: number): Span => ({ start, end: start + length });

/** Whether the name only shows the form of such names. */
const isPlaceholder = (tool: string): boolean => /^mcp__(?:server|name|xxx|my-?server)/i.test(tool);
