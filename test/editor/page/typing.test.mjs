// Agents written from an empty file, by keys alone: at the speed of a person, with the suggest list taken where it helps, and
// Enter pressed at the end of each line whatever list is open. What is in the file is what the author meant.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, until } from '../harness/until.mjs';
import { desk, isWeb, picture } from './desk.mjs';
import { Typist } from './typist.mjs';

/** `⇥` takes the focused item of the list, once it is the one named behind it: `mod⇥model⇥`. */
const agents = [
  {
    file: '.github/agents/typed-000.agent.md',
    keys: [
      'description: Designs server-side systems',
      'tools: [sea⇥search⇥, rea⇥read⇥, edi⇥edit⇥, foo.bar/baz]',
      'model: Claude Sonnet 4.5',
    ],
    text: 'description: Designs server-side systems\ntools: [search, read, edit, foo.bar/baz]\nmodel: Claude Sonnet 4.5',
  },
  {
    file: '.claude/agents/typed-001.md',
    keys: [
      'name: backend-engineer',
      'description: Backend development expert for APIs, databases and services.',
      'tools: Rea⇥Read⇥, Wri⇥Write⇥, Edit, MultiEdit, Bash, Gre⇥Grep⇥, Glob, WebS⇥WebSearch⇥',
      'color: oran⇥orange⇥',
    ],
    text: 'name: backend-engineer\ndescription: Backend development expert for APIs, databases and services.\ntools: Read, Write, Edit, MultiEdit, Bash, Grep, Glob, WebSearch\ncolor: orange',
  },
  {
    file: '.claude/agents/typed-002.md',
    keys: ['name: engineer', 'description: builds systems\\n- Design APIs\\n', 'model: so⇥sonnet⇥'],
    text: 'name: engineer\ndescription: builds systems\\n- Design APIs\\n\nmodel: sonnet',
  },
  {
    file: '.opencode/agent/typed-003.md',
    keys: [
      'description: Senior backend engineer.',
      'mode: su⇥subagent⇥',
      'model: github-copilot/claude-sonnet-4',
    ],
    text: 'description: Senior backend engineer.\nmode: subagent\nmodel: github-copilot/claude-sonnet-4',
  },
  {
    file: '.claude/agents/typed-004.md',
    keys: [
      'name: template',
      'description: Specializes in {{PROJECT_TYPE}} applications.',
      'model: sonnet',
      'color: yellow',
    ],
    // The editor closes braces by itself, and types over what it has closed.
    text: 'name: template\ndescription: Specializes in {{PROJECT_TYPE}} applications.\nmodel: sonnet\ncolor: yellow',
  },
  {
    file: '.opencode/agents/typed-limits.md',
    // Enter indents the line below the key.
    keys: ['description: Reads.', 'permission:', 'edit: de⇥deny⇥', 'bash: ask'],
    text: 'description: Reads.\npermission:\n  edit: deny\n  bash: ask',
  },
  {
    file: '.kilo/agent/typed-kilo.md',
    keys: ['description: Plans changes.', 'mode: prim⇥primary⇥'],
    text: 'description: Plans changes.\nmode: primary',
  },
  {
    file: '.cursor/agents/typed-cursor.md',
    keys: [
      'name: reviewer',
      'description: Reviews changes.',
      'model: in⇥inherit⇥',
      'readonly: tr⇥true⇥',
    ],
    text: 'name: reviewer\ndescription: Reviews changes.\nmodel: inherit\nreadonly: true',
  },
  {
    file: '.gemini/agents/typed-gemini.md',
    keys: [
      'name: reviewer',
      'description: Reviews changes.',
      'tools: [read_f⇥read_file⇥, glo⇥glob⇥]',
      'model: fl⇥flash⇥',
    ],
    text: 'name: reviewer\ndescription: Reviews changes.\ntools: [read_file, glob]\nmodel: flash',
  },
  {
    file: '.qwen/agents/typed-qwen.md',
    keys: [
      'name: reviewer',
      'description: Reviews changes.',
      'tools: [read_f⇥read_file⇥, glo⇥glob⇥]',
      'approvalMode: pl⇥plan⇥',
    ],
    text: 'name: reviewer\ndescription: Reviews changes.\ntools: [read_file, glob]\napprovalMode: plan',
  },
];

