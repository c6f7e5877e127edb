// Runs test files inside the extension host of a chosen VS Code, over a workspace of their own.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { root } from '../../../scripts/build/options.mjs';
import { bundleTests } from '../../run/mocha.mjs';
import { makeWorkspace } from './workspace.mjs';

const host = fileURLToPath(new URL('./host.cjs', import.meta.url));

/**
 * name       of the bundle, and of the picture taken at the end
 * files      test files, from the project's root
 * extension  folder of the extension under test; undefined where it is installed in `extensionsDir`
 * workspace  to open; it is gone at the end
 * env        additional environment variables of the tests
 * atEnd      called before the workspace goes
 */
export async function runInEditor(
  vscode,
  { name, files, extension, extensionsDir, workspace = makeWorkspace(), env = {}, atEnd },
) {
  try {
    const { outfile: bundle } = await bundleTests(name, files, { external: ['vscode'] });
    const counts = path.join(workspace.scratch, 'counts.json');
    const userDataDir = path.join(workspace.scratch, 'user');
    mkdirSync(path.join(root, 'out/screenshots'), { recursive: true });
    await runTests({
      vscodeExecutablePath: vscode.program,
      extensionDevelopmentPath: extension ?? emptyExtension(workspace.scratch),
      extensionTestsPath: host,
      launchArgs: [
        workspace.folder,
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${extensionsDir ?? path.join(workspace.scratch, 'extensions')}`,
      ],
      extensionTestsEnv: {
        ...vscode.env,
        ...env,
        HOME: workspace.home,
        DOSSIER_ROOT: root,
        DOSSIER_TESTS: bundle,
        DOSSIER_COUNTS: counts,
        DOSSIER_PICTURE: path.join(root, `out/screenshots/${name}.png`),
      },
    }).catch((error) => {
      // Failed tests are in the counts; without counts something else broke.
      if (!existsSync(counts)) throw error;
    });
    atEnd?.();
    return JSON.parse(readFileSync(counts, 'utf8'));
  } finally {
    workspace.dispose();
  }
}

/** Something for @vscode/test-electron to develop while the real extension is installed. */
function emptyExtension(scratch) {
  const folder = path.join(scratch, 'empty');
  mkdirSync(folder);
  const manifest = { name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
