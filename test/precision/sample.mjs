#!/usr/bin/env node
// Findings to be judged: see README.md. `--parts 3 --part 1 --out FILE` writes a third of them, `--counts` their numbers.
import { bundle, runHere } from '../../scripts/conformance/run.mjs';

process.exit(runHere(await bundle('test/precision/main.ts'), process.argv.slice(2)));
