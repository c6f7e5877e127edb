// Copies the project to a staging folder for packaging, without the command line, which the extension does not use. The page
// of an installed extension shows only pictures from the web, so pictures are removed from the README as long as they have no
// public address.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const picture = /^!\[.*\]\(images\/.*\)\n+/gm;

/** The command line is installed from npm. */
const isUsed = (file) => !/[\\/]dist[\\/]cli(?:\.\w+)?\.js$/.test(file);

const asPattern = (glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*');

export function stage(root, folder) {
  const { files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  // Folders are copied as a whole; the packager selects the files to include.
  const tops = ['package.json', ...files].map((pattern) => pattern.split('/')[0]);
  const isWanted = new RegExp(`^(?:${tops.map(asPattern).join('|')})$`);
  for (const top of readdirSync(root).filter((name) => isWanted.test(name)))
    cpSync(path.join(root, top), path.join(folder, top), { recursive: true, filter: isUsed });
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  writeFileSync(path.join(folder, 'README.md'), readme.replace(picture, ''));
}
