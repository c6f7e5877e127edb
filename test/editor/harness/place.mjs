// The location of the browser-served VS Code. It is installed on first use.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const installer = fileURLToPath(new URL('../install.sh', import.meta.url));

export const newest = {};
export const oldest = { CODE_SERVER_VERSION: '4.106.3', NODE_VERSION: '22.22.0' };

/** The folder of an installed VS Code. DOSSIER_VSCODE_HOME names one for the processes of one run. */
export function vscodeHome(versions) {
  const known = process.env.DOSSIER_VSCODE_HOME;
  if (known && !versions) return known;
  const run = spawnSync('bash', [installer], {
    env: { ...process.env, ...versions },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error('a VS Code could not be installed');
  return run.stdout.trim().split('\n').at(-1);
}

export const nodeOf = (home) => path.join(home, 'node');
export const serverOf = (home) => path.join(home, 'vscode/out/server-main.js');

export const playwrightOf = (home) =>
  createRequire(path.join(home, 'package.json'))('playwright-core');

export function chromium() {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return process.env.CHROMIUM ?? usual.find((program) => existsSync(program));
}
