// What an agent's tools let it do.

import { memoize } from '../../../text/memoize';
import type { Tools } from '../../model/persona';
import { type Privilege, privileges } from '../../model/privileges';
import type { Capability } from '../../model/tool-purposes';
import { availableTools, capabilityOf, type ToolCatalog } from '../../model/tools';

/** The known capabilities that the tools provide. The capabilities of MCP tools are unknown and not counted. */
export function capabilitiesOf(
  { all, granted, denied, always, readOnly }: Tools,
  catalog: ToolCatalog,
): ReadonlySet<Capability> {
  const names = [...(all ? availableTools(catalog) : []), ...granted, ...always];
  const tools = toolsByName(catalog);
  const found = new Set<Capability>();
  for (const name of names) {
    if (denied.includes(name)) continue;
    // A tool `set/tool` that the catalog does not list has the capabilities of its set.
    const tool = tools.get(name) ?? tools.get(name.slice(0, name.indexOf('/')));
    // A tool that is unavailable to such agents adds no capability.
    if (!tool || tool.unavailable) continue;
    if (tool.asksAs === undefined || !denied.includes(tool.asksAs)) found.add(capabilityOf(tool));
  }
  // What is left of commands changes nothing.
  if (readOnly === 'applied') for (const one of privileges) found.delete(one);
  return found;
}

const toolsByName = memoize(
  ({ tools }: ToolCatalog) => new Map(tools.map((tool) => [tool.name, tool])),
);

/** The privileges among capabilities, in a fixed order. */
export const privilegesAmong = (able: ReadonlySet<Capability>): readonly Privilege[] =>
  privileges.filter((privilege) => able.has(privilege));
