// The settings in the settings editor of VS Code.
import { patiently } from '../walker.mjs';

export const settings = {
  title: 'finds the settings, each with its words',
  async go(walker) {
    const { window, page } = walker;
    await window.runCommand('View: Close All Editors');
    // By name: a shortcut is lost where the focus was in an editor that is closed.
    await window.runCommand('Preferences: Open Settings (UI)');
    const search = page.locator('.settings-editor .suggest-input-container');
    await patiently('settings of the extension', async () => {
      await search.click({ timeout: 3000 });
      await window.press('Control+A');
      await window.type('@ext:dossier.dossier');
      // What is offered meanwhile is this very text.
      await window.press('Enter');
      const count = page.locator('.settings-editor .settings-count-widget');
      await count.filter({ hasText: /^\d+ Settings? Found/ }).waitFor({ timeout: 5000 });
      return /dossier\.dossier/.test(await search.innerText());
    });
    // First, before those that VS Code shows only with `@tag:advanced`.
    await walker.sees('.settings-editor .settings-tree-container', 'Dossier: Programs');
    await walker.shot('settings');
    await page.locator('.settings-tree-container .monaco-scrollable-element').first().hover();
    await page.mouse.wheel(0, 620);
    await walker.shot('settings-more');
    await page.locator('.settings-tree-container .monaco-scrollable-element').first().hover();
    await page.mouse.wheel(0, 620);
    await walker.shot('settings-rest');
  },
};
