// Names of tools in settings: in rules and in the matchers of hooks, which know more of them than the fields of agents.
import { byId, idOf, idOfFormer, specialIds } from '../tools';

/** Names of other programs, and former IDs, which count here. */
const compatible: Readonly<Record<string, string>> = {
  Bash: 'run_shell_command',
  Read: 'read_file',
  Write: 'write_file',
  replace: 'edit',
  search_file_content: 'grep_search',
  task: 'agent',
};

/** Every tool of the program. */
const ids: readonly string[] = [...byId.keys(), ...specialIds];

/** The ID of a tool by a name in its exact case, which may end with `Tool`. */
export function idOfName(name: string): string | undefined {
  const base = name.replace(/(?<=[a-z])Tool$/, '');
  const own = Object.hasOwn(compatible, name) ? compatible[name] : undefined;
  return own ?? idOf(name) ?? idOfFormer(name) ?? idOf(base) ?? idOfFormer(base);
}

const names: readonly string[] = [...Object.keys(compatible), ...ids];

/** The name that has the letters of another one; undefined where there is none. */
export const nameInAnyCase = (name: string): string | undefined =>
  names.find((one) => one.toLowerCase() === name.toLowerCase());

/** The tools before which a hook with the matcher runs; null where it is no expression that can be read. */
export const toolsOf = (matcher: string): readonly string[] | null => namedBy(matcher, ids);

/** The same among some tools. */
export function namedBy(matcher: string, ids: readonly string[]): readonly string[] | null {
  const pattern = matcher.trim();
  if (['', '*', '.*'].includes(pattern)) return ids;
  const isList = pattern.includes('|') && !/^[\^(]/.test(pattern);
  const parts = isList
    ? pattern
        .split('|')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : [pattern];
  if (isList && parts.some((one) => one === '*' || one === '.*')) return ids;
  const named = new Set([pattern, ...parts].map(idOfName));
  const byName = ids.filter((id) => named.has(id));
  try {
    const expression = new RegExp(parts.join('|'));
    return ids.filter((id) => named.has(id) || (parts.length > 0 && expression.test(id)));
  } catch {
    return byName.length > 0 ? byName : null;
  }
}
