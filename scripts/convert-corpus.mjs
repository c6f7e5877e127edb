#!/usr/bin/env node
// Converts agent files between every ordered pair of hosts and prints the results: see test/convert. With `--live HOST`, asks the
// program of that host about them.
import { bundle, runAlone, runHere } from './conformance/run.mjs';

const words = process.argv.slice(2);
process.exit(
  words.includes('--live')
    ? runAlone(await bundle('test/convert/live.ts'), words)
    : runHere(await bundle('test/convert/main.ts'), words),
);
