// A working day without a mouse: Agents view, preview, graph, a new agent and a file made valid, by keys alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { freshDesk, leaveDesk } from './desk.mjs';
import { writeAgents } from './made-agents.mjs';
import { personaFiles } from './persona-files.mjs';

const files = {
  ...personaFiles,
  '.claude/agents/sunny.md':
    '---\nname: sunny\ndescription: Use when: outdoors\ncolor: yellow\n---\n\nGo out.\n',
};
const agent = '.claude/agents/release-manager.md';
const quickInput = '.quick-input-widget input.input';
const patient = { ms: 60_000 };

describe('the keyboard alone', () => {
  let window;
  let folder;

  before(async () => {
    const { window: opened, workspace } = await freshDesk((empty) => writeAgents(empty, files));
    window = opened;
    folder = workspace.folder;
    await window.page.evaluate(() => {
      globalThis.mouseEvents = 0;
      for (const kind of ['mousedown', 'pointerdown'])
        document.addEventListener(kind, () => globalThis.mouseEvents++, true);
    });
  });
  // Another test must not find its changed files.
  after(leaveDesk);
  afterEach('no mouse was used', async () =>
    assert.equal(await window.page.evaluate(() => globalThis.mouseEvents), 0),
  );

  const input = () => window.page.locator(quickInput);
  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  /** The question, or the placeholder, of the quick input. */
  const question = async () => (await input().getAttribute('aria-label', { timeout: 1000 })) ?? '';
  const asks = (words) =>
    until(`question ${words}`, async () => words.test(await question()), patient);
  /** A command of the palette. The harness clicks its row instead. */
  const command = (title) =>
    until(
      `command ${title}`,
      async () => {
        await window.press('Escape', 'F1');
        await input().waitFor({ state: 'visible', timeout: 3000 });
        await input().fill(`>${title}`);
        const first = rows().first();
        const isFirst = async () =>
          (await first.innerText({ timeout: 1000 })).startsWith(title) &&
          (await input().inputValue()) === `>${title}`;
        await until('its row', isFirst, { ms: 8000 });
        await window.press('Enter');
        return true;
      },
      { ms: 60_000, step: 300 },
    );
  const written = (file) => readFileSync(path.join(folder, file), 'utf8');
  const openTab = (name) =>
    until(`tab ${name}`, async () => (await window.activeTab())?.startsWith(name), patient);

  /** Moves the focus with the arrow keys, as far as the row whose label for screen readers begins with these words. */
  const focusRow = async (label) => {
    const focused = window.page.locator('.sidebar .monaco-list-row.focused');
    const read = () => focused.evaluateAll(([row]) => row?.getAttribute('aria-label') ?? null);
    // A view that is still loading loses the focus when its rows replace what it shows meanwhile.
    const start = async () => {
      await command('Dossier: Focus on Agents View');
      const isAtRow = async () => {
        await window.press('Home');
        return (await read()) !== null;
      };
      return until('a focused row', isAtRow, { ms: 3000 });
    };
    await until('the focus in the view', start, patient);
    let last = null;
    const reach = async () => {
      const now = await read();
      if (now?.startsWith(label)) return true;
      // At the end of the list, or after it was replaced, the search begins again.
      // A key may take effect after the next look: then a search from the first row must not stay there.
      const isAtEnd = now === null || now === last;
      await window.press(isAtEnd ? 'Home' : 'ArrowDown');
      last = isAtEnd ? null : now;
      return false;
    };
    await until(`row ${label}`, reach, patient);
  };

  const frame = () => window.webview('#persona .identity', patient);
  const named = async (name) => {
    const isShown = async () => {
      const found = await window.webview('#persona .identity', { ms: 2000 });
      return (await found.locator('h1').innerText()) === name && found;
    };
    return until(`persona ${name}`, isShown, patient);
  };
  const hasFocus = (found) =>
    until('focus in the page', () => found.evaluate(() => document.hasFocus()), patient);
  const inFrame = (found, selector) =>
    found.evaluate(
      (wanted) => document.hasFocus() && document.activeElement?.matches(wanted) === true,
      selector,
    );
  /** Presses Tab as far as the element. */
  const tabTo = async (found, selector, key = 'Tab') => {
    await found.locator(selector).first().waitFor();
    for (let left = 150; left > 0 && !(await inFrame(found, selector)); left--)
      await window.press(key);
    assert.ok(await inFrame(found, selector), `${selector} is not reached by ${key}`);
  };
  const toPreview = async () => {
    const found = await frame();
    const isFocused = () => found.evaluate(() => document.hasFocus());
    // VS Code focuses the frame around the page first, and the page a moment later.
    const focus = async () => {
      if (await isFocused()) return true;
      await window.press('Control+2');
      return until('the focus', isFocused, { ms: 3000 });
    };
    await until('focus in the preview', focus, patient);
    return found;
  };
  const count = (found, selector, wanted) =>
    until(
      `${wanted} of ${selector}`,
      async () => (await found.locator(selector).count()) === wanted,
      patient,
    );

  it('opens an agent from the Agents view, and its preview', async () => {
    await focusRow('release-manager, Claude Code');
    await window.press('Enter');
    await openTab('release-manager.md');
    await window.press('Control+1');
    await command('Dossier: Preview Persona');
    await named('release-manager');
  });

  it('switches the program in the preview', async () => {
    const found = await toPreview();
    await tabTo(found, '[role=tab]');
    const chosen = () => found.locator('[role=tab][aria-selected=true]').getAttribute('id');
    const tab = (what, isMeant) => until(what, async () => isMeant(await chosen()), patient);
    const first = await chosen();
    await window.press('End');
    await tab('the last program', (now) => now !== first);
    await window.press('Home');
    await tab('the first program', (now) => now === first);
    for (let left = 8; left > 0 && (await chosen()) !== 'tab-claude-code'; left--) {
      const before = await chosen();
      await window.press('ArrowRight');
      await tab('the next program', (now) => now !== before);
    }
    assert.equal(await chosen(), 'tab-claude-code');
  });

  it('revokes a tool and takes that back, and grants another one', async () => {
    const found = await frame();
    await tabTo(found, '[data-tool="Edit"]');
    await window.press('Enter');
    await count(found, '[data-tool="Edit"]', 0);
    await window.press('Control+Z');
    await count(found, '[data-tool="Edit"]', 1);
    await hasFocus(found);
    await tabTo(found, '[data-command=configureTools]');
    await window.press('Enter');
    await input().waitFor({ state: 'visible' });
    await window.type('WebSearch');
    await until('one tool', async () => (await rows().count()) === 1, patient);
    const isChecked = async () =>
      (await rows().locator('[aria-checked=true]').count()) +
        (await rows().and(window.page.locator('[aria-checked=true]')).count()) >
      0;
    await window.press('ArrowDown', 'Space');
    await until('a checked tool', isChecked, patient);
    await window.press('Enter');
    // Another program that reads the file would grant more too. The first button of the question has the focus.
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const isAnswered = async () => {
      const hasFocus = await dialog.evaluateAll(([box]) => box?.contains(document.activeElement));
      if (hasFocus) await window.press('Enter');
      return hasFocus === undefined;
    };
    await until('an answered question', isAnswered, { ...patient, step: 500 });
    await count(found, '[data-tool="WebSearch"]', 1);
  });

  it('fixes a finding', async () => {
    const found = await toPreview();
    await tabTo(found, '[aria-label^="Fix \\"MultiEdit\\""]');
    await window.press('Enter');
    const chip = found.locator('[data-tool="MultiEdit"], s:text-is("MultiEdit")');
    const isFixed = async () => {
      // Where there are several fixes, one is selected.
      if (await input().isVisible()) await window.press('Enter');
      return (await chip.count()) === 0;
    };
    await until('no MultiEdit', isFixed, { ...patient, step: 500 });
  });

  it('opens the comparison, and returns to the source', async () => {
    const found = await toPreview();
    await tabTo(found, '#comparison > summary');
    await window.press('Enter');
    await found.locator('[data-part=comparison] .programs').waitFor();
    await tabTo(found, '[data-command=source]', 'Shift+Tab');
    await window.press('Enter');
    const isInEditor = () =>
      window.page.evaluate(() => Boolean(document.activeElement?.closest('.monaco-editor')));
    await until('focus in the editor', isInEditor, patient);
    await window.press('Control+S');
    const isSaved = () => {
      const text = written(agent);
      return !text.includes('MultiEdit') && /^tools: .*WebSearch/m.test(text);
    };
    await until('the saved file', isSaved, patient);
  });

  it('shows the program of the row in the preview', async () => {
    const found = await frame();
    const chosen = () => found.locator('[role=tab][aria-selected=true]').getAttribute('id');
    // The folder belongs to another program, so the rows of this one are folded.
    await focusRow('VS Code');
    await window.press('ArrowRight');
    for (const [program, tab] of [
      ['VS Code', 'tab-vscode'],
      ['Claude Code', 'tab-claude-code'],
    ]) {
      await focusRow(`release-manager, ${program}`);
      await window.press('Enter');
      await until(`tab of ${program}`, async () => (await chosen()) === tab, patient);
      assert.equal(await found.locator('h1').innerText(), 'release-manager');
    }
  });

  it('renames an agent in the Agents view', async () => {
    await focusRow('reviewer, Claude Code');
    await window.press('Enter');
    await named('reviewer');
    const renaming = window.page.locator('input.rename-input');
    const isSelected = () =>
      renaming.evaluate(
        (one) => one === document.activeElement && one.selectionEnd === one.value.length,
        undefined,
        { timeout: 1000 },
      );
    // A preview that follows the file late takes the focus from the box.
    const isRenaming = async () => {
      await window.press('Escape');
      await focusRow('reviewer, Claude Code');
      await window.press('F2');
      return until('its selected name', isSelected, { ms: 8000 });
    };
    await until('its selected name', isRenaming, { ms: 60_000 });
    await window.type('critic');
    await window.press('Enter');
    await named('critic');
  });

  it('moves through the graph, and opens an agent', async () => {
    await command('File: Save All');
    await command('View: Close All Editors');
    await command('Dossier: Show Delegation Graph');
    const found = await window.webview('#graph #stage .box', patient);
    await hasFocus(found);
    await tabTo(found, '#search');
    await window.type('lead');
    const summary = async () => (await found.locator('#summary').innerText()) === '1 agent found';
    await until('one agent', summary, patient);
    await window.press('Enter');
    const label = () =>
      found.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await until('the lead', async () => (await label()).startsWith('lead;'), patient);
    await window.press('ArrowRight');
    const isAtCallee = async () => (await label()).startsWith('release-manager;');
    await until('the one it calls', isAtCallee, patient);
    await window.press('Enter');
    await openTab('release-manager.md');
  });

  it('makes a new agent', async () => {
    const step = async (number, words) => {
      const title = window.page.locator('.quick-input-title');
      const isAt = async () => (await title.innerText()).includes(`(${number}/4)`);
      await until(`step ${number}`, isAt, patient);
      await asks(words);
    };
    const hasRows = () => until('rows', async () => (await rows().count()) > 0, patient);
    await command('Dossier: New Agent...');
    await step(1, /^What is the agent for\?/);
    await hasRows();
    await window.type('reviews SQL migrations for locks');
    const first = rows().first();
    const isOffered = async () => (await first.innerText()).includes('reviews SQL migrations');
    await until('its row', isOffered, patient);
    await window.press('Enter');
    await step(2, /^Agent name, for example/);
    const name = async () => (await input().inputValue()) === 'sql-migrations-reviewer';
    await until('a name', name, patient);
    for (const [number, words] of [
      [3, /^What can the agent do\?/],
      [4, /^Press Enter to create/],
    ]) {
      await window.press('Enter');
      await step(number, words);
      await hasRows();
      const unlabeled = await rows().evaluateAll((all) =>
        all.filter((row) => !row.getAttribute('aria-label')).map((row) => row.textContent),
      );
      assert.deepEqual(unlabeled, [], `step ${number}`);
    }
    await window.press('Enter');
    const made = path.join(folder, '.claude/agents/sql-migrations-reviewer.md');
    await until('file', () => existsSync(made), patient);
    await openTab('sql-migrations-reviewer');
  });

  it('makes a file valid, and applies the change', async () => {
    await window.openFile('.claude/agents/sunny.md', 4, 1);
    await command('Dossier: Make Valid for Programs...');
    await asks(/programs/);
    await input().fill('Copilot CLI');
    await until('one program', async () => (await rows().count()) === 1, patient);
    await window.press('ArrowDown', 'Space', 'Enter');
    const isDiff = async () =>
      (
        await window.page
          .locator('.editor-group-container.active .tab.active')
          .first()
          .innerText({ timeout: 2000 })
      ).includes('Valid for');
    await until('diff', isDiff, patient);
    await command('Dossier: Apply Changes');
    const isChanged = async () =>
      (await window.visibleText()).includes('description: "Use when: outdoors"');
    await until('changed text', isChanged, patient);
  });
});
