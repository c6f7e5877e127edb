#!/usr/bin/env node
// Converts the YAML grammars in the sources to the JSON grammars that VS Code reads, adding the fields that hosts declare.
//   node scripts/grammar.mjs           writes them
//   node scripts/grammar.mjs --check   writes nothing and fails if one is stale
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { parse } from 'yaml';
import { node, root } from './build/options.mjs';

const folder = path.join(root, 'syntaxes');
const ending = '.tmLanguage.yaml';

async function hostsKnown() {
  const outfile = path.join(root, 'out/grammar/hosts.cjs');
  await esbuild.build({
    ...node,
    entryPoints: [path.join(root, 'server/hosts/catalog/registry.ts')],
    outfile,
    absWorkingDir: root,
  });
  return createRequire(import.meta.url)(outfile).hosts;
}

/** Every field of every host and dialect, longest first, because an alternation matches the first alternative that fits. */
export async function knownFields() {
  const fields = (await hostsKnown()).flatMap((host) =>
    Object.values(host.dialects)
      .filter(({ subject }) => subject === undefined)
      .flatMap((dialect) => Object.keys(dialect.fields)),
  );
  return [...new Set(fields)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const literally = (word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function grammarFrom(file, fields) {
  const text = readFileSync(path.join(folder, file), 'utf8').replace(
    /(?<=match: .*)KNOWN_FIELDS/,
    fields.map(literally).join('|'),
  );
  const comment = `Generated from syntaxes/${file} by scripts/grammar.mjs.`;
  return `${JSON.stringify({ comment, ...parse(text) }, null, 2)}\n`;
}

/** The files that were stale; they have been written unless this only checks. */
export async function makeGrammars({ check }) {
  const fields = await knownFields();
  const stale = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(ending))) {
    const to = path.join(folder, file.replace(/\.yaml$/, '.json'));
    const made = grammarFrom(file, fields);
    if (existsSync(to) && readFileSync(to, 'utf8') === made) continue;
    stale.push(path.relative(root, to));
    if (!check) writeFileSync(to, made);
  }
  return stale;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = await makeGrammars({ check });
  for (const file of stale) console.log(check ? `stale: ${file}` : `wrote ${file}`);
  process.exit(check && stale.length > 0 ? 1 : 0);
}
