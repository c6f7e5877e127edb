// The persona next to the file: it follows the text, in each host and in the comparison.
import assert from 'node:assert/strict';
import { violationsIn } from '../axe.mjs';

export const preview = {
  title: 'sees the agent as each program builds it, while typing',
  async go(walker) {
    const { window, page } = walker;
    const file = page.locator('.editor-group-container .tab', { hasText: 'eagle-eye.md' }).first();
    await page.locator('.editor-actions a[aria-label^="Preview Persona"]').first().click();
    const frame = await window.webview('#persona .identity');
    const persona = frame.locator('#persona');
    await walker.sees(persona, 'eagle-eye', 'Claude Code', 'WebSearch', 'You review code changes');
    await walker.shot('preview');
    // The program that the folder belongs to comes first.
    await walker.sees(persona, 'Checked against Claude Code');

    await file.click();
    await walker.toEndOf('tools:');
    await window.type(', Bash');
    // The shell takes the place of two others.
    await walker.sees(frame.locator('[data-part=tools]'), 'Bash', 'not granted', 'next to "Bash"');
    await walker.sees(frame.locator('.verdict'), '4 of 6 tools');
    await walker.shot('preview-follows');

    await frame.locator('[role=tab]', { hasText: 'Copilot CLI' }).click();
    await walker.sees(persona, 'Checked against Copilot CLI');
    await walker.shot('preview-other-host');
    await frame.locator('#comparison > summary').click();
    await walker.sees(frame.locator('#comparison'), 'Tools', 'Claude Code', 'VS Code');
    await frame.locator('#comparison').scrollIntoViewIfNeeded();
    await walker.shot('preview-side-by-side');
    assert.deepEqual(await violationsIn(frame), []);

    await frame.locator('[role=tab]', { hasText: 'Claude Code' }).click();
    await file.click();
    for (let n = 0; n < ', Bash'.length; n++) await window.press('Backspace');
    await window.press('Control+S');
    await walker.sees(frame.locator('.verdict'), 'Loads as written');
  },
};
