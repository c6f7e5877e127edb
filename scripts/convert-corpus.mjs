#!/usr/bin/env node
// Converts agent files between every ordered pair of hosts and prints the results: see test/convert.
import { bundle, runHere } from './conformance/run.mjs';

process.exit(runHere(await bundle('test/convert/main.ts'), process.argv.slice(2)));
