#!/usr/bin/env node
// Edits real agent files at random and compares every answer with that of a server that has only just opened the text:
// `node test/longer/edits.mjs [--seed N] [--edits N] [--minutes N]`
import { bundle, runHere } from '../../scripts/conformance/run.mjs';

process.exit(runHere(await bundle('test/longer/edits-main.ts'), process.argv.slice(2)));
