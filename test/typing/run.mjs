// What an author meets while typing real files: `npm run typing`. Options: --server FILE, --files N (per host),
// --delay MS, --seed N, --verbose.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { typeFile } from './author.mjs';
import { corpusOf, hostIds } from './files.mjs';
import { rankFiles } from './ranking.mjs';
import { startServer } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    server: { type: 'string', default: path.join(root, 'dist/cli.js') },
    corpus: { type: 'string', default: path.join(root, '../shared/corpus') },
    files: { type: 'string', default: '12' },
    delay: { type: 'string', default: '180' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const most = Number(values.files);
const delay = Number(values.delay);
const folder = mkdtempSync(path.join(tmpdir(), 'typing-'));
const server = await startServer(values.server, folder);

const headLimit = 900;
const bodyLimit = 150;
const typedText = ({ text, head }) =>
  head.length > headLimit ? null : text.slice(0, head.length + bodyLimit);

const total = { keys: 0, noisy: 0, away: 0, lines: 0, changed: 0 };
const chosen = hostIds.flatMap((host) =>
  corpusOf(values.corpus, host, Number(values.seed))
    .filter((one) => typedText(one) !== null)
    .slice(0, most),
);
// At full speed a key of many files side by side would take as long as a pause of a person.
const authors = delay > 0 ? chosen.length : 4;
const results = [];
const waiting = [...chosen];
const author = async () => {
  for (let one = waiting.shift(); one; one = waiting.shift())
    results.push({
      ...one,
      ...(await typeFile(
        server,
        `file://${folder}/${one.path}`,
        one.languageId,
        typedText(one),
        delay,
      )),
    });
};
await Promise.all(Array.from({ length: authors }, author));
for (const host of hostIds) {
  const own = results.filter((one) => one.host === host);
  const sum = (of) => own.reduce((all, one) => all + of(one), 0);
  const figures = {
    files: own.length,
    keys: sum(({ keys }) => keys),
    noisy: sum(({ noisy }) => noisy.length),
    away: sum(({ away }) => away.length),
    lines: sum(({ lines }) => lines),
    changed: sum(({ changed }) => changed.length),
  };
  for (const name of Object.keys(total)) total[name] += figures[name];
  console.log(host, JSON.stringify(figures));
}
console.log(
  'all',
  JSON.stringify(total),
  `${((100 * total.noisy) / total.keys).toFixed(2)} % of keys`,
);
const everyFile = hostIds.flatMap((host) => corpusOf(values.corpus, host, Number(values.seed)));
const ranks = await rankFiles(server, everyFile, folder);
for (const [name, { cases, first, letters, absent, missed }] of [...ranks].sort()) {
  if (cases === 0) continue;
  const percent = ((100 * first) / cases).toFixed(1);
  console.log(
    `${name}: ${cases} cases, ${percent} % among the first five, ${(letters / cases).toFixed(2)} letters; ${absent} not offered`,
  );
  if (values.verbose)
    console.log(
      '  ',
      Object.entries(missed)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 12)
        .join('; '),
    );
}
if (values.verbose)
  for (const { file, changed, noisy, away } of results) {
    for (const one of changed) console.log('ENTER', file, JSON.stringify(one));
    for (const [kind, list] of [
      ['NOISE', noisy],
      ['AWAY', away],
    ]) {
      const seen = new Set();
      for (const one of list) {
        if (seen.has(one.message)) continue;
        seen.add(one.message);
        console.log(kind, file, JSON.stringify(one).slice(0, 300));
      }
    }
  }
await server.stop();
rmSync(folder, { recursive: true, force: true });
