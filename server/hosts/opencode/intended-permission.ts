// The permission that an author intended by a name that OpenCode and Kilo accept but never check.
import type { IntendedPermission } from '../model/permission-evaluator';
import type { Family } from './family';
import { permissionOf } from './tools';

/** Null for a permission that is checked, and for a name that may be a tool of an MCP server or a plugin. */
export function intendedPermission(
  { tools, beyondTools }: Family,
  permission: string,
): IntendedPermission | null {
  if (beyondTools.has(permission)) return null;
  const known = tools.tools.find(({ name }) => name === permission);
  if (known)
    return isChecked(permission) ? null : { now: [permissionOf(permission)], why: 'shared' };
  const lower = permission.toLowerCase();
  if (lower !== permission) {
    const isKnown = beyondTools.has(lower) || tools.tools.some(({ name }) => name === lower);
    if (isKnown) return { now: [permissionOf(lower)], why: 'case' };
  }
  const former = tools.former.find(({ name }) => name === lower);
  if (former)
    return {
      now: [...new Set(former.now.map(permissionOf))],
      why: former.mapped ? 'shared' : 'removed',
    };
  const [, server, tool] = /^mcp__(.+?)__(.+)$/.exec(permission) ?? [];
  return server === undefined ? null : { now: [`${server}_${tool}`], why: 'form' };
}

const isChecked = (tool: string): boolean => permissionOf(tool) === tool;
