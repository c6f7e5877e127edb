// The index of the project's own corpus: descriptions are written by hand, sizes and digests are filled in.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = 'test/corpus';

/** @throws if a file is not in the index, or an entry has no file. */
export function corpusIndex(root) {
  const at = path.join(root, folder);
  const index = JSON.parse(readFileSync(path.join(at, 'index.json'), 'utf8'));
  const listed = new Set(index.files.map(({ file }) => file));
  const missing = readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(at, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/') && !listed.has(file));
  if (missing.length > 0) throw new Error(`not in ${folder}/index.json: ${missing.join(', ')}`);
  const files = index.files.map((entry) => {
    const content = readFileSync(path.join(at, entry.file));
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { ...entry, bytes: content.length, sha256 };
  });
  return `${JSON.stringify({ ...index, files }, null, 2)}\n`;
}
