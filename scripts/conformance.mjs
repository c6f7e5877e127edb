#!/usr/bin/env node
// Compares recorded cases with our evaluation or the hosts' own programs: `npm run conformance -- --help`.
import { bundle, runAlone, runHere } from './conformance/run.mjs';

const words = process.argv.slice(2);
const program = await bundle('test/conformance/main.ts');
// The npm packages for a run are downloaded first; the run itself then has no network access.
const fetched = runHere(program, [...words, '--install']);
process.exit(fetched === 0 ? runAlone(program, words) : fetched);
