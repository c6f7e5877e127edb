// The names in `tools` of Factory Droid, and what an agent gets for each.
import type { Token } from '../../agent/name-tokens';
import type { Value } from '../../yaml/value';
import { commaNamesIn } from '../judge/tools/comma-names';
import { createToolOutcome, type ToolOutcome } from '../model/persona';
import type { EditTool } from './models';
import { categoryOf, words } from './tools';

/** The names in the value. Without a comma, a string is one name. @param file the text of the file. */
export function namesIn(file: string, value: Value | undefined): readonly Token[] {
  return commaNamesIn(file, value).flatMap(({ text, span }) => {
    const name = text.trim();
    return name === '' ? [] : [{ text: name, span }];
  });
}

/** The category that is the whole value; null for any other value. */
export const categoryIn = (value: Value | undefined): string | null =>
  value?.kind === 'text' && categoryOf(value.text) ? value.text : null;

const editors: readonly string[] = ['Create', 'Edit', 'ApplyPatch'];

/** The tools that change files, for a model with this tool; with both, where the model is not known. */
function editorsFor(name: string, editTool: EditTool | null): readonly string[] {
  if (editTool === 'ApplyPatch') return ['ApplyPatch'];
  const own = name === 'ApplyPatch' ? ['Create', 'Edit'] : [name];
  return editTool === 'Edit' ? own : [...own, 'ApplyPatch'];
}

const granted = (names: readonly string[], editTool: EditTool | null): readonly string[] => [
  ...new Set(names.flatMap((name) => (editors.includes(name) ? editorsFor(name, editTool) : name))),
];

/** The server and the tool in `SERVER___TOOL`; null for any other name. */
export function serverIn(name: string): { readonly server: string; readonly tool: string } | null {
  const at = name.indexOf('___', 1);
  const tool = name.slice(at + 3);
  return at < 0 || tool === '' ? null : { server: name.slice(0, at), tool };
}

/** What the agent gets for a category. */
export function outcomeOfCategory(word: string, editTool: EditTool | null): ToolOutcome {
  if (word === 'mcp')
    return createToolOutcome('lost', [], {
      why: 'unavailable',
      instead: [],
    });
  return createToolOutcome('granted', granted(categoryOf(word) ?? [], editTool));
}

/** What the agent gets for a name. */
export function outcomeOf(name: string, editTool: EditTool | null): ToolOutcome {
  if (name === 'MultiEdit')
    return createToolOutcome('granted', granted(['Edit'], editTool), {
      renamed: true,
      instead: ['Edit'],
    });
  const tool = words.byName.get(name);
  if (tool?.unavailable !== undefined)
    return createToolOutcome('lost', [], { why: 'unavailable', effect: tool.unavailable });
  if (tool)
    return createToolOutcome('granted', granted([name], editTool), {
      ...(tool.sometimes && { sometimes: true }),
    });
  if (serverIn(name))
    return createToolOutcome('unverified', [], {
      effect: '{host} grants it if an MCP server of that name is available.',
    });
  return lost(name);
}

function lost(name: string): ToolOutcome {
  if (name === 'all')
    return createToolOutcome('lost', [], {
      why: 'wrong-form',
      effect: '{host} gives the agent all tools only if the field is missing.',
    });
  if (categoryOf(name))
    return createToolOutcome('lost', [], {
      why: 'wrong-form',
      effect: '{host} accepts a category only as the whole value, not in a list.',
    });
  return words.lost(name);
}
