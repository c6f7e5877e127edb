#!/usr/bin/env node
// Our server against the floors, in one run on one Node. Build first.
//   node test/bench/run.mjs [--rounds 5] [--edits 300] [--only start,typing] [--sizes 1000,15500] [--gate] [--out FILE.json]
// `many` (workspaces of thousands of files), `many-skills` (the same of skills with their folders) and `batch` take longest; the first two
// run only where they are named.
// Servers take turns round by round, so that a change in the machine's mood touches all alike: read the ratios.
// --gate: ends with 1 when a budget is exceeded.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { batch } from './batch.mjs';
import { judge } from './budget.mjs';
import { budgetTable, table } from './figures.mjs';
import { many } from './many.mjs';
import { figuresOf, samplesOf } from './measure.mjs';
import { servers } from './servers.mjs';

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    edits: { type: 'string', default: '300' },
    only: { type: 'string', default: 'start,open,typing,body,burst,batch' },
    sizes: { type: 'string', default: '1000,10000,15500' },
    gate: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const rounds = Number(asked.rounds);
const list = await servers();
const names = asked.only.split(',');
const samples = await samplesOf(
  list,
  names.filter((name) => !['many', 'many-skills', 'batch'].includes(name)),
  { rounds, edits: Number(asked.edits) },
);
if (names.includes('batch')) Object.assign(samples, await batch(Math.min(9, rounds)));
for (const [name, kind] of [
  ['many', 'agents'],
  ['many-skills', 'skills'],
])
  if (names.includes(name))
    Object.assign(
      samples,
      await many(Math.min(9, rounds), asked.sizes.split(',').map(Number), kind),
    );
const figures = figuresOf(samples);
const results = judge(figures);
console.log(`Node ${process.version}; milliseconds, megabytes\n`);
console.log(
  table(
    list.map(({ name }) => name),
    figures,
  ),
);
console.log(`\n${budgetTable(results)}`);
if (asked.out) {
  mkdirSync(path.dirname(path.resolve(asked.out)), { recursive: true });
  writeFileSync(
    asked.out,
    `${JSON.stringify({ node: process.version, figures, results }, null, 1)}\n`,
  );
}
if (asked.gate) process.exitCode = results.some(({ kept }) => !kept) ? 1 : 0;
