#!/usr/bin/env node
// Recordings that lie beside the project become cases: `node scripts/take-over.mjs [HOST...]`.
import { runProgram } from './conformance/run.mjs';

await runProgram('test/conformance/take-over/main.ts', process.argv.slice(2));
