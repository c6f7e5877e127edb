// The delegation graph in its webview: what it shows of few agents and of many, by mouse and by keys, live and after a reload.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { violationsIn } from '../walk/axe.mjs';
import { freshDesk, picture } from './desk.mjs';
import { few, many, mentioned, strangers, writeAgents } from './made-agents.mjs';

const themes = {
  dark: ['Dark Modern', 'vscode-dark'],
  light: ['Light Modern', 'vscode-light'],
  'high-contrast': ['Dark High Contrast', 'vscode-high-contrast'],
  'high-contrast-light': ['Light High Contrast', 'vscode-high-contrast-light'],
};

/** The graph of a folder with these agents. */
function graphOver(title, files, tests) {
  describe(title, () => {
    const here = {};
    before(async () => {
      const { window, workspace } = await freshDesk((folder) => writeAgents(folder, files));
      here.window = window;
      here.folder = workspace.folder;
      await window.runCommand('Dossier: Show Delegation Graph');
      here.frame ??= () => here.window.webview('#graph #stage');
      here.summary = async (words) =>
        until(`graph with ${words}`, async () =>
          (await (await here.frame()).locator('#summary').innerText()).includes(words),
        );
      here.boxes = async () => (await here.frame()).locator('.box .name').allTextContents();
      here.announced = async (name) =>
        (await here.frame()).locator(`.box[aria-label^="${name};"]`).getAttribute('aria-label');
    });
    tests(here);
  });
}

/** Pictures in every theme. */
function looksIn(here, name) {
  for (const [theme, [label, kind]] of Object.entries(themes)) {
    it(`can be read in ${theme}`, async () => {
      await here.window.chooseTheme(label);
      const frame = await here.frame();
      await until(`theme ${theme}`, async () =>
        (await frame.locator('body').getAttribute('class'))?.split(' ').includes(kind),
      );
      await here.window.screenshot(picture(`graph-${name}-${theme}`));
      assert.deepEqual(await violationsIn(frame), []);
    });
  }
}

