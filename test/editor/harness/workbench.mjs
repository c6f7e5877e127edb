// What a person does in a window of VS Code and what a person sees there. Lines and columns count from 1.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from './until.mjs';

const quickInput = '.quick-input-widget input.input';
const quickRows = '.quick-input-list .monaco-list-row';
const activeGroup = '.editor-group-container.active';

export class Workbench {
  constructor(page, { folder, ended, close }) {
    this.page = page;
    this.folder = folder;
    this.ended = ended;
    this.close = close;
  }

  press(...keys) {
    return keys.reduce(
      (before, key) => before.then(() => this.page.keyboard.press(key)),
      Promise.resolve(),
    );
  }

  type(text) {
    return this.page.keyboard.type(text, { delay: 5 });
  }

  /**
   * Opens the quick input by keys, types into it and uses what comes up. What else goes on in the window takes the focus
   * now and then, and closes it: then once more.
   */
  async #ask(what, keys, text, use) {
    const input = this.page.locator(quickInput);
    let isAgain = false;
    await until(
      what,
      async () => {
        if (isAgain) await this.press('Escape');
        isAgain = true;
        await this.press(...keys);
        await input.waitFor({ state: 'visible', timeout: 3000 });
        await input.fill(text, { timeout: 3000 });
        await use(this.page.locator(quickRows));
        return true;
      },
      { ms: 60000, step: 300 },
    );
    await input.waitFor({ state: 'hidden', timeout: 3000 }).catch(() => {});
  }

  /** A command by its title in the palette: `Dossier: Preview Persona`. */
  runCommand(title) {
    return this.#ask(`command ${title}`, ['F1'], `>${title}`, async (rows) => {
      const row = rows.filter({ hasText: title }).first();
      await row.waitFor({ state: 'visible', timeout: 10000 });
      await row.click({ timeout: 3000 });
    });
  }

  /**
   * Escape, until the dialog is gone: it takes the focus a moment after it is drawn.
   * @returns its words, or undefined where none is open.
   */
  async cancelDialog() {
    const dialog = this.page.locator('.monaco-dialog-box');
    if (!(await dialog.isVisible())) return undefined;
    const words = await dialog.innerText();
    await until('end of the dialog', async () => {
      await this.press('Escape');
      await dialog.waitFor({ state: 'hidden', timeout: 3000 });
      return true;
    });
    return words;
  }

  /** Closes all editors. What was changed and not saved is lost. */
  async discardEditors() {
    await this.runCommand('View: Close All Editors');
    const tabs = this.page.locator('.editor-group-container .tab');
    const discard = this.page.getByRole('button', { name: "Don't Save", exact: true });
    await until('no editor', async () => {
      if (await discard.isVisible()) await discard.click({ timeout: 1000 });
      return (await tabs.count()) === 0;
    });
  }

  /** A color theme by its name in the list of themes: `Dark Modern`. */
  async chooseTheme(name) {
    await this.#ask(`theme ${name}`, ['Control+K', 'Control+T'], name, async (rows) => {
      await this.#comesFirst(rows, (text) => text.startsWith(name));
      await this.press('Enter');
    });
  }

  #comesFirst(rows, isMeant) {
    const first = async () => isMeant(await rows.first().innerText({ timeout: 1000 }));
    return until('first row', first, { ms: 8000 });
  }

  /** Of the folder, or absolute. */
  async openFile(file, line = 1, column = 1) {
    const absolute = path.isAbsolute(file) ? file : path.join(this.folder, file);
    const name = path.basename(absolute);
    // Many skills have one file name. A file outside of a folder has no folder in its row.
    const [folder = ''] = path.dirname(path.relative(this.folder, absolute)).split('/').slice(-1);
    const isRow = (text) => text.includes(name) && (folder === '.' || text.includes(folder));
    const isOpen = async () => (await this.activeTab())?.startsWith(name);
    await this.#ask(
      `file ${file}`,
      ['Control+P'],
      `${absolute}:${line}:${column}`,
      async (rows) => {
        await this.#comesFirst(rows, isRow);
        await this.press('Enter');
        await until(`editor for ${file}`, isOpen, { ms: 8000 });
      },
    );
    await this.page.locator('.editor-instance .monaco-editor .view-lines').first().waitFor();
  }

  activeTab() {
    const tab = this.page.locator(`${activeGroup} .tab.active`).first();
    return tab.getAttribute('data-resource-name', { timeout: 2000 });
  }

  async goTo(line, column = 1) {
    await this.press('Control+G');
    const input = this.page.locator(quickInput);
    await input.waitFor({ state: 'visible' });
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Lines that are in view, in order. */
  visibleText() {
    return this.page.evaluate(
      (selector) =>
        [...document.querySelectorAll(selector)]
          .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
          .map((line) => line.textContent.replace(/\u00a0/g, ' ')),
      `${activeGroup} .monaco-editor .view-line`,
    );
  }

  /** Asks for completion at the caret: the whole list as `{ label, detail }`, in order. It stays open with `keep`. */
  async suggest({ keep = false, ms = 10000, having } = {}) {
    const list = await until(
      having ? `suggestion ${having}` : 'suggestions',
      async () => {
        await this.press('Control+Space');
        const all = await this.#readSuggestions();
        return (having ? all.some(({ label }) => label === having) : all.length > 0) && all;
      },
      { ms, step: 300 },
    );
    if (!keep) await this.press('Escape');
    return list;
  }

  /** Only what is in view has rows: page through to the end and back. */
  async #readSuggestions() {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor({ timeout: 3000 });
    const all = new Map();
    // The first press only moves to the foot of the view.
    for (let same = 0; same < 2; ) {
      const before = all.size;
      const inView = await rows.evaluateAll((found) =>
        found.map((row) => ({
          index: Number(row.dataset.index),
          label: row.querySelector('.label-name')?.textContent ?? row.getAttribute('aria-label'),
          detail: row.querySelector('.details-label')?.textContent ?? '',
        })),
      );
      for (const row of inView) all.set(row.index, row);
      same = all.size === before ? same + 1 : 0;
      await this.press('PageDown');
      await sleep(50);
    }
    await this.press('Escape', 'Control+Space');
    await rows.first().waitFor({ timeout: 3000 });
    return [...all.values()].sort((a, b) => a.index - b.index);
  }

  /** Every part of the hover at a position. */
  async hover(line, column, { keep = false, ms = 10000 } = {}) {
    await this.goTo(line, column);
    const parts = this.page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-row');
    const read = async () =>
      (await parts.allInnerTexts())
        .map((text) => text.trim())
        .filter((text) => text && text !== 'Loading...');
    const texts = await until(
      'hover',
      async () => {
        await this.press('Control+K', 'Control+I');
        await parts.first().waitFor({ timeout: 2000 });
        // Providers answer one after another: wait until nothing is added any more.
        let all = await read();
        for (let same = 0; same < 5; ) {
          await sleep(100);
          const now = await read();
          same = now.length === all.length ? same + 1 : 0;
          all = now;
        }
        return all.length > 0 && all;
      },
      { ms },
    );
    if (!keep) await this.press('Escape');
    return texts;
  }

  /**
   * What the Problems view lists: `{ severity, text }`.
   * @param about a word of those that are asked for: only rows that are drawn can be read, and there may be many.
   */
  async problems({ atLeast = 1, about = '', ms = 10000 } = {}) {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.press('Control+Shift+M');
    await panel.waitFor();
    const filter = this.page.locator('.viewpane-filter-container input, .viewpane-filter input');
    await filter.first().fill(about);
    const read = () =>
      panel.locator('.monaco-list-row').evaluateAll((rows) =>
        rows
          .filter((row) => row.querySelector('.marker-icon'))
          .map((row) => ({
            severity:
              /codicon-(error|warning|info)/.exec(
                row.querySelector('.marker-icon').outerHTML,
              )?.[1] ?? 'unknown',
            text:
              row.querySelector('.monaco-tl-contents')?.innerText.replace(/\s+/g, ' ').trim() ?? '',
          })),
      );
    return until(
      `${atLeast} problems`,
      async () => {
        // The list follows its filter after a moment.
        const all = (await read()).filter(({ text }) => text.includes(about));
        return all.length >= atLeast && all;
      },
      { ms },
    );
  }

  /** How many squiggles of each severity are drawn. */
  squiggles() {
    return this.page.evaluate(() =>
      Object.fromEntries(
        ['error', 'warning', 'info', 'hint'].map((severity) => [
          severity,
          document.querySelectorAll(`.editor-group-container .squiggly-${severity}`).length,
        ]),
      ),
    );
  }

  /** The color of each piece of a visible line: `{ text, color }`. */
  tokens(line) {
    return this.page.evaluate(
      ([selector, index]) => {
        const lines = [...document.querySelectorAll(selector)].sort(
          (a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top),
        );
        return [...(lines[index]?.querySelectorAll('span > span') ?? [])].map((piece) => ({
          text: piece.textContent.replace(/\u00a0/g, ' '),
          color: getComputedStyle(piece).color,
        }));
      },
      [`${activeGroup} .monaco-editor .view-line`, line - 1],
    );
  }

  /** Small color squares in the text. */
  swatches() {
    return this.page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.monaco-editor [class*="colorspan"], .monaco-editor .colorpicker-color-decoration',
        ),
      ].map((square) => getComputedStyle(square).backgroundColor),
    );
  }

  /** The frame of the webview whose content answers to `selector`. */
  webview(selector = 'body', { ms = 15000 } = {}) {
    return until(
      `webview with ${selector}`,
      async () => {
        for (const frame of this.page.frames().reverse()) {
          const element = await frame.frameElement().catch(() => null);
          const id = await element?.getAttribute('id').catch(() => null);
          if (id === 'active-frame' && (await frame.locator(selector).count()) > 0) return frame;
        }
        return undefined;
      },
      { ms },
    );
  }

  notifications() {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** An action with text in the title bar of the editors. */
  titleAction(label) {
    return this.page
      .locator('.editor-actions .action-label')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .first();
  }

  /** A notification with this text, shown or already hidden in the list of notifications. */
  async notified(text) {
    const found = this.page.locator('.notification-list-item').filter({ hasText: text });
    await until(`notification ${text}`, async () => {
      await this.runCommand('Notifications: Show Notifications');
      return (await found.count()) > 0;
    });
    return found.first();
  }

  /** The button of a notification, which may have disappeared into the list of notifications. */
  async offer(label) {
    const button = this.page
      .locator('.notification-list-item .monaco-text-button', { hasText: label })
      .first();
    await until(`offer ${label}`, async () => {
      await this.runCommand('Notifications: Show Notifications');
      return (await button.count()) > 0;
    });
    return button;
  }

  statusBar() {
    return this.page.locator('.statusbar-item').allInnerTexts();
  }

  /** Onto the empty part of the status bar: elsewhere it shows names and lights up borders. */
  putPointerAway() {
    const { width, height } = this.page.viewportSize();
    return this.page.mouse.move(width * 0.4, height - 8);
  }

  async screenshot(file) {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    await this.putPointerAway();
    await this.page.screenshot({ path: file });
    return file;
  }
}
