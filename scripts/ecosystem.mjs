#!/usr/bin/env node
// Compares the diagnostics in real agent files with the stored snapshot: see test/ecosystem.
import { bundle, runHere } from './conformance/run.mjs';

process.exit(runHere(await bundle('test/ecosystem/main.ts'), process.argv.slice(2)));
