// Names of tools as a map of rules: these and no others.
import { flowScalar } from '../agent/write';
import { deedsOf, equivalents } from '../hosts/deeds';
import type { AllowList, Dialect } from '../hosts/host';

/** The names as the rules know them; several tools may go under one. Undefined for one that this host does not have. */
export function ruledName(
  written: string,
  { tools, allowList }: Dialect,
): readonly string[] | undefined {
  const own = tools.deeds ?? {};
  const { name, uses } = parted(written, allowList);
  if (deedsOf(name, own).length > 0) return withUses(equivalents(name, own, own), uses);
  // `SERVER_TOOL`, `SERVER_*`, `*`: what servers bring cannot be known here.
  const isServers = /^[\w-]+_[\w*-]+$|^\*$/.test(name);
  return isServers || tools.tools.some((tool) => tool.name === name) ? [written] : undefined;
}

/** `Bash(git diff:*)`: where rules say what a tool may be used with, that is kept. */
export function parted(
  written: string,
  allowList: AllowList | undefined,
): { name: string; uses: string } {
  const parts = allowList && /^([\w-]+)(\(.+\))$/.exec(written);
  return { name: parts?.[1] ?? written, uses: parts?.[2] ?? '' };
}

export const withUses = (names: readonly string[], uses: string): readonly string[] =>
  names.map((name) => `${name}${uses}`);

/** The same as a block list of maps, a rule each, in their order; null where the rules are a map. */
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

/** `(git diff:*)`: `git diff *`. */
const useOf = (uses: string): string => uses.slice(1, -1).replace(/:\*$/, ' *');

/** These and no others. A name for every use counts for more than the same name for some. */
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
