// The names in `tools` and `disallowedTools` of Kimi Code, and what an agent gets for each.
import type { Token } from '../../agent/name-tokens';
import type { Value } from '../../yaml/value';
import { commaNamesIn } from '../judge/tools/comma-names';
import { createToolOutcome, type ToolOutcome } from '../model/persona';
import { words } from './tools';

/** The names without white space around them. @param file the text of the file. */
export const namesIn = (file: string, value: Value | undefined): readonly Token[] =>
  commaNamesIn(file, value).map((name) => ({ ...name, text: name.text.trim() }));

/** Whether the value stands for every name: `*` and nothing else. */
export const isEverything = (names: readonly { readonly text: string }[]): boolean =>
  names.length === 1 && names[0]?.text === '*';

const pattern = /[*?[\]{}]/;

/** Null for the name of a tool, and for one that may stand for tools of MCP servers. */
function inactive(name: string): ToolOutcome | null {
  if (name.startsWith('mcp__'))
    return pattern.test(name) || name.slice(5).includes('__')
      ? null
      : createToolOutcome('lost', [], {
          why: 'wrong-form',
          instead: [`${name}__*`],
          effect: '{host} ignores it without the name of a tool or "__*".',
        });
  if (words.byName.has(name)) return null;
  if (pattern.test(name))
    return createToolOutcome('lost', [], {
      why: 'wrong-form',
      effect: '{host} supports wildcards only in the names of MCP tools, and ignores it.',
    });
  return words.lost(name);
}

/** What the agent gets for a name in `tools`. @param isOnly whether it is the only name. */
export function outcomeOf(name: string, isOnly: boolean): ToolOutcome {
  if (name === '*' && isOnly)
    return createToolOutcome('granted', [], { effect: '{host} gives the agent all tools.' });
  const lost = inactive(name);
  if (lost) return lost;
  const tool = words.byName.get(name);
  return tool
    ? createToolOutcome('granted', [name], tool.sometimes ? { sometimes: true } : {})
    : createToolOutcome('unverified', [], {
        effect: '{host} grants it if an MCP server of that name is available.',
      });
}

/** What a name in `disallowedTools` removes. */
export function outcomeOfDenial(name: string): ToolOutcome {
  const lost = inactive(name);
  if (!lost) return createToolOutcome('denied', [name]);
  const { instead } = lost;
  return createToolOutcome('no-effect', [], {
    effect: '{host} has no such tool.',
    ...(instead && { instead }),
  });
}
