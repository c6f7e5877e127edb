#!/usr/bin/env node
// Converts recordings next to the project to cases: `node scripts/take-over.mjs [HOST...]`.
import { bundle, runHere } from './conformance/run.mjs';

process.exit(runHere(await bundle('test/conformance/take-over/main.ts'), process.argv.slice(2)));
