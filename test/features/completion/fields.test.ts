import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { opencodeFile, vscodeFile } from '../../support/viewing';

const opencode = { at: opencodeFile };
const vscode = { at: vscodeFile };

describe('completion of fields', () => {
  it('offers those that are missing', () => {
    completing(`
      ---
      name: reviewer
      |
      ---`)
      .offers('description', 'tools', 'model', 'color', 'permissionMode', 'hooks', 'maxTurns')
      .offersNot('name', 'mode', 'PreToolUse');
    completing(
      `
      ---
      description: Reviews.
      |
      ---`,
      opencode,
    )
      .offers('mode', 'model', 'permission', 'temperature', 'color', 'steps')
      .offersNot('description', 'effort');
    completing(
      `
      ---
      description: Reviews.
      |
      ---`,
      vscode,
    )
      .offers('tools', 'model', 'handoffs', 'agents', 'target', 'argument-hint')
      .offersNot('description', 'color', 'advancedOptions');
  });

  it('gives each the form of its value', () => {
    completing(`
      ---
      name: reviewer
      de|
      ---`)
      .accepting('description')
      .gives(`
      ---
      name: reviewer
      description: Use it when
      ---`);
    completing(`
      ---
      name: reviewer
      mcp|
      ---`)
      .accepting('mcpServers')
      .gives(`
      ---
      name: reviewer
      mcpServers:
        - server
      ---`);
    completing(
      `
      ---
      perm|
      ---`,
      opencode,
    )
      .accepting('permission')
      .gives(`
      ---
      permission:
        edit: deny
      ---`);
    completing(
      `
      ---
      to|
      ---`,
      vscode,
    )
      .accepting('tools')
      .gives(`
      ---
      tools: [read, search, edit]
      ---`);
  });

  it('writes hooks with event, matcher and command', () => {
    completing(`
      ---
      name: reviewer
      ho|
      ---`)
      .accepting('hooks')
      .gives(`
      ---
      name: reviewer
      hooks:
        PreToolUse:
          - matcher: Bash
            hooks:
              - type: command
                command: ./scripts/check.sh
      ---`);
  });

  it('replaces only the key where a value follows', () => {
    completing(`
      ---
      mod|el: opus
      ---`)
      .accepting('memory')
      .gives(`
      ---
      memory: opus
      ---`);
  });

  it('works in an unfinished file', () => {
    const first = completing(`
      ---
      name: reviewer
      col|`);
    first.accepting('color').gives(`
      ---
      name: reviewer
      color: blue`);
    completing(`
      ---
      name: "reviewer
      mo|
      ---`).offers('model');
    completing(`
      ---
      tools: [Read,
      |
      ---`);
    completing(`
      ---
      description: Use this: always
      mod|
      ---

      You review.`)
      .accepting('model')
      .gives(`
      ---
      description: Use this: always
      model: sonnet
      ---

      You review.`);
  });

  it('keeps the line breaks of Windows', () => {
    completing(
      `
      ---
      name: reviewer
      col|
      ---`,
      { crlf: true },
    )
      .accepting('color')
      .gives(`
      ---
      name: reviewer
      color: blue
      ---`);
  });

  it('shows which fields are required, deprecated or without effect', () => {
    const { item } = completing(`
      ---
      |
      ---`);
    assert.equal(item('name').detail, 'required');
    assert.ok(item('name').rank < item('color').rank);
    const old = completing(
      `
      ---
      |
      ---`,
      opencode,
    );
    for (const key of ['maxSteps', 'tools', 'prompt']) assert.ok(old.item(key).deprecated, key);
    assert.match(old.item('maxSteps').documentation(), /This field is deprecated\. OpenCode /);
    assert.match(old.item('prompt').documentation(), /This field has no effect here\. OpenCode /);
  });

  it('asks for the next list where no choice is in the snippet', () => {
    const { item } = completing(`
      ---
      |
      ---`);
    assert.ok(item('tools').goesOn);
    assert.equal(item('color').goesOn, undefined);
  });

  it('offers nothing in the prompt, in a comment, and where a fence is', () => {
    completing(`
      ---
      name: reviewer
      ---
      mod|`).offersNothing();
    completing(`
      ---
      name: reviewer # na|
      ---`).offersNothing();
    completing(`
      ---
      # |
      ---`).offersNothing();
    completing(`
      ---
      name: reviewer
      --|-`).offersNothing();
    completing(`
      ---
      description: |
      ---`).offersNothing();
    completing(`
      ---
      description: ||
        Reviews | all.
      ---`).offersNothing();
  });

  it('offers nothing in a file that no host reads', () => {
    completing(
      `
      ---
      |
      ---`,
      { at: 'notes/diary.md' },
    ).offersNothing();
  });
});
