// `npm test`: every part, side by side where parts do not disturb each other, each in a process of its own. The output of
// a process is shown as a block when it ends.
import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { onlyNamed, stages } from './stages.mjs';
import { add, line, none } from './tally.mjs';

const program = fileURLToPath(new URL('../run.mjs', import.meta.url));

/** Of what runs next to a window; children inherit it. The higher, the less processor time. */
const lowPriority = 15;

/**
 * @param parts the names of all parts, each of which has to be in a stage or to be named.
 * @returns the counts of each part, by its name.
 */
export async function runSideBySide(parts) {
  const planned = new Set([
    ...onlyNamed,
    ...stages.flatMap((stage) => Object.values(stage).flat(2)),
  ]);
  const missing = parts.filter((part) => !planned.has(part));
  if (missing.length > 0) throw new Error(`No stage runs ${missing.join(', ')}.`);
  const counts = new Map();
  for (const { processor, windows } of stages) {
    const priority = windows.length > 0 ? lowPriority : 0;
    await Promise.all([inTurn(processor, counts, priority), inTurn(windows, counts, 0)]);
  }
  return counts;
}

async function inTurn(list, counts, priority) {
  for (const words of list) {
    console.log(`started: ${words.join(' ')}`);
    const { output, found } = await runInProcess(words, priority);
    process.stdout.write(output);
    for (const [part, counted] of Object.entries(found))
      counts.set(part, add(counts.get(part) ?? none, counted));
  }
}

function runInProcess(words, priority) {
  const child = fork(program, words, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  if (priority > 0) setPriority(child.pid, priority);
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
      if (found) return resolve({ output, found });
      const broke = `${words.join(' ')} ended with ${code} before its end\n`;
      resolve({
        output: output + broke,
        found: { [words[0]]: { passed: 0, failed: 1, skipped: 0 } },
      });
    });
  });
}

/** A line for each part. */
export const summary = (counts) =>
  [...counts].map(([part, counted]) => `${part.padEnd(10)} ${line(counted)}`).join('\n');
