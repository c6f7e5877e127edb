// The VSIX as an author gets it, while it is in use.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';

export async function withVsix(use) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'dossier-package-'));
  try {
    const vsix = path.join(scratch, 'dossier.vsix');
    const made = ['scripts/package.mjs', '--no-build', '--draft', '--out', vsix];
    const { status } = spawnSync(process.execPath, made, { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error('packaging failed');
    return await use(vsix, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
