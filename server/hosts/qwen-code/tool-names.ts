// The names in `tools` and `disallowedTools` of Qwen Code, and what an agent gets for each.
import { createToolOutcome, type ToolOutcome } from '../model/persona';
import { serverToolIn } from '../model/server-names';
import { byId, idInAnyCase, idOf, idOfFormer, servers, suggestTools } from './tools';

/** What the agent gets for a name in `tools`. */
export function outcomeOf(name: string): ToolOutcome {
  if (name === '*')
    return createToolOutcome('granted', [], { effect: '{host} gives the agent all tools.' });
  if (name.startsWith('mcp__')) return ofServer(name);
  const formerId = idOfFormer(name);
  const id = idOf(name) ?? formerId;
  if (id === undefined) return lost(name);
  const tool = byId.get(id);
  const renamed = formerId === undefined ? {} : ({ renamed: true, instead: [formerId] } as const);
  if (!tool)
    return createToolOutcome('unverified', [], {
      effect: '{host} gives it to agents only in some sessions.',
    });
  if (tool.unavailable !== undefined)
    return createToolOutcome('lost', [], { why: 'unavailable', effect: tool.unavailable });
  return createToolOutcome('granted', [id], {
    ...renamed,
    ...(tool.sometimes && { sometimes: true }),
  });
}

/** Only single tools of a server are found in `tools`. */
function ofServer(name: string): ToolOutcome {
  if (serverToolIn(name, servers)?.tool == null || name.includes('*'))
    return createToolOutcome('lost', [], {
      why: 'wrong-form',
      effect: '{host} needs the name of each tool: "mcp__SERVER__TOOL".',
    });
  return createToolOutcome('unverified', [], {
    effect: '{host} grants it if an MCP server of that name is available.',
  });
}

function lost(name: string): ToolOutcome {
  const right = idInAnyCase(name);
  if (right !== undefined)
    return createToolOutcome('lost', [], { why: 'wrong-case', instead: [right] });
  const [, base = name] = /^([^()]+)\(.*\)$/s.exec(name) ?? [];
  const id = base === name ? undefined : (idOf(base) ?? idInAnyCase(base));
  const instead = id === undefined ? suggestTools(base) : [id];
  return createToolOutcome('lost', [], {
    why: 'unknown',
    ...(instead.length > 0 && { instead }),
  });
}

const ignored = '{host} ignores this entry.';

/** What a name in `disallowedTools` removes. */
export function outcomeOfDenial(name: string): ToolOutcome {
  if (name === '*') return createToolOutcome('no-effect', [], { effect: ignored, wider: ignored });
  if (name === 'mcp__*')
    return createToolOutcome('denied', ['mcp__*'], {
      effect: '{host} removes only the tools of MCP servers.',
    });
  if (serverToolIn(name, servers)) return createToolOutcome('denied', [name]);
  const former = idOfFormer(name);
  const id = idOf(name) ?? former;
  if (id !== undefined)
    return createToolOutcome('denied', [id], former === undefined ? {} : { renamed: true });
  const right = idInAnyCase(name);
  const instead = right === undefined ? suggestTools(name) : [right];
  return createToolOutcome('no-effect', [], {
    effect: '{host} has no such tool.',
    ...(instead.length > 0 && { instead }),
  });
}
