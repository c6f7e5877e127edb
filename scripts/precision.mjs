#!/usr/bin/env node
// Whether every error that we find in real agent files is one: see test/ecosystem.
import { bundle, runHere } from './conformance/run.mjs';

process.exit(runHere(await bundle('test/ecosystem/precision-main.ts'), process.argv.slice(2)));
