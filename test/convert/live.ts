// Converts agent files to a host and asks its own program about every result: whether it loads the file as predicted, whether the
// agent may do more than in the source by the program's own answer, and whether it lacks what the program of the source gives and the
// account does not state.
//
//     node scripts/convert-corpus.mjs --live HOST[,HOST] [--own N] [--from HOST] [--at-most N] [--seed S] [--record] [FOLDER]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { outlineOfFile } from '../../server/agent/outline';
import { compareTools } from '../../server/convert/compare-tools';
import { placeIn } from '../../server/hosts/catalog/places';
import { judge } from '../../server/hosts/judge/compute-verdict';
import type { Host } from '../../server/hosts/model/host';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import { type Facts, inWords } from '../conformance/facts';
import { type Tested, tested } from '../conformance/hosts';
import { askAll, type Compared, witnessOf } from '../conformance/live';
import type { Witness } from '../conformance/oracle';
import type { Question } from '../conformance/question';
import { dice } from '../conformance/random';
import { hosts } from '../support/catalog';
import { corpusFiles, filesBelow } from '../support/corpus';
import { answeredTools } from './answered-tools';
import { type AskedPair, askedFile, ownedFile, recordAsked } from './asked';
import { lostIn, type Shown } from './lost';
import { type OwnedFile, ownFiles } from './own-files';
import { type ConvertedFile, convertedAt, pairs, type SourceFile } from './pairs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: {
    live: { type: 'string', default: '' },
    from: { type: 'string' },
    own: { type: 'string' },
    'at-most': { type: 'string' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const [folder] = positionals;
const sources = (folder === undefined ? corpusFiles() : filesBelow(folder)).map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

/** Files of which each is converted from the program that it was written for; undefined where each is from every program. */
const owned = values.own === undefined ? undefined : ownFiles(Number(values.own), values.seed);

const sourcesOf = ({ id }: Host): readonly SourceFile[] =>
  owned?.filter(({ host }: OwnedFile) => host === id) ?? sources;

/** Every file that is converted, or as many of them as asked for, by chance. */
function conversionsOf(source: Host, target: Host): readonly ConvertedFile[] {
  const done = sourcesOf(source).flatMap((one) => {
    const made = convertedAt(one, source, target);
    return made ? [made] : [];
  });
  const most = Number(values['at-most'] ?? done.length);
  if (done.length <= most) return done;
  const chance = dice(Number(values.seed));
  const left = [...done];
  return Array.from({ length: most }, () => left.splice(chance.upTo(left.length), 1)).flat();
}

/** The results that differ, each with the question that is asked of it. */
function questionsOf(made: readonly ConvertedFile[]): ReadonlyMap<string, Question> {
  const questions = new Map<string, Question>();
  for (const { converted } of made) {
    const id = keyOf(converted);
    questions.set(id, {
      id,
      path: converted.path,
      text: converted.text ?? '',
      isShared: true,
    });
  }
  return questions;
}

const keyOf = ({ path: at, text }: ConvertedFile['converted']): string => `${at}\n${text}`;

/** A file that grants nothing, for what a program gives to every agent. */
const bare = '---\nname: dossier-bare\ndescription: Has no tools.\ntools: []\n---\n\nAnswer.\n';

/** A file that limits nothing, for what a program gives to an agent without limits. */
const open = '---\nname: dossier-open\ndescription: Has all tools.\n---\n\nAnswer.\n';

/** Asks the program about these texts, and about an agent without tools and one without limits. */
async function shownBy(
  witness: Witness,
  one: Tested,
  questions: readonly Question[],
): Promise<readonly (readonly [Compared, Shown])[]> {
  const host = hostOf(one);
  // One after the other: a program may have one session.
  const least = await answerTo(witness, host, 'dossier-bare.md', bare);
  const most = await answerTo(witness, host, 'dossier-open.md', open);
  const found = await askAll(witness, one, questions);
  return found.map((each) => {
    const { question, there: answer } = each;
    return [each, { host: host.id, text: question.text, answer, least, most }];
  });
}

async function answerTo(witness: Witness, host: Host, file: string, text: string): Promise<Facts> {
  const [answer] = await witness.ask([
    { id: file, path: placeInOwnFolder(host, file)?.path ?? '', text },
  ]);
  return answer ?? {};
}

/** What the program of the source answers about each file that is converted; empty where it cannot be asked. */
async function sourceAnswers(
  source: Host,
  made: readonly ConvertedFile[],
): Promise<ReadonlyMap<string, Shown>> {
  const one = tested.find(({ oracle }) => oracle.host === source.id);
  if (!one?.oracle.start) return new Map();
  const witness = await witnessOf(one, undefined);
  try {
    const questions = made.flatMap(({ file, text }): Question[] => {
      const at = placeInOwnFolder(source, file);
      return at ? [{ id: file, path: at.path, text, isShared: true }] : [];
    });
    const shown = await shownBy(witness, one, questions);
    return new Map(shown.map(([{ question }, answer]) => [question.id, answer]));
  } finally {
    await witness.close();
  }
}

function hostOf({ oracle }: Tested): Host {
  const host = hosts.find(({ id }) => id === oracle.host);
  if (!host?.conversion) throw new Error(`${oracle.host} cannot be converted to`);
  return host;
}

async function ask(one: Tested): Promise<boolean> {
  const target = hostOf(one);
  const origins = pairs.flatMap(([source, to]) =>
    to === target && source.id === (values.from ?? source.id) ? [source] : [],
  );
  const tried = origins.flatMap((source) => conversionsOf(source, target));
  const made = tried.filter(({ converted }) => !converted.isRefused);
  const questions = [...questionsOf(made).values()];
  console.log(`${target.id}: ${made.length} conversions, ${questions.length} different results`);
  const before = new Map<string, ReadonlyMap<string, Shown>>();
  for (const source of origins) {
    const own = made.filter((each) => each.source === source);
    if (own.length > 0) before.set(source.id, await sourceAnswers(source, own));
  }
  const witness = await witnessOf(one, undefined);
  const from = Date.now();
  try {
    const shown = await shownBy(witness, one, questions);
    const byKey = new Map(shown.map((each) => [each[0].question.id, each]));
    const seconds = Math.round((Date.now() - from) / 1000);
    console.log(`${target.id} ${witness.version}, live, ${seconds} s`);
    const counted = origins.flatMap((source): AskedPair[] => {
      const own = tried.filter((each) => each.source === source);
      const refused = own.filter(({ converted }) => converted.isRefused).length;
      return own.length === 0
        ? []
        : [{ ...counts(own, source, target, byKey, before.get(source.id)), refused }];
    });
    for (const { source, ...numbers } of counted)
      console.log(
        `${source} -> ${target.id}: ${Object.entries(numbers)
          .map(([name, number]) => `${number} ${name}`)
          .join(', ')}`,
      );
    if (values.record)
      recordAsked(
        {
          host: target.id,
          version: witness.version,
          on: new Date().toISOString().slice(0, 10),
          pairs: counted,
        },
        owned === undefined ? askedFile : ownedFile,
      );
    return counted.every(
      (each) =>
        each.wider === 0 &&
        each.otherwise === 0 &&
        each.loaded === each.asked &&
        (each.silent ?? 0) === 0,
    );
  } finally {
    await witness.close();
  }
}

function counts(
  made: readonly ConvertedFile[],
  source: Host,
  target: Host,
  answers: ReadonlyMap<string, readonly [Compared, Shown]>,
  before: ReadonlyMap<string, Shown> | undefined,
): AskedPair {
  let [asked, loaded, otherwise, wider, hidden] = [0, 0, 0, 0, 0];
  let [lines, silent, unseen] = [0, 0, 0];
  for (const one of made) {
    const [found, now] = answers.get(keyOf(one.converted)) ?? [];
    if (!found || !now || one.converted.isRefused) continue;
    asked++;
    const name = `${path.relative(folder ?? '.', one.file)} (${source.id} -> ${target.id})`;
    if (found.there['agent'] === 'yes' && Object.keys(found.there).length > 1) loaded++;
    else console.log(`not loaded: ${name}: ${JSON.stringify(found.there)}`);
    if (found.differences.length > 0) {
      otherwise++;
      console.log(`not as predicted: ${name}: ${found.differences.map(inWords).join('; ')}`);
    }
    const more = widerParts(one, found, now.least);
    if (more === null) hidden++;
    else if (more.length > 0) {
      wider++;
      console.log(`wider: ${name}: ${more.join(', ')}`);
    }
    const was = before?.get(one.file);
    if (was?.answer['agent'] !== 'yes') {
      unseen++;
      continue;
    }
    const lost = lostIn(was, now, one.converted.account);
    lines += lost.parts.length;
    if (lost.hidden.includes('tools')) unseen++;
    if (lost.silent.length === 0) continue;
    silent++;
    console.log(`silent: ${name}: ${lost.silent.join(', ')}`);
  }
  return {
    ...{ source: source.id, asked, loaded, otherwise, wider, hidden },
    ...{ lost: lines, silent, unseen },
  };
}

/** What the agent may do by the answer and may not in the source; null where the answer does not show it. */
function widerParts(
  { file, text, source, target, converted }: ConvertedFile,
  { there }: Compared,
  least: Compared['there'],
): readonly string[] | null {
  const [at, place] = [placeInOwnFolder(source, file), placeIn(target, converted.path)];
  const { verdict } = converted;
  if (!at || !place || !verdict || !source.conversion || !target.conversion) return null;
  const now = answeredTools(target, { answer: there, least, verdict, place });
  if (now === null) return null;
  const before = judge(outlineOfFile(at.path, text), at);
  const { toolsOf, statedTools = toolsOf, harmless } = source.conversion();
  return compareTools(
    { tools: statedTools(before), catalog: before.dialect.tools, harmless },
    { tools: now, catalog: verdict.dialect.tools, harmless: target.conversion().harmless },
  ).flatMap(({ part, change }) => (change === 'wider' ? [part] : []));
}

async function main(): Promise<number> {
  let isGood = true;
  for (const id of values.live.split(',')) {
    const one = tested.find(({ oracle }) => oracle.host === id);
    if (!one) throw new Error(`hosts: ${tested.map(({ oracle }) => oracle.host).join(', ')}`);
    isGood = (await ask(one)) && isGood;
  }
  return isGood ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
