// Tools that no recorded case proves. A recorded answer that lists all tools of an agent does not list them, which is one missing
// case and not a wrong verdict on every recorded file.
import { hosts } from '../../support/catalog';
import type { Difference } from '../facts';
import type { DeclaredFact } from './declared-fact';
import { factsOf } from './facts-of-host';
import { linksOf } from './links';

const known = new Map<string, ReadonlyMap<string, DeclaredFact>>();

/** By name, as the stored links have it when first asked. Empty for a host that is not known. */
export function toolsWithoutCase(hostId: string): ReadonlyMap<string, DeclaredFact> {
  const found = known.get(hostId) ?? lookUp(hostId);
  known.set(hostId, found);
  return found;
}

function lookUp(hostId: string): ReadonlyMap<string, DeclaredFact> {
  const host = hosts.find(({ id }) => id === hostId);
  const links = linksOf(hostId);
  return new Map(
    (host ? factsOf(host) : []).flatMap((fact) => {
      const [name] = fact.words;
      const isTool = fact.id.startsWith('tool ') && !Object.hasOwn(links, fact.id);
      return isTool && name !== undefined ? [[name, fact] as const] : [];
    }),
  );
}

/** The tools of these that explain the whole difference: our answer lists them in addition. Empty where they do not explain it. */
export function explainedBy(
  tools: ReadonlyMap<string, DeclaredFact>,
  { there, here }: Difference,
): readonly string[] {
  if (tools.size === 0) return [];
  const recorded = there === '(none)' ? [] : there.split(', ');
  const ours = here.split(', ');
  const added = ours.filter((name) => tools.has(name) && !recorded.includes(name));
  return ours.filter((name) => !added.includes(name)).join() === recorded.join() ? added : [];
}