describe('an agent typed from an empty file', () => {
  let workspace;
  let window;
  let author;
  before(async () => {
    ({ workspace, window } = await desk());
    author = new Typist(window);
    // A preview that follows each key, or an editor of an earlier test, would only be in the way.
    await window.runCommand('View: Close All Editors');
    if (!isWeb) await author.sitDown('.claude/agents/001.md');
    for (const { file } of agents) {
      const whole = path.join(workspace.folder, file);
      mkdirSync(path.dirname(whole), { recursive: true });
      writeFileSync(whole, '');
    }
  });

  for (const { file, keys, text } of agents)
    it(`is what its author meant: ${file}`, async () => {
      if (isWeb) return;
      await window.openFile(file, 1, 1);
      for (const line of ['---', ...keys]) await author.writeLine(line);
      // Below an indented line the editor indents the next one.
      await window.press('Shift+Home', 'Delete');
      await author.type('---');
      await window.press('Enter');
      await author.type('You help.');
      await window.screenshot(picture(path.basename(file, '.md')));
      await window.press('Control+S');
      const whole = path.join(workspace.folder, file);
      const saved = await until('saved file', () => readFileSync(whole, 'utf8'));
      assert.equal(saved, `---\n${text}\n---\nYou help.`);
    });

  for (const [name, file, keys, first] of [
    ['model', '.claude/agents/list-model.md', 'model: ', 'sonnet'],
    ['tools', '.claude/agents/list-tools.md', 'tools: ', 'Read'],
    ['more-tools', '.claude/agents/list-more-tools.md', 'tools: Read, ', 'Grep'],
    ['color', '.claude/agents/list-color.md', 'color: ', undefined],
    ['github-tools', '.github/agents/list-tools.agent.md', 'tools: ', 'search'],
    ['mode', '.opencode/agent/list-mode.md', 'mode: ', 'subagent'],
    ['permission', '.opencode/agent/list-permission.md', 'permission: ', 'ask'],
  ])
    it(`opens the list of ${name} by itself, the usual first`, async () => {
      if (isWeb) return;
      const whole = path.join(workspace.folder, file);
      mkdirSync(path.dirname(whole), { recursive: true });
      writeFileSync(whole, '---\nname: list\ndescription: Lists.\n\n---\nYou help.\n');
      await window.openFile(file, 4, 1);
      await author.type(keys);
      const list = await author.list();
      await window.screenshot(picture(`list-${name}`));
      if (first !== undefined) assert.equal(list[0], first);
      await window.press('Escape');
    });

  it('shows nothing to take after a key and its colon', async () => {
    if (isWeb) return;
    const file = '.opencode/agent/list-nothing.md';
    writeFileSync(
      path.join(workspace.folder, file),
      '---\ndescription: Lists.\n\n---\nYou help.\n',
    );
    await window.openFile(file, 3, 1);
    await author.type('permission:');
    await sleep(1000);
    assert.deepEqual(await author.shown(), []);
    await window.press('Enter');
    const lines = await window.visibleText();
    assert.equal(lines[2], 'permission:');
  });

  it('indents the line below a key of a map, lists its keys, and underlines nothing', async () => {
    if (isWeb) return;
    const file = '.opencode/agent/list-keys.md';
    writeFileSync(
      path.join(workspace.folder, file),
      '---\ndescription: Lists.\n\n---\nYou help.\n',
    );
    await window.openFile(file, 3, 1);
    await author.type('permission:');
    await window.press('Enter');
    assert.ok((await author.list()).includes('bash'));
    await author.pause();
    await window.screenshot(picture('list-keys'));
    assert.equal((await window.squiggles()).error, 0);
    await author.write('ba⇥bash⇥');
    await until('the key', async () => (await window.visibleText())[3]?.startsWith('  bash:'));
    await window.press('Escape', 'Control+z', 'Control+z');
  });

  it('preselects nothing at an empty value', async () => {
    if (isWeb) return;
    const file = '.claude/agents/list-unselected.md';
    writeFileSync(
      path.join(workspace.folder, file),
      '---\nname: list\ndescription: Lists.\n\n---\nYou help.\n',
    );
    await window.openFile(file, 4, 1);
    await author.type('tools: ');
    await author.list();
    await window.screenshot(picture('list-unselected'));
    assert.ok((await author.shown()).every(({ isFocused }) => !isFocused));
    await window.press('Enter');
    await until('a line', async () => (await window.visibleText()).length > 6);
    assert.match((await window.visibleText())[3] ?? '', /^tools:\s*$/);
    await window.press('Escape');
  });
});