graphOver('the graph of five agents, seen', few, (here) => {
  it('shows calls, handoffs, escalations and cycles', async () => {
    await here.summary('5 agents · 4 calls · 1 handoff · 1 escalation · 2 links in cycles');
    assert.deepEqual((await here.boxes()).sort(), [
      'build',
      'builder',
      'ghost',
      'lead',
      'plan',
      'reviewer',
    ]);
    const lead = await here.announced('lead');
    assert.match(lead, /^lead; Read, Search, Delegate; Claude Code, \.claude\/agents\/lead\.md;/);
    assert.match(lead, /; builder: call, in a cycle, escalation: changes files, runs commands;/);
    assert.match(await here.announced('ghost'), /not found in this workspace/);
    assert.match(await here.announced('plan'), /; build: handoff/);
  });

  it('gives screen readers each heading before its agents', async () => {
    const frame = await here.frame();
    const order = await frame
      .locator('#picture h2, #picture .box')
      .evaluateAll((all) =>
        all.map((one) =>
          one.matches('h2') ? one.textContent : one.querySelector('.name').textContent,
        ),
      );
    const [first, ...rest] = order;
    assert.equal(first, 'Agents with references');
    assert.deepEqual(rest.slice(0, 6).sort(), [
      'build',
      'builder',
      'ghost',
      'lead',
      'plan',
      'reviewer',
    ]);
    assert.deepEqual(rest.slice(6), [
      '.claude/agents 3 agents, shown above',
      '.github/agents 2 agents, shown above',
    ]);
  });

  it('announces its texts in a region that exists before them', async () => {
    const frame = await here.frame();
    const live = frame.locator('[role=status], [role=alert], [aria-live]');
    assert.deepEqual(await live.evaluateAll((all) => all.map(({ id }) => id)), ['live-region']);
    assert.match(await live.innerText(), /^5 agents · 4 calls/);
    assert.equal(await frame.locator('[role=toolbar]').count(), 0);
  });

  it('can be copied as text', async () => {
    const frame = await here.frame();
    await frame.locator('#copy').click();
    await until(
      'announced',
      async () => (await frame.locator('#live-region').innerText()) === 'Graph copied as text',
    );
    await here.window.runCommand('File: New Untitled Text File');
    await here.window.press('Control+V');
    const shown = () => here.window.visibleText();
    await until('the copy', async () =>
      (await shown()).some((line) => line.includes('- builder: call, in a cycle, escalation:')),
    );
    await here.window.runCommand('View: Revert and Close Editor');
    await here.window.runCommand('Dossier: Show Delegation Graph');
  });

  it('ignores keys without a modifier where they are turned off', async () => {
    const frame = await here.frame();
    const zoom = () => frame.evaluate(() => document.getElementById('picture').style.transform);
    const press = async (key) => {
      await frame.locator('.box[aria-label^="lead;"]').focus();
      await here.window.press(key);
      await sleep(200);
    };
    const before = await zoom();
    await press('+');
    const zoomed = await zoom();
    assert.notEqual(zoomed, before);
    const settings = path.join(here.folder, '.vscode/settings.json');
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, '{"dossier.graph.singleKeyShortcuts": false}');
    const title = () => frame.locator('#larger').getAttribute('title');
    await until('turned off', async () => (await title()) === 'Zoom In');
    const still = await zoom();
    for (const key of ['+', '-', '0', '/']) await press(key);
    assert.equal(await zoom(), still);
    assert.equal(await frame.evaluate(() => document.activeElement?.id), '');
    rmSync(settings);
    await until('turned on', async () => (await title()) === 'Zoom In (+)');
    await frame.locator('#fit').click();
  });

  it('has a strict content security policy', async () => {
    const frame = await here.frame();
    const policy = await frame
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|https:(?!\/\/)/);
  });

  looksIn(here, 'few');

  for (const [theme, [label, kind]] of Object.entries(themes)) {
    it(`breaks no rule of accessibility while agents are searched, in ${theme}`, async () => {
      await here.window.chooseTheme(label);
      const frame = await here.frame();
      await until(`theme ${theme}`, async () =>
        (await frame.locator('body').getAttribute('class'))?.split(' ').includes(kind),
      );
      await frame.locator('#search').fill('lead');
      await here.summary('1 agent found');
      await frame.locator('.box.found').waitFor();
      const violations = await violationsIn(frame);
      await frame.locator('#search').fill('');
      await here.summary('5 agents');
      assert.deepEqual(violations, []);
    });
  }

  it('highlights the links of an agent', async () => {
    await here.window.chooseTheme('Dark Modern');
    const frame = await here.frame();
    await frame.locator('.box[aria-label^="lead;"]').hover();
    await until('light', async () => (await frame.locator('.line.related').count()) === 4);
    // Unchanged: the screenshot of the harness would move the mouse away.
    await here.window.page.screenshot({ path: picture('graph-few-lit') });
  });

  it('moves between boxes with the arrow keys and opens a file with Enter', async () => {
    const frame = await here.frame();
    await frame.locator('#search').focus();
    await here.window.press('ArrowDown');
    const at = () => frame.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await until('a box has the keys', async () => (await at()) !== '');
    assert.equal(await frame.locator('[data-key][tabindex="0"]').count(), 1);
    for (let left = 8; left > 0 && !(await at()).startsWith('lead;'); left--)
      await here.window.press(left % 2 ? 'ArrowLeft' : 'ArrowUp');
    assert.match(await at(), /^lead;/);
    await here.window.press('ArrowRight');
    assert.match(await at(), /^(builder|reviewer|ghost);/);
    await frame.locator('.box[aria-label^="reviewer;"]').focus();
    await here.window.press('Enter');
    await until('file', async () => (await here.window.activeTab())?.startsWith('reviewer.md'));
    // The graph stays visible next to the file.
    assert.equal(await frame.locator('#stage').isVisible(), true);
    await here.window.screenshot(picture('graph-few-beside'));
    await frame.locator('.box[aria-label^="builder;"]').click();
    await until('file', async () => (await here.window.activeTab())?.startsWith('builder.md'));
    assert.equal(await frame.locator('#stage').isVisible(), true);
    assert.equal(await here.window.page.locator('.editor-group-container').count(), 2);
    await here.window.runCommand('View: Close All Editors in Group');
    await here.window.runCommand('Dossier: Show Delegation Graph');
  });

  it('follows the files', async () => {
    const file = path.join(here.folder, '.claude/agents/newcomer.md');
    writeFileSync(file, few['.claude/agents/lead.md'].replaceAll('lead', 'newcomer'));
    await here.summary('6 agents · 7 calls');
    rmSync(file);
    await here.summary('5 agents · 4 calls');
  });

  it('is restored after a reload of the window', async () => {
    const frame = await here.frame();
    await frame.locator('#search').fill('review');
    await here.summary('1 agent found');
    await sleep(500);
    await here.window.runCommand('Developer: Reload Window');
    await here.window.page.waitForSelector('.monaco-workbench', { state: 'detached' });
    await until(
      'the graph again',
      async () => {
        const again = await here.window.webview('#graph #stage', { ms: 2000 });
        const [words, text] = [
          await again.locator('#search').inputValue(),
          await again.locator('#summary').innerText(),
        ];
        return words === 'review' && text === '1 agent found';
      },
      { ms: 30000 },
    );
  });
});

