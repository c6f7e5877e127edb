// Copies the project to a staging folder for packaging, without the command line, which the extension does not use, and with
// pages whose links and pictures work where an installed extension shows them.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addressOf, forExtensionPage, linksOf } from './extension-page.mjs';

/** The pages that VS Code and the stores show of the extension, and where they are from. */
const pages = { 'README.md': 'scripts/package/store.md', 'CHANGELOG.md': 'CHANGELOG.md' };

/** @returns the bundles that these load, themselves included, by name @param dist the folder of the bundles */
export function partsLoadedBy(dist, doors) {
  const bundles = readdirSync(dist).filter((file) => file.endsWith('.js'));
  const loaded = new Set(doors);
  for (const file of loaded) {
    const text = readFileSync(path.join(dist, file), 'utf8');
    for (const other of bundles) if (text.includes(`./${other}`)) loaded.add(other);
  }
  return loaded;
}

/** What is installed from npm, and not with the extension. */
function isOfNpm(dist) {
  const used = partsLoadedBy(dist, ['extension.js', 'server.js']);
  return (file) => /^(?:cli|library)\./.test(file) || (file.startsWith('part.') && !used.has(file));
}

const asPattern = (glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*');

export function stage(root, folder) {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { files } = manifest;
  // Folders are copied as a whole; the packager selects the files to include.
  const tops = ['package.json', ...files].map((pattern) => pattern.split('/')[0]);
  const isWanted = new RegExp(`^(?:${tops.map(asPattern).join('|')})$`);
  const dist = path.join(root, 'dist');
  const isLeftOut = isOfNpm(dist);
  const isUsed = (file) => path.dirname(file) !== dist || !isLeftOut(path.basename(file));
  for (const top of readdirSync(root).filter((name) => isWanted.test(name)))
    cpSync(path.join(root, top), path.join(folder, top), { recursive: true, filter: isUsed });
  // Scripts and their tools are for the project, and npm would run some of them.
  const { scripts: _, devDependencies: __, ...shipped } = { ...manifest, ...linksOf(manifest) };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  for (const [page, from] of Object.entries(pages)) {
    const text = readFileSync(path.join(root, from), 'utf8');
    writeFileSync(path.join(folder, page), forExtensionPage(text, addressOf(manifest)));
  }
}
