// Converts agent files to a host and asks its own program about every result: whether it loads the file as predicted, and whether
// the agent may do more than in the source by the program's own answer.
//
//     node scripts/convert-corpus.mjs --live HOST[,HOST] [--from HOST] [--at-most N] [--seed S] [--record] [FOLDER]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { outlineOfFile } from '../../server/agent/outline';
import { compareTools } from '../../server/convert/compare-tools';
import { placeIn } from '../../server/hosts/catalog/places';
import { judge } from '../../server/hosts/judge/compute-verdict';
import type { Host } from '../../server/hosts/model/host';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import { inWords } from '../conformance/facts';
import { type Tested, tested } from '../conformance/hosts';
import { askAll, type Compared, witnessOf } from '../conformance/live';
import type { Question } from '../conformance/question';
import { dice } from '../conformance/random';
import { hosts } from '../support/catalog';
import { corpusFiles, filesBelow } from '../support/corpus';
import { answeredTools } from './answered-tools';
import { type AskedPair, recordAsked } from './asked';
import { type ConvertedFile, convertedAt, pairs, type SourceFile } from './pairs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: {
    live: { type: 'string', default: '' },
    from: { type: 'string' },
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

/** Every file that is converted, or as many of them as asked for, by chance. */
function conversionsOf(source: Host, target: Host): readonly ConvertedFile[] {
  const done = sources.flatMap((one: SourceFile) => {
    const made = convertedAt(one, source, target);
    return made && !made.converted.isRefused ? [made] : [];
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

async function ask(one: Tested): Promise<boolean> {
  const target = hosts.find(({ id }) => id === one.oracle.host);
  if (!target?.conversion) throw new Error(`${one.oracle.host} cannot be converted to`);
  const origins = pairs.flatMap(([source, to]) =>
    to === target && source.id === (values.from ?? source.id) ? [source] : [],
  );
  const made = origins.flatMap((source) => conversionsOf(source, target));
  const questions = [...questionsOf(made).values()];
  console.log(`${target.id}: ${made.length} conversions, ${questions.length} different results`);
  const witness = await witnessOf(one, undefined);
  const from = Date.now();
  try {
    const place = placeInOwnFolder(target, 'dossier-bare.md');
    const [least] = await witness.ask([{ id: 'bare', path: place?.path ?? '', text: bare }]);
    const found = await askAll(witness, one, questions);
    const byKey = new Map(found.map((each) => [each.question.id, each]));
    const seconds = Math.round((Date.now() - from) / 1000);
    console.log(`${target.id} ${witness.version}, live, ${seconds} s`);
    const counted = origins.map((source): AskedPair => {
      const own = made.filter((each) => each.source === source);
      return counts(own, source, target, byKey, least ?? {});
    });
    for (const { source, ...numbers } of counted)
      console.log(
        `${source} -> ${target.id}: ${Object.entries(numbers)
          .map(([name, number]) => `${number} ${name}`)
          .join(', ')}`,
      );
    if (values.record)
      recordAsked({
        host: target.id,
        version: witness.version,
        on: new Date().toISOString().slice(0, 10),
        pairs: counted,
      });
    return counted.every(
      (each) => each.wider === 0 && each.otherwise === 0 && each.loaded === each.asked,
    );
  } finally {
    await witness.close();
  }
}

function counts(
  made: readonly ConvertedFile[],
  source: Host,
  target: Host,
  answers: ReadonlyMap<string, Compared>,
  least: Compared['there'],
): AskedPair {
  let [loaded, otherwise, wider, hidden] = [0, 0, 0, 0];
  for (const one of made) {
    const found = answers.get(keyOf(one.converted));
    if (!found) continue;
    const name = `${path.relative(folder ?? '.', one.file)} (${source.id} -> ${target.id})`;
    if (found.there['agent'] === 'yes' && Object.keys(found.there).length > 1) loaded++;
    else console.log(`not loaded: ${name}: ${JSON.stringify(found.there)}`);
    if (found.differences.length > 0) {
      otherwise++;
      console.log(`not as predicted: ${name}: ${found.differences.map(inWords).join('; ')}`);
    }
    const more = widerParts(one, found, least);
    if (more === null) hidden++;
    else if (more.length > 0) {
      wider++;
      console.log(`wider: ${name}: ${more.join(', ')}`);
    }
  }
  return { source: source.id, asked: made.length, loaded, otherwise, wider, hidden };
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
