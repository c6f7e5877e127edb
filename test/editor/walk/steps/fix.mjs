// A misspelled tool: underlined, explained in a hover, fixed with the light bulb.
import { patiently } from '../walker.mjs';

export const fix = {
  title: 'explains a finding under the pointer, and fixes it by the light bulb',
  async go(walker) {
    const { window, page } = walker;
    await walker.toEndOf('tools:');
    await window.type(', WebSerch');
    const marked = page.locator('.squiggly-error, .squiggly-warning');
    await patiently('squiggle', async () => (await marked.count()) > 0);
    // The suggestions would cover the hover.
    await window.press('Escape');
    const hover = page.locator('.monaco-editor .monaco-hover:not(.hidden)');
    // Arriving results move the words and close their hover.
    const pointAt = async () => {
      await window.putPointerAway();
      const { x, y, width, height } = await marked.last().boundingBox();
      await page.mouse.move(x + width / 3, y + height / 2, { steps: 5 });
      await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
      return hover
        .first()
        .waitFor({ timeout: 4000 })
        .then(() => true);
    };
    await patiently('hover', pointAt);
    await walker.sees(hover, 'WebSerch', 'Claude Code');
    await walker.shot('finding', { pointing: true });
    await window.press('Escape', 'Control+.');
    const menu = page.locator('.action-widget');
    await walker.sees(menu, 'WebSearch');
    await walker.shot('fixes');
    await menu.locator('.monaco-list-row.action', { hasText: 'WebSearch' }).first().click();
    await walker.line('tools: Read, Glob, Grep, WebFetch, WebSearch');
    await patiently('no squiggle', async () => {
      const { error, warning } = await window.squiggles();
      return error + warning === 0;
    });
    await window.press('Control+S');
    await walker.shot('fixed');
  },
};
