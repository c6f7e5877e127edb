#!/usr/bin/env node
// Recorded cases against our judge, or the hosts' own programs: `npm run conformance -- --help`.
import { bundle, runAlone, runHere } from './conformance/run.mjs';

const words = process.argv.slice(2);
const program = await bundle('test/conformance/main.ts');
// What a run needs from npm is fetched first; what is fetched then runs without a network.
const fetched = runHere(program, [...words, '--install']);
process.exit(fetched === 0 ? runAlone(program, words) : fetched);
