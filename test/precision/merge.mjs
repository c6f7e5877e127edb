#!/usr/bin/env node
// Judged findings into the tables of labels: see README.md.
import { bundle, runHere } from '../../scripts/conformance/run.mjs';

process.exit(runHere(await bundle('test/precision/merge-main.ts'), process.argv.slice(2)));
