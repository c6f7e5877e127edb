// Copies the project to a staging folder for packaging, without the command line, which the extension does not use, and with
// pages whose links and pictures work where an installed extension shows them.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addressOf, forExtensionPage } from './extension-page.mjs';

/** The pages that VS Code shows of an installed extension. */
const pages = ['README.md', 'CHANGELOG.md'];

/** The command line and the library, which are installed from npm, and the parts of bundles that only it loads. */
function filesOfCommandLine(dist) {
  const isItsOwn = (file) => /^(?:cli|library|part\.commands)\b/.test(file);
  const bundles = readdirSync(dist).filter((file) => file.endsWith('.js'));
  const loads = new Map(bundles.map((file) => [file, readFileSync(path.join(dist, file), 'utf8')]));
  const unused = new Set(bundles.filter(isItsOwn));
  for (;;) {
    const isLoaded = (file) =>
      bundles.some((other) => !unused.has(other) && loads.get(other).includes(`./${file}`));
    const more = bundles.filter(
      (file) => file.startsWith('part.') && !unused.has(file) && !isLoaded(file),
    );
    if (more.length === 0) return unused;
    for (const file of more) unused.add(file);
  }
}

const asPattern = (glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*');

export function stage(root, folder) {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { files } = manifest;
  // Folders are copied as a whole; the packager selects the files to include.
  const tops = ['package.json', ...files].map((pattern) => pattern.split('/')[0]);
  const isWanted = new RegExp(`^(?:${tops.map(asPattern).join('|')})$`);
  const dist = path.join(root, 'dist');
  const unused = filesOfCommandLine(dist);
  const isUsed = (file) => path.dirname(file) !== dist || !unused.has(path.basename(file));
  for (const top of readdirSync(root).filter((name) => isWanted.test(name)))
    cpSync(path.join(root, top), path.join(folder, top), { recursive: true, filter: isUsed });
  // Scripts and their tools are for the project, and npm would run some of them.
  const { scripts: _, devDependencies: __, ...shipped } = manifest;
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  const address = addressOf(manifest);
  for (const page of pages) {
    const text = readFileSync(path.join(root, page), 'utf8');
    writeFileSync(path.join(folder, page), forExtensionPage(text, address));
  }
}
