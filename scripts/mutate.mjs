#!/usr/bin/env node
// Makes small faults in the sources, one at a time, and lists those that no test notices:
//   npm run mutate                              a sample of all rooms that have a floor (scripts/mutate/rooms.mjs)
//   npm run mutate -- server/world client/persona/splice.ts
//   npm run mutate -- --sample 300 --seed 7     more faults, others
//   npm run mutate -- --all server/world/git.ts
//   npm run mutate -- --again                   only those that no test noticed the last time
// `--jobs N` is how many run side by side (1). Exits with 1 if a room with a floor is below it.
// StrykerJS finds and places the faults. Its runner is not used, because it supports mocha 12 from Node 22 on only, and it
// brings three times as many packages. So this file bundles the tests once with all faults switched off, records which tests
// reach which fault, and runs these tests with the fault switched on in a process of its own.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build/options.mjs';
import { instrument } from './mutate/instrument.mjs';
import { belowFloor, linesOf, percentages } from './mutate/report.mjs';
import { roomOf, rooms } from './mutate/rooms.mjs';
import { createRunner } from './mutate/runner.mjs';
import { sampleByRoom } from './mutate/sample.mjs';
import { sourcesIn } from './mutate/sources.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    again: { type: 'boolean' },
    sample: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
  },
});
const [count, seed, jobs] = [values.sample, values.seed, values.jobs].map(Number);
if (![count, seed, jobs].every(Number.isInteger) || count < 1 || jobs < 1) {
  console.error('--sample, --seed and --jobs are whole numbers.');
  process.exit(2);
}
const out = path.join(root, 'out/mutation/report.json');
const known = values.again ? JSON.parse(readFileSync(out, 'utf8')).results : [];
const left = known.filter(({ isNoticed }) => !isNoticed);
const withFloor = rooms.filter(({ floor }) => floor !== undefined).flatMap(({ paths }) => paths);
const asked = positionals.map((one) =>
  path.relative(root, path.resolve(one)).replaceAll('\\', '/'),
);
const wanted = values.again ? left.map(({ file }) => file) : withFloor;
const files = sourcesIn(root, asked.length > 0 ? asked : wanted);
if (files.length === 0) {
  console.error(`There is no source in ${positionals.join(', ')}.`);
  process.exit(2);
}

const { sources, mutants } = await instrument(files);
const keyOf = ({ file, line, kind, before, after }) =>
  JSON.stringify([file, line, kind, before, after]);
const unnoticed = new Set(left.map(keyOf));
const chosen = values.again
  ? mutants.filter((mutant) => unnoticed.has(keyOf(mutant)))
  : values.all
    ? mutants
    : sampleByRoom(mutants, ({ file }) => roomOf(file), count, seed);
console.log(`${chosen.length} of ${mutants.length} faults in ${files.length} files, seed ${seed}`);
if (chosen.length === 0) process.exit(0);

const from = Date.now();
const runner = await createRunner(sources, mutants, chosen);
console.log(`${runner.tests} tests pass without a fault (${seconds()} s)`);
const results = [];
const waiting = [...chosen];
const work = async () => {
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const result = { ...mutant, room: roomOf(mutant.file), ...(await runner.run(mutant)) };
    results.push(result);
    if (!result.isNoticed) console.log(linesOf(result));
  }
};
await Promise.all(Array.from({ length: jobs }, work));

// The faults that were noticed before count as before.
const tried = new Set(results.map(keyOf));
results.push(...known.filter((one) => !tried.has(keyOf(one))));
const byRoom = percentages(results);
mkdirSync(path.dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify({ seed, byRoom, results }, null, 2)}\n`);
console.log(`\nnoticed in ${seconds()} s, also in ${path.relative(root, out)}:`);
for (const { room, noticed, made, percent, floor } of byRoom)
  console.log(
    `${room.padEnd(18)} ${noticed} of ${made}, ${percent} %${floor === undefined ? '' : ` (floor ${floor} %)`}`,
  );
const low = belowFloor(byRoom);
for (const { room, percent, floor } of low)
  console.error(`${room}: ${percent} % of the faults are noticed, less than ${floor} %.`);
process.exit(low.length > 0 ? 1 : 0);

function seconds() {
  return ((Date.now() - from) / 1000).toFixed(0);
}
