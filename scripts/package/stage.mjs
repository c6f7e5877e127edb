// The project as it is packed, in a folder of its own. The page of an installed extension shows pictures from the web and no
// others: while there is no address to take them from, its README is better without them.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const picture = /^!\[.*\]\(images\/.*\)\n+/gm;

const asPattern = (glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*');

export function stage(root, folder) {
  const { files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  // Whole folders: what goes in of them, the packer sees to.
  const tops = ['package.json', ...files].map((pattern) => pattern.split('/')[0]);
  const isWanted = new RegExp(`^(?:${tops.map(asPattern).join('|')})$`);
  for (const top of readdirSync(root).filter((name) => isWanted.test(name)))
    cpSync(path.join(root, top), path.join(folder, top), { recursive: true });
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  writeFileSync(path.join(folder, 'README.md'), readme.replace(picture, ''));
}
