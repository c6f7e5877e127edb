#!/usr/bin/env node
// Checks the translations of the manifest, the client and the server, and finds strings that cannot be translated.
//   node scripts/l10n.mjs [--root FOLDER] [--release]
//   node scripts/l10n.mjs --read         stores that the translations of the manifest were read again
//   node scripts/l10n.mjs --templates    prints the English templates of the server, as JSON
// A missing translation is only noted, because the message is then shown in English; with --release it is an error. Languages, and the strings that are identical in them, are listed in l10n/languages.json.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root as own } from './build/options.mjs';
import { manifestFaults } from './l10n/manifest.mjs';
import { pastIn } from './l10n/past.mjs';
import { serverTemplates } from './l10n/server.mjs';
import { rereadFaults, sameFaults, translationFaults } from './l10n/translations.mjs';
import { overTrees } from './l10n/trees.mjs';
import { usedStringsIn } from './l10n/used-strings.mjs';

const { values: asked } = parseArgs({
  options: {
    root: { type: 'string', default: own },
    release: { type: 'boolean', default: false },
    read: { type: 'boolean', default: false },
    templates: { type: 'boolean', default: false },
  },
});
const root = path.resolve(asked.root);
const read = (file) => {
  const where = path.join(root, file);
  return existsSync(where) ? JSON.parse(readFileSync(where, 'utf8')) : {};
};

/** The module that defines `t`, which passes its argument on. */
const home = 'client/l10n.ts';
const found = overTrees(root, (file, tree) =>
  file === home ? [] : [...usedStringsIn(file, tree), ...pastIn(file, tree)],
);
const used = Object.fromEntries(
  found.flatMap(({ text }) => (text === undefined ? [] : [[text, text]])),
);
const inServer = overTrees(root, serverTemplates, 'server');
const templates = Object.fromEntries(
  inServer.flatMap(({ text }) => (text === undefined ? [] : [[text, text]])),
);
const texts = read('package.nls.json');
const languages = read('l10n/languages.json');

/** The English texts of the manifest when their translations were last read. */
const readTexts = 'l10n/manifest-read.json';
if (asked.read) writeFileSync(path.join(root, readTexts), `${JSON.stringify(texts, null, 2)}\n`);

if (asked.templates) console.log(JSON.stringify(Object.keys(templates)));
else check();

function check() {
  const faults = [
    ...[...found, ...inServer].filter(({ fault }) => fault !== undefined),
    ...manifestFaults(read('package.json'), texts),
    ...(existsSync(path.join(root, readTexts)) ? rereadFaults(texts, read(readTexts)) : []),
    ...Object.entries(languages).flatMap(([language, words]) => faultsIn(language, new Set(words))),
    ...strangers(),
  ];

  const missing = faults.filter(({ isMissing }) => isMissing);
  const wrong = asked.release ? faults : faults.filter(({ isMissing }) => !isMissing);
  if (!asked.release)
    for (const { where, fault } of missing) console.log(`note: ${where}: ${fault}`);
  for (const { where, fault } of wrong) console.error(`${where}: ${fault}`);
  const all = [used, templates, texts].flatMap(Object.keys).length;
  console.log(
    `${all} texts, ${Object.keys(languages).length + 1} languages, ${missing.length} translations missing, ${faults.length - missing.length} faults`,
  );
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

function faultsIn(language, same) {
  const files = [
    [`package.nls.${language}.json`, texts],
    [`l10n/bundle.l10n.${language}.json`, used],
    [`l10n/server.l10n.${language}.json`, templates],
  ].map(([file, english]) => ({ file, english, translations: read(file) }));
  const pairs = files.flatMap(({ english, translations }) =>
    Object.entries(english).map(([key, text]) => [text, translations[key]]),
  );
  return [
    ...files.flatMap(({ file, english, translations }) =>
      translationFaults(file, english, translations, same),
    ),
    ...sameFaults(language, same, pairs),
  ];
}

/** Files of languages that are not listed. */
function strangers() {
  const there = [...readdirSync(root), ...readdirSync(path.join(root, 'l10n'))];
  return there.flatMap((file) => {
    const [, language] = /^(?:package\.nls|(?:bundle|server)\.l10n)\.(.+)\.json$/.exec(file) ?? [];
    return language === undefined || Object.hasOwn(languages, language)
      ? []
      : [{ where: file, fault: 'is of a language that l10n/languages.json does not name' }];
  });
}
