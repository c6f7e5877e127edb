#!/usr/bin/env node
// Checks that no regular expression in the source takes super-linear time for a hostile text: every literal, and every expression
// that a module of the server makes of parts when it is loaded.
//   node scripts/regular-expressions.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from 'acorn';
import esbuild from 'esbuild';
import { analyse } from 'scslre';
import { node, root } from './build/options.mjs';
import { bounded } from './regular-expressions/bounded.mjs';

const files = ['server', 'client'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts')),
);

function literalsIn(file) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const { code } = esbuild.transformSync(text, { loader: 'ts' });
  const found = [];
  const walk = (syntax) => {
    if (!syntax || typeof syntax !== 'object') return;
    if (syntax.type === 'Literal' && syntax.regex) found.push(syntax.regex);
    for (const part of Object.values(syntax)) walk(part);
  };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found.map(({ pattern, flags }) => ({ file, source: pattern, flags }));
}

/** The expressions that modules make when they are loaded. The file is that of all of them. */
async function composed() {
  const making = files.filter(
    (file) =>
      file.startsWith('server/') &&
      readFileSync(path.join(root, file), 'utf8').includes('new RegExp('),
  );
  const { outputFiles } = await esbuild.build({
    ...node,
    stdin: {
      contents: making.map((file) => `require(${JSON.stringify(`./${file}`)});`).join('\n'),
      resolveDir: root,
    },
    absWorkingDir: root,
    write: false,
  });
  const found = [];
  class Recorded extends RegExp {
    constructor(pattern, flags) {
      super(pattern, flags);
      found.push({ file: 'composed', source: this.source, flags: this.flags });
    }
  }
  const load = new Function('require', 'module', 'exports', 'RegExp', outputFiles[0].text);
  load(createRequire(path.join(root, 'scripts/x.cjs')), { exports: {} }, {}, Recorded);
  return found;
}

const all = [...files.flatMap(literalsIn), ...(await composed())];
const unused = new Set(Object.keys(bounded));
const seen = new Set();
let faults = 0;
for (const { file, source, flags } of all) {
  const written = `/${source}/${flags}`;
  if (seen.has(written)) continue;
  seen.add(written);
  const { reports } = analyse({ source, flags });
  if (reports.length === 0) continue;
  if (unused.delete(written) || written in bounded) continue;
  faults++;
  const [{ type, exponential, character }] = reports;
  const growth = exponential ? 'exponential' : 'polynomial';
  const repeated = character.literal.source;
  console.error(`${file}: ${written} takes ${growth} time for many ${repeated} (${type})`);
}
for (const written of unused) {
  faults++;
  console.error(`scripts/regular-expressions/bounded.mjs: ${written} is not in the source anymore`);
}
console.log(`${seen.size} regular expressions, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
