// The names in `tools` and `disallowedTools` of Qoder CLI, and what a subagent gets for each.

import { type Token, tokensOf } from '../../agent/name-tokens';
import type { StringValue, Value } from '../../yaml/value';
import { withoutArguments } from '../judge/tools/tool-words';
import { createToolOutcome, type ToolOutcome } from '../model/persona';
import { serverToolIn } from '../model/server-names';
import { servers, words } from './tools';

/** The names in a string, or in each string of a list: separated by commas and spaces outside of parentheses. */
export function namesIn(file: string, value: Value | undefined): readonly Token[] {
  if (value?.kind === 'text') return namesInText(file, value);
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) => (item.kind === 'text' ? namesInText(file, item) : []));
}

/** Parentheses nest, unlike in other programs. */
const nested = /\([^)]*\(/;

function namesInText(file: string, value: StringValue): readonly Token[] {
  if (!nested.test(value.text)) return tokensOf(file, value, ', ');
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const sign of `${value.text},`) {
    if (depth === 0 && (sign === ',' || sign === ' ')) {
      names.push(name.trim());
      name = '';
      continue;
    }
    if (sign === '(') depth++;
    if (sign === ')') depth = Math.max(0, depth - 1);
    name += sign;
  }
  if (depth > 0) names.push(name.slice(0, -1).trim());
  return names.flatMap((text) => (text === '' ? [] : { text, span: value.span }));
}

const unverified = createToolOutcome('unverified', [], {
  effect: '{host} grants it if an MCP server of that name is available.',
});

/** What a subagent gets for a name in `tools`. */
export function outcomeOf(name: string): ToolOutcome {
  if (name === '*')
    return createToolOutcome('granted', [], { effect: '{host} gives the agent all tools.' });
  if (name === 'mcp__*' || serverToolIn(name, servers)) return unverified;
  if (name.startsWith('mcp__'))
    return createToolOutcome('lost', [], {
      why: 'wrong-form',
      instead: [`${name}__*`],
      effect: '{host} ignores it without the name of a tool or "__*".',
    });
  const tool = words.byName.get(name);
  if (tool?.unavailable !== undefined)
    return createToolOutcome('lost', [], { why: 'unavailable', effect: tool.unavailable });
  if (tool) return createToolOutcome('granted', [name]);
  const base = withoutArguments(name);
  // Only of this tool, the arguments are read: names of agents.
  if (base === 'Agent' && base !== name) return outcomeOf(base);
  if (base !== name && words.byName.has(base))
    return createToolOutcome('lost', [], {
      why: 'wrong-form',
      instead: [base],
      effect: '{host} ignores a tool with arguments.',
    });
  return words.lost(name);
}

/** What a name in `disallowedTools` removes. Wildcards and arguments remove nothing. */
export function outcomeOfDenial(name: string): ToolOutcome {
  if (words.byName.has(name)) return createToolOutcome('denied', [name]);
  const server = serverToolIn(name, servers);
  if (server?.tool) return createToolOutcome('denied', [name]);
  const base = withoutArguments(name);
  // Such agents cannot be called by this one.
  if (base === 'Agent' && base !== name) return createToolOutcome('denied', []);
  const meant = words.inAnyCase(base) ?? words.suggestTool(base);
  // Nothing is lost where no agent has the tool.
  const isLimit = meant !== undefined && words.byName.get(meant)?.unavailable === undefined;
  if (name.startsWith('mcp__'))
    return createToolOutcome('no-effect', [], { effect: singleTools, wider: singleTools });
  return createToolOutcome('no-effect', [], {
    effect: meant === undefined ? '{host} has no such tool.' : exactNames,
    ...(isLimit && { instead: [meant], wider: exactNames }),
  });
}

const singleTools = '{host} removes only single tools of MCP servers.';
const exactNames = '{host} removes tools only by their exact names.';
