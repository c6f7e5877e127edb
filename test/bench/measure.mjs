// Runs scenarios. The servers take turns round by round, so that a change in the load of the machine affects all alike.
import { at } from './figures.mjs';
import { body, burst, open, start, typing } from './scenarios.mjs';

const scenarios = { start, open, typing, body, burst };

/**
 * The samples of each measure, by server.
 * @param names of scenarios.
 * @param edits in all rounds together.
 */
export async function samplesOf(servers, names, { rounds, edits }) {
  // A start is over quickly and varies most.
  const times = { start: rounds * 4, burst: Math.min(2, rounds) };
  const samples = {};
  for (const scenario of names)
    for (let round = 0; round < (times[scenario] ?? rounds); round++)
      for (const server of servers) {
        const measured = await scenarios[scenario](server, { edits: Math.ceil(edits / rounds) });
        for (const [measure, values] of Object.entries(measured)) {
          samples[measure] ??= {};
          samples[measure][server.name] ??= [];
          samples[measure][server.name].push(...values);
        }
      }
  return samples;
}

/** The median and the 95th percentile of each measure, by server. */
export const figuresOf = (samples) =>
  Object.fromEntries(
    Object.entries(samples).flatMap(([measure, by]) =>
      [50, 95].map((percent) => [
        `${measure} p${percent}`,
        Object.fromEntries(Object.entries(by).map(([name, values]) => [name, at(values, percent)])),
      ]),
    ),
  );
