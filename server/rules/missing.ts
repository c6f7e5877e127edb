// What an agent uses and nobody brings: a skill, a server. Others may bring it whom nobody here sees, so that little is
// certain: a slip of the finger is told, the rest only as a hint, and only where all files that are read were read.
import type { Missing } from '../hosts/neighbour';
import type { Reference } from '../hosts/reference';
import { editDistance } from '../text/edit-distance';
import { broughtAs, isWrittenAs } from './brought';
import { nearest, sameWord } from './nearest';
import type { KnownAgent, KnownName } from './neighbours';
import type { AcrossInput, Found, Related } from './rule';

type Kind = 'skill' | 'mcp-server';

const words: Readonly<Record<Kind, string>> = { skill: 'skill', 'mcp-server': 'MCP server' };

export function missing({ agent, neighbours }: AcrossInput, kind: Kind): Found[] {
  const { host, location } = agent.place;
  const known = host.missing?.[kind];
  if (!known || !agent.references.some((one) => one.kind === kind)) return [];
  const own = [...ownOf(agent, kind), ...(known.own ?? [])];
  const isThere = (name: string): boolean =>
    broughtAs(neighbours, host, kind, name).length > 0 ||
    own.some((one) => isWrittenAs(one, name, known));
  return agent.references.flatMap((reference): Found[] => {
    const { name, span, isPattern, how } = reference;
    if (reference.kind !== kind || how !== 'uses' || isPattern || isThere(name)) return [];
    if (known.elsewhere?.test(name)) return [];
    const [kept] = known.denied ? neighbours.beside(host, kind, 'denies', name) : [];
    if (kept) {
      const message = `${host.name} does not give the ${words[kind]} "${name}" to agents, for ${known.denied}: it ${known.says}.`;
      return [{ span, severity: 'warning', message, related: [relatedTo(kept)] }];
    }
    const meant = meantBy(reference, neighbours.brought(host, kind), kind);
    const thing = words[kind];
    if (meant === undefined) {
      if (!neighbours.seesAll || location.scope === 'plugin') return [];
      const message = `No ${thing} "${name}" is known in this workspace or in your home: ${host.name} ${known.says}, unless ${known.others} brings it.`;
      return [{ span, severity: 'hint', message }];
    }
    const related = neighbours
      .beside(host, kind, 'brings', meant)
      .map(
        ({ path, span: at }): Related => ({ path, span: at, says: `"${meant}" is brought here` }),
      );
    return [
      {
        span,
        severity: sameWord(name, meant) ? 'warning' : 'information',
        message: `${host.name} finds no ${thing} "${name}" here and ${known.says}. Did you mean "${meant}"?`,
        fixes: [
          {
            title: `Replace with ${meant}`,
            safety: 'review',
            edits: () => [{ span, text: spelled(meant, reference, known) }],
          },
        ],
        related: related.slice(0, 20),
      },
    ];
  });
}

const relatedTo = ({ path, span, name }: KnownName): Related => ({
  path,
  span,
  says: `"${name}" is here`,
});

const ownOf = ({ brings }: KnownAgent, kind: Kind): readonly string[] =>
  brings.flatMap((one) => (one.kind === kind ? [one.name] : []));

/** Servers have short names that are like each other: only one letter may be another. */
function meantBy({ name }: Reference, names: readonly string[], kind: Kind): string | undefined {
  const meant = nearest(name, names);
  if (meant === undefined || kind === 'skill' || sameWord(name, meant)) return meant;
  return editDistance(name.toLowerCase(), meant.toLowerCase()) <= 1 ? meant : undefined;
}

/** In the name of a tool a server is spelled otherwise than in a list of servers. */
const spelled = (
  meant: string,
  { path: [field] }: Reference,
  { spelled: spell }: Missing,
): string => (field === 'tools' && spell ? spell(meant) : meant);
