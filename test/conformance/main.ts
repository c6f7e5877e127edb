// `npm run conformance`: recorded cases replayed, or the programs themselves asked.
import { hostAtVersion } from '../../server/hosts/judge/host-at-version';
import type { Host } from '../../server/hosts/model/host';
import { askedVersion } from '../../server/hosts/model/version';
import { hosts } from '../support/catalog';
import { adopt } from './adopt';
import { caseFilesOf } from './cases';
import { inWords } from './facts';
import { installGuardedPrograms, runGuards } from './guards/run';
import { installHookPrograms, runHooks } from './hooks/run';
import { type Tested, tested } from './hosts';
import {
  askAll,
  type Compared,
  compared,
  fetched,
  fetchedVersion,
  isAsked,
  smallest,
  witnessOf,
} from './live';
import { type Options, optionsOf, usage } from './options';
import type { Witness } from './oracle';
import { runPrecedence } from './precedence/run';
import { proposalFor } from './proposal';
import { askedApart, isAboutCall } from './question';
import { questionsFor } from './questions';
import { changedAnswers, recordAnswers, recordFound, recordGroup } from './record';
import { recordRun } from './runs';
import { installStartedPrograms, runStarts } from './starts/run';
import { changesIn, otherAnswers, recordVersionAnswers, recordVersionRun } from './versions';

const shownAtMost = 40;

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    if (!words.includes('--install')) console.log(usage);
    return 0;
  }
  const options = optionsOf(words);
  if (options.hooks) {
    if (!options.install) return (await runHooks(options)) > 0 ? 1 : 0;
    installHookPrograms(options);
    return 0;
  }
  if (options.starts) {
    if (!options.install) return (await runStarts(options)) > 0 ? 1 : 0;
    installStartedPrograms(options);
    return 0;
  }
  if (options.guards) {
    if (!options.install) return (await runGuards(options)) > 0 ? 1 : 0;
    installGuardedPrograms(options);
    return 0;
  }
  const named = tested.filter(
    ({ oracle }) => options.hosts.length === 0 || options.hosts.includes(oracle.host),
  );
  const chosen = named.filter((one) => !options.live || isAsked(one));
  for (const { oracle } of named)
    if (options.live && !oracle.start)
      console.log(
        `${oracle.host}: its answers about agents were recorded on ${oracle.recordedOn}. It is not asked again about them, because it cannot be asked from outside.`,
      );
  if (named.length > 0 && chosen.length === 0) return 0;
  if (chosen.length === 0) {
    console.error(`Hosts: ${tested.map(({ oracle }) => oracle.host).join(', ')}`);
    return 2;
  }
  const isWhole = options.only === '' && !options.linked && options.subject === null;
  const isOwn =
    options.corpus === undefined && options.mutate === 0 && options.questions === undefined;
  if (
    options.adopt &&
    !(options.live && options.version && chosen.length === 1 && isWhole && isOwn)
  ) {
    console.error('--adopt needs one --host, --live and --version, and asks all cases.');
    return 2;
  }
  if (options.install) {
    if (options.live) for (const one of chosen) fetched(one, options.version, true);
    return 0;
  }
  let wrong = 0;
  if (options.precedence) {
    for (const { oracle } of chosen) wrong += await runPrecedence(oracle, options);
    return wrong > 0 ? 1 : 0;
  }
  for (const one of chosen) wrong += options.live ? await ask(one, options) : replay(one);
  return wrong > 0 ? 1 : 0;
}

/** The recorded answers against our judge. */
function replay(one: Tested): number {
  let wrong = 0;
  for (const [group, { version, cases }] of caseFilesOf(one.oracle.host)) {
    const found = cases.map((each) => compared(each, each.facts, one));
    wrong += report(`${one.oracle.host} ${version}, ${group}`, found);
    for (const each of failing(found)) show(each);
  }
  return wrong;
}

/** The program against our judge. */
async function ask(one: Tested, options: Options): Promise<number> {
  const witness = await witnessOf(one, options.version);
  try {
    const from = Date.now();
    const questions = questionsFor(one, options);
    // Recorded answers about calls are only replayed: no oracle calls a skill or a command.
    const asked = questions.filter((question) => {
      const subject = askedApart(question);
      return subject === null
        ? one.oracle.start !== undefined
        : one.asks[subject] && !isAboutCall(question);
    });
    const left = questions.length - asked.length;
    if (left > 0) console.log(`${left} cases are replayed only and not asked.`);
    const found = await askAll(witness, one, asked, hostIn(one.oracle.host, options.version));
    const seconds = ((Date.now() - from) / 1000).toFixed(1);
    for (const sentence of witness.undeclared ?? []) console.log(sentence);
    const wrong =
      report(`${one.oracle.host} ${witness.version}, live, ${seconds} s`, found) +
      (witness.undeclared?.length ?? 0);
    const smaller: Compared[] = [];
    const isOther = options.version !== undefined;
    for (const each of isOther ? [] : failing(found).slice(0, shownAtMost)) {
      show(each);
      if (options.shrink) smaller.push(await shrunk(each, one, witness));
    }
    const own = options.mutate === 0 && options.corpus === undefined;
    if (options.adopt) return adoptVersion(one, options, { found, wrong });
    if (own && options.version !== undefined)
      return reportVersion(one.oracle.host, witness.version || options.version, options, found);
    if (own) for (const line of changedAnswers(one.oracle.host, found)) console.log(line);
    if (options.record) record(one, witness.version, options, { found, smaller });
    return wrong;
  } finally {
    await witness.close();
  }
}

