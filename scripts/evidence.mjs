#!/usr/bin/env node
// Links every fact of a host to the recorded cases that prove it: each fact is taken away, and the cases whose verdict changes
// are its proof. `--check` compares the links with the stored ones; `--sample N` only asks N linked cases again. `--rules` checks the facts
// that rules name as their sources; with `--depends` it prints those on which their findings depend. `--read` looks for facts that
// were only read in the files that they name.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loaderOf } from './evidence/erasable.mjs';
import { lookUpFacts } from './evidence/read-facts.mjs';
import { checkRules } from './evidence/rules.mjs';

const { values } = parseArgs({
  options: {
    host: { type: 'string', multiple: true, default: [] },
    check: { type: 'boolean', default: false },
    sample: { type: 'string' },
    propose: { type: 'string' },
    seed: { type: 'string', default: '1' },
    rules: { type: 'boolean', default: false },
    rule: { type: 'string', multiple: true, default: [] },
    depends: { type: 'boolean', default: false },
    read: { type: 'boolean', default: false },
  },
});

const load = await loaderOf('test/conformance/evidence/subject.ts');
const subject = load();
if (values.rules) {
  const wrong = checkRules(load, { names: values.rule, isProposing: values.depends });
  console.log(`${wrong} names of facts on which no finding depends`);
  process.exit(wrong > 0 ? 1 : 0);
}
const casesForFact = 2;
const own = subject.tested
  .map(({ oracle }) => oracle.host)
  .filter((id) => values.host.length === 0 || values.host.includes(id));
let wrong = 0;
for (const id of own)
  if (values.read) wrong += lookUp(id);
  else if (values.propose !== undefined) propose(id, values.propose);
  else wrong += values.sample === undefined ? derive(id) : sample(id);
process.exit(wrong > 0 ? 1 : 0);

/** Whether a case notices that the fact is missing. */
function notices(id, fact) {
  const { removal } = fact;
  if (removal === null) return () => false;
  if (removal.by === 'change')
    return (one) =>
      subject.isExercised(id, one, removal.change) ||
      (removal.or ?? []).some((change) => subject.isExercised(id, one, change));
  if (removal.by === 'name') {
    const without = load(removal.name);
    return (one) =>
      (!fact.mustMention || mentions(one.content, fact)) && without.isExercised(id, one);
  }
  // Both hosts lack the tool whose place is taken: what is left is the difference that the granted name makes.
  const granted = load(removal.instead, removal.name);
  const neither = load(removal.instead);
  return (one) =>
    mentions(one.content, fact) &&
    granted.verdictOnCase(id, one) !== neither.verdictOnCase(id, one);
}

/** Whether the facts that were only read are in the files that they name. */
function lookUp(id) {
  const found = lookUpFacts(
    subject.hosts.find((one) => one.id === id),
    subject,
  );
  const count = (is) => found.filter((one) => one.is === is).length;
  console.log(
    `${id}: ${found.length} read, ${count('found')} found, ${count('missing')} not found, ${count('not installed')} not installed`,
  );
  for (const { fact, is, missing } of found)
    if (is === 'missing') console.log(`  ${fact.id}: ${missing.join(', ') || 'no text is known'}`);
  return count('missing');
}

function mentions(text, { words }) {
  return words.every((word) => text.includes(word));
}

