// The links from facts to the cases that prove them: derived, never written by hand.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../../../server/hosts/model/host';
import { caseFilesOf } from '../cases';
import { precedenceOf } from '../precedence/files';
import type { DeclaredFact } from './declared-fact';
import { factsOf } from './facts-of-host';

/** By the id of a fact: `group: title` of each case. */
export type Links = Readonly<Record<string, readonly string[]>>;

/** Below the root of the project. */
const folder = 'test/hosts/evidence';
const fileOf = (host: string): string => path.join(folder, `${host}.data.json`);

export const linksOf = (host: string): Links =>
  existsSync(fileOf(host)) ? (JSON.parse(readFileSync(fileOf(host), 'utf8')) as Links) : {};

export const storeLinks = (host: string, links: Links): void =>
  writeFileSync(fileOf(host), linesOf(links));

/** A line for each fact. */
export const linesOf = (links: Links): string =>
  `{\n${Object.entries(links)
    .map(([fact, cases]) => ` ${JSON.stringify(fact)}: ${JSON.stringify(cases)}`)
    .join(',\n')}\n}\n`;

/** The ids of all recorded cases of a host. */
export const caseIdsOf = (host: string): ReadonlySet<string> =>
  new Set([
    ...[...caseFilesOf(host)].flatMap(([group, { cases }]) =>
      cases.map(({ id }) => `${group}: ${id}`),
    ),
    ...(precedenceOf(host)?.cases ?? []).map(({ title }) => `names: ${title}`),
  ]);

export interface Unproven {
  readonly fact: DeclaredFact;
  readonly why: string;
}

/** The facts that say `executed` although no recorded case proves them. */
export const unprovenFacts = (
  host: Host,
  links: Links,
  cases: ReadonlySet<string>,
): readonly Unproven[] =>
  factsOf(host).flatMap((fact): Unproven[] => {
    if (fact.evidence.how !== 'executed') return [];
    const linked = Object.hasOwn(links, fact.id) ? (links[fact.id] ?? []) : [];
    if (linked.length === 0) return [{ fact, why: 'has no case' }];
    const lost = linked.find((id) => !cases.has(id));
    return lost === undefined
      ? []
      : [{ fact, why: `names the case "${lost}", which does not exist` }];
  });
