// A program whose exit code is the result, such as a check. It prints only where it fails.
import { spawn } from 'node:child_process';
import { root } from '../../scripts/build/options.mjs';
import { failure, pass } from './tally.mjs';

/**
 * @param what the title of the failure.
 * @param words the script and its arguments.
 * @param options `isShown`: whether the output appears while the program runs. `milliseconds`: after which it is ended.
 * @returns the counts of one test.
 */
export function runProgram(what, words, { isShown = false, milliseconds } = {}) {
  const child = spawn(process.execPath, words, {
    cwd: root,
    timeout: milliseconds,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output += text;
      if (isShown) process.stdout.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(pass);
      const ended = `"node ${words.join(' ')}" ended with ${signal ?? code}.`;
      resolve(failure(what, `${output.trimEnd()}\n${ended}`.trimStart()));
    });
  });
}
