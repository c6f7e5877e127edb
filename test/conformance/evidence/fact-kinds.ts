// The kinds of facts that rules name as their sources.
import type { Host } from '../../../server/hosts/model/host';
import type { FactKind } from '../../../server/rules/source';
import type { DeclaredFact } from './declared-fact';

/** Whether a fact of the host is of that kind. */
export function isOfKind(host: Host, kind: FactKind, { id }: Pick<DeclaredFact, 'id'>): boolean {
  const [, key, part] = /^field (\S+?)(?: in [\w-]+)?(?:, (.*))?$/.exec(id) ?? [];
  const roleOf = (name: string): boolean =>
    Object.values(host.dialects).some(({ fields }) => fields[key ?? '']?.role === name);
  if (key === undefined || kind === 'tool')
    return id === kind || id.startsWith(`${kind} `) || id.startsWith(`${kind},`);
  if (kind === 'field') return part === undefined;
  if (kind === 'required field') return part === 'required';
  if (kind === 'range of the providers') return part === kind;
  const [what, role] = kind.split(' of ');
  if (role !== undefined && !roleOf(role)) return false;
  if (what === 'field') return part === undefined;
  return what === 'values' && part !== undefined && part !== 'required';
}
