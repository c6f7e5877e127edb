#!/usr/bin/env node
// Checks whether every error reported in real agent files is a true positive: see test/ecosystem.
import { bundle, runHere } from './conformance/run.mjs';

process.exit(runHere(await bundle('test/ecosystem/precision-main.ts'), process.argv.slice(2)));
