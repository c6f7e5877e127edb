// Writes a list of tools as permission rules that allow these tools and no others.

import type { AllowList, Dialect } from '../../hosts/model/dialect';
import { equivalentNames, purposesOf } from '../../hosts/model/tool-purposes';
import { purposesIn } from '../../hosts/model/tools';
import { flowScalar } from '../../yaml/scalar';

/** The permissions of a tool, of which several tools may share one. Undefined for a tool that this host does not have. */
export function permissionsOf(
  written: string,
  { tools, allowList }: Dialect,
): readonly string[] | undefined {
  const own = purposesIn(tools) ?? {};
  const { name, uses } = parted(written, allowList);
  if (purposesOf(name, own).length > 0) return withUses(equivalentNames(name, own, own), uses);
  // `SERVER_TOOL`, `SERVER_*`, `*`: the tools of MCP servers are not known here.
  const isServerTool = /^[\w-][a-zA-Z\d-]*_[\w*-]+$|^\*$/.test(name);
  return isServerTool || tools.tools.some((tool) => tool.name === name) ? [written] : undefined;
}

/** Splits `Bash(git diff:*)` into the name and its argument, where the rules of the host can express the argument. */
export function parted(
  written: string,
  allowList: AllowList | undefined,
): { name: string; uses: string } {
  const parts = allowList && /^([\w-]+)(\(.+\))$/.exec(written);
  return { name: parts?.[1] ?? written, uses: parts?.[2] ?? '' };
}

export const withUses = (names: readonly string[], uses: string): readonly string[] =>
  names.map((name) => `${name}${uses}`);

/** The rules as a block list with one map for each rule; null where the host writes rules as a map. */
export function listedRules(names: readonly string[], list: AllowList): string | null {
  const keys = list.asList;
  if (!keys) return null;
  const [everything] = list.others;
  const rule = (name: string, use: string, action: string): string =>
    [
      `\n  - ${keys.name}: ${flowScalar(name, 'double')}`,
      `    ${keys.use}: ${flowScalar(use, 'double')}`,
      `    ${keys.action}: ${action}`,
    ].join('\n');
  const named = names.map((written) => {
    const { name, uses } = parted(written, list);
    return rule(name, useOf(uses) || everything, list.named);
  });
  return [rule(everything, everything, list.others[1]), ...named].join('');
}

/** `git diff *` for `(git diff:*)`. */
const useOf = (uses: string): string => uses.slice(1, -1).replace(/:\*$/, ' *');

/** Rules for these names and no others. A name without an argument includes the same name with one. */
export function rulesFor(
  names: readonly string[],
  allowList: AllowList,
): readonly (readonly [string, string])[] {
  const byName = new Map<string, string[]>();
  for (const written of names) {
    const { name, uses } = parted(written, allowList);
    byName.set(name, [...(byName.get(name) ?? []), useOf(uses)]);
  }
  const [everything, denied] = allowList.others;
  const named = [...byName].map(([name, patterns]): readonly [string, string] => {
    if (patterns.includes('')) return [name, allowList.named];
    const uses = patterns.map((one) => `${flowScalar(one, 'double')}: ${allowList.named}`);
    return [name, `{ ${flowScalar(everything, 'double')}: ${denied}, ${uses.join(', ')} }`];
  });
  return [allowList.others, ...named];
}
