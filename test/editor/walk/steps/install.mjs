// The extension is there: among the installed ones, with its page.
import assert from 'node:assert/strict';

export const install = {
  title: 'finds Dossier among the installed extensions, and its page',
  async go(walker) {
    const { window, page } = walker;
    await window.press('Control+Shift+X');
    const search = page.locator('.extensions-viewlet .suggest-input-container');
    await search.waitFor();
    await search.click();
    await window.press('Control+A');
    await window.type('@installed dossier');
    const row = page.locator('.extensions-viewlet .monaco-list-row', { hasText: 'Dossier' });
    await row.first().waitFor();
    await row.first().click();
    await walker.sees('.extension-editor .header', 'Dossier', 'dossier');
    await walker.sees('.extensions-viewlet .monaco-list-row', 'Dossier');
    const readme = await window.webview('h1');
    await walker.sees(readme, 'do with your agent files, while you type');
    const pictures = readme.locator('img');
    assert.deepEqual(
      await pictures.evaluateAll((all) => all.filter((one) => one.naturalWidth === 0).length),
      0,
      'a picture is broken',
    );
    await walker.shot('installed');
  },
};
