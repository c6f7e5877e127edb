#!/usr/bin/env node
// Compares the stored texts of test/snapshots with what is there now, or stores it: see test/snapshots/main.ts.
import { bundle, runHere } from './conformance/run.mjs';

process.exit(runHere(await bundle('test/snapshots/main.ts'), process.argv.slice(2)));
