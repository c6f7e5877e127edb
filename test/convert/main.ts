// Counts for every ordered pair of hosts over a folder of agent files: `node scripts/convert-corpus.mjs [FOLDER [causes|files|OUT]]`.
// With a folder OUT, the results are written to it, so that `npm run conformance -- --live --corpus` can ask the programs about them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { english } from '../../server/text/translate';
import { corpusFiles, filesBelow } from '../support/corpus';
import { convertedAt, pairs } from './pairs';

const [folder, shown] = process.argv.slice(2);
const files = folder === undefined ? corpusFiles() : filesBelow(folder);
const sources = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));

console.log(`${files.length} files`);
for (const [source, target] of pairs) {
  const all = sources.flatMap((one) => convertedAt(one, source, target) ?? []);
  const done = all.filter(({ converted }) => !converted.isRefused);
  const refused = all.filter(({ converted }) => converted.isRefused);
  const causes = new Map<string, number>();
  for (const { converted } of refused) {
    const row = converted.account.find(
      ({ change, part }) =>
        change === 'wider' || part.name === 'file' || part.name === 'description',
    );
    const cause = row ? `${row.part.name}: ${english(row.why)}` : '';
    causes.set(cause, (causes.get(cause) ?? 0) + 1);
  }
  const narrower = done.filter(({ converted }) =>
    converted.account.some(({ change }) => change === 'narrower'),
  );
  console.log(
    `${source.id} -> ${target.id}: ${all.length} load, ${done.length} converted (${narrower.length} narrower), ${refused.length} refused`,
  );
  if (shown !== undefined)
    for (const [cause, count] of [...causes].sort((a, b) => b[1] - a[1]).slice(0, 12))
      console.log(`    ${count} ${cause}`);
  if (shown?.includes('/'))
    for (const [index, { converted }] of done.entries()) {
      const out = path.join(shown, target.id, source.id);
      mkdirSync(out, { recursive: true });
      writeFileSync(
        path.join(out, `${index}-${path.basename(converted.path)}`),
        converted.text ?? '',
      );
    }
  if (shown === 'files') for (const { file } of refused) console.log(`      ${file}`);
}
