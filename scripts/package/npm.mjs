// Copies what is installed from npm to a folder: the command line, the server and the library as bundles, the plugin, and what
// pre-commit, GitHub Actions and containers need to run these bundles. The same files are the tree of a release.
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { hookBundle, optionsOf } from '../build/options.mjs';
import { addressOf, forExtensionPage, linksOf } from './extension-page.mjs';
import { partsLoadedBy } from './stage.mjs';

/** What is copied besides the bundles. */
const copied = [
  'docs/rules',
  'docs/library.md',
  'plugin',
  '.claude-plugin',
  '.pre-commit-hooks.yaml',
  'action.yml',
  'integrations',
  'Dockerfile',
  'LICENSE',
  'SECURITY.md',
  'ThirdPartyNotices.txt',
];

const pages = ['README.md', 'CHANGELOG.md'];

/** @returns the manifest of the installed package: no scripts, no dependencies, nothing of the extension */
export function npmManifest(manifest) {
  const { name, version, description, license, keywords, engines, bin } = manifest;
  const library = (ending) => ({
    types: `./dist/library.d.${ending.replace('js', 'ts')}`,
    default: `./dist/library.${ending}`,
  });
  return {
    ...{ name, version, description, license, keywords },
    ...linksOf(manifest),
    engines: { node: engines.node },
    bin,
    main: './dist/library.js',
    types: './dist/library.d.ts',
    exports: {
      '.': { import: library('mjs'), require: library('js'), default: library('mjs') },
      './package.json': './package.json',
    },
    publishConfig: { access: 'public', provenance: true },
  };
}

export async function stageNpm(root, folder) {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const write = (file, text) => writeFileSync(path.join(folder, file), text);
  write('package.json', `${JSON.stringify(npmManifest(manifest), null, 2)}\n`);
  const dist = path.join(root, 'dist');
  mkdirSync(path.join(folder, 'dist'));
  const doors = ['cli.js', 'server.js', 'library.js'];
  const types = readdirSync(dist).filter((file) => /^library\.d\.m?ts$/.test(file));
  for (const file of [...partsLoadedBy(dist, doors), 'library.mjs', ...types])
    cpSync(path.join(dist, file), path.join(folder, 'dist', file));
  for (const file of copied)
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  for (const page of pages)
    write(page, forExtensionPage(readFileSync(path.join(root, page), 'utf8'), addressOf(manifest)));
  const plugin = 'integrations/mega-linter-plugin-dossier/dossier.megalinter-descriptor.yml';
  const values = {
    PACKAGE_NAME: manifest.name,
    PACKAGE_VERSION: manifest.version,
    PACKAGE_HOMEPAGE: addressOf(manifest) ?? `https://www.npmjs.com/package/${manifest.name}`,
  };
  write(
    plugin,
    readFileSync(path.join(root, plugin), 'utf8').replaceAll(
      /PACKAGE_(?:NAME|VERSION|HOMEPAGE)/g,
      (key) => values[key],
    ),
  );
  await esbuild.build({
    ...optionsOf(hookBundle, { dev: false }),
    outfile: path.join(folder, hookBundle.to),
  });
  // A program installs the folder of the plugin alone.
  for (const file of ['LICENSE', 'ThirdPartyNotices.txt'])
    cpSync(path.join(root, file), path.join(folder, 'plugin', file));
  for (const file of ['dist/cli.js', 'dist/server.js', 'plugin/hook.js'])
    chmodSync(path.join(folder, file), 0o755);
}
