// A short measurement that fails where something has become much slower. Processor time only, as ratios in one run: the programs
// take turns, the least of all rounds counts, and more rounds follow where a limit is exceeded.
//   node test/run.mjs speed

import { add, failure, pass } from '../../run/tally.mjs';
import { commandBudgets, judge } from '../budget.mjs';
import { hooked, manyFiles, oneFile } from '../command-line.mjs';
import { figuresOf, samplesOf } from '../measure.mjs';
import { servers } from '../servers.mjs';

const files = 600;
const rounds = 2;
const maxRounds = 6;

const shown = (what, ratio, { against, limit }) =>
  `${what}: ${ratio.toFixed(2)}x of ${against}, at most ${limit}x${ratio > limit ? ': OVER' : ''}`;

/** The least ratios of the command line. */
async function commandLine() {
  const least = { one: {}, many: {}, hook: {} };
  const ratioOf = ({ scenario, measured, against }) =>
    least[scenario][measured].cpuMs / least[scenario][against].cpuMs;
  for (let round = 0; round < maxRounds; round += rounds) {
    await oneFile({ rounds: rounds * 2, least: least.one });
    await manyFiles({ count: files, rounds, least: least.many });
    await hooked({ count: 95, rounds: rounds * 2, least: least.hook });
    if (commandBudgets.every((budget) => ratioOf(budget) <= budget.limit)) break;
  }
  return commandBudgets.map((budget) => ({
    line: shown(
      budget.scenario === 'hook' ? budget.what : `check ${budget.what}`,
      ratioOf(budget),
      budget,
    ),
    isKept: ratioOf(budget) <= budget.limit,
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
    if (best.every(({ kept }) => kept)) break;
  }
  return best.map((result) => ({
    line: shown(`server, ${result.measure}`, result.ratio, result),
    isKept: result.kept,
  }));
}

export default async function run() {
  const measured = [...(await commandLine()), ...(await server())];
  for (const { line } of measured) console.log(line);
  return measured
    .map(({ line, isKept }) => (isKept ? pass : failure('a limit of speed is exceeded', line)))
    .reduce(add);
}
