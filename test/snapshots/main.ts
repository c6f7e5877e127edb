// `node scripts/snapshots.mjs [WORD...]`: what changed since the stored texts whose paths contain one of the words. `--update` stores
// what is there now: a difference to review like code.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lineDifference } from './line-difference';
import { leftOver, snapshots } from './snapshots';

const words = process.argv.slice(2);
const isUpdate = words.includes('--update');
const named = words.filter((word) => word !== '--update');
const asked = snapshots.filter(
  ({ file }) => named.length === 0 || named.some((word) => file.includes(word)),
);

let changed = 0;
for (const { file, text } of asked) {
  const stored = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const now = text();
  if (stored === now) continue;
  changed++;
  console.log(file);
  for (const row of lineDifference(stored, now)) console.log(row ? row.join(' ') : '  ...');
  if (!isUpdate) continue;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, now);
}
if (named.length === 0)
  for (const file of leftOver()) {
    changed++;
    console.log(`${file}: nothing has this name any more`);
    if (isUpdate) rmSync(file);
  }
console.log(`${asked.length} texts, ${changed} ${isUpdate ? 'stored' : 'changed'}`);
process.exitCode = asked.length === 0 ? 2 : changed > 0 && !isUpdate ? 1 : 0;
