// How the facts of a host are known, for pages and reports. A recorded case decides what was executed, not the declaration.
import { type Evidence, executed, unknown } from '../../../server/hosts/model/evidence';
import type { Host } from '../../../server/hosts/model/host';
import type { DeclaredFact } from './declared-fact';
import { factsOf } from './facts-of-host';
import { type Links, linksOf } from './links';

export interface KnownFact {
  readonly id: string;
  readonly dialects?: readonly string[] | undefined;
  readonly how: Evidence['how'];
  /** Empty where it is not known. */
  readonly where: string;
}

/** Every fact of the host, in the order of its declarations. */
export const knownFacts = (host: Host, links: Links = linksOf(host.id)): readonly KnownFact[] =>
  factsOf(host).map((fact) => ({
    ...{ id: fact.id, dialects: fact.dialects },
    ...provenBy(host, fact, Object.hasOwn(links, fact.id)),
  }));

/**
 * With a case it was executed, even where its declaration states less; without one it was not, even where it states more. What was
 * recorded stays so: a case of it is answered with a table that contains it.
 */
function provenBy(
  { package: program, version }: Host,
  { evidence }: DeclaredFact,
  hasCase: boolean,
): Pick<KnownFact, 'how' | 'where'> {
  if (evidence.how === 'recorded') return evidence;
  if (!hasCase) return evidence.how === 'executed' ? unknown : evidence;
  return evidence.how === 'executed' ? evidence : executed(`${program} ${version}`);
}
