// The permission that an author meant by a name that the host never checks.
import { likelyProgramOf } from '../../hosts/catalog/foreign-tools';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Dialect } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import type { IntendedPermission } from '../../hosts/model/permission-evaluator';
import { equivalentNames } from '../../hosts/model/tool-purposes';
import { purposesIn } from '../../hosts/model/tools';
import { editDistance } from '../../text/edit-distance';

export interface Intended {
  readonly now: readonly string[];
  /** `spelling`: a typing error. `foreign`: the name that another host uses. */
  readonly why: IntendedPermission['why'] | 'spelling' | 'foreign';
}

/** Undefined for a permission that the host checks, a pattern, and a name that an MCP server or a plugin may define. */
export function intendedPermission(
  catalog: HostCatalog,
  name: string,
  host: Host,
  { evaluator, tools }: Dialect,
): Intended | undefined {
  if (!evaluator || /[*?]/.test(name) || evaluator.permissionsIn(tools).includes(name))
    return undefined;
  const meant = evaluator.meant(name, tools);
  if (meant) return meant;
  const near = misspelled(name, evaluator.permissionsIn(tools));
  if (near !== undefined) return { now: [near], why: 'spelling' };
  const from = likelyProgramOf(catalog, [name], host);
  const own = purposesIn(tools);
  if (!from || !own) return undefined;
  const now = equivalentNames(name, from.purposes, own).flatMap(
    (one) => evaluator.meant(one, tools)?.now ?? one,
  );
  return now.length > 0 ? { now: [...new Set(now)], why: 'foreign' } : undefined;
}

/** A short name may be that of another tool, so it counts only with a swapped, missing or doubled character. */
function misspelled(name: string, permissions: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  return permissions.find((one) => {
    if (one.charAt(0) !== lower.charAt(0) || Math.abs(one.length - lower.length) > 1) return false;
    if (editDistance(lower, one) > 1) return false;
    return one.length > 5 || lower.length !== one.length || sameCharacters(lower, one);
  });
}

const sameCharacters = (one: string, other: string): boolean =>
  [...one].sort().join('') === [...other].sort().join('');
