#!/usr/bin/env node
// What the rules find in real agent files, against the snapshot that is kept: see test/ecosystem.
import { bundle, runHere } from './conformance/run.mjs';

process.exit(runHere(await bundle('test/ecosystem/main.ts'), process.argv.slice(2)));
