#!/usr/bin/env node
// Runs the checks before a commit: types, style, generated files, bundles, layer rules and all fast unit tests.
// Two chains run in parallel; the output of each is shown when it ends. Exits with 1 if any check fails.
import { spawn } from 'node:child_process';
import { root } from './build/options.mjs';

const chains = [['unit'], ['checks', 'build', 'layers']];

function run(parts) {
  const from = Date.now();
  const child = spawn(process.execPath, ['test/run.mjs', ...parts], { cwd: root });
  let output = '';
  const take = (chunk) => {
    output += chunk;
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const seconds = ((Date.now() - from) / 1000).toFixed(0);
      if (code !== 0) process.stdout.write(output);
      console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${parts.join(', ')} (${seconds} s)`);
      resolve(code === 0);
    }),
  );
}

const results = await Promise.all(chains.map(run));
process.exit(results.every(Boolean) ? 0 : 1);
