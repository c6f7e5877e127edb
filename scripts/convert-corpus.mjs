#!/usr/bin/env node
// Converts agent files between every ordered pair of hosts and prints the results: see test/convert. With `--live HOST`, asks the
// program of that host about them; with `--rulesync FOLDER`, converts the same files with rulesync too.
import { bundle, runAlone, runHere } from './conformance/run.mjs';

const words = process.argv.slice(2);
const run = async () => {
  if (words.includes('--live')) return runAlone(await bundle('test/convert/live.ts'), words);
  const name = words.includes('--rulesync') ? 'rulesync' : 'main';
  return runHere(await bundle(`test/convert/${name}.ts`), words);
};
process.exit(await run());
