// Which of several agents with one name a host uses, as facts. Each is taken away by its opposite.
import type { Host } from '../../../server/hosts/model/host';
import type { NamePrecedence } from '../../../server/hosts/model/name-precedence';
import type { DeclaredFact } from './declared-fact';

export function precedenceFacts(host: Host): readonly DeclaredFact[] {
  const { sameName } = host.kinds.agent;
  if (!sameName) return [];
  const { evidence, nested, within, tie, silent, behind, rank, own } = sameName;
  const fact = (what: string, opposite: NamePrecedence, known = evidence): DeclaredFact => ({
    id: `agents of one name, ${what}`,
    evidence: known,
    words: [],
    ofNames: 'only',
    removal: {
      by: 'change',
      change: (one) => ({
        ...one,
        kinds: { ...one.kinds, agent: { ...one.kinds.agent, sameName: opposite } },
      }),
    },
  });
  const { within: _, ...anyOrder } = sameName;
  const { tie: __, ...noTie } = sameName;
  const { silent: ___, ...reported } = sameName;
  return [
    fact('order of the folders', { ...sameName, rank: (place) => negated(rank(place)) }),
    ...(nested
      ? [
          fact('nested projects', {
            ...sameName,
            nested: (place) => {
              const { first, effect } = nested(place);
              return { first: first === 'inner' ? 'outer' : 'inner', effect };
            },
          }),
        ]
      : []),
    ...(within ? [fact('in one folder', anyOrder)] : []),
    // Without chance the order of the paths decides.
    ...(tie === undefined
      ? []
      : [fact('chance', { ...noTie, within: { order: ({ path }) => path, effect: '' } })]),
    ...(silent ? [fact('files that are no agents', reported, silent.evidence)] : []),
    fact('the other one', {
      ...sameName,
      behind: { ...behind, becomes: behind.becomes === 'lost' ? 'listed' : 'lost' },
    }),
    ...(isKnown(own) ? [fact('built-in agents', { ...sameName, own: () => null })] : []),
  ];
}

const negated = (rank: number | null): number | null => (rank === null ? null : -rank);

/** Whether anything is declared of built-in agents. */
const isKnown = (own: NamePrecedence['own']): boolean => !/=>\s*null\s*$/.test(own.toString());
