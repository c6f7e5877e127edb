// pre-commit from Debian, where this machine has none and may install.
import { spawnSync } from 'node:child_process';

const works = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

export function ensurePreCommit() {
  if (works('pre-commit', '--version')) return;
  if (process.getuid?.() !== 0 || !works('apt-get', '--version')) return;
  console.log('pre-commit from Debian');
  const apt = (...args) => works('apt-get', '-o', 'DPkg::Lock::Timeout=300', '-qq', ...args);
  const install = () => apt('install', '-y', '--no-install-recommends', 'pre-commit');
  // The package list may be old or absent on a new machine.
  if (!install()) apt('update') && install();
}
