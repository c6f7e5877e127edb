// What an author meets while typing real files: `npm run typing`.
//   --server FILE   the server to type into (default: dist/cli.js)
//   --corpus FOLDER real agent files with their index.json (default: DOSSIER_CORPUS, else test/corpus)
//   --skills FOLDER type the skills and commands of these repositories instead, more of the text of each
//   --files N       files of each host, chosen by --seed N (default: 12)
//   --delay MS      from one key to the next (default: 180); 0 types as fast as the server answers
//   --gate          fail where a limit is passed
//   --verbose       every line that Enter changes, every passing finding, every value that is not among the first
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { resourcesOf } from '../../scripts/resources.mjs';
import { typeFile } from './author.mjs';
import { corpusOf, hostIds, skillsIn } from './files.mjs';
import { faultsOf } from './limits.mjs';
import { rankFiles } from './ranking.mjs';
import { startServer } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    server: { type: 'string', default: path.join(root, 'dist/cli.js') },
    corpus: { type: 'string', default: resourcesOf(root).corpus },
    skills: { type: 'string' },
    files: { type: 'string', default: '12' },
    delay: { type: 'string', default: '180' },
    seed: { type: 'string', default: '1' },
    gate: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.skills === undefined && !existsSync(path.join(values.corpus, 'index.json'))) {
  console.log(`no corpus in ${values.corpus}: nothing is typed`);
  process.exit(0);
}
const delay = Number(values.delay);
const seed = Number(values.seed);
const folder = mkdtempSync(path.join(tmpdir(), 'typing-'));

/** Files of a project that is typed in. */
const surroundings = ['README.md', 'docs/guide.md', 'src/main.ts', 'package.json'];

/** What an author types at a sitting: longer frontmatters are mostly generated. */
const headLimit = 900;
const isOfSkills = values.skills !== undefined;
const bodyLimit = isOfSkills ? 700 : 150;
const groups = isOfSkills ? ['skill', 'command'] : hostIds;
const files = isOfSkills
  ? skillsIn(values.skills, seed)
  : hostIds.flatMap((host) => corpusOf(values.corpus, host, seed));
const chosen = groups.flatMap((host) =>
  files
    .filter((one) => one.host === host && one.head.length <= headLimit)
    .slice(0, Number(values.files)),
);

// The text of a skill names files of the project and other skills, which are offered only if they are there.
if (isOfSkills)
  for (const { path: file, text } of chosen) {
    const [project] = file.split('/');
    for (const [name, content] of [
      [file, text],
      ...surroundings.map((one) => [`${project}/${one}`, '']),
    ]) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
  }
const server = await startServer(values.server, folder);

// Side by side at the speed of a person. At full speed a key of many files at once would take as long as a pause.
const authors = delay > 0 ? chosen.length : 4;
const typed = [];
const waiting = [...chosen];
const author = async () => {
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    const { file, host, languageId, head, text } = one;
    const uri = `file://${folder}/${one.path}`;
    const keys = text.slice(0, head.length + bodyLimit);
    typed.push({ file, host, ...(await typeFile(server, uri, languageId, keys, delay)) });
  }
};
await Promise.all(Array.from({ length: authors }, author));

const sumOf = (some) => {
  const sum = (of) => some.reduce((all, one) => all + of(one), 0);
  return {
    files: some.length,
    keys: sum(({ keys }) => keys),
    passing: sum(({ noisy }) => noisy.length),
    elsewhere: sum(({ away }) => away.length),
    lines: sum(({ lines }) => lines),
    changed: sum(({ changed }) => changed.length),
  };
};
console.log(`typed at ${delay} ms a key, ${authors} files at a time`);
console.log(
  'host       files   keys  passing on the line  passing elsewhere  lines  changed by Enter',
);
const rows = [
  ...groups.map((host) => [host, sumOf(typed.filter((one) => one.host === host))]),
  ['all', sumOf(typed)],
];
for (const [name, { files: count, keys, passing, elsewhere, lines, changed }] of rows) {
  const share = `${passing} (${((100 * passing) / Math.max(1, keys)).toFixed(2)} %)`;
  const cells = [count, keys, share, elsewhere, lines, changed];
  const widths = [6, 7, 21, 19, 7, 18];
  console.log(
    name.padEnd(10) + cells.map((cell, at) => String(cell).padStart(widths[at])).join(''),
  );
}

const ranks = isOfSkills ? [] : [...(await rankFiles(server, files, folder))].sort();
console.log('\none value left out, and looked for in the list:');
console.log(
  'host field            cases  among the first five  letters until it has the focus  not offered',
);
for (const [name, { cases, first, letters, absent }] of ranks) {
  if (cases === 0) continue;
  const cells = [
    cases,
    `${((100 * first) / cases).toFixed(1)} %`,
    (letters / cases).toFixed(2),
    absent,
  ];
  const widths = [7, 22, 32, 13];
  console.log(
    name.padEnd(20) + cells.map((cell, at) => String(cell).padStart(widths[at])).join(''),
  );
}

if (values.verbose) {
  for (const [name, { missed }] of ranks)
    if (Object.keys(missed).length > 0) console.log('not among the first:', name, missed);
  for (const { file, changed, noisy, away } of typed) {
    for (const one of changed) console.log('changed by Enter:', file, one);
    for (const { typed: at, message } of noisy) console.log('passing:', file, { at, message });
    for (const { typed: at, message } of away)
      console.log('passing elsewhere:', file, { at, message });
  }
}
await server.stop();
rmSync(folder, { recursive: true, force: true });

const kind = isOfSkills ? 'skills' : 'agents';
const faults = values.gate ? faultsOf(sumOf(typed), ranks, kind) : [];
for (const fault of faults) console.error(`over the limit: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
