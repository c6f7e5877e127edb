// The persona preview by mouse, by keys and by ear: what it answers, what leads where, what stays over an edit and a reload.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { violationsIn } from '../walk/axe.mjs';
import { desk, picture } from './desk.mjs';
import { writeAgents } from './made-agents.mjs';
import { longAgent, personaFiles } from './persona-files.mjs';

const themes = {
  dark: ['Dark Modern', 'vscode-dark'],
  light: ['Light Modern', 'vscode-light'],
  'high-contrast': ['Dark High Contrast', 'vscode-high-contrast'],
  'high-contrast-light': ['Light High Contrast', 'vscode-high-contrast-light'],
};
const wide = { width: 1400, height: 900 };

describe('the persona preview, used', () => {
  let folder;
  let window;

  const frame = () => window.webview('#persona .identity');
  const persona = async (name) =>
    until(`persona ${name}`, async () => {
      const found = await window.webview('#persona .identity', { ms: 2000 });
      return (await found.locator('h1').innerText()) === name && found;
    });
  /** The tabs begin with the program that the author uses. */
  const choose = async (host) => {
    const tab = (await frame()).locator(`#tab-${host}`);
    await tab.click();
    await until(`tab ${host}`, async () => (await tab.getAttribute('aria-selected')) === 'true');
  };
  const shows = (words, selector = '#persona') =>
    until(`${words} in ${selector}`, async () =>
      (await (await frame()).locator(selector).innerText()).includes(words),
    );
  const open = async (file, line = 1, column = 1) => {
    // Out of the page: a list that opens before the focus has settled is closed again by it.
    await window.page.locator('.editor-group-container .tab.active').first().click();
    await until('focus in the editor', () =>
      window.page.evaluate(() => Boolean(document.activeElement?.closest('.monaco-editor'))),
    );
    await sleep(200);
    await window.openFile(file, line, column);
  };
  /** The text of the editor, whichever group has the focus, in one line. */
  const written = () =>
    window.page.evaluate(() =>
      [...document.querySelectorAll('.monaco-editor .view-line')]
        .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
        .map((one) => one.textContent.replace(/\u00a0/g, ' '))
        .join(''),
    );
  const line = async () =>
    /Ln (\d+)/.exec((await window.statusBar()).find((text) => /^Ln \d+/.test(text)) ?? '')?.[1];

  before(async () => {
    const files = { ...personaFiles, '.claude/agents/long.md': longAgent(100_000) };
    const { window: opened, workspace } = await desk((empty) => writeAgents(empty, files));
    window = opened;
    folder = workspace.folder;
    await window.openFile('.claude/agents/release-manager.md', 6, 3);
    await window.runCommand('Dossier: Preview Persona');
    await persona('release-manager');
    await choose('claude-code');
  });

  it('shows with whom and with what it works', async () => {
    await shows('ghost can be called, not found');
    await shows('lead', '[data-part=around]');
    await shows('./scripts/check-command.sh', '[data-part=hooks]');
    await shows('changelog', '[data-part=around]');
  });

  it('draws the prompt: tags as text, no picture, placeholders marked', async () => {
    const found = await frame();
    const prompt = found.locator('#prompt');
    assert.match(await prompt.textContent(), /Releases of \{\{PRODUCT\}\}/);
    assert.equal(await prompt.locator('img, script, [style]').count(), 0);
    assert.equal(await prompt.locator('.tag').textContent(), '<version>');
    assert.equal(await prompt.locator('.picture').textContent(), 'logo');
    assert.equal(await prompt.locator('ol ul li').count(), 2);
    assert.equal(await prompt.locator('table td').count(), 4);
    assert.equal(await found.locator('mark[data-placeholder="{{PRODUCT}}"]').count(), 2);
  });

  it('tries values in the placeholders', async () => {
    const found = await frame();
    await found.locator('#placeholders > summary').click();
    await found.locator('input[data-placeholder="{{PRODUCT}}"]').fill('Harbour');
    assert.match(await found.locator('#prompt').textContent(), /Releases of Harbour/);
    assert.match(await found.locator('.description').innerText(), /a release of Harbour/);
  });

  it('marks what the caret is in, and goes to the line of what is pressed', async () => {
    const found = await frame();
    await until(
      'mark',
      async () => (await found.locator('.facts .at-caret').innerText()) === 'orange',
    );
    await found.locator('.tool', { hasText: 'MultiEdit' }).first().click();
    await until('line 4', async () => (await line()) === '4');
    await found.locator('#prompt blockquote').click();
    await until('line 30', async () => (await line()) === '30');
    await until('mark', async () =>
      (await found.locator('#prompt > .at-caret').textContent()).includes('Never publish'),
    );
    await found.locator('#prompt ol ul li').last().click();
    await until('line 27', async () => (await line()) === '27');
  });

  it('can be walked through by keys', async () => {
    const found = await frame();
    await found.locator('#prompt').focus();
    await window.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await until('line 22', async () => (await line()) === '22');
    const tabs = found.locator('[role=tab]');
    const chosen = () => found.locator('[role=tab][aria-selected=true]').getAttribute('id');
    await tabs.first().focus();
    await window.press('ArrowRight');
    const second = await tabs.nth(1).getAttribute('id');
    await until('next host', async () => (await chosen()) === second);
    await window.press('Home');
    const first = await tabs.first().getAttribute('id');
    await until('first host', async () => (await chosen()) === first);
    await choose('claude-code');
  });

  it('puts the hosts side by side', async () => {
    await open('.claude/agents/release-manager.md');
    await window.runCommand('Dossier: Compare Programs');
    const found = await frame();
    await shows('OpenCode', '[data-part=comparison]');
    await found.locator('#program-opencode > summary').click();
    await shows('permissionMode', '#program-opencode');
  });

  it('grants and revokes tools by a click, and by the keys', async () => {
    await open('.claude/agents/release-manager.md', 4, 1);
    const found = await persona('release-manager');
    await found.locator('[data-tool="Edit"]').click();
    await until('no Edit', async () => (await written()).includes('tools: Read, MultiEdit, Bash'));
    await until('no chip', async () => (await found.locator('[data-tool="Edit"]').count()) === 0);
    await found.locator('[data-tool="Read"]').focus();
    await window.press('Alt+Enter');
    await until('line 4', async () => (await line()) === '4');
    await window.press('Control+Z');
    await until('Edit again', async () =>
      (await written()).includes('tools: Read, Edit, MultiEdit, Bash'),
    );
    await until('chip', async () => (await found.locator('[data-tool="Edit"]').count()) === 1);
  });

  it('offers to undo a click where it was made', async () => {
    const found = await persona('release-manager');
    await found.locator('[data-tool="Edit"]').click();
    const undo = found.locator('[data-part=tools] .undo');
    await undo.waitFor();
    assert.match(await undo.innerText(), /Revoked "Edit"\s+Undo/);
    await undo.scrollIntoViewIfNeeded();
    await window.screenshot(picture('persona-undo'));
    await undo.locator('button').click();
    await until('chip', async () => (await found.locator('[data-tool="Edit"]').count()) === 1);
    await until('no offer', async () => (await undo.count()) === 0);
    assert.ok((await written()).includes('tools: Read, Edit, MultiEdit, Bash'));
  });

  it('shows first what the agent can do, and leads to the rule that decides', async () => {
    await open('.opencode/agent/deployer.md', 2, 1);
    const found = await persona('deployer');
    const cell = (label) => found.locator('.risk', { hasText: label });
    await until('the cells', async () => (await found.locator('.risk').count()) === 5);
    assert.match(await cell('Force-push').innerText(), /denied[\s\S]*bash, git push \*: deny/);
    await found.locator('#risk-reasons summary').click();
    await shows('git push --force', '#risk-reasons');
    await window.screenshot(picture('persona-risks'));
    await cell('Force-push').locator('button', { hasText: 'line 11' }).click();
    await until('line 11', async () => (await line()) === '11');
    await open('.claude/agents/release-manager.md', 6, 3);
    await persona('release-manager');
  });

  it('undoes and redoes what was changed in it, by keys', async () => {
    const found = await persona('release-manager');
    const chips = (count) =>
      until(
        `${count} chips`,
        async () => (await found.locator('[data-tool="Edit"]').count()) === count,
      );
    await found.locator('[data-tool="Edit"]').click();
    await chips(0);
    await found.locator('[role=tab][aria-selected=true]').focus();
    await window.press('Control+Z');
    await chips(1);
    await window.press('Control+Shift+Z');
    await chips(0);
    await window.press('Control+Z');
    await chips(1);
  });

  it('fixes a finding at the tool that it is about', async () => {
    const found = await frame();
    await found.locator('[aria-label^="Fix \\"MultiEdit\\""]').click();
    const list = window.page.locator('.quick-input-widget .monaco-list-row');
    const isFixed = async () => (await written()).includes('tools: Read, Edit, Bash');
    // Where there are several fixes, the first is chosen from a list.
    await until('no MultiEdit', async () => {
      if ((await list.count()) > 0) await window.press('Enter');
      return isFixed();
    });
    await open('.claude/agents/release-manager.md', 6, 3);
    await window.runCommand('File: Revert File');
  });

  it('warns of a fix that takes a tool from the agent in another program, and asks', async () => {
    await choose('vscode');
    const found = await frame();
    const fix = found.locator('[data-part=tools] [data-fix][aria-label*=mcp__github]');
    await fix.scrollIntoViewIfNeeded();
    await shows('loses tools in Claude Code', '[data-part=tools]');
    await window.screenshot(picture('persona-fix-loss'));
    await fix.click();
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.waitFor({ state: 'visible' });
    assert.match(await window.cancelDialog(), /The agent loses tools in Claude Code\./);
    assert.ok((await written()).includes('mcp__github__create_release'));
    await choose('claude-code');
  });

  it('has a checklist of the tools', async () => {
    const found = await persona('release-manager');
    await found.locator('[data-command=configureTools]').click();
    const input = window.page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible' });
    await window.screenshot(picture('persona-tools'));
    await input.fill('WebSearch');
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await until('only WebSearch', async () => {
      const all = await rows.allInnerTexts();
      return all.length > 0 && all.every((text) => text.includes('WebSearch'));
    });
    await window.press('ArrowDown', 'Space');
    await until('the tick', () => rows.first().locator('input:checked, .checked').count());
    await window.press('Enter');
    // Another program that reads the file would grant more too.
    const dialog = window.page.locator('.monaco-dialog-box');
    await dialog.waitFor({ state: 'visible' });
    assert.match(await dialog.innerText(), /VS Code reads this file too and then grants "web"/);
    await dialog.locator('.monaco-button', { hasText: /^Change$/ }).click();
    await until('WebSearch', async () => (await written()).includes('WebSearch'));
    await open('.claude/agents/release-manager.md', 6, 3);
    await window.runCommand('File: Revert File');
  });

  it('stays with its file while it is locked', async () => {
    const found = await frame();
    await found.locator('[data-command=lock]').click();
    await until(
      'lock',
      async () =>
        (await found.locator('[data-command=lock]').getAttribute('aria-pressed')) === 'true',
    );
    await open('.claude/agents/lead.md', 1, 1);
    await sleep(800);
    assert.equal(await (await frame()).locator('h1').innerText(), 'release-manager');
    await found.locator('[data-command=lock]').click();
    await open('.claude/agents/reviewer.md', 1, 1);
    await persona('reviewer');
    await open('.claude/agents/release-manager.md', 6, 3);
    await persona('release-manager');
  });

  it('answers for a command, and leads to the rule that decides', async () => {
    await open('.opencode/agent/deployer.md', 2, 1);
    const found = await persona('deployer');
    await found.locator('#probe-subject').fill('git status && git push --force');
    await shows('Denied.', '.answer');
    await shows('bash, git push *: deny', '.answer');
    await found.locator('.answer button', { hasText: 'line 11' }).click();
    await until('line 11', async () => (await line()) === '11');
  });

  it('updates the answer after each edit, and keeps what is typed in the page', async () => {
    await open('.opencode/agent/deployer.md', 11, 20);
    await window.press('End');
    for (let n = 0; n < 4; n++) await window.press('Backspace');
    await window.type('allow');
    await shows('Allowed.', '.answer');
    const found = await frame();
    assert.equal(
      await found.locator('#probe-subject').inputValue(),
      'git status && git push --force',
    );
    await window.runCommand('File: Revert File');
  });

  it('does not jump, and renders only what has changed', async () => {
    await open('.claude/agents/long.md', 900, 1);
    const found = await persona('long');
    await until('the whole prompt', async () => (await found.locator('#prompt > *').count()) > 500);
    await found.evaluate(() => {
      window.scrollTo(0, 4000);
      globalThis.made = 0;
      new MutationObserver((all) => {
        for (const { addedNodes } of all) globalThis.made += addedNodes.length;
      }).observe(document.querySelector('main'), { childList: true, subtree: true });
    });
    await sleep(300);
    const before = await found.evaluate(() => Math.round(scrollY));
    await window.press('End');
    await window.type(' and so on');
    await until('the words', async () =>
      (await found.locator('#prompt').evaluate((all) => all.textContent)).includes('and so on'),
    );
    assert.equal(await found.evaluate(() => Math.round(scrollY)), before);
    const made = await found.evaluate(() => globalThis.made);
    assert.ok(made <= 3 * 10, `${made} nodes for ten letters`);
    await window.runCommand('File: Revert File');
  });

  for (const [name, [label, kind]] of Object.entries(themes)) {
    it(`breaks no rule of accessibility in ${name}`, async () => {
      await open('.claude/agents/release-manager.md', 6, 3);
      const found = await persona('release-manager');
      await window.chooseTheme(label);
      await until(`theme ${name}`, async () =>
        (await found.locator('body').getAttribute('class'))?.split(' ').includes(kind),
      );
      await found.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await found.locator('#probe-subject').fill('git push --force');
      await shows('Not decided by the file.', '.answer');
      const violations = await violationsIn(found);
      await found.evaluate(() => window.scrollTo(0, 0));
      await window.screenshot(picture(`persona-${name}`));
      assert.deepEqual(violations, []);
    });
  }

  it('hides nothing in a narrow panel, and none of it is cut off', async () => {
    await window.chooseTheme('Dark Modern');
    await window.page.setViewportSize({ width: 720, height: 900 });
    const found = await frame();
    await until('narrow', async () => found.evaluate(() => innerWidth < 400));
    const [page, seen] = await found.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    await window.screenshot(picture('persona-narrow'));
    assert.ok(page <= seen, `${page} wide in ${seen}`);
    await window.page.setViewportSize(wide);
  });

  it('is copied as Markdown', async () => {
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await (await frame()).locator('[data-command=copy]').click();
    await until('copy', async () =>
      /^# release-manager\n[\s\S]*## Prompt\n/.test(
        await window.page.evaluate(() => navigator.clipboard.readText()),
      ),
    );
  });

  it('is saved as a page that needs nothing else', async () => {
    await (await frame()).locator('[data-command=export]').click();
    const input = window.page.locator('.quick-input-widget input.input');
    await input.waitFor({ state: 'visible' });
    await window.press('Enter');
    const file = path.join(folder, 'release-manager.persona.html');
    const page = await until('the file', async () => {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return undefined;
      }
    });
    assert.match(page, /<h1>.*release-manager/);
    assert.match(page, /Never publish without a person/);
    assert.doesNotMatch(page, /<script|<button|<img|<link/);
    const other = await window.page.context().newPage();
    await other.goto(`file://${file}`);
    await other.screenshot({ path: picture('persona-saved'), fullPage: true });
    await other.close();
  });

  it('is there again after a reload, with what was asked and tried', async () => {
    await window.runCommand('Developer: Reload Window');
    const found = await until(
      'persona again',
      async () => {
        const again = await window.webview('#persona .identity', { ms: 5000 }).catch(() => null);
        return again && (await again.locator('h1').innerText()) === 'release-manager' && again;
      },
      { ms: 40000 },
    );
    await until('values', async () =>
      (await found.locator('#prompt').textContent()).includes('Harbour'),
    );
    assert.equal(await found.locator('#probe-subject').inputValue(), 'git push --force');
    assert.equal(
      await found.locator('input[data-placeholder="{{PRODUCT}}"]').inputValue(),
      'Harbour',
    );
    assert.equal(await found.locator('#comparison .programs').count(), 1);
  });
});
