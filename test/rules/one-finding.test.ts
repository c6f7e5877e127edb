// Findings with the same cause are merged into one, with each fix at its own place.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { vscodeFile } from '../support/viewing';
import { words } from '../support/words';

describe('a single cause', () => {
  const lost = `
    ---
    name: reviewer
    description: Reviews changes.
    tools: read, MultiEdit, Foo
    ---
    You review.`;

  it('is one finding if a list grants nothing, with its items as related information', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: read, MultiEdit, Foo
      ^^^^^ error empty-tools: Claude Code refuses to start the agent
      ---
      You review.`);
    const [finding] = findingsIn(lost.replaceAll('\n    ', '\n').trimStart());
    assert.deepEqual(
      finding?.related?.map(({ message }) => /"?(read|MultiEdit|Foo)"?/.exec(words(message))?.[1]),
      ['read', 'MultiEdit', 'Foo'],
    );
  });

  it('keeps the fix of each item at the item and offers every tool last', () => {
    fixing(lost.replace('read', 're|ad')).offersForReview('Replace with "Read"', 'Remove "read"');
    const { titles } = fixing(lost.replace('tools', 'to|ols'));
    const fixes = titles.filter((title) => !/^(?:Ignore|Disable) /.test(title));
    assert.equal(fixes.at(-1), 'Remove "tools" to grant every tool');
    assert.ok(!titles.includes('Remove "read"'));
  });

  it('leaves the items to their rules if the rule of the cause is off', () => {
    const text = '---\nname: a\ndescription: d\ntools: Foo\n---\nx';
    const rules = findingsIn(text, { settings: { rules: { 'empty-tools': 'off' } } });
    assert.deepEqual(
      rules.map(({ rule }) => rule),
      ['unknown-tool'],
    );
  });

  it('is one finding for all unknown fields, each of which fades', () => {
    const text = '---\nname: a\ndescription: d\ntags: [x]\nversion: 1\nowner: me\n---\nx';
    const [finding, ...others] = findingsIn(text);
    assert.deepEqual(others, []);
    assert.equal(finding?.severity, 'hint');
    assert.equal(finding.tag, 'unnecessary');
    assert.match(words(finding.message), /^"tags", "version" and "owner" are not fields/);
    assert.equal(finding.also?.length, 2);
    fixing(text.replace('version', 'ver|sion'))
      .offersForReview('Remove "version"')
      .offersNot('Remove "tags"', 'Remove "owner"');
  });

  it('lets a comment ignore one of several unknown fields', () => {
    const text =
      '---\nname: a\ndescription: d\ntags: [x]\n# dossier-ignore unknown-field: ours\nversion: 1\nowner: me\n---\nx';
    assert.match(words(findingsIn(text)[0]?.message) ?? '', /^"tags" and "owner" are not fields/);
  });

  it('is not reported if one of two hosts uses what the other does not know', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools: [read, Grep]
      infer: true
      ---
      You review.`,
      { at: vscodeFile, besides: ['deprecated-field', 'ineffective-field'] },
    );
  });
});

describe('a finding that asks for no action', () => {
  it('fades and is at most a hint', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      color: teal
             ^^^^ hint invalid-color: Claude Code silently ignores it.
      tools: Read, Grep, Bash, TodoWrite, Task
                   ^^^^ hint redundant-tool: does not grant it
                               ^^^^^^^^^ hint unavailable-tool: offers this former
                                          ^^^^ hint renamed-tool: "Task" is now named "Agent". Claude Code still accepts the old name. Use the new name.
      ---
      You review.`);
  });

  it('is a warning where a document becomes an agent of a plugin', () => {
    diagnosing(
      '# How we work\n^^^^^^^^^^^^^ warning document-as-agent: OpenCode loads this document as the agent "CLAUDE" with every tool.\n',
      { at: '.opencode/agent/CLAUDE.md' },
    );
  });
});
