// The facts that the findings of each rule depend on, compared with the facts that the rule names as its sources.

/** Only facts on words that the examples of the rule contain are tried. */
const isMentioned = (text, { words }) => words.every((word) => text.includes(word));
const isRequirement = ({ id }) => id.endsWith(', required');

/**
 * Prints each rule that names facts on which its findings do not depend.
 * @param load loads the hosts, also without a name or with another name instead
 * @param isProposing also prints the facts on which the findings of each rule depend
 * @returns how many such names there are
 */
export function checkRules(load, { names, isProposing }) {
  const subject = load();
  const hosts = subject.hosts.map((host) => ({ host, facts: subject.factsOf(host) }));
  let wrong = 0;
  for (const { name } of subject.rules) {
    if (names.length > 0 && !names.includes(name)) continue;
    const text = subject.textOf(name);
    const usual = subject.findingsOf(name);
    const readers = subject.hostsOf(name);
    const depends = (host, fact) => {
      const { removal } = fact;
      if (!readers.includes(host)) return false;
      if (!isRequirement(fact) && !isMentioned(text, fact)) return false;
      const changed = subject.hostsWithout(host, fact);
      const differs = (one) => subject.findingsOf(name, new Map([[host, one]])) !== usual;
      if (changed.length > 0 || !removal) return changed.some(differs);
      if (removal.by === 'name') return load(removal.name).findingsOf(name) !== usual;
      const granted = load(removal.instead, removal.name);
      return granted.findingsOf(name) !== load(removal.instead).findingsOf(name);
    };
    if (isProposing) {
      const found = hosts.flatMap(({ host, facts }) =>
        facts.filter((fact) => depends(host, fact)).map(({ id }) => `${host.id}: ${id}`),
      );
      console.log(`${name}\n  ${found.join('\n  ')}`);
      continue;
    }
    const { sources } = subject.docsOf(name);
    for (const kind of sources.flatMap(({ background = [] }) => background)) {
      if (hosts.some(({ host, facts }) => facts.some((fact) => subject.isOfKind(host, kind, fact))))
        continue;
      console.log(`  ${name}: no host declares the fact "${kind}"`);
      wrong++;
    }
    for (const kind of sources.flatMap(({ facts = [] }) => facts)) {
      const ofKind = hosts.flatMap(({ host, facts }) =>
        facts.filter((fact) => subject.isOfKind(host, kind, fact)).map((fact) => ({ host, fact })),
      );
      if (ofKind.some(({ host, fact }) => depends(host, fact))) continue;
      console.log(
        ofKind.length === 0
          ? `  ${name}: no host declares the fact "${kind}"`
          : `  ${name}: its findings do not depend on the fact "${kind}"`,
      );
      wrong++;
    }
  }
  return wrong;
}
