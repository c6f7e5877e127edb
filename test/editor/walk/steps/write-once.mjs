// One file for two programs, one of which refuses it: the smallest change, made.
import assert from 'node:assert/strict';
import { sleep } from '../../harness/until.mjs';
import { patiently } from '../walker.mjs';

export const writeOnce = {
  title: 'makes a file that one program refuses valid for two, and no finding is left',
  async go(walker) {
    const { window, page, rows } = walker;
    await page.locator('.sidebar .monaco-list-row', { hasText: 'eagle-eye' }).first().click();
    await patiently('file', async () => (await window.activeTab())?.startsWith('eagle-eye.md'));
    // Next to the preview, not over it.
    const frame = await window.webview('#persona .identity');
    await patiently('preview', () => frame.locator('h1').isVisible());
    await walker.sees(frame.locator('h1'), 'eagle-eye');
    assert.equal(await page.locator('.tab.active', { hasText: 'Persona' }).count(), 1);
    await walker.toEndOf('description:');
    await window.type(' Not for prose: it reads code.');
    // Information: the file's own program reads the description as it is written.
    await patiently('squiggle', async () => (await window.squiggles()).info > 0);
    await window.runCommand('Dossier: Make Valid for Programs...');
    await walker.sees(walker.palette, /Copilot CLI\s*file rejected/);
    await sleep(300);
    await rows.filter({ hasText: 'Copilot CLI' }).first().locator('.label-name').first().click();
    await walker.shot('write-once-programs');
    await window.press('Enter');
    const diff = page.locator('.tab', { hasText: 'Valid for' });
    await patiently('diff', async () => (await diff.count()) > 0);
    const reasons = page.locator('.editor.modified .review-widget');
    await patiently('reason', async () => (await reasons.count()) > 0);
    await walker.sees(reasons.first(), 'Convert "description" to a block scalar', 'Copilot CLI');
    await walker.shot('write-once-change');
    await window.runCommand('Dossier: Apply Changes');
    await patiently('file again', async () => (await diff.count()) === 0);
    // A long description is written as a block scalar.
    await walker.line('description: >-');
    await window.press('Control+S', 'Control+Shift+M');
    await walker.sees('.markers-panel', 'No problems have been detected in the workspace');
    await walker.shot('write-once-done');
    await window.press('Control+Shift+M');
  },
};