graphOver('the graph of 300 agents, seen', many(300), (here) => {
  it('starts with collapsed folders', async () => {
    await here.summary('300 agents');
    const names = await here.boxes();
    assert.ok(names.length < 20, names.join(', '));
    assert.ok(names.includes('.claude/agents/billing'), names.join(', '));
  });

  looksIn(here, 'many');

  it('expands a folder in place', async () => {
    await here.window.chooseTheme('Dark Modern');
    const frame = await here.frame();
    await frame.locator('.box.folder', { hasText: '.claude/agents/billing' }).click();
    await until('agents', async () => (await here.boxes()).includes('billing-lead'));
    await here.window.screenshot(picture('graph-many-folder'));
  });

  it('finds agents in collapsed folders, with their linked agents', async () => {
    const frame = await here.frame();
    await frame.locator('#search').fill('mobile architect');
    await here.summary('found');
    const names = await here.boxes();
    assert.ok(names.includes('mobile-architect') && names.includes('mobile-lead'), names.join());
    await here.window.screenshot(picture('graph-many-found'));
    await frame.locator('#search').fill('');
    await here.summary('300 agents');
  });

  it('shows all agents, and zooms in', async () => {
    const frame = await here.frame();
    await frame.locator('#folders').click();
    if ((await frame.locator('#folders').innerText()) === 'Expand All Folders')
      await frame.locator('#folders').click();
    await until('all', async () => (await here.boxes()).length >= 300);
    await here.window.screenshot(picture('graph-many-all'));
    const zoom = () => frame.evaluate(() => document.getElementById('picture').style.transform);
    const before = await zoom();
    await frame.locator('#larger').click();
    assert.notEqual(await zoom(), before);
    await frame.locator('#stage').hover();
    const still = await zoom();
    await here.window.page.mouse.wheel(0, 400);
    await until('moved', async () => (await zoom()) !== still);
    await here.window.screenshot(picture('graph-many-near'));
  });
});

graphOver('the graph of what prompts and commands say, seen', mentioned, (here) => {
  it('draws mentions and commands with entries of their own in the legend', async () => {
    await here.summary('2 mentions');
    const frame = await here.frame();
    const entries = await frame.locator('.legend li').allInnerTexts();
    assert.deepEqual(
      entries.map((text) => text.replace(/^\W\s+/, '')),
      [
        'call',
        'mention in the prompt',
        'start by a prompt file or command',
        'escalation: callee has more permissions',
      ],
    );
    assert.match(await here.announced('lead'), /builder: mention in the prompt/);
    assert.ok((await here.boxes()).includes('all agents'));
    assert.match(await here.announced('ship.md'), /lead: start/);
  });

  looksIn(here, 'mentioning');
});

graphOver('the graph of agents that call none, seen', strangers, (here) => {
  here.frame = () => here.window.webview('#graph .explanation');

  it('explains what would create a line, and draws nothing', async () => {
    const frame = await here.frame();
    assert.equal(
      await frame.locator('.explanation h1').innerText(),
      'No agent here calls another one',
    );
    assert.equal(await frame.locator('.explanation p').first().innerText(), '2 agents');
    for (const part of ['.legend', '#stage', '.bar', '.box'])
      assert.equal(await frame.locator(part).count(), 0, part);
  });

  looksIn(here, 'strangers');
});
