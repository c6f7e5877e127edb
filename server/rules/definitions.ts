// Finds where a skill or MCP server that an agent uses is defined. Its name may be spelled differently where it is used.

import type { Missing } from '../hosts/model/companion';
import type { Host } from '../hosts/model/host';
import type { ReferenceKind } from '../hosts/model/reference';
import type { KnownName, WorkspaceView } from './workspace-view';

/** Empty where no known file defines it. */
export function definedAs(
  workspace: WorkspaceView,
  host: Host,
  kind: ReferenceKind,
  name: string,
): readonly KnownName[] {
  const exact = workspace.companions(host, kind, 'defines', name);
  const known = host.missing?.[kind];
  if (exact.length > 0 || !known) return exact;
  return workspace
    .definedNames(host, kind)
    .filter((one) => isSpelledAs(one, name, known))
    .flatMap((one) => workspace.companions(host, kind, 'defines', one));
}

/** Whether something that is defined as `defined` is used under `name`. */
export function isSpelledAs(
  defined: string,
  name: string,
  { spelled, foldsCase }: Pick<Missing, 'spelled' | 'foldsCase'>,
): boolean {
  const isSame = (one: string): boolean =>
    one === name || (foldsCase === true && one.toLowerCase() === name.toLowerCase());
  return isSame(defined) || (spelled !== undefined && isSame(spelled(defined)));
}
