// The cases in which OpenCode and Kilo were first measured, from the recordings outside the repository.
import { oracles, readJson, required } from '../../support/resources';
import type { Case } from '../case-file';
import { type Agent, answerFacts } from '../oracles/opencode-family/answer';
import type { Taken } from './taken';

interface Recorded {
  readonly outcome: string;
  readonly error?: { readonly issues: readonly { readonly path: string }[] };
  readonly agents?: readonly Agent[];
}

interface Written {
  readonly id: string;
  readonly category: string;
  readonly path?: string;
  readonly text?: string | { readonly base64: string };
  readonly opencode: Recorded;
  readonly kilo: Recorded;
}

export function familyCases(): readonly Taken[] {
  const { cases } = readJson<{ cases: readonly Written[] }>(
    required(oracles, 'DOSSIER_ORACLES'),
    'opencode-cases.json',
  );
  const single = cases.filter(({ path }) => path !== undefined);
  const own = single.filter(({ category }) => !/^seed/.test(category));
  const left = [
    {
      what: `${cases.length - single.length} cases of several files`,
      why: 'a case is one text; replayed out of the record',
    },
    {
      what: `${single.length - own.length} cases made of the seeds`,
      why: "another's texts, replayed out of the record",
    },
  ];
  const taken = (
    host: 'opencode' | 'kilo',
    version: string,
    place: (path: string) => string,
  ): Taken => ({
    host,
    version,
    groups: byCategory(own, (one) => caseOf(one, one[host], place)),
    left,
  });
  return [
    taken('opencode', '1.18.33', (path) => path),
    taken('kilo', '7.7.9', (path) => path.replace(/^\.opencode\//, '.kilo/')),
  ];
}

const textOf = ({ text = '' }: Written): string =>
  typeof text === 'string' ? text : Buffer.from(text.base64, 'base64').toString('utf8');

function byCategory(
  all: readonly Written[],
  make: (one: Written) => Case,
): Readonly<Record<string, readonly Case[]>> {
  const groups: Record<string, Case[]> = {};
  for (const one of all) {
    const group = one.category.replaceAll(/[^a-z0-9]+/gi, '-');
    groups[group] ??= [];
    groups[group].push(make(one));
  }
  return groups;
}

function caseOf(
  one: Written,
  { outcome, error, agents }: Recorded,
  place: (path: string) => string,
): Case {
  return {
    id: one.id,
    path: place(one.path ?? ''),
    text: textOf(one),
    facts: answerFacts({
      ...(outcome === 'refused' && { stopsFor: (error?.issues ?? []).map(({ path }) => path) }),
      broken: outcome === 'accepted-listing-broken',
      agent: clean(agents?.[0]),
    }),
  };
}

/** Folders of the run by a word. */
const clean = (agent: Agent | undefined): Agent | null =>
  agent
    ? {
        ...agent,
        ownRules: agent.ownRules.map((rule) => rule.replace(/<root>\/home\d+/, '<home>')),
      }
    : null;
