#!/usr/bin/env node
// The one test command:
//   node test/run.mjs                          `npm test`: what needs no editor, in less than three minutes
//   node test/run.mjs --rest                   `npm run test:all`: everything else
//   node test/run.mjs --changed                `npm run precommit`: what the change can break
//   node test/run.mjs unit                     one part; several run one after the other
//   node test/run.mjs unit rules/ caret        only the test files whose path holds one of these, completely
// The last line counts everything: `N passed, N failed[, N skipped]`; the failures are in front of it. DOSSIER_TIMES=1 prints the slow files
// and tests. Ends with 1 if a test failed, and with 2 if nothing is named like the words.
import { parts } from './run/parts.mjs';
import { closing, judged } from './run/report.mjs';
import { choose } from './run/select.mjs';
import { runSideBySide } from './run/side-by-side.mjs';
import { onlyNamed, plans } from './run/stages.mjs';
import { add, failure, line, none } from './run/tally.mjs';

const commands = { '--rest': plans.rest, '--changed': plans.changed };
const words = process.argv.slice(2);
const plan = words.length === 0 ? plans.quick : commands[words[0]];

async function runPart(name, files) {
  const from = Date.now();
  console.log(`== ${name}: ${parts[name].what}`);
  let counted;
  try {
    const { default: run } = await parts[name].load();
    counted = await run({ files });
  } catch (error) {
    counted = failure(name, `The part broke: ${error?.stack ?? error}`);
  }
  console.log(`== ${name}: ${line(counted)} (${((Date.now() - from) / 1000).toFixed(0)} s)`);
  return counted;
}

async function runNamed() {
  const chosen = await choose(words, parts, [...Object.keys(commands)]);
  const counts = new Map();
  for (const { name, files } of chosen) counts.set(name, await runPart(name, files));
  return counts;
}

const from = Date.now();
const counts = plan
  ? await runSideBySide(plan, Object.keys(parts), plans, onlyNamed)
  : await runNamed();
const total = judged([...counts.values()].reduce(add, none));
// The process of a plan adds up what those of the parts send.
if (process.send) await new Promise((sent) => process.send(Object.fromEntries(counts), sent));
else {
  if (plan) console.log(`${((Date.now() - from) / 1000).toFixed(0)} s`);
  console.log(closing(total));
}
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
