#!/usr/bin/env node
// The one test command. `npm test` runs every part, one after the other; name parts to run only those:
//   node test/run.mjs unit                     all unit tests
//   node test/run.mjs unit rules/ caret        only the test files whose path holds one of these
//   node test/run.mjs editor package           two parts
// The last line counts everything: `N passed, N failed[, N skipped]`.
import { everything, parts } from './run/parts.mjs';
import { add, line, none } from './run/tally.mjs';

const asked = process.argv.slice(2);
const names = asked.filter((word) => word in parts);
const only = asked.filter((word) => !(word in parts));
if (only.length > 0 && names.length === 0) {
  console.error(`There is no part ${only.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

let total = none;
for (const name of names.length > 0 ? names : everything) {
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
  total = add(total, counted);
}

console.log(`\n${line(total)}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
