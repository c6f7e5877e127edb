// Which recorded cases depend on a fact: those whose verdict changes when the fact is taken away.
import type { Host } from '../../../server/hosts/model/host';
import { hosts } from '../../support/catalog';
import type { Case } from '../case-file';
import { caseFilesOf } from '../cases';
import { differences } from '../facts';
import { type Tested, tested } from '../hosts';
import { entryVerdictsOn, verdictOn } from '../hosts/verdict-on';
import type { PrecedenceCase } from '../precedence/case';
import { inWords } from '../precedence/case';
import { precedenceOf } from '../precedence/files';
import { outcomeHere } from '../precedence/ours';
import { askedApart, type Question } from '../question';
import type { DeclaredFact } from './declared-fact';
import { explainedBy, toolsWithoutCase } from './tools-without-case';

/** A recorded case, with what is needed to choose it. */
export interface Recorded {
  /** `group: title`, or `names: title` of a case of agents that share a name. */
  readonly id: string;
  readonly of: { readonly one: Case } | { readonly names: PrecedenceCase };
  /** The dialect in which it is judged; absent where no agent is read. */
  readonly dialect?: string | undefined;
  /** The text and the path, in which the words of a fact are looked up. */
  readonly content: string;
}

/** The cases that agree with our verdict, the shorter ones first. */
export function recordedOf(hostId: string): readonly Recorded[] {
  const { host, words } = knownAs(hostId);
  const single = [...caseFilesOf(hostId)].flatMap(([group, { cases }]) =>
    cases
      .filter((one) => isPredicted(words, one, host))
      .map((one): Recorded => {
        // The agents of a configuration have a dialect of their own each.
        const isOfEntries = askedApart(one) === null && entryVerdictsOn(host, one) !== null;
        const verdict = isOfEntries ? null : verdictOn(host, one);
        const dialect = Object.keys(host.dialects).find(
          (key) => host.dialects[key] === verdict?.dialect,
        );
        const content = `${one.path}\n${one.text}`;
        return { id: `${group}: ${one.id}`, of: { one }, dialect, content };
      }),
  );
  const named = (precedenceOf(hostId)?.cases ?? [])
    .filter((names) => names.open === undefined && names.outcome.standings.size > 0)
    .map((names) => ({ id: `names: ${names.title}`, of: { names }, content: '' }));
  return [...single, ...named].sort((a, b) => a.content.length - b.content.length);
}

/** Whether the verdict on a case differs from the recording for the host without a fact. */
export function isExercised(
  hostId: string,
  { of }: Recorded,
  change: (host: Host) => Host = (host) => host,
): boolean {
  const { words, host } = knownAs(hostId);
  const changed = changedHost(host, change);
  return 'one' in of
    ? !isPredicted(words, of.one, changed)
    : inWords(outcomeHere(hostId, of.names, changed)).join() !== inWords(of.names.outcome).join();
}

/** Our verdict on a case, in the facts that the program reports. */
export function verdictOnCase(hostId: string, { of }: Recorded): string {
  if ('names' in of) return inWords(outcomeHere(hostId, of.names)).join();
  const { words, host } = knownAs(hostId);
  try {
    const here = words.facts(of.one, host);
    return JSON.stringify(Object.keys(of.one.facts).map((fact) => here[fact]));
  } catch {
    return 'none';
  }
}

/** Our verdict on a question for the host without a fact, to be compared with that for the whole host. */
export function verdictWithout(
  hostId: string,
  question: Question,
  change: (host: Host) => Host = (host) => host,
): string {
  const { words, host } = knownAs(hostId);
  try {
    return JSON.stringify(words.facts(question, changedHost(host, change)));
  } catch {
    return 'none';
  }
}

/** One change makes one host: what is derived from a host is cached by it. */
const changedHosts = new WeakMap<object, Host>();

function changedHost(host: Host, change: (host: Host) => Host): Host {
  const known = changedHosts.get(change);
  if (known) return known;
  const changed = change(host);
  changedHosts.set(change, changed);
  return changed;
}

function isPredicted({ facts, oracle }: Tested, one: Case, host: Host): boolean {
  try {
    const here = facts(one, host);
    return (
      differences(one.facts, here).every(
        (each) => explainedBy(toolsWithoutCase(oracle.host), each).length > 0,
      ) &&
      !Object.keys(one.facts).some((fact) => here[fact]?.startsWith('? ') ?? false) &&
      !(here['agent']?.startsWith('? ') ?? false)
    );
  } catch {
    // Without the fact the host cannot be judged at all.
    return false;
  }
}

function knownAs(hostId: string): { host: Host; words: Tested } {
  const host = hosts.find(({ id }) => id === hostId);
  const words = tested.find(({ oracle }) => oracle.host === hostId);
  if (!host || !words) throw new Error(`${hostId} cannot be asked`);
  return { host, words };
}

/** Whether a case can depend on a fact at all: it is read in the dialect of the fact, or of the kind that proves it. */
export const canExercise = (
  hostId: string,
  { dialects, ofNames }: DeclaredFact,
  one: Recorded,
): boolean =>
  'names' in one.of
    ? ofNames !== undefined
    : ofNames !== 'only' &&
      !(
        ofNames === 'too' &&
        askedApart(one.of.one) === null &&
        knownAs(hostId).words.oracle.isGivenPlaces
      ) &&
      (dialects === undefined || one.dialect === undefined || dialects.includes(one.dialect));
