// What a mode in a file, such as "permissionMode: plan", leaves of what an agent may do.
import { allowed, type Grant, type SharedTools } from '../../model/conversion';
import type { ToolPurpose } from '../../model/tool-purposes';

/** With such modes, hosts ask before they change files or run commands, or refuse to. */
export const controlled: readonly ToolPurpose[] = [
  'create-file',
  'change-file',
  'edit-notebook',
  'run-command',
];

/** @param action that of the mode; undefined for a mode that limits nothing. What is denied stays denied. */
export function limitedByMode(
  shared: SharedTools,
  action: Grant['action'] | undefined,
): SharedTools {
  if (action === undefined) return shared;
  const { purposes } = shared;
  const limited = controlled
    .filter((purpose) => (purposes[purpose] ?? allowed).action !== 'deny')
    .map((purpose) => [purpose, { action, exceptions: [] }]);
  return { ...shared, purposes: { ...purposes, ...Object.fromEntries(limited) } };
}
