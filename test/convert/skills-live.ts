// Converts real skills and commands between every ordered pair of programs and asks both programs about each: whether the result is
// loaded as predicted, and whether the model or users may call it that could not before.
//
//     node scripts/convert-corpus.mjs --skills HOST[,HOST] [--from HOST[,HOST]] [--at-most N] [--seed S] [--record] FOLDER
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SkillSubject } from '../../server/convert/skills/skill-target';
import type { Host } from '../../server/hosts/model/host';
import { type Facts, facts, inWords } from '../conformance/facts';
import { type Tested, tested } from '../conformance/hosts';
import { skillFacts } from '../conformance/hosts/skill-facts';
import { askAll, type Compared, witnessOf } from '../conformance/live';
import type { Witness } from '../conformance/oracle';
import type { Question } from '../conformance/question';
import { dice } from '../conformance/random';
import { filesBelow } from '../support/corpus';
import { type AskedPair, askedSkillsFile, recordAsked } from './asked';
import { type ConvertedSkill, convertedSkill, isAsked, skilledHosts } from './skill-pairs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: {
    skills: { type: 'string', default: 'all' },
    from: { type: 'string' },
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

const sourceOf = ({ path, text }: ConvertedSkill): Question => question(path, text);
const resultOf = ({ converted }: ConvertedSkill): Question =>
  question(converted.path, converted.text ?? '');

interface Answers {
  /** Undefined where only our reader answers. */
  readonly version: string | undefined;
  readonly of: (question: Question) => Answer | undefined;
}

interface Answer {
  /** What the program states, and of the callers also what only our reader does. */
  readonly facts: Facts;
  readonly differences: Compared['differences'];
}

/** Of a host whose program cannot be asked, as its reader of ours has it. */
function readAnswers(host: Host): Answers {
  return {
    version: undefined,
    of: (one) => ({ facts: skillFacts(one, host) ?? {}, differences: [] }),
  };
}

/** One question of a path at a time: a program reads one file there. */
async function askedAnswers(one: Tested, questions: readonly Question[]): Promise<Answers> {
  const witness: Witness = await witnessOf(one, undefined);
  const answers = new Map<string, Compared>();
  try {
    let left = [...new Map(questions.map((each) => [each.id, each])).values()];
    while (left.length > 0) {
      const now = [...new Map(left.map((each) => [each.path, each])).values()];
      for (const found of await askAll(witness, one, now)) answers.set(found.question.id, found);
      left = left.filter((each) => !answers.has(each.id));
    }
  } finally {
    await witness.close();
  }
  return {
    version: witness.version,
    of: (each) => {
      const found = answers.get(each.id);
      const { listed, user } = one.facts(each);
      const own = facts({ listed, user });
      return found && { facts: { ...own, ...found.there }, differences: found.differences };
    },
  };
}

async function answersOf(host: Host, questions: readonly Question[]): Promise<Answers> {
  const one = tested.find(({ oracle }) => oracle.host === host.id);
  if (!one || !isAsked(host)) return readAnswers(host);
  const began = Date.now();
  const answers = await askedAnswers(one, questions);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${host.id} ${answers.version}: asked in ${seconds} s`);
  return answers;
}

const isYes = (facts: Facts, name: string): boolean => facts[name] === 'yes';

/** What is open in the second answer and closed in the first one. */
const opened = (before: Facts, now: Facts): readonly string[] =>
  ['listed', 'user'].filter((name) => before[name] === 'no' && isYes(now, name));

const isLoaded = (facts: Facts): boolean => isYes(facts, 'skill') || isYes(facts, 'command');

/** What the two programs answered about the files that were converted between them. */
function counted(
  source: Host,
  tried: readonly ConvertedSkill[],
  answers: ReadonlyMap<Host, Answers>,
): AskedPair {
  const counts = { asked: 0, loaded: 0, otherwise: 0, wider: 0, hidden: 0, refused: 0 };
  for (const one of tried) {
    const { converted, file, target } = one;
    if (converted.isRefused) {
      counts.refused++;
      continue;
    }
    counts.asked++;
    const found = answers.get(target)?.of(resultOf(one));
    const was = answers.get(source)?.of(sourceOf(one));
    const name = `${file} (${source.id} -> ${target.id})`;
    if (!found) {
      console.log(`no answer: ${name}`);
      continue;
    }
    if (isLoaded(found.facts)) counts.loaded++;
    else console.log(`not loaded: ${name}: ${JSON.stringify(found.facts)}`);
    if (found.differences.length > 0) {
      counts.otherwise++;
      console.log(`not as predicted: ${name}: ${found.differences.map(inWords).join('; ')}`);
    }
    if (!was || !isLoaded(was.facts)) {
      counts.hidden++;
      console.log(`not loaded in the source: ${name}`);
      continue;
    }
    const more = opened(was.facts, found.facts);
    if (more.length === 0) continue;
    counts.wider++;
    console.log(`wider: ${name}: ${more.join(', ')}`);
  }
  return { source: source.id, ...counts };
}

function hostsNamed(list: string | undefined): readonly Host[] {
  if (list === undefined || list === 'all') return skilledHosts;
  return list.split(',').map((id) => {
    const found = skilledHosts.find((one) => one.id === id);
    if (!found) throw new Error(`hosts: ${skilledHosts.map((one) => one.id).join(', ')}`);
    return found;
  });
}

async function main(): Promise<number> {
  const [targets, sources] = [hostsNamed(values.skills), hostsNamed(values.from)];
  const tried = targets.flatMap((target) =>
    sources.flatMap((source) => (source === target ? [] : conversionsOf(source, target))),
  );
  const made = tried.filter(({ converted }) => !converted.isRefused);
  const answers = new Map<Host, Answers>();
  // Each program is asked once, about all that it reads.
  for (const host of new Set([...sources, ...targets])) {
    const questions = [
      ...made.filter(({ source }) => source === host).map(sourceOf),
      ...made.filter(({ target }) => target === host).map(resultOf),
    ];
    answers.set(host, await answersOf(host, questions));
  }
  const on = new Date().toISOString().slice(0, 10);
  let isGood = true;
  for (const target of targets) {
    const pairs = sources.flatMap((source) => {
      const own = tried.filter((one) => one.source === source && one.target === target);
      return own.length === 0 ? [] : [counted(source, own, answers)];
    });
    for (const { source, ...counts } of pairs)
      console.log(`${source} -> ${target.id}: ${JSON.stringify(counts)}`);
    const version = answers.get(target)?.version ?? '';
    if (values.record && pairs.length > 0)
      recordAsked({ host: target.id, version, on, pairs }, askedSkillsFile);
    isGood &&= pairs.every(
      (each) => each.wider === 0 && each.otherwise === 0 && each.loaded === each.asked,
    );
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