/** The host as our knowledge has it of that version. */
function hostIn(id: string, version: string | undefined): Host | undefined {
  const host = hosts.find((one) => one.id === id);
  const asked = host && version !== undefined ? askedVersion(host, version) : undefined;
  return host && asked !== undefined ? hostAtVersion(host, asked) : host;
}

/** Only what all cases were asked about becomes the version of the declaration. */
function adoptVersion(
  one: Tested,
  options: Options,
  { found, wrong }: { readonly found: readonly Compared[]; readonly wrong: number },
): number {
  const host = hosts.find(({ id }) => id === one.oracle.host);
  if (!host) throw new Error(`no host ${one.oracle.host}`);
  const version = fetchedVersion(one, options.version);
  const on = new Date().toISOString().slice(0, 10);
  const changes = changesIn(host.id, found);
  console.log(`${host.id} ${version}: ${changes.length} differences from our version`);
  for (const { what, shownBy } of changes) console.log(`  ${what} (${shownBy})`);
  for (const line of proposalFor(host, version, changes)) console.log(line);
  for (const line of adopt(host, version, on, found)) console.log(line);
  const left = leftOpen(found);
  recordRun(host.id, {
    ...{ what: 'recorded cases', version, on, asked: found.length },
    ...{ disagree: failing(found).length, open: left.length, ...(left.length > 0 && { left }) },
  });
  return wrong;
}

/** What another version does differently. The cases stay those of our version: the differences are stored next to them. */
function reportVersion(
  host: string,
  version: string,
  { record, questions, undeclared }: Options,
  found: readonly Compared[],
): number {
  const changes = changesIn(host, found);
  console.log(`${host} ${version}: ${changes.length} differences from our version`);
  for (const { what, shownBy } of changes) console.log(`  ${what} (${shownBy})`);
  const declared = hosts.find(({ id }) => id === host);
  const isProposed = declared && undeclared === undefined;
  for (const line of isProposed ? proposalFor(declared, version, changes) : []) console.log(line);
  const on = new Date().toISOString().slice(0, 10);
  if (record && questions !== undefined)
    recordVersionAnswers(host, version, otherAnswers(host, found));
  else if (record)
    recordVersionRun(host, {
      ...{ version, on, asked: found.length, changes },
      ...(undeclared === undefined ? { answers: otherAnswers(host, found) } : { undeclared }),
    });
  return 0;
}

/** Texts of others are kept only as small as they can be. */
function record(
  { oracle }: Tested,
  version: string,
  { corpus, mutate, seed, only, questions, group, subject }: Options,
  { found, smaller }: { found: readonly Compared[]; smaller: readonly Compared[] },
): void {
  if (questions !== undefined) {
    recordGroup(oracle.host, version, group, found);
    return;
  }
  const own = mutate === 0 && corpus === undefined;
  if (own) recordAnswers(oracle.host, version, found);
  else recordFound(oracle.host, version, smaller);
  // Only whole runs are listed.
  if (only !== '' || subject !== null) return;
  const left = leftOpen(found);
  recordRun(oracle.host, {
    what: own ? 'recorded cases' : mutate === 0 ? 'real files' : `changed files, seed ${seed}`,
    version,
    on: new Date().toISOString().slice(0, 10),
    asked: found.length,
    disagree: failing(found).length,
    open: left.length,
    ...(left.length > 0 && { left }),
  });
}

async function shrunk(each: Compared, one: Tested, witness: Witness): Promise<Compared> {
  const text = await smallest(witness, one, each);
  const [found = each] = await askAll(witness, one, [{ ...each.question, text }]);
  console.log(`  ${JSON.stringify(text)}`);
  return found;
}

const failing = (found: readonly Compared[]): readonly Compared[] =>
  found.filter(({ differences }) => differences.length > 0);

function report(what: string, found: readonly Compared[]): number {
  const wrong = failing(found).length;
  const left = leftOpen(found);
  const open = left.length;
  const silent = found.filter(({ there }) => Object.keys(there).length === 0).length;
  const agree = found.length - wrong - open - silent;
  const without = silent === 0 ? '' : `, ${silent} without an answer`;
  console.log(
    `${what}: ${found.length} asked, ${agree} agree, ${wrong} disagree, ${open} not predicted${without}`,
  );
  for (const { id, why } of left) console.log(`not predicted: ${id}: ${why}`);
  return wrong;
}

/** Each that was not predicted, and why. */
const leftOpen = (found: readonly Compared[]): readonly { id: string; why: string }[] =>
  found.flatMap(({ question, differences, open }) =>
    differences.length === 0 && open !== null ? [{ id: question.id, why: open }] : [],
  );

function show({ question, differences }: Compared): void {
  console.log(`\n${question.id}`);
  for (const difference of differences) console.log(`  ${inWords(difference)}`);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
