#!/usr/bin/env node
// Our server against the floors, in one run on one Node. Build first.
//   node test/bench/run.mjs [--rounds 5] [--edits 300] [--only start,typing] [--sizes real,15500] [--gate] [--out FILE.json]
// `many` (made workspaces of thousands, real repositories) and `batch` take longest; `many` runs only where it is named.
// Servers take turns round by round, so that a change in the machine's mood touches all alike: read the ratios.
// --gate: ends with 1 when a promised budget is exceeded.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { batch } from './batch.mjs';
import { judge } from './budget.mjs';
import { at, budgetTable, table } from './figures.mjs';
import { many } from './many.mjs';
import { body, burst, open, start, typing } from './scenarios.mjs';
import { servers } from './servers.mjs';

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    edits: { type: 'string', default: '300' },
    only: { type: 'string', default: 'start,open,typing,body,burst,batch' },
    sizes: { type: 'string', default: '1000,10000,15500,real' },
    gate: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const scenarios = { start, open, typing, body, burst };
const rounds = Number(asked.rounds);
const edits = Math.ceil(Number(asked.edits) / rounds);
// A start is over quickly and varies most.
const times = { start: rounds * 4, burst: Math.min(2, rounds) };

const list = await servers();
const samples = {};
for (const scenario of asked.only.split(',')) {
  if (scenario === 'many') {
    Object.assign(samples, await many(Math.min(9, rounds), asked.sizes.split(',')));
    continue;
  }
  if (scenario === 'batch') {
    Object.assign(samples, await batch(Math.min(9, rounds)));
    continue;
  }
  for (let round = 0; round < (times[scenario] ?? rounds); round++) {
    for (const server of list) {
      const measured = await scenarios[scenario](server, { edits });
      for (const [measure, values] of Object.entries(measured)) {
        samples[measure] ??= {};
        samples[measure][server.name] ??= [];
        samples[measure][server.name].push(...values);
      }
    }
  }
}

const figures = {};
for (const [measure, by] of Object.entries(samples)) {
  for (const percent of [50, 95]) {
    figures[`${measure} p${percent}`] = Object.fromEntries(
      Object.entries(by).map(([name, values]) => [name, at(values, percent)]),
    );
  }
}
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
if (asked.gate) process.exitCode = results.some(({ kept, promised }) => promised && !kept) ? 1 : 0;
