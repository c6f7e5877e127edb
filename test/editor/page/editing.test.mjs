// What an author sees while typing: squiggles, suggestions, the Problems view, colors.
import assert from 'node:assert/strict';
import { until } from '../harness/until.mjs';
import { desk, picture } from './desk.mjs';

describe('the editor, seen', () => {
  let window;
  before(async () => {
    ({ window } = await desk());
  });

  it('underlines what the host does not take', async () => {
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
    await until('squiggles', async () => {
      const counts = await window.squiggles();
      return counts.error + counts.warning > 0 && counts;
    });
    await window.screenshot(picture('squiggles'));
  });

  it('lists the findings in the Problems view', async () => {
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
    const problems = await window.problems({ atLeast: 1, about: 'Bahs' });
    await window.screenshot(picture('problems'));
    assert.ok(
      problems.some(({ text }) => text.includes('Bahs')),
      JSON.stringify(problems),
    );
    await window.runCommand('View: Hide Panel');
  });

  it('suggests tools one by one inside a comma text', async () => {
    await window.openFile('.claude/agents/half-typed.md', 4, 14);
    const list = await window.suggest({ keep: true, having: 'Bash' });
    await window.screenshot(picture('suggest-tools'));
    await window.press('Escape');
    const labels = list.map(({ label }) => label);
    assert.ok(!labels.includes('Read'), 'Read is there already');
    assert.equal(new Set(labels).size, labels.length, 'none twice');
  });

  it('suggests colors with their swatches', async () => {
    await window.openFile('.claude/agents/half-typed.md', 6, 8);
    const list = await window.suggest({ keep: true, having: 'orange' });
    await window.screenshot(picture('suggest-colors'));
    await window.press('Escape');
    assert.ok(list.some(({ label }) => label === 'purple'));
  });

  it('inserts what is chosen, and nothing around it changes', async () => {
    await window.openFile('.claude/agents/half-typed.md', 6, 8);
    await window.suggest({ keep: true, having: 'orange' });
    await window.type('pur');
    await window.press('Enter');
    const lines = await until('chosen colour', async () => {
      const text = await window.visibleText();
      return text.some((line) => line === 'color: purple') && text;
    });
    assert.ok(lines.includes('tools: Read, '));
    await window.runCommand('File: Revert File');
  });

  it('explains under the pointer', async () => {
    await window.openFile('.claude/agents/wobbly.md', 4, 1);
    const parts = await window.hover(4, 22, { keep: true });
    await window.screenshot(picture('hover'));
    await window.press('Escape');
    assert.match(parts.join('\n'), /"MultiEdit" was removed from Claude Code/);
  });

  it('draws the color of the agent next to its name', async () => {
    await window.openFile('.claude/agents/careful-reviewer.md', 1, 1);
    const swatches = await until('swatch', async () => {
      const all = await window.swatches();
      return all.length > 0 && all;
    });
    await window.screenshot(picture('swatch'));
    assert.ok(swatches.length >= 1);
  });

  it('colors a placeholder differently from the surrounding text', async () => {
    await window.openFile('.claude/agents/wobbly.md', 1, 1);
    const colors = await until('coloured placeholder', async () => {
      const pieces = await window.tokens(9);
      const inside = pieces.filter(({ text }) => text.includes('PRODUCT'));
      const around = pieces.filter(({ text }) => text.includes('release'));
      return inside.length > 0 && around.length > 0 && { inside, around };
    });
    assert.notEqual(colors.inside[0].color, colors.around[0].color);
  });
});
