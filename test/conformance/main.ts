// `npm run conformance`: recorded cases replayed, or the programs themselves asked.
import { existsSync } from 'node:fs';
import { hosts } from '../../server/hosts/registry';
import { inWords } from './facts';
import { type Tested, tested } from './hosts';
import { askAll, type Compared, smallest, witnessOf } from './live';
import { type Options, optionsOf, usage } from './options';
import type { Question } from './question';
import { corpusQuestions, mutatedQuestions } from './questions';

const shownAtMost = 40;
const defaultCorpus = '../shared/corpus';

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    console.log(usage);
    return 0;
  }
  const options = optionsOf(words);
  const chosen = tested.filter(
    ({ oracle }) => options.hosts.length === 0 || options.hosts.includes(oracle.host),
  );
  let wrong = 0;
  for (const one of chosen) wrong += await run(one, options);
  return chosen.length === 0 ? 2 : wrong > 0 ? 1 : 0;
}

async function run(one: Tested, options: Options): Promise<number> {
  const questions = questionsFor(one, options);
  const witness = await witnessOf(one, options.version);
  try {
    const from = Date.now();
    const found = await askAll(witness, one, questions);
    const wrong = found.filter(({ differences }) => differences.length > 0);
    const open = found.filter((each) => each.differences.length === 0 && each.open).length;
    const seconds = ((Date.now() - from) / 1000).toFixed(1);
    console.log(
      `${one.oracle.host} ${witness.version}: ${found.length} asked, ${found.length - wrong.length - open} agree, ${wrong.length} disagree, ${open} not predicted (${seconds} s)`,
    );
    for (const each of wrong.slice(0, shownAtMost)) await show(each, one, options, witness);
    return wrong.length;
  } finally {
    await witness.close();
  }
}

async function show(
  each: Compared,
  one: Tested,
  options: Options,
  witness: Parameters<typeof smallest>[0],
): Promise<void> {
  console.log(`\n${each.question.id}`);
  for (const difference of each.differences) console.log(`  ${inWords(difference)}`);
  if (options.shrink) console.log(`  ${JSON.stringify(await smallest(witness, one, each))}`);
}

function questionsFor({ oracle, place }: Tested, options: Options): readonly Question[] {
  const folder = options.corpus ?? defaultCorpus;
  const corpus = existsSync(folder) ? corpusQuestions(folder, place) : [];
  if (options.mutate === 0) return corpus;
  const host = hosts.find(({ id }) => id === oracle.host);
  if (!host) throw new Error(`no host ${oracle.host}`);
  return mutatedQuestions(corpus, { host, place, count: options.mutate, seed: options.seed });
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
