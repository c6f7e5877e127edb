// A short measurement that fails where something has become much slower. Processor time only, as ratios in one run: the programs
// take turns, and the least of up to three attempts counts where a limit is exceeded. The limits themselves are checked by
// test/bench/run.mjs --gate, on a quiet machine.
//   node test/run.mjs speed

import { add, failure, pass } from '../../run/tally.mjs';
import { commandBudgets, judge } from '../budget.mjs';
import { hooked, manyFiles, oneFile } from '../command-line.mjs';
import { figuresOf, samplesOf } from '../measure.mjs';
import { servers } from '../servers.mjs';

const files = 600;
const rounds = 2;
const maxRounds = 6;
/**
 * What may be exceeded. Programs that use the other half of a processor slow a large program down more than a small one: at twice the
 * usual time, one tree had 1.1 to 1.2 times its usual ratios.
 */
const tolerance = 1.25;

const isKept = (ratio, { limit }) => ratio <= limit * tolerance;
const shown = (what, ratio, budget) =>
  `${what}: ${ratio.toFixed(2)}x of ${budget.against}, limit ${budget.limit}x${isKept(ratio, budget) ? '' : ': OVER'}`;

/**
 * The least ratios of the command line. Each attempt stands for itself: one in which the cheapest program was lucky would spoil all that
 * follow, if the least time of all attempts counted.
 */
async function commandLine() {
  let best;
  for (let round = 0; round < maxRounds; round += rounds) {
    const times = {
      one: await oneFile({ rounds: rounds * 2 }),
      many: await manyFiles({ count: files, rounds }),
      hook: await hooked({ count: 95, rounds: rounds * 2 }),
    };
    const ratios = commandBudgets.map(
      ({ scenario, measured, against }) =>
        times[scenario][measured].cpuMs / times[scenario][against].cpuMs,
    );
    best = ratios.map((ratio, index) => Math.min(ratio, best?.[index] ?? ratio));
    if (commandBudgets.every((budget, index) => isKept(best[index], budget))) break;
  }
  return commandBudgets.map((budget, index) => ({
    line: shown(
      budget.scenario === 'hook' ? budget.what : `check ${budget.what}`,
      best[index],
      budget,
    ),
    isKept: isKept(best[index], budget),
  }));
}

/** Those ratios of the server that a busy machine hardly changes. */
async function server() {
  let best;
  for (let round = 0; round < maxRounds; round += rounds) {
    const samples = await samplesOf(await servers(), ['start', 'typing'], { rounds, edits: 120 });
    const results = judge(figuresOf(samples)).filter(({ isQuick }) => isQuick);
    best = results.map((result, index) =>
      best && best[index].ratio < result.ratio ? best[index] : result,
    );
    if (best.every((result) => isKept(result.ratio, result))) break;
  }
  return best.map((result) => ({
    line: shown(`server, ${result.measure}`, result.ratio, result),
    isKept: isKept(result.ratio, result),
  }));
}

export default async function run() {
  const measured = [...(await commandLine()), ...(await server())];
  for (const { line } of measured) console.log(line);
  return measured
    .map(({ line, isKept }) => (isKept ? pass : failure('a limit of speed is exceeded', line)))
    .reduce(add);
}
