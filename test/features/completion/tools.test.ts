import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { hovering } from '../../support/hovering';
import { vscodeFile } from '../../support/viewing';

const vscode = { at: vscodeFile };

describe('completion of tools', () => {
  it('follows the owner of the file where a program with another syntax reads it too', () => {
    const files = { '.cursor/agents/other.md': '---\nname: other\n---\nYou are.\n' };
    for (const line of ['tools:\n        - |', 'tools: [Read, |]', 'tools: Read, |'])
      completing(
        `
      ---
      ${line}
      ---`,
        { files },
      ).offers('Bash', 'Grep', 'WebFetch');
    completing(
      `
      ---
      hooks:
        |
      ---`,
      { files },
    ).offers('PreToolUse');
  });

  it('offers those of a comma text that are not there yet', () => {
    completing(`
      ---
      tools: Read, |
      ---`)
      .offers('Write', 'Edit', 'Bash', 'Grep', 'Glob', 'WebFetch', 'Agent')
      .offersNot('Read', 'MultiEdit', 'LS', 'Task')
      .accepting('Bash')
      .gives(`
      ---
      tools: Read, Bash
      ---`);
  });

  it('inserts the space that is missing after a comma', () => {
    for (const [line, after] of [
      ['tools: Read,|', 'tools: Read, Bash'],
      ['tools: Read,Ba|', 'tools: Read, Bash'],
      ['tools: [Read,|]', 'tools: [Read, Bash]'],
      ['tools: "Read,|"', 'tools: "Read, Bash"'],
      // A list that the author writes without spaces.
      ['tools: Read,Edit,|', 'tools: Read,Edit,Bash'],
      ['tools: [Read,Edit,|]', 'tools: [Read,Edit,Bash]'],
    ])
      completing(`
      ---
      ${line}
      ---`)
        .accepting('Bash')
        .gives(`
      ---
      ${after}
      ---`);
    completing(
      `
      ---
      tools: ['read',|]
      ---`,
      vscode,
    )
      .accepting('search')
      .gives(`
      ---
      tools: ['read', search]
      ---`);
  });

  it('has no label at which an editor that filters by itself closes the list', () => {
    for (const opened of [{}, vscode]) {
      const { labels } = completing(
        `
      ---
      tools: Read, |
      ---`,
        opened,
      );
      assert.ok(labels.length > 20);
      assert.deepEqual(
        labels.filter((label) => /[,\s]/.test(label)),
        [],
      );
    }
  });

  it('replaces the one name under the caret', () => {
    completing(`
      ---
      tools: Read, Gr|, Bash
      ---`)
      .offers('Grep')
      .offersNot('Bash')
      .accepting('Grep')
      .gives(`
      ---
      tools: Read, Grep, Bash
      ---`);
    completing(`
      ---
      tools: Read, Wr|ite, Bash
      ---`)
      .accepting('Edit')
      .gives(`
      ---
      tools: Read, Edit, Bash
      ---`);
    completing(`
      ---
      tools: |Read
      ---`)
      .accepting('Edit')
      .gives(`
      ---
      tools: Edit
      ---`);
  });

  it('writes the blank that YAML wants', () => {
    completing(`
      ---
      tools:|
      ---`)
      .accepting('Read')
      .gives(`
      ---
      tools: Read
      ---`);
  });

  it('handles quotes and the text after them', () => {
    completing(`
      ---
      tools: "Read, Ba|"
      ---`)
      .accepting('Bash')
      .gives(`
      ---
      tools: "Read, Bash"
      ---`);
    completing(`
      ---
      tools: Read, Ba| # enough
      ---`)
      .accepting('Bash')
      .gives(`
      ---
      tools: Read, Bash # enough
      ---`);
  });

  it('keeps the line breaks of Windows', () => {
    completing(
      `
      ---
      tools: Read, Gr|
      model: haiku
      ---`,
      { crlf: true },
    )
      .accepting('Grep')
      .gives(`
      ---
      tools: Read, Grep
      model: haiku
      ---`);
  });

  it('adds to a flow list', () => {
    completing(`
      ---
      tools: [Read, |]
      ---`)
      .offersNot('Read')
      .accepting('Bash')
      .gives(`
      ---
      tools: [Read, Bash]
      ---`);
    completing(`
      ---
      tools: [|]
      ---`)
      .accepting('Bash')
      .gives(`
      ---
      tools: [Bash]
      ---`);
    completing(`
      ---
      tools: [Read, Gr|
      model: haiku
      ---`)
      .accepting('Grep')
      .gives(`
      ---
      tools: [Read, Grep
      model: haiku
      ---`);
    completing(
      `
      ---
      tools: ['search', 'ed|']
      ---`,
      vscode,
    )
      .offersNot('search')
      .accepting('edit')
      .gives(`
      ---
      tools: ['search', 'edit']
      ---`);
  });

  it('adds to a block list', () => {
    completing(`
      ---
      tools:
        - Read
        - |
      ---`)
      .offersNot('Read')
      .accepting('Bash')
      .gives(`
      ---
      tools:
        - Read
        - Bash
      ---`);
    completing(`
      ---
      tools:
        - Read
        -|
      ---`)
      .accepting('Bash')
      .gives(`
      ---
      tools:
        - Read
        - Bash
      ---`);
    completing(`
      ---
      tools:
        - Re|ad
        - Bash
      ---`)
      .offersNot('Bash')
      .accepting('Grep')
      .gives(`
      ---
      tools:
        - Grep
        - Bash
      ---`);
    completing(`
      ---
      tools:
        - Read
        |
      ---`)
      .offersNot('Read')
      .accepting('Bash')
      .gives(`
      ---
      tools:
        - Read
        - Bash
      ---`);
  });

  it('begins a list where the value is empty', () => {
    completing(`
      ---
      tools:
        |
      ---`)
      .accepting('Bash')
      .gives(`
      ---
      tools:
        - Bash
      ---`);
    completing(
      `
      ---
      handoffs:
        |
      ---`,
      vscode,
    )
      .accepting('label')
      .gives(`
      ---
      handoffs:
        - label: 
      ---`);
    completing(`
      ---
      hooks:
        Stop:
          |
      ---`)
      .offers('matcher', 'hooks')
      .offersNot('Stop');
  });

  it('offers no tool in the parentheses of one', () => {
    completing('---\ntools: Read, Agent(|)\n---').offersNothing();
    completing('---\ntools: Read, Bash(gi|, Edit\n---').offersNothing();
    completing('---\ntools: Agent(a, b), |\n---').offers('Bash');
  });

  it('shows the host of a tool in a folder with two owners', () => {
    const { item } = completing('---\ntools: [|]\n---', vscode);
    assert.match(item('search/usages').detail, /VS Code$/);
    assert.doesNotMatch(item('search/usages').detail, /Copilot CLI/);
  });

  it('offers the forms of MCP', () => {
    completing(`
      ---
      tools: Read, |
      ---`)
      .accepting('mcp__SERVER__TOOL')
      .gives(`
      ---
      tools: Read, mcp__server__tool
      ---`);
    completing(`
      ---
      disallowedTools: |
      ---`).offers('Bash', 'mcp__SERVER');
    completing(
      `
      ---
      tools: [read, |]
      ---`,
      vscode,
    )
      .accepting('SERVER/*')
      .gives(`
      ---
      tools: [read, server/*]
      ---`);
  });

  it('describes each tool, and omits those that no agent is ever granted', () => {
    completing(`
      ---
      tools: |
      ---`).offersNot('AskUserQuestion', 'EndConversation');
    const { item } = completing(`
      ---
      tools: |
      ---`);
    assert.equal(item('Read').detail, 'Read');
    assert.match(item('Read').documentation(), /Reads a file/);
    const sometimes = item('TodoWrite');
    assert.equal(sometimes.detail, 'only in some sessions');
    assert.ok(sometimes.rank > item('Read').rank);
  });

  it('is there while the rest is broken', () => {
    completing(`
      ---
      description: Use this: always
      tools: Read, |
      ---`).offers('Bash');
    completing(`
      ---
      name: "reviewer
      tools: Read, |
      ---`);
    completing(`
      ---
      name: reviewer
      tools: Read, |

      You review.`).offers('Bash');
    completing(`
      ---
      name: reviewer
      tools: Read, |`).offers('Bash');
  });

  it('states the day on which a tool was recorded that no run can ask for', () => {
    const at = '.github/agents/reviewer.agent.md';
    const text = '---\ndescription: Reviews.\ntools: [vscode/tool|Search]\n---\nReview.\n';
    const day = /Recorded on 2026-11-20: VS Code 1\.139\.1 with Copilot Chat 0\.67\.0\./;
    const items = completing(text, { at });
    assert.match(items.item('vscode/toolSearch').documentation(), day);
    assert.doesNotMatch(items.item('vscode/askQuestions').documentation(), /Recorded/);
    assert.match(hovering(text, { at }).markdown, day);
  });
});
