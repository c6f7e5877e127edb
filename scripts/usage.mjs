#!/usr/bin/env node
// Counts what authors write in real agent files, for the order of completions.
//   node scripts/usage.mjs [CORPUS] [--check]
// CORPUS: a folder with agent files and their index.json (default: DOSSIER_CORPUS; one of them is required). Writes `usage.data.json` into the
// folder of each host: how many files have each of the host's own fields, and how many contain each value, list item or key.
// --check: writes nothing; fails if a stored table differs from the counts of CORPUS. Passes if there is only the
// repository's own small corpus, which was written for tests and is not representative.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { moduleOf } from './build/declarations.mjs';
import { indexOf, resourcesOf } from './resources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: asked, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const known = resourcesOf(root);
const corpus = positionals[0] ?? (known.isOwnCorpus ? null : known.corpus);
if (corpus === null || !existsSync(path.join(corpus, 'index.json'))) {
  if (asked.check) process.exit(0);
  console.error(
    'No corpus of real files. Name the folder that holds its index.json in DOSSIER_CORPUS.',
  );
  process.exit(2);
}

/** By host: whose files of the corpus use its format. Kilo Code reads the same fields as OpenCode and uses its table. */
const sources = {
  'claude-code': ['claude'],
  vscode: ['copilot'],
  'copilot-cli': ['copilot'],
  opencode: ['opencode', 'kilo'],
};
/** A value that occurs in a single file is not significant. */
const atLeast = 2;
/** Lists whose entries are related, and the minimum counts of an entry and a pair for reporting the relation. */
const lists = new Set(['tools']);
const pairedWord = 4;
const paired = 3;
const longestValue = 60;

/** By host: its fields and its tools. */
async function declarations() {
  const { hosts } = await moduleOf(`export { hosts } from './server/hosts/catalog/registry';`);
  return new Map(
    hosts.map(({ id, dialects }) => [
      id,
      {
        fields: new Set(Object.values(dialects).flatMap(({ fields }) => Object.keys(fields))),
        offered: new Set(
          Object.values(dialects).flatMap(({ tools }) => tools.tools.map(({ name }) => name)),
        ),
      },
    ]),
  );
}

function headOf(file) {
  const text = readFileSync(path.join(corpus, file), 'utf8');
  const head = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
  try {
    const value = head === undefined ? null : parse(head, { logLevel: 'silent' });
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** Commas between words make a list, except in parentheses. */
const commaList = /^[\w*/.-]+(?:\([^)]*\))?(?:\s*,\s*[\w*/.-]+(?:\([^)]*\))?)+\s*$/;

/** The entries of a value: names in a list, a comma-separated string or a map; `Bash(git *)` counts as `Bash`. */
function wordsIn(value) {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').map(bare);
  if (typeof value === 'object') return Object.keys(value);
  const text = String(value);
  return commaList.test(text) ? text.split(/,(?![^(]*\))/).map(bare) : [bare(text)];
}

const bare = (word) => word.trim().replace(/\(.*\)$/, '');

const sorted = (counts) =>
  Object.fromEntries(
    [...counts]
      .filter(([, count]) => count >= atLeast)
      .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)),
  );

/** By entry: the entries that occur in the same lists, with their counts. */
function pairsIn(all, counts, offered) {
  const pairs = new Map();
  for (const words of all) {
    const usual = words.filter((word) => counts.get(word) >= pairedWord);
    for (const word of usual.filter((one) => offered.has(one))) {
      const others = pairs.get(word) ?? new Map();
      pairs.set(word, others);
      for (const other of usual)
        if (other !== word) others.set(other, (others.get(other) ?? 0) + 1);
    }
  }
  const kept = [...pairs].map(([word, others]) => [
    word,
    Object.fromEntries([...others].filter(([, count]) => count >= paired).sort()),
  ]);
  return Object.fromEntries(kept.sort());
}

const prose = new Set(['name', 'description', 'argument-hint']);
const declared = await declarations();
const files = indexOf(corpus);
let stale = false;
for (const [host, written] of Object.entries(sources)) {
  const fields = new Map();
  const values = new Map();
  const heads = new Map();
  const add = (counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { file } of files.filter((one) => written.includes(one.host))) {
    for (const [field, value] of Object.entries(headOf(file))) {
      if (!declared.get(host).fields.has(field)) continue;
      add(fields, field);
      if (prose.has(field)) continue;
      const counts = values.get(field) ?? new Map();
      values.set(field, counts);
      const words = [...new Set(wordsIn(value))].filter(
        (word) => word !== '' && word.length <= longestValue,
      );
      for (const word of words) add(counts, word);
      if (lists.has(field)) heads.set(field, [...(heads.get(field) ?? []), words]);
    }
  }
  const counted = [...values]
    .map(([field, counts]) => [field, sorted(counts)])
    .filter(([, counts]) => Object.keys(counts).length > 0);
  const together = [...heads].map(([field, all]) => [
    field,
    pairsIn(all, values.get(field), declared.get(host).offered),
  ]);
  const usage = {
    fields: sorted(fields),
    values: Object.fromEntries(counted.sort()),
    together: Object.fromEntries(together.sort()),
  };
  const text = `${JSON.stringify(usage, null, 2)}\n`;
  const target = path.join(root, 'server/hosts', host, 'usage.data.json');
  if (!asked.check) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) stale = true;
}
if (stale) {
  console.error('run node scripts/usage.mjs');
  process.exit(1);
}
