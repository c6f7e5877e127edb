// Whether an agent has a tool for something, such as running commands.
import type { ToolPurpose } from '../../model/tool-purposes';
import { purposesIn } from '../../model/tools';
import type { Verdict } from '../../model/verdict';

/** Whether the tool of this name is for the purpose in this host. */
export const isToolFor = (
  { dialect: { tools } }: Verdict,
  purpose: ToolPurpose,
  name: string,
): boolean => purposesIn(tools)?.[purpose]?.includes(name) ?? false;

/** Granted by name, or not denied where the agent has every tool. False where there is no agent. */
export function hasToolFor(verdict: Verdict, purpose: ToolPurpose): boolean {
  const { persona, dialect } = verdict;
  if (!persona) return false;
  const { all, granted, denied, always } = persona.tools;
  const has = (name: string): boolean => isToolFor(verdict, purpose, name);
  if (granted.some(has) || always.some(has)) return true;
  if (!all) return false;
  const [first] = purposesIn(dialect.tools)?.[purpose] ?? [];
  return (
    first !== undefined && !denied.includes(first) && !dialect.evaluator?.hides(persona, first)
  );
}
