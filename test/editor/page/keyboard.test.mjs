// A working day without a mouse: Agents view, preview, graph, a new agent and a file made valid, by keys alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { freshDesk } from './desk.mjs';
import { writeAgents } from './made-agents.mjs';
import { personaFiles } from './persona-files.mjs';

const files = {
  ...personaFiles,
  '.claude/agents/sunny.md':
    '---\nname: sunny\ndescription: Use when: outdoors\ncolor: yellow\n---\n\nGo out.\n',
};
const agent = '.claude/agents/release-manager.md';
const quickInput = '.quick-input-widget input.input';

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
  afterEach('no mouse was used', async () =>
    assert.equal(await window.page.evaluate(() => globalThis.mouseEvents), 0),
  );

  const input = () => window.page.locator(quickInput);
  const rows = () => window.page.locator('.quick-input-list .monaco-list-row');
  const isAsking = () => input().waitFor({ state: 'visible' });
  /** A command of the palette. The harness clicks its row instead. */
  const command = async (title) => {
    await until(
      `command ${title}`,
      async () => {
        await window.press('Escape', 'F1');
        await input().waitFor({ state: 'visible', timeout: 3000 });
        await input().fill(`>${title}`);
        const first = rows().first();
        await until('its row', async () => (await first.innerText()).startsWith(title), {
          ms: 4000,
        });
        await window.press('Enter');
        return true;
      },
      { ms: 30000, step: 300 },
    );
  };
  const written = (file) => readFileSync(path.join(folder, file), 'utf8');
  const openTab = (name) =>
    until(`tab ${name}`, async () => (await window.activeTab())?.startsWith(name));

  /** Moves the focus with the arrow keys, as far as the row whose label for screen readers begins with these words. */
  const focusRow = async (label) => {
    await command('Dossier: Focus on Agents View');
    await window.press('Home');
    const focused = window.page.locator('.sidebar .monaco-list-row.focused');
    await until(
      `row ${label}`,
      async () => {
        if ((await focused.getAttribute('aria-label', { timeout: 1000 })).startsWith(label))
          return true;
        await window.press('ArrowDown');
        return false;
      },
      { ms: 20000, step: 50 },
    );
  };

  const frame = () => window.webview('#persona .identity');
  const inFrame = (found, selector) =>
    found.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  /** Presses Tab as far as the element. */
  const tabTo = async (found, selector, key = 'Tab') => {
    await found.locator(selector).first().waitFor();
    for (let left = 150; left > 0 && !(await inFrame(found, selector)); left--)
      await window.press(key);
    assert.ok(await inFrame(found, selector), `${selector} is not reached by ${key}`);
  };
  const toPreview = async () => {
    const found = await frame();
    await window.press('Control+2');
    await until('focus in the preview', () => found.evaluate(() => document.hasFocus()));
    return found;
  };
  const count = (found, selector, wanted) =>
    until(
      `${wanted} of ${selector}`,
      async () => (await found.locator(selector).count()) === wanted,
    );

  it('opens an agent from the Agents view, and its preview', async () => {
    await focusRow('release-manager, Claude Code');
    await window.press('Enter');
    await openTab('release-manager.md');
    await window.press('Control+1');
    await command('Dossier: Preview Persona');
    const found = await frame();
    assert.equal(await found.locator('h1').innerText(), 'release-manager');
  });

  it('switches the program in the preview', async () => {
    const found = await toPreview();
    await tabTo(found, '[role=tab]');
    const chosen = () => found.locator('[role=tab][aria-selected=true]').getAttribute('id');
    const before = await chosen();
    await window.press('End');
    await until('another program', async () => (await chosen()) !== before);
    await window.press('Home');
    await until('the first program', async () => (await chosen()) === before);
    for (let left = 8; left > 0 && (await chosen()) !== 'tab-claude-code'; left--)
      await window.press('ArrowRight');
    assert.equal(await chosen(), 'tab-claude-code');
  });

  it('revokes a tool and takes that back, and grants another one', async () => {
    const found = await frame();
    await tabTo(found, '[data-tool="Edit"]');
    await window.press('Enter');
    await count(found, '[data-tool="Edit"]', 0);
    await window.press('Control+Z');
    await count(found, '[data-tool="Edit"]', 1);
    await tabTo(found, '[data-command=configureTools]');
    await window.press('Enter');
    await isAsking();
    await window.type('WebSearch');
    await until('one tool', async () => (await rows().count()) === 1);
    await window.press('ArrowDown', 'Space', 'Enter');
    // Another program that reads the file would grant more too. Its first button has the focus.
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await window.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await count(found, '[data-tool="WebSearch"]', 1);
  });

  it('fixes a finding', async () => {
    const found = await toPreview();
    await tabTo(found, '[aria-label^="Fix \\"MultiEdit\\""]');
    await window.press('Enter');
    // Where there are several fixes, one is selected.
    await sleep(800);
    if ((await rows().count()) > 0) await window.press('Enter');
    await count(found, '[data-tool="MultiEdit"]', 0);
  });

  it('opens the comparison, and returns to the source', async () => {
    const found = await toPreview();
    await tabTo(found, '#comparison > summary');
    await window.press('Enter');
    await found.locator('[data-part=comparison] .programs').waitFor();
    await tabTo(found, '[data-command=source]', 'Shift+Tab');
    await window.press('Enter');
    await until('focus in the editor', () =>
      window.page.evaluate(() => Boolean(document.activeElement?.closest('.monaco-editor'))),
    );
    await window.press('Control+S');
    await until('the file', () => !written(agent).includes('MultiEdit'));
    assert.match(written(agent), /^tools: .*WebSearch/m);
  });

  it('shows the program of the row in the preview', async () => {
    const found = await frame();
    const chosen = () => found.locator('[role=tab][aria-selected=true]').getAttribute('id');
    for (const [program, tab] of [
      ['VS Code', 'tab-vscode'],
      ['Claude Code', 'tab-claude-code'],
    ]) {
      await focusRow(`release-manager, ${program}`);
      await window.press('Enter');
      await until(`tab of ${program}`, async () => (await chosen()) === tab);
      assert.equal(await found.locator('h1').innerText(), 'release-manager');
    }
  });

  it('previews and renames an agent in the Agents view', async () => {
    await focusRow('reviewer, Claude Code');
    await window.press('Enter');
    const found = await frame();
    await until('persona', async () => (await found.locator('h1').innerText()) === 'reviewer');
    await focusRow('reviewer, Claude Code');
    await window.press('F2');
    await isAsking();
    await input().fill('critic');
    await window.press('Enter');
    await until('persona', async () => (await found.locator('h1').innerText()) === 'critic');
  });

  it('moves through the graph, and opens an agent', async () => {
    await command('File: Save All');
    await command('View: Close All Editors');
    await command('Dossier: Show Delegation Graph');
    const found = await window.webview('#graph #stage');
    await until('focus in the graph', () => found.evaluate(() => document.hasFocus()));
    await tabTo(found, '#search');
    await window.type('lead');
    await until('one agent', async () =>
      (await found.locator('#summary').innerText()).startsWith('1 agent'),
    );
    await window.press('Enter');
    const label = () =>
      found.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await until('the lead', async () => (await label()).startsWith('lead;'));
    await window.press('ArrowRight');
    await until('the one it calls', async () => (await label()).startsWith('release-manager;'));
    await window.press('Enter');
    await openTab('release-manager.md');
  });

  it('makes a new agent', async () => {
    const step = async (number) => {
      await until(`step ${number}`, async () =>
        (await window.page.locator('.quick-input-title').innerText()).includes(`(${number}/4)`),
      );
      await sleep(300);
    };
    const labels = [
      /^Agent name, for example/,
      /^What can the agent do\?/,
      /^Press Enter to create/,
    ];
    await command('Dossier: New Agent...');
    await step(1);
    assert.match(await input().getAttribute('aria-label'), /^What is the agent for\?/);
    await window.type('reviews SQL migrations for locks');
    for (const number of [2, 3, 4]) {
      await window.press('Enter');
      await step(number);
      assert.match(await input().getAttribute('aria-label'), labels[number - 2]);
      const unlabeled = await rows().evaluateAll((all) =>
        all.filter((row) => !row.getAttribute('aria-label')).map((row) => row.textContent),
      );
      assert.deepEqual(unlabeled, [], `step ${number}`);
    }
    await window.press('Enter');
    const made = path.join(folder, '.claude/agents/sql-migrations-reviewer.md');
    await until('file', () => existsSync(made));
    await openTab('sql-migrations-reviewer');
  });

  it('makes a file valid, and applies the change', async () => {
    await window.openFile('.claude/agents/sunny.md', 4, 1);
    await command('Dossier: Make Valid for Hosts...');
    await isAsking();
    await input().fill('Copilot CLI');
    await until('one program', async () => (await rows().count()) === 1);
    await window.press('ArrowDown', 'Space', 'Enter');
    await until('diff', async () =>
      (await window.page.locator('.tab.active').first().innerText()).includes('Valid for'),
    );
    await command('Dossier: Apply Changes');
    await until('changed text', async () =>
      (await window.visibleText()).includes('description: "Use when: outdoors"'),
    );
  });
});
