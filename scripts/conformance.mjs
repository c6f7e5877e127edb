#!/usr/bin/env node
// Recorded cases against our judge, or the hosts' own programs: `npm run conformance -- --help`.
import { runProgram } from './conformance/run.mjs';

await runProgram('test/conformance/main.ts', process.argv.slice(2));
