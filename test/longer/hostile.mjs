#!/usr/bin/env node
// Measures every answer of the server on hostile texts, each in a process of its own: the processor time of the slowest requests
// and the memory. `node test/longer/hostile.mjs [--over MS] [WORDS OF NAMES]`
import { bundle, runHere } from '../../scripts/conformance/run.mjs';

process.exit(runHere(await bundle('test/longer/hostile-main.ts'), process.argv.slice(2)));
