// Which VS Code the tests run in: the one named by DOSSIER_VSCODE; else a desktop VS Code where one can be downloaded and
// shown; else the browser-served one.
import { spawn, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { root } from '../../../scripts/build/options.mjs';
import { oldest, vscodeHome } from './place.mjs';

const standIn = fileURLToPath(new URL('../code', import.meta.url));
const nothing = () => {};

async function reachable() {
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

const has = (program) => spawnSync('which', [program], { stdio: 'ignore' }).status === 0;

/** A screen for a desktop program: an existing or a virtual one. Undefined where neither is available. */
function screen() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    return { env: {}, dispose: nothing };
  }
  if (!has('Xvfb')) return undefined;
  const name = `:${90 + (process.pid % 100)}`;
  const shown = spawn('Xvfb', [name, '-screen', '0', '1400x900x24'], { stdio: 'ignore' });
  return { env: { DISPLAY: name }, dispose: () => shown.kill() };
}

async function desktop(version) {
  const shown = (await reachable()) ? screen() : undefined;
  if (!shown) return undefined;
  try {
    const program = await downloadAndUnzipVSCode({
      version,
      cachePath: path.join(root, '.vscode-test'),
      timeout: 20000,
    });
    return { program, ...shown, label: `desktop VS Code ${version}` };
  } catch (error) {
    console.log(`no desktop VS Code: ${error.message}`);
    shown.dispose();
    return undefined;
  }
}

/** `{ program, isStandIn, env, label, dispose }` for the newest VS Code, or with `old` the oldest supported one. */
export async function chooseVSCode({ old = false } = {}) {
  const named = old ? undefined : process.env.DOSSIER_VSCODE;
  if (named) {
    const isStandIn = realpathSync(named) === realpathSync(standIn);
    return { program: named, isStandIn, env: {}, label: named, dispose: nothing };
  }
  const downloaded = await desktop(old ? '1.106.3' : 'stable');
  if (downloaded) return downloaded;
  const home = vscodeHome(old ? oldest : {});
  return {
    program: standIn,
    isStandIn: true,
    env: { DOSSIER_VSCODE_HOME: home },
    label: `browser-served VS Code (${path.basename(home)})`,
    dispose: nothing,
  };
}
