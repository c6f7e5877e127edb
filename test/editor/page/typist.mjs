// A person who types into an editor: at a steady speed, with the suggest list accepted where it helps.
import { sleep, until } from '../harness/until.mjs';

/** In milliseconds for a key. */
const speed = 60;

export class Typist {
  constructor(window) {
    this.window = window;
  }

  /** The items of the open list as `{ label, isFocused }`; none where no list is open. */
  shown() {
    return this.window.page.evaluate(() =>
      [...document.querySelectorAll('.suggest-widget.visible .monaco-list-row')]
        .sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index))
        .map((row) => ({
          label: row.querySelector('.label-name')?.textContent,
          isFocused: row.classList.contains('focused'),
        })),
    );
  }

  /** Begins when the server has started, which the first agent of a window causes. @param file an agent. */
  async sitDown(file) {
    await this.window.openFile(file);
    const lens = this.window.page.locator('.codelens-decoration a');
    await until('the server', async () => (await lens.count()) > 0);
    await this.window.runCommand('View: Close All Editors');
  }

  /** As long as an author thinks, after which what was typed is reported. There is no event for a report that does not come. */
  pause() {
    return sleep(1500);
  }

  type(text) {
    return this.window.page.keyboard.type(text, { delay: speed });
  }

  /** The labels of the list, once it is open. */
  list() {
    return until('the list', async () => {
      const all = await this.shown();
      return all.length > 0 && all.map(({ label }) => label);
    });
  }

  /** Asks for the list and accepts an item of it. */
  async accept(wanted) {
    const row = this.window.page
      .locator('.suggest-widget.visible .monaco-list-row')
      .filter({ has: this.window.page.locator('.label-name', { hasText: wanted }) });
    await until(`item ${wanted}`, async () => {
      await this.window.press('Control+Space');
      return row.first().isVisible();
    });
    await row.first().click();
  }

  /**
   * Waits for the focus of the list. The list opens by itself; an author who waits for it in vain, because the machine was
   * busy while the word was typed, asks for it.
   */
  async #focusOn(wanted) {
    const patience = 4000;
    let shown = [];
    let asked = Date.now();
    const isFocused = async () => {
      shown = await this.shown();
      if (shown.length > 0) return shown.some((one) => one.isFocused && one.label === wanted);
      if (Date.now() - asked < patience) return false;
      asked = Date.now();
      await this.window.press('Control+Space');
      return false;
    };
    await until(`focus on ${wanted}`, isFocused, { ms: 30_000 }).catch((error) => {
      const labels = shown.map((one) => (one.isFocused ? `[${one.label}]` : one.label));
      throw new Error(`${error.message}; the list: ${labels.join(', ') || 'closed'}`);
    });
  }

  /** Types a text in which `⇥` accepts the focused item of the list, once it is the one that is named after it: `mod⇥model⇥`. */
  async write(text) {
    const [first, ...rest] = text.split('⇥');
    await this.type(first);
    for (let index = 0; index < rest.length; index += 2) {
      await this.#focusOn(rest[index]);
      await this.window.press('Tab');
      await this.type(rest[index + 1] ?? '');
    }
  }

  /** The same, and then Enter. A complete word closes its list, which takes as long as an answer of the server. */
  async writeLine(text) {
    await this.write(text);
    await until('closed list', async () => (await this.shown()).length === 0).catch(
      () => undefined,
    );
    await sleep(3 * speed);
    await this.window.press('Enter');
  }
}
