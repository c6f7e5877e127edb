#!/usr/bin/env node
// Packs the model catalog that OpenCode includes into server/hosts/opencode/catalogue.data.json.
//   node scripts/opencode-models.mjs [RECORDED] [--check]
// RECORDED: the program's recorded response to GET /provider (default: opencode-models.json in DOSSIER_ORACLES).
// --check: writes nothing; fails if the packed file differs from the result for RECORDED. Passes if RECORDED does not exist.
//
// The packed file is one JSON string, so that a bundle contains a string and startup does not create 8,000 objects.
// Its sections, separated by empty lines; server/hosts/opencode/catalogue.ts reads them:
//   1 package and day            3 names of models, as 2          5 one line a provider: id, tab, name, tab, models;
//   2 ids of models, sorted,     4 looks: status, then variants     a model is three numbers of two digits each:
//     each as the length that                                       its id (2), its name (3) and its look (4)
//     it shares with the one
//     before, and the rest
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { resourcesOf } from './resources.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'server/hosts/opencode/catalogue.data.json');

const { values: asked, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const source = path.resolve(
  positionals[0] ?? path.join(resourcesOf(root).oracles ?? root, 'opencode-models.json'),
);

// Printable ASCII without the characters that JSON escapes, used as base-91 digits.
const digits = Array.from({ length: 126 - 35 + 1 }, (_, i) => String.fromCharCode(35 + i))
  .filter((c) => c !== '\\')
  .join('');
const base = digits.length;

const digit = (n) => {
  if (n < 0 || n >= base) throw new RangeError(`${n} is not one digit`);
  return digits[n];
};
const number = (n) => digit(Math.floor(n / base)) + digit(n % base);

function dictionary(words) {
  const sorted = [...new Set(words)].sort();
  const odd = sorted.find((word) => /[\t\n]/.test(word) || word === '');
  if (odd !== undefined) throw new Error(`cannot pack ${JSON.stringify(odd)}`);
  let before = '';
  const lines = sorted.map((word) => {
    let shared = 0;
    const most = Math.min(before.length, word.length, base - 1);
    while (shared < most && before[shared] === word[shared]) shared++;
    before = word;
    return digit(shared) + word.slice(shared);
  });
  const places = new Map(sorted.map((word, index) => [word, index]));
  return { text: lines.join('\n'), of: (word) => number(places.get(word)) };
}

function pack({ package: from, measured, catalogue }) {
  const providers = Object.entries(catalogue);
  const models = providers.flatMap(([, provider]) => Object.entries(provider.models));
  // Some names have leading or trailing white space.
  const nameOf = ({ name }) => name.trim();
  const look = ({ status, variants = [] }) => [status, ...variants].join(' ');
  const ids = dictionary(models.map(([id]) => id));
  const names = dictionary(models.map(([, model]) => nameOf(model)));
  const looks = [...new Set(models.map(([, model]) => look(model)))].sort();
  const lines = providers.map(([id, provider]) => {
    const packed = Object.entries(provider.models).map(
      ([model, facts]) =>
        ids.of(model) + names.of(nameOf(facts)) + number(looks.indexOf(look(facts))),
    );
    return `${id}\t${provider.name}\t${packed.join('')}`;
  });
  const sections = [
    `${from} ${measured}`,
    ids.text,
    names.text,
    looks.join('\n'),
    lines.join('\n'),
  ];
  return `${JSON.stringify(sections.join('\n\n'))}\n`;
}

if (!existsSync(source)) {
  console.log(`${path.basename(source)} does not exist, so the catalog is unchanged`);
  process.exit(asked.check ? 0 : 1);
}
const packed = pack(JSON.parse(readFileSync(source, 'utf8')));
const stale = !existsSync(target) || readFileSync(target, 'utf8') !== packed;
if (asked.check && stale) {
  console.error('The model catalog is stale: run node scripts/opencode-models.mjs');
  process.exit(1);
}
if (!asked.check && stale) writeFileSync(target, packed);
console.log(
  `${path.relative(root, target)}: ${(packed.length / 1024).toFixed(0)} KB, ${stale ? 'written' : 'as it was'}`,
);
