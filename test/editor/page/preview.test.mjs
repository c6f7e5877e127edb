// The persona preview in its webview: content, following the text, themes.
import assert from 'node:assert/strict';
import { until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Dark High Contrast',
};

const textOf = (frame) => frame.locator('body').innerText();
const frameWith = (window, words) =>
  until(`preview with ${words}`, async () => {
    const frame = await window.webview('#persona', { ms: 2000 });
    return (await textOf(frame)).includes(words) && frame;
  });

describe('the persona preview, seen', () => {
  let window;
  before(async () => {
    ({ window } = await desk());
    await window.openFile('.claude/agents/careful-reviewer.md', 1, 1);
    await window.runCommand('Dossier: Preview Persona');
  });

  it('shows the agent as the host builds it', async () => {
    const frame = await frameWith(window, 'careful-reviewer');
    const text = await textOf(frame);
    for (const part of ['Claude Code', 'Read', 'Bash', 'sonnet'])
      assert.ok(text.includes(part), part);
    assert.match(text, /ten years/, 'the prompt');
  });

  it('renders the prompt, not its source', async () => {
    const frame = await frameWith(window, 'ten years');
    assert.ok((await frame.locator('p', { hasText: 'ten years' }).count()) > 0);
  });

  it('follows the text', async () => {
    await window.goTo(4, 18);
    await window.press('End');
    await window.type(', Grep');
    await frameWith(window, 'Grep');
    await window.runCommand('File: Revert File');
  });

  it('follows the file in front', async () => {
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
    const frame = await frameWith(window, 'MultiEdit');
    await window.screenshot(picture('preview-wobbly'));
    assert.match(await textOf(frame), /wobbly/);
  });

  it('has a policy that lets nothing in', async () => {
    const frame = await frameWith(window, 'wobbly');
    const policy = await frame
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|https:(?!\/\/)/);
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`can be read in ${name}`, async () => {
      await window.openFile('.claude/agents/careful-reviewer.md', 1, 1);
      const frame = await frameWith(window, 'careful-reviewer');
      await window.chooseTheme(theme);
      const kind = name === 'high-contrast' ? 'vscode-high-contrast' : `vscode-${name}`;
      await until(`theme ${name}`, async () =>
        (await frame.locator('body').getAttribute('class'))?.includes(kind),
      );
      await window.screenshot(picture(`preview-${name}`));
    });
  }

  it('shows what OpenCode refuses', async () => {
    await window.chooseTheme(themes.dark);
    await window.openFile('.opencode/agent/painter.md', 1, 1);
    await frameWith(window, 'will not start');
    await window.screenshot(picture('preview-stopped'));
  });

  it('shows the five granted tools of seed 001', async () => {
    await window.openFile('.claude/agents/001.md', 1, 1);
    const frame = await frameWith(window, 'backend-engineer');
    // In VS Code, its own tab comes first.
    await frame.locator('[role=tab]', { hasText: 'Claude Code' }).click();
    const text = await textOf(await frameWith(window, 'Checked against Claude Code'));
    // The next file must not open over the preview, which the click has focused.
    await window.runCommand('View: Focus First Editor Group');
    await window.screenshot(picture('preview-seed-001'));
    for (const tool of ['Read', 'Write', 'Edit', 'Bash', 'WebSearch']) {
      assert.ok(text.includes(tool), tool);
    }
    assert.match(text, /5 of 8/);
  });

  it('shows what the long description of seed 002 costs', async () => {
    await window.openFile('packages/second/.claude/agents/002.md', 1, 1);
    const frame = await frameWith(window, '002.md');
    const [, tokens] = /Description\s+≈ ([\d,.]+) tokens/.exec(await textOf(frame)) ?? [];
    await window.screenshot(picture('preview-seed-002'));
    assert.ok(Number(tokens?.replaceAll(/[,.]/g, '')) > 500, `${tokens} tokens`);
  });
});
