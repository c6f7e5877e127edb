// The licenses of the packages whose code is in the bundles, for the file that is shipped with them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { entries, hookBundle, optionsOf, root } from '../build/options.mjs';

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The folders of the bundled packages, relative to the root. A package of which nothing is used is not in a bundle. */
export async function bundledPackages() {
  const builds = await Promise.all(
    [...entries, hookBundle].map((entry) =>
      esbuild.build({ ...optionsOf(entry, { dev: false }), write: false }),
    ),
  );
  const folders = builds.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => {
        const folder = packageFolder.exec(file)?.[1];
        return bytesInOutput > 0 && folder ? [folder.replace(/^[\w ]+:/, '')] : [];
      }),
    ),
  );
  return [...new Set(folders)].sort();
}

const manifestIn = (folder) =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));

/** @throws if a package has no text of its license, because its code could then not be distributed. */
function licenseIn(folder) {
  const files = readdirSync(path.join(root, folder));
  const texts = [/^licen[cs]e/i, /^(?:third-?party)?-?notices?/i].flatMap((name) => {
    const file = files.find((one) => name.test(one));
    return file ? [readFileSync(path.join(root, folder, file), 'utf8')] : [];
  });
  if (texts.length === 0) throw new Error(`${folder} has no text of its license.`);
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** The text of `ThirdPartyNotices.txt`. */
export async function notices() {
  const packages = (await bundledPackages()).map((folder) => {
    const { name, version, license } = manifestIn(folder);
    return { title: `${name} ${version} (${license})`, text: licenseIn(folder) };
  });
  const line = '-'.repeat(80);
  return [
    'Dossier contains code of these packages:',
    '',
    ...packages.map(({ title }) => `- ${title}`),
    '',
    ...packages.flatMap(({ title, text }) => [line, title, line, '', text, '']),
  ].join('\n');
}
