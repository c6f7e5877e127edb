// The tools that an agent has in a host, as single tools: a tool set counts as its members.

import { availableTools, type ToolCatalog } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import type { Message } from '../../text/message';
import type { View } from '../view/view';

/** The single tools that a name in a list grants. A name that the host does not know stands for itself. */
export function toolsNamed(catalog: ToolCatalog, name: string): readonly string[] {
  const own = catalog.standsFor?.(name) ?? [];
  if (own.length > 0) return own;
  return membersOf(catalog, name);
}

/** The single tools of a name, which may be one that only the file has: `Bash(git:*)`. */
export function singleToolsOf({ tools, dialect }: Verdict, tool: string): readonly string[] {
  const written = tools.findLast((one) => one.written === tool && one.names.length > 0);
  return (written?.names ?? [tool]).flatMap((name) => toolsNamed(dialect.tools, name));
}

/** The tools of a tool set; a single tool stands for itself. The tools that a host grants are such names. */
export const membersOf = ({ tools }: ToolCatalog, name: string): readonly string[] =>
  tools.find((tool) => tool.name === name)?.members ?? [name];

/** Every tool that the agent has, including those that depend on a server or an extension. Empty where there is no agent. */
export function heldTools({ persona, dialect }: Verdict): ReadonlySet<string> {
  if (!persona) return new Set();
  const { tools: catalog, evaluator } = dialect;
  const { all, granted, always, unverified, denied } = persona.tools;
  const single = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => membersOf(catalog, name));
  if (!all) return new Set(single([...granted, ...always, ...unverified]));
  const available = availableTools(catalog);
  if (evaluator) return new Set(available.filter((name) => !evaluator.hides(persona, name)));
  const lost = new Set(single(denied));
  return new Set([...single(available).filter((name) => !lost.has(name)), ...granted]);
}

/** The tools that share a permission with this one, and the tool itself. */
export function toolsWithPermissionOf({ dialect }: Verdict, tool: string): readonly string[] {
  const { evaluator, tools } = dialect;
  if (!evaluator) return [tool];
  const permission = evaluator.permissionFor(tool);
  const sharing = availableTools(tools).filter(
    (name) => name !== tool && evaluator.permissionFor(name) === permission,
  );
  return [tool, ...sharing];
}

/** One way to make a change: the view after it. Null where it cannot be made in this way. */
export type Attempt = () => {
  readonly view: View;
  /** What it changes besides what was asked, as a sentence. */
  readonly question?: Message;
} | null;
