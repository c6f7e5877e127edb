// One walk in one theme: a fresh profile with the VSIX in it, an empty folder, and one step after the other.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { onceMore } from '../harness/once-more.mjs';
import { runServerCommand, startServer } from '../harness/server.mjs';
import { openWindow } from '../harness/window.mjs';
import { steps } from './steps.mjs';
import { Walker } from './walker.mjs';

/** A screenshot of each step is stored in `out/walk/THEME`, except with `pictures: false`. */
export function walk(vsix, theme, options) {
  return onceMore([theme.id], async () => {
    const counted = await walkOnce(vsix, theme, options);
    return { ...counted, failing: counted.failed > 0 ? [theme.id] : [] };
  });
}

async function walkOnce(vsix, theme, { pictures = true } = {}) {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-walk-')));
  const folder = path.join(scratch, 'harbour');
  const home = path.join(scratch, 'home');
  for (const made of [folder, home]) mkdirSync(made);
  const shown = pictures ? path.join(root, 'out/walk', theme.folder) : undefined;
  if (shown) rmSync(shown, { recursive: true, force: true });
  const profile = {
    userDataDir: path.join(scratch, 'user'),
    extensionsDir: path.join(scratch, 'extensions'),
  };
  await runServerCommand(['--install-extension', vsix], profile);
  const settings = { 'workbench.colorTheme': theme.id, ...theme.settings };
  const server = await startServer({ ...profile, settings, env: { HOME: home } });
  let window;
  try {
    window = await openWindow(server, { folder });
    await window.page.locator(`.monaco-workbench.${theme.base}`).waitFor({ timeout: 120_000 });
    return await inOrder(new Walker(window, { pictures: shown }), theme);
  } finally {
    await window?.close();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Each step depends on the one before. After a failed step, the others are skipped. */
async function inOrder(walker, theme) {
  const counted = { passed: 0, failed: 0, skipped: 0 };
  for (const { title, go } of steps) {
    if (counted.failed > 0) {
      counted.skipped++;
      continue;
    }
    const from = Date.now();
    try {
      await go(walker);
      counted.passed++;
      console.log(`  ✔ ${title} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
    } catch (error) {
      counted.failed++;
      console.error(`  ✘ ${title}\n${error?.stack ?? error}`);
      const file = path.join(root, `out/screenshots/failed-walk-${theme.folder}.png`);
      await walker.window.screenshot(file).catch(() => {});
    }
  }
  return counted;
}
