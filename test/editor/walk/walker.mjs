// A newcomer at the keyboard: what the hands do and what the eyes see, with a picture of each step.
import assert from 'node:assert/strict';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';

/** A machine with other work takes its time; what is right comes at last. */
export const patiently = (what, ask) => until(what, ask, { ms: 60_000 });

/** Words of a drawing have no `innerText`. */
const readable = (element) => element.innerText?.trim() || element.textContent;
const quickInput = '.quick-input-widget';

export class Walker {
  #folder;
  #taken = 0;

  /** @param pictures the folder for them; without it none is taken */
  constructor(window, { pictures } = {}) {
    this.window = window;
    this.page = window.page;
    this.#folder = pictures;
  }

  /** A picture of what is seen, in the order of the walk. The pointer stays where it is with `pointing`. */
  async shot(name, { pointing = false } = {}) {
    if (!this.#folder) return;
    this.#taken++;
    const number = String(this.#taken).padStart(2, '0');
    if (!pointing) await this.window.putPointerAway();
    await sleep(400);
    const file = path.join(this.#folder, `${number}-${name}.png`);
    await this.page.screenshot({ path: file, timeout: 120_000 });
  }

  /** Waits until the text of a place has all of these words or patterns in it. */
  async sees(place, ...wanted) {
    const locator = typeof place === 'string' ? this.page.locator(place) : place;
    const found = 'first' in locator ? locator.first() : locator.locator('body');
    let text = '';
    const has = (one) => (one instanceof RegExp ? one.test(text) : text.includes(one));
    try {
      return await patiently('words', async () => {
        text = (await found.evaluate(readable, undefined, { timeout: 2000 })).replaceAll(
          '\u00a0',
          ' ',
        );
        return wanted.every(has) && text;
      });
    } catch {
      const missing = wanted.filter((one) => !has(one));
      return assert.fail(`not seen: ${missing.join(', ')}; seen is: ${text.slice(0, 2000)}`);
    }
  }

  /** Waits until a drawing with these words in it is shown. */
  drawn(text) {
    return patiently(`drawing of ${text}`, async () => {
      const drawing = await this.window.webview('svg', { ms: 1000 });
      return (await drawing.locator('svg').textContent({ timeout: 1000 })).includes(text);
    });
  }

  /** The list of the palette: its rows, and the widget around it. */
  get rows() {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  get palette() {
    return this.page.locator(quickInput);
  }

  /** Waits for a step of the wizard. */
  async step(number) {
    await this.sees('.quick-input-title', `(${number}/4)`);
    // Lists move once more when they are laid out.
    await sleep(300);
  }

  /** Of the programs this one, whichever are chosen already. */
  async onlyHost(name) {
    const all = await this.rows.evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('.label-name').textContent,
        isChosen: row.querySelector('[aria-checked=true], .checked, input:checked') !== null,
      })),
    );
    for (const row of all.filter((one) => one.isChosen !== (one.name === name)))
      await this.rows.filter({ hasText: row.name }).first().locator('.label-name').first().click();
  }

  /** Waits until the palette asks this: below its field, or in it. */
  asks(question) {
    return patiently(`question ${question}`, async () => {
      const field = this.page.locator(`${quickInput} input.input`);
      const asked = await field.getAttribute('placeholder', { timeout: 2000 });
      return `${asked}\n${await this.palette.innerText()}`.includes(question);
    });
  }

  /** The typed text replaces the content of the palette. */
  async answer(text) {
    await this.page.locator(`${quickInput} input.input`).fill(text);
    await sleep(300);
  }

  /** A line of the active editor with this text, ignoring the hints that the editor inserts. */
  line(text) {
    return patiently(`line ${text}`, async () =>
      (await this.#lines()).some((line) => line.text === text),
    );
  }

  /** Behind the end of the line that begins so. */
  async toEndOf(start) {
    const number = await patiently(`line ${start}`, async () => {
      const found = (await this.#lines()).find(({ text }) => text.startsWith(start));
      return found?.number;
    });
    // What opened the file may place the caret a moment later: it is to stay.
    const isThere = async () =>
      (await this.window.statusBar()).some((text) => text.startsWith(`Ln ${number},`));
    await patiently(`the caret in line ${number}`, async () => {
      await this.window.goTo(number, 1);
      await sleep(400);
      return isThere();
    });
    // Twice: the first goes to where the line is wrapped.
    await this.window.press('End', 'End');
  }

  /** What the file has of the lines that are in view; one that is wrapped is one. */
  #lines() {
    return this.page.evaluate(() => {
      const editor = document.querySelector('.editor-group-container.active .monaco-editor');
      const top = (element) => Number.parseFloat(element.style.top);
      const numbers = new Map(
        [...editor.querySelectorAll('.margin-view-overlays > div')].map((element) => [
          top(element),
          Number(element.querySelector('.line-numbers')?.textContent),
        ]),
      );
      const lines = [];
      const drawn = [...editor.querySelectorAll('.view-line')].sort((a, b) => top(a) - top(b));
      for (const line of drawn) {
        const own = line.cloneNode(true);
        for (const put of own.querySelectorAll('[class*="dyn-rule"]')) put.remove();
        const text = own.textContent.replace(/\u00a0/g, ' ');
        const number = numbers.get(top(line));
        if (number) lines.push({ number, text });
        else if (lines.length > 0) lines.at(-1).text += text;
      }
      return lines;
    });
  }

  activity(name) {
    return this.page.locator(`.activitybar a[aria-label^="${name}"]`).first().click();
  }
}
