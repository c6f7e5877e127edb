// Runs a plan: parts side by side where they do not disturb each other, each in a process of its own. A part that passes is one
// line; the output of one that fails is shown when it ends.
import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { add, failure, line, none } from './tally.mjs';

const program = fileURLToPath(new URL('../run.mjs', import.meta.url));

/** Of what runs next to a window; children inherit it. The higher, the less processor time. */
const lowPriority = 15;

/**
 * @param plan the stages to run.
 * @param parts the names of all parts, each of which has to be in a plan or to be named.
 * @returns the counts of each part, by its name.
 */
export async function runSideBySide(plan, parts, plans, onlyNamed) {
  const inPlan = (stages) => stages.flatMap((stage) => Object.values(stage).flat(2));
  const planned = new Set([...onlyNamed, ...Object.values(plans).flatMap(inPlan)]);
  const missing = parts.filter((part) => !planned.has(part));
  if (missing.length > 0) throw new Error(`No stage runs ${missing.join(', ')}.`);
  const counts = new Map();
  for (const stage of plan)
    await Promise.all(
      Object.entries(stage).map(([lane, list]) =>
        inTurn(list, counts, { isBehind: stage.windows !== undefined && lane !== 'windows' }),
      ),
    );
  return counts;
}

async function inTurn(list, counts, { isBehind }) {
  for (const words of list) {
    const from = Date.now();
    const { output, found } = await runInProcess(words, { isBehind });
    const sum = Object.values(found).reduce(add, none);
    if (sum.failed > 0) process.stdout.write(output);
    const seconds = ((Date.now() - from) / 1000).toFixed(0);
    console.log(`${words.join(' ')}: ${line(sum)} (${seconds} s)`);
    for (const [part, counted] of Object.entries(found))
      counts.set(part, add(counts.get(part) ?? none, counted));
  }
}

function runInProcess(words, { isBehind }) {
  const env = isBehind ? { ...process.env, DOSSIER_PROCESSES: '1' } : process.env;
  const child = fork(program, words, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  if (isBehind) setPriority(child.pid, lowPriority);
  let output = '';
  let found;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output += text;
    });
  }
  child.on('message', (message) => {
    found = message;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const broke = `The process ended with ${code} before its end.`;
      resolve({ output, found: found ?? { [words[0]]: failure(words.join(' '), broke) } });
    });
  });
}
