// Converts real skills and commands between every ordered pair of programs and asks both programs about each: whether the result is
// loaded as predicted, and whether the model or users may call it that could not before.
//
//     node scripts/convert-corpus.mjs --skills HOST[,HOST] [--at-most N] [--seed S] [--record] FOLDER
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SkillSubject } from '../../server/convert/skills/skill-target';
import type { Host } from '../../server/hosts/model/host';
import { type Facts, inWords } from '../conformance/facts';
import { type Tested, tested } from '../conformance/hosts';
import { askAll, type Compared, witnessOf } from '../conformance/live';
import type { Witness } from '../conformance/oracle';
import type { Question } from '../conformance/question';
import { dice } from '../conformance/random';
import { filesBelow } from '../support/corpus';
import { type AskedPair, askedSkillsFile, recordAsked } from './asked';
import { askedHosts, type ConvertedSkill, convertedSkill } from './skill-pairs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: {
    skills: { type: 'string', default: '' },
    'at-most': { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    record: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const [folder] = positionals;
if (folder === undefined) throw new Error('a folder of skills and commands is required');

const texts = filesBelow(folder)
  .filter((file) => !/\/LICENSES\//.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const bySubject: Readonly<Record<SkillSubject, typeof texts>> = {
  skill: texts.filter(({ file }) => file.endsWith('/SKILL.md')),
  command: texts.filter(({ file }) => /\/commands?\//.test(file)),
};

/** As many of each kind as asked for, by chance, the same for all pairs. */
const chosen = (['skill', 'command'] as const).flatMap((subject) => {
  const chance = dice(Number(values.seed));
  const left = [...bySubject[subject]];
  const count = Math.min(Number(values['at-most']), left.length);
  return Array.from({ length: count }, () => left.splice(chance.upTo(left.length), 1)).flatMap(
    (one) => one.map((file) => ({ file, subject })),
  );
});

const conversionsOf = (source: Host, target: Host): readonly ConvertedSkill[] =>
  chosen.flatMap(
    ({ file, subject }, index) => convertedSkill(file, subject, [source, target], index) ?? [],
  );

const question = (path: string, text: string): Question => ({
  ...{ id: keyOf(path, text), path, text, isShared: true },
});

const keyOf = (path: string, text: string): string => `${path}\n${text}`;

const distinct = (questions: readonly Question[]): readonly Question[] => [
  ...new Map(questions.map((one) => [one.id, one])).values(),
];

/** One question of a path at a time: a program reads one file there. */
async function asked(
  one: Tested,
  questions: readonly Question[],
): Promise<{ readonly version: string; readonly answers: ReadonlyMap<string, Compared> }> {
  const witness: Witness = await witnessOf(one, undefined);
  const answers = new Map<string, Compared>();
  try {
    let left = distinct(questions);
    while (left.length > 0) {
      const now = [...new Map(left.map((each) => [each.path, each])).values()];
      for (const found of await askAll(witness, one, now)) answers.set(found.question.id, found);
      left = left.filter((each) => !answers.has(each.id));
    }
    return { version: witness.version, answers };
  } finally {
    await witness.close();
  }
}

const isYes = (facts: Facts, name: string): boolean => facts[name] === 'yes';

/** What is open in the second answer and closed in the first one. */
const opened = (before: Facts, now: Facts): readonly string[] =>
  ['listed', 'user'].filter((name) => before[name] === 'no' && isYes(now, name));

const isLoaded = (facts: Facts): boolean => isYes(facts, 'skill') || isYes(facts, 'command');

const testedFor = ({ id }: Host): Tested => {
  const found = tested.find(({ oracle }) => oracle.host === id);
  if (!found) throw new Error(`${id} cannot be asked`);
  return found;
};

async function ask(target: Host): Promise<boolean> {
  const sources = askedHosts.filter((one) => one !== target);
  const tried = sources.flatMap((source) => conversionsOf(source, target));
  const made = tried.filter(({ converted }) => !converted.isRefused);
  const before = new Map<Host, ReadonlyMap<string, Compared>>();
  for (const source of sources) {
    const own = made.filter((each) => each.source === source);
    const questions = own.map(({ path, text }) => question(path, text));
    before.set(source, (await asked(testedFor(source), questions)).answers);
  }
  const { version, answers } = await asked(
    testedFor(target),
    made.map(({ converted }) => question(converted.path, converted.text ?? '')),
  );
  const pairs = sources.map((source): AskedPair => {
    const own = tried.filter((each) => each.source === source);
    const counts = { asked: 0, loaded: 0, otherwise: 0, wider: 0, hidden: 0, refused: 0 };
    for (const { converted, path, text, file } of own) {
      if (converted.isRefused) {
        counts.refused++;
        continue;
      }
      counts.asked++;
      const found = answers.get(keyOf(converted.path, converted.text ?? ''));
      const was = before.get(source)?.get(keyOf(path, text));
      const name = `${file} (${source.id} -> ${target.id})`;
      if (!found) {
        console.log(`no answer: ${name}`);
        continue;
      }
      if (isLoaded(found.there)) counts.loaded++;
      else console.log(`not loaded: ${name}: ${JSON.stringify(found.there)}`);
      if (found.differences.length > 0) {
        counts.otherwise++;
        console.log(`not as predicted: ${name}: ${found.differences.map(inWords).join('; ')}`);
      }
      if (!was || !isLoaded(was.there)) {
        counts.hidden++;
        continue;
      }
      const more = opened(was.there, found.there);
      if (more.length === 0) continue;
      counts.wider++;
      console.log(`wider: ${name}: ${more.join(', ')}`);
    }
    console.log(`${source.id} -> ${target.id}: ${JSON.stringify(counts)}`);
    return { source: source.id, ...counts };
  });
  if (values.record)
    recordAsked(
      { host: target.id, version, on: new Date().toISOString().slice(0, 10), pairs },
      askedSkillsFile,
    );
  return pairs.every(
    (each) => each.wider === 0 && each.otherwise === 0 && each.loaded === each.asked,
  );
}

async function main(): Promise<number> {
  let isGood = true;
  for (const id of values.skills.split(',')) {
    const target = askedHosts.find((one) => one.id === id);
    if (!target) throw new Error(`hosts: ${askedHosts.map((one) => one.id).join(', ')}`);
    isGood = (await ask(target)) && isGood;
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
