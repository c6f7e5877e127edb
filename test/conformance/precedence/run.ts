// `npm run conformance -- --precedence`: who is the agent, by the recorded answers or by the programs themselves.
import { installed } from '../install';
import type { Package } from '../oracle';
import { type Run, recordRun } from '../runs';
import { asking } from './ask';
import { inWords, type Outcome, type PrecedenceCase, type PrecedenceFile } from './case';
import { precedenceOf, storePrecedence } from './files';
import { programs } from './index';
import { mistold, outcomeHere } from './ours';

interface Options {
  readonly live: boolean;
  readonly record: boolean;
  readonly version: string | undefined;
  /** Part of the title; other cases keep their recordings. */
  readonly only: string;
}

interface Asked {
  readonly host: string;
  readonly packages: readonly Package[];
}

/** Prints the number, and every case in which the two differ. @returns how many do. */
export async function runPrecedence(asked: Asked, options: Options): Promise<number> {
  const { host } = asked;
  const recorded = precedenceOf(host);
  if (!recorded) {
    console.log(`${host}, precedence: no cases`);
    return 0;
  }
  const from = Date.now();
  const isLive = options.live && programs.some((one) => one.host === host);
  const { version, cases } = isLive ? await fresh(asked, recorded, options) : recorded;
  const chosen = cases.filter(({ title }) => title.includes(options.only));
  const found = chosen.map((each) => ({ each, differences: differences(host, each) }));
  const differ = found.filter((one) => one.differences.length > 0);
  const wrong = differ.filter(({ each }) => each.open === undefined);
  const agree = chosen.length - differ.length;
  const how = isLive ? `live, ${((Date.now() - from) / 1000).toFixed(1)} s` : 'recorded';
  console.log(
    `${host} ${version}, precedence, ${how}: ${chosen.length} asked, ${agree} agree, ${wrong.length} disagree, ${differ.length - wrong.length} not predicted`,
  );
  for (const { each } of differ)
    if (each.open !== undefined) console.log(`not predicted: ${each.title}: ${each.open}`);
  for (const { each, differences: lines } of wrong)
    console.log(`\n${each.title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  for (const line of isLive ? changed(recorded, cases) : []) console.log(line);
  if (isLive && options.record) {
    storePrecedence({ host, version, cases });
    if (options.only === '') recordRun(host, runOf(version, found));
  }
  return wrong.length;
}

interface Compared {
  readonly each: PrecedenceCase;
  readonly differences: readonly string[];
}

function runOf(version: string, found: readonly Compared[]): Run {
  const differ = found.filter((one) => one.differences.length > 0);
  const left = differ.flatMap(({ each: { title, open } }) =>
    open === undefined ? [] : [{ id: title, why: open }],
  );
  return {
    what: 'agents of one name',
    version,
    on: new Date().toISOString().slice(0, 10),
    asked: found.length,
    disagree: differ.length - left.length,
    open: left.length,
    ...(left.length > 0 && { left }),
  };
}

/** The cases as the program answers them now. */
async function fresh(
  { host, packages }: Asked,
  { cases }: PrecedenceFile,
  { version, only }: Options,
): Promise<PrecedenceFile> {
  const program = programs.find((one) => one.host === host);
  if (!program) throw new Error(`${host} cannot be asked`);
  const [first, ...others] = packages;
  const wanted = first && version !== undefined ? [{ ...first, version }, ...others] : packages;
  const asked = await asking(program, installed(wanted));
  const answered: PrecedenceCase[] = [];
  for (const each of cases) {
    if (!each.title.includes(only)) {
      answered.push(each);
      continue;
    }
    const wanted = eithersOf(outcomeHere(host, each));
    const isEnough = (outcome: Outcome): boolean => eithersOf(outcome) >= wanted;
    answered.push({ ...each, outcome: await asked.outcomeOf(each, isEnough) });
  }
  return { host, version: asked.version, cases: answered };
}

/** How many files chance has to do with: those that are laid under them may be of several too. */
const eithersOf = ({ standings }: Outcome): number =>
  [...standings.values()].reduce(
    (sum, { runs, over }) => sum + (runs.length > 1 ? runs.length + over.length : 0),
    0,
  );

/** The differences between the program and our index. Empty where they agree. */
export function differences(host: string, each: PrecedenceCase): readonly string[] {
  const there = each.outcome;
  const here = outcomeHere(host, each);
  const reported = mistold(host, each, there).map((line) => `we tell of ${line}`);
  if (isSame(here, there)) return reported;
  return [
    ...inWords(there).map((line) => `it says: ${line}`),
    ...inWords(here).map((line) => `we say:  ${line}`),
    ...reported,
  ].filter((line) => !/: *$/.test(line));
}

const isSame = (one: Outcome, other: Outcome): boolean =>
  inWords(one).join('\n') === inWords(other).join('\n');

const changed = ({ cases }: PrecedenceFile, now: readonly PrecedenceCase[]): readonly string[] =>
  cases.flatMap(({ title, outcome }, index) => {
    const after = now[index]?.outcome;
    return after && inWords(outcome).length > 0 && !isSame(outcome, after)
      ? [`the answer has changed: ${title}`]
      : [];
  });
