// The VSIX as an author gets it: made, installed into a real VS Code, and working from there.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { root } from '../../scripts/build/options.mjs';
import { bundledPackages } from '../../scripts/derive/notices.mjs';
import { add, failure, pass, skip } from '../run/tally.mjs';
import { chooseVSCode } from './harness/choose.mjs';
import { onceMore } from './harness/once-more.mjs';
import { runInEditor } from './harness/suite.mjs';
import { withVsix } from './harness/vsix.mjs';
import { themes } from './walk/themes.mjs';
import { walk } from './walk/walk.mjs';

const strangers =
  /\.(ts|map|tsx|vsix)$|(^|\/)dist\/(?:cli|library)\.|(^|\/)(node_modules|test|scripts|server|client|\.ci|out)\//;

function must(what, { status, error }) {
  if (status !== 0) throw new Error(`${what} failed${error ? `: ${error.message}` : ''}`);
}

function install(vscode, vsix, extensionsDir) {
  // The desktop program installs with a script next to it; the stand-in does it itself.
  const [cli, ...before] = vscode.isStandIn
    ? [vscode.program]
    : resolveCliArgsFromVSCodeExecutablePath(vscode.program);
  const args = [...before, '--extensions-dir', extensionsDir, '--install-extension', vsix];
  const env = { ...process.env, ...vscode.env };
  must('installing', spawnSync(cli, args, { stdio: 'inherit', env }));
}

/** Files for people, and for each supported language. */
function wantedFiles() {
  const languages = JSON.parse(readFileSync(path.join(root, 'l10n/languages.json'), 'utf8'));
  const files = (id) => [`package.nls.${id}.json`, `l10n/bundle.l10n.${id}.json`];
  return ['package.nls.json', 'SECURITY.md', ...Object.keys(languages).flatMap(files)];
}

function developmentKeys(installed) {
  const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  return ['scripts', 'devDependencies'].filter((key) => key in manifest);
}

/** The packages whose code is in the bundles and of which the installed notices have no license. */
async function packagesWithoutNotice(installed) {
  const notices = readFileSync(path.join(installed, 'ThirdPartyNotices.txt'), 'utf8');
  const packages = await bundledPackages();
  if (packages.length === 0) throw new Error('no package is bundled');
  return packages.filter((folder) => {
    const file = path.join(root, folder, 'package.json');
    const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
    return !notices.includes(`\n${name} ${version} (`);
  });
}

export default async function run() {
  const vscode = await chooseVSCode();
  try {
    return await withVsix(async (vsix, scratch) => {
      const again = await withVsix((other) => readFileSync(other).equals(readFileSync(vsix)));
      const same = checked('two packages of one commit differ', again ? [] : ['their bytes']);
      const works = await installedAndWorks(vscode, vsix, path.join(scratch, 'extensions'));
      return [works, same].reduce(add, await walkWhereItCan(vsix));
    });
  } finally {
    vscode.dispose();
  }
}

async function installedAndWorks(vscode, vsix, extensionsDir) {
  install(vscode, vsix, extensionsDir);
  const installed = readdirSync(extensionsDir).find((folder) => /\.dossier-/.test(folder));
  if (!installed) throw new Error('the extension is not among the installed ones');
  const inside = readdirSync(path.join(extensionsDir, installed), { recursive: true });
  const results = [
    checked(
      'files that do not belong into the package',
      inside.filter((file) => strangers.test(file)),
    ),
    checked(
      'files that are not in the package',
      wantedFiles().filter((file) => !inside.includes(path.normalize(file))),
    ),
    checked(
      'keys of the manifest that are for the project only',
      developmentKeys(path.join(extensionsDir, installed)),
    ),
    checked(
      'packages whose license is not in the notices',
      await packagesWithoutNotice(path.join(extensionsDir, installed)),
    ),
  ];

  const files = ['test/editor/suite/smoke.test.ts'];
  const counted = await onceMore(files, (some) =>
    runInEditor(vscode, { name: 'package', files: some, extensionsDir }),
  );
  // That it can be made and installed is one more.
  return [...results, pass].reduce(add, counted);
}

const checked = (what, wrong) => (wrong.length > 0 ? failure(what, wrong.join('\n')) : pass);

/** In one theme and without pictures, so that the walk in all of them (`walk`) is always one that can be walked. */
async function walkWhereItCan(vsix) {
  if (process.platform !== 'linux') return skip('the window is only looked at on Linux');
  return walk(vsix, themes.dark, { pictures: false });
}