function derive(id) {
  const from = Date.now();
  const host = subject.hosts.find((one) => one.id === id);
  const recorded = subject.recordedOf(id);
  const facts = subject.factsOf(host);
  const links = {};
  for (const fact of facts) {
    const possible = recorded.filter((one) => subject.canExercise(id, fact, one));
    const hits = (one) => fact.words.filter((word) => one.content.includes(word)).length;
    const order = possible
      .map((one) => ({ one, hits: hits(one) }))
      .sort((a, b) => b.hits - a.hits)
      .map(({ one }) => one);
    const notice = notices(id, fact);
    const found = [];
    for (const one of order) {
      if (found.length === casesForFact) break;
      if (notice(one)) found.push(one.id);
    }
    if (found.length > 0) links[fact.id] = found;
  }
  const unproven = subject.unprovenFacts(host, links, subject.caseIdsOf(id));
  const claimed = facts.filter(({ evidence }) => evidence.how === 'executed').length;
  const unclaimed = facts.filter((one) => one.evidence.how !== 'executed' && links[one.id]);
  console.log(
    `${id}: ${facts.length} facts, ${claimed} say executed, ${claimed - unproven.length} of them proven by a case, ${unclaimed.length} proven that say something else, ${((Date.now() - from) / 1000).toFixed(1)} s`,
  );
  for (const { fact, why } of unproven) console.log(`  not proven: ${fact.id} ${why}`);
  for (const one of unclaimed) console.log(`  proven, but says ${one.evidence.how}: ${one.id}`);
  if (!values.check) subject.storeLinks(id, links);
  else if (subject.linesOf(links) !== subject.linesOf(subject.linksOf(id))) {
    console.log('  the stored links differ: run node scripts/evidence.mjs');
    return unproven.length + 1;
  }
  return unproven.length;
}

/** Other facts with another seed. */
function sample(id) {
  const links = subject.linksOf(id);
  const host = subject.hosts.find((one) => one.id === id);
  const facts = subject.factsOf(host).filter((fact) => links[fact.id]);
  const recorded = new Map(subject.recordedOf(id).map((one) => [one.id, one]));
  const count = Math.min(Number(values.sample), facts.length);
  let lost = 0;
  for (let at = 0; at < count; at++) {
    const fact =
      facts[(Number(values.seed) + Math.floor((at * facts.length) / count)) % facts.length];
    const [first] = links[fact.id];
    const one = recorded.get(first);
    if (one && notices(id, fact)(one)) continue;
    console.log(`  ${id}: "${first}" does not exercise ${fact.id}`);
    lost++;
  }
  console.log(`${id}: ${count} links asked again, ${count - lost} hold`);
  return lost;
}

/** Writes the questions whose answers may prove facts that have no case: one question may do for several. */
function propose(id, file) {
  const host = subject.hosts.find((one) => one.id === id);
  const links = subject.linksOf(id);
  const { isGivenPlaces = false } = subject.tested.find((one) => one.oracle.host === id).oracle;
  const open = subject
    .factsOf(host)
    .filter((fact) => fact.removal !== null && !links[fact.id])
    .filter(({ ofNames }) => !(isGivenPlaces && ofNames));
  const chosen = new Map();
  const verdicts = new Map();
  const verdictOn = (question) => {
    const { path, text } = question;
    const key = `${path}\n${text}`;
    if (!verdicts.has(key)) verdicts.set(key, subject.verdictWithout(id, question));
    return verdicts.get(key);
  };
  let none = 0;
  for (const fact of open) {
    const { removal } = fact;
    const without = removal.by === 'change' ? subject : load(removal.name);
    const granted = removal.by === 'grant' && load(removal.instead, removal.name);
    const neither = removal.by === 'grant' && load(removal.instead);
    const differs = (question) =>
      granted
        ? mentions(question.text, fact) &&
          granted.verdictWithout(id, question) !== neither.verdictWithout(id, question)
        : [removal.change, ...(removal.or ?? [])].some(
            (change) => without.verdictWithout(id, question, change) !== verdictOn(question),
          );
    const dialect = fact.dialects?.[0];
    const alike = [...chosen.values()].filter((one) => one.dialect === dialect);
    if (alike.some((one) => mentions(one.question.text, fact) && differs(one.question))) continue;
    const found = subject.candidatesFor(host, fact).find(differs);
    if (!found) {
      none++;
      console.log(`  no question for ${fact.id}`);
      continue;
    }
    chosen.set(`${found.path}\n${found.text}`, { question: found, dialect });
  }
  const questions = [...chosen.values()].map(({ question }) => question);
  writeFileSync(file, JSON.stringify(questions, null, 1));
  console.log(
    `${id}: ${open.length} facts without a case, ${questions.length} questions, ${none} without`,
  );
}
