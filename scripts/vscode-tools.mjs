#!/usr/bin/env node
// Generates the tables of VS Code's tools: names, old names with their replacements, and names that it is known to reject.
//   node scripts/vscode-tools.mjs [RECORDED.json]            writes server/hosts/vscode/tools.data.json
//   node scripts/vscode-tools.mjs [RECORDED.json] --check    fails if that file is stale; passes if there is no recorded table
// RECORDED.json: default vscode/tools-1.139.1.json in the folder DOSSIER_ORACLES.
// The table is recorded from a running VS Code (conformance, live). What each tool does is maintained by hand in
// server/hosts/vscode/tool-descriptions.ts; a test checks that every name has a description.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resourcesOf } from './resources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = resolve(root, 'server/hosts/vscode/tools.data.json');

const words = process.argv.slice(2);
const check = words.includes('--check');
const source = resolve(
  words.find((word) => !word.startsWith('--')) ??
    resolve(resourcesOf(root).oracles ?? root, 'vscode/tools-1.139.1.json'),
);

if (!existsSync(source)) {
  console.log(
    `${basename(source)} is not here (see DOSSIER_ORACLES): the tables of VS Code's tools stay as they are.`,
  );
  process.exit(check ? 0 : 2);
}

const made = tables(JSON.parse(readFileSync(source, 'utf8')), basename(source));
const kept = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (check) {
  if (made !== kept) {
    console.error(
      `server/hosts/vscode/tools.data.json is stale: run node scripts/vscode-tools.mjs`,
    );
    process.exit(1);
  }
} else if (made !== kept) {
  writeFileSync(target, made);
  console.log('server/hosts/vscode/tools.data.json written');
}

/** The content of the data file. Lists keep the program's order, so that a new version results in a small diff. */
function tables({ note, names, renamed, unknownMeasured, builtinAgents }, from) {
  if (!Array.isArray(names) || names.length === 0) throw new Error(`${from} holds no tool names`);
  for (const [old, now] of Object.entries(renamed)) {
    const strange = now.filter((name) => !names.includes(name));
    if (strange.length > 0)
      throw new Error(`${old} became ${strange.join(', ')}, which ${from} does not hold`);
  }
  const data = {
    generated: `by scripts/vscode-tools.mjs from ${from}`,
    note,
    names,
    renamed,
    unknown: unknownMeasured,
    agents: builtinAgents,
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}
