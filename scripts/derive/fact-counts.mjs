// How many facts of each host are of one kind, by how they are known: for the pages of rules.

const ways = ['executed', 'read', 'documented', 'unknown'];

/**
 * @param kind a kind of facts that a rule names
 * @returns the hosts that declare such facts, each with counts in words: `12 executed, 1 read`
 */
export const factCounts = (kind, hosts, { factsOf, linksOf, isOfKind }) =>
  hosts.flatMap((host) => {
    const links = linksOf(host.id);
    const known = factsOf(host)
      .filter((fact) => isOfKind(host, kind, fact))
      .map(({ id, evidence }) => (links[id] ? 'executed' : evidence.how));
    const counts = ways.flatMap((way) => {
      const count = known.filter((how) => how === way).length;
      return count === 0 ? [] : [`${count} ${way === 'unknown' ? 'not known' : way}`];
    });
    return counts.length === 0 ? [] : [{ host, counts: counts.join(', ') }];
  });
