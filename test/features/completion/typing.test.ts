// The list that opens by itself: what is in it at a key, and where there is none because the line may be finished.
import assert from 'node:assert/strict';
import { complete } from '../../../server/features/completion/complete';
import { marked } from '../../support/marked-text';
import { claudeFile, type Opened, opencodeFile, viewAt, vscodeFile } from '../../support/viewing';

/** What is offered behind the last typed character. */
function typing(template: string, opened: Opened = {}): readonly string[] {
  const { text, caret } = marked(template);
  const character = text[caret - 1] ?? '';
  const items = complete(viewAt(text, opened), caret, {
    by: 'typing',
    withBuiltin: false,
    ...(/\w/.test(character) ? {} : { character }),
  });
  return items.map(({ label }) => label);
}

const head = (line: string): string => `---\nname: a\ndescription: d\n${line}\n---\n`;

const kiloFile = '.kilo/agent/reviewer.md';

describe('the list that opens while typing', () => {
  it('includes what the editor offers, which is not asked at this character', () => {
    const withBuiltin = { at: claudeFile, builtinVersion: '1.139.1' } as const;
    assert.deepEqual(typing(head('model: |'), withBuiltin).slice(0, 4), [
      'sonnet',
      'opus',
      'inherit',
      'haiku',
    ]);
    assert.deepEqual(typing(head('tools: Read, W|'), withBuiltin), [
      'Write',
      'WebFetch',
      'WebSearch',
    ]);
  });

  for (const [what, line, at] of [
    ['a key and its colon', 'tools:|', claudeFile],
    ['a key whose value may follow below', 'permission:|', opencodeFile],
    ['a dash', 'tools:\n  -|', claudeFile],
    ['a comma', 'tools: Read,|', claudeFile],
    ['an open bracket', 'tools: [|', vscodeFile],
    ['a complete value', 'model: sonnet|', claudeFile],
    ['a complete value in another case', 'model: Sonnet|', claudeFile],
    ['a complete name in a list', 'tools: Read, Grep|', claudeFile],
    ['an old name that the host still takes', 'tools: Read, Task|', claudeFile],
    ['a name of a model without its addition', 'model: GPT-5|', vscodeFile],
    ['a version', 'model: anthropic/claude-sonnet-4|', opencodeFile],
    ['indentation', 'tools:\n  |', claudeFile],
    ['a word that begins nothing', 'tools: Search|', claudeFile],
    ['the beginning of a sentence', 'description: Reads |', claudeFile],
  ] as const)
    it(`is not there after ${what}`, () => {
      const text = line.startsWith('description') ? `---\nname: a\n${line}\n---\n` : head(line);
      assert.deepEqual(typing(text, { at }), []);
    });

  it('has the tables of a role at the bracket of a header, which has to be closed on its line', () => {
    const role = 'name = "a"\ndescription = "d"\n\n';
    const at = '.codex/agents/a.toml';
    assert.deepEqual(typing(`${role}[|]\n`, { at }), ['mcp_servers']);
    assert.deepEqual(typing(`${role}[mc|]\n`, { at }), ['mcp_servers']);
    assert.deepEqual(typing(`${role}nickname_candidates = [|]\n`, { at }), []);
  });

  it('has the keys of a map on the empty line below its key', () => {
    const at = opencodeFile;
    assert.deepEqual(typing('---\npermission:\n  |\n---\n', { at }).slice(0, 3), [
      ...['edit', 'bash', 'read'],
    ]);
    assert.ok(typing('---\nhooks:\n  |\n---\n').includes('PreToolUse'));
    // The line may be finished where there is a key already.
    assert.deepEqual(typing('---\npermission:\n  edit: ask\n  |\n---\n', { at }), []);
  });

  it('closes a frontmatter at its dashes, and is not there after the last one or on an empty line', () => {
    assert.deepEqual(typing('---\nname: ab\n--|'), ['---', '--- with description']);
    assert.deepEqual(typing('---\nname: ab\n---|'), []);
    assert.deepEqual(typing('---\nname: ab\n|'), []);
  });

  it('is not a whole file after dashes, and is one by its own prefix', () => {
    assert.deepEqual(typing('---|'), []);
    assert.deepEqual(typing('-|'), []);
    assert.deepEqual(typing('age|'), ['--- Claude Code agent']);
    assert.deepEqual(typing('A sentence about an age|'), []);
  });

  it('has the usual first', () => {
    assert.equal(typing(head('tools: |'))[0], 'Read');
    assert.deepEqual([...typing(head('tools: [read, |]'), { at: vscodeFile }).slice(0, 3)].sort(), [
      'edit',
      'execute',
      'search',
    ]);
    assert.deepEqual([...typing(head('tools: |'), { at: vscodeFile }).slice(0, 7)].sort(), [
      'agent',
      'edit',
      'execute',
      'read',
      'search',
      'todo',
      'web',
    ]);
    assert.deepEqual(typing('---\nm|\n---\n', { at: opencodeFile })[0], 'mode');
  });

  it('has internal names of a program only once they are typed', () => {
    assert.ok(!typing(head('tools: |'), { at: vscodeFile }).includes('stop_bash'));
    assert.ok(typing(head('tools: stop|'), { at: vscodeFile }).includes('stop_bash'));
  });

  it('has the careful actions first, but below one that denies all others', () => {
    for (const at of [opencodeFile, kiloFile]) {
      assert.deepEqual(typing('---\npermission:\n  edit: |\n---\n', { at }), [
        'ask',
        'deny',
        'allow',
      ]);
      const rest = '---\npermission:\n  bash:\n    "*": deny\n    "git *": |\n---\n';
      assert.equal(typing(rest, { at })[0], 'allow');
    }
  });

  for (const [what, text] of [
    [
      'above a field that goes over several lines',
      '---\nname: a\nmod|\ndescription: >\n  Reads.\n---\n',
    ],
    [
      'below a field that goes over several lines',
      '---\nname: a\ndescription: >\n  Reads.\nmod|\n---\n',
    ],
    ['below a list', '---\ntools:\n  - Read\nmod|\n---\n'],
    ['on the last line', '---\nname: a\ndescription: d\nmod|\n---\n'],
    ['in a file without its second fence', '---\nname: a\nmod|'],
  ] as const)
    it(`has fields ${what}`, () => assert.deepEqual(typing(text), ['model']));
});

describe('an empty line', () => {
  for (const [what, text] of [
    [
      'above a field that goes over several lines',
      '---\nname: a\n|\ndescription: >\n  Reads.\n---\n',
    ],
    ['above a continuation', '---\nname: a\n|\ndescription: Reads\n  and writes.\n---\n'],
    [
      'below a field that goes over several lines',
      '---\nname: a\ndescription: >\n  Reads.\n|\n---\n',
    ],
    ['below the last field', '---\nname: a\ndescription: d\n|\n---\n'],
    ['between blank lines', '---\nname: a\ndescription: d\n\n|\n\n---\n'],
  ] as const)
    it(`${what} takes any field`, () => {
      const { text: whole, caret } = marked(text);
      const labels = complete(viewAt(whole, {}), caret).map(({ label }) => label);
      assert.ok(labels.includes('model') && labels.includes('tools'), labels.join(' '));
    });
});
