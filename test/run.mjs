#!/usr/bin/env node
// The one test command. `npm test` runs every part, several at a time; name parts to run only those, one after the other:
//   node test/run.mjs unit                     all unit tests
//   node test/run.mjs unit rules/ caret        only the test files whose path holds one of these
//   node test/run.mjs editor package           two parts
// The last line counts everything: `N passed, N failed[, N skipped]`.
import { parts } from './run/parts.mjs';
import { runSideBySide, summary } from './run/side-by-side.mjs';
import { add, line, none } from './run/tally.mjs';

const asked = process.argv.slice(2);
const names = asked.filter((word) => word in parts);
const only = asked.filter((word) => !(word in parts));
if (only.length > 0 && names.length === 0) {
  console.error(`There is no part ${only.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

async function runPart(name) {
  const from = Date.now();
  console.log(`\n== ${name}: ${parts[name].what}`);
  let counted;
  try {
    const { default: run } = await parts[name].load();
    counted = await run({ only });
  } catch (error) {
    console.error(`${name} broke: ${error?.stack ?? error}`);
    counted = { passed: 0, failed: 1, skipped: 0 };
  }
  console.log(`== ${name}: ${line(counted)} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  return counted;
}

async function runNamed() {
  const counts = new Map();
  for (const name of names) counts.set(name, await runPart(name));
  return counts;
}

const isEverything = names.length === 0;
const from = Date.now();
const counts = await (isEverything ? runSideBySide(Object.keys(parts)) : runNamed());
if (isEverything)
  console.log(`\n${summary(counts)}\nin ${((Date.now() - from) / 1000).toFixed(0)} s`);
const total = [...counts.values()].reduce(add, none);
// A run of everything adds up what its processes send.
if (process.send) await new Promise((sent) => process.send(Object.fromEntries(counts), sent));
else console.log(`\n${line(total)}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
