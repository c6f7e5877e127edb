// Findings on invisible characters, repaired YAML and fields that plugins lose.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { pluginFile, vscodeFile } from '../support/viewing';
import { words } from '../support/words';

describe('findings and their causes', () => {
  const inClaude = (head: string): string =>
    `---\nname: reviewer\ndescription: Reviews changes.\n${head}\n---\nYou review.\n`;
  const rulesIn = (text: string, at?: string): readonly string[] =>
    findingsIn(text, at === undefined ? {} : { at }).map(({ rule }) => rule);

  it('are merged for a word with an invisible character', () => {
    assert.deepEqual(rulesIn(inClaude('tools: Read, Grep\u200b, Edit')), ['invisible-character']);
    const text =
      '---\ndescription: Reviews.\ntools: [\u201cread\u201d, edit\u200b]\n---\nYou review.\n';
    assert.deepEqual([...new Set(rulesIn(text, vscodeFile))], ['invisible-character']);
  });

  it('are one for all fields that a file without a frontmatter lacks', () => {
    const at = '.codex/agents/a.toml';
    diagnosing('', {
      at,
      whole: [
        'error missing-field: No "name", "description" and "developer_instructions". Codex ignores the agent',
      ],
    });
    diagnosing('name = "a"', {
      at,
      whole: ['error missing-field: No "description" and "developer_instructions". Codex ignores'],
    });
    diagnosing('name = "a"\ndescription = "Reviews the changes."', {
      at,
      whole: ['error missing-field: No "developer_instructions". Codex ignores'],
    });
  });

  it('are one for a field that is missing because another key is in its place', () => {
    diagnosing(
      `
      name = "a"
      description = "Reviews the changes."
      prompt = "You review the changes of others."
      ^^^^^^ error unknown-field: Did you mean "developer_instructions"?
      `,
      { at: '.codex/agents/a.toml' },
    );
  });

  it('are one for lists that a host reads as strings because the file is not valid YAML', () => {
    const file = (at: string, severity: string, message: string): void =>
      diagnosing(
        `
        ---
        name: reviewer
        description: Use this when: x
                              ^^^^^ ${severity} repaired-yaml: ${message} Quote the value.
        tools: [Read, Edit]
        ---
        You review.
        `,
        { at },
      );
    const lost = '"tools" becomes a string, brackets included.';
    file('.qoder/agents/a.md', 'error', `${lost} Qoder CLI does not start an agent without tools.`);
    file('.qwen/agents/a.md', 'warning', lost);
    file('.factory/droids/a.md', 'warning', lost);
    file('.claude/agents/a.md', 'information', 'Other programs may reject the file.');
  });

  it('offer the fix of the cause alone where a list is read as a string', () => {
    for (const at of ['.qoder/agents/a.md', '.qwen/agents/a.md']) {
      const file = (description: string, tools: string): string =>
        `---\nname: a\ndescription: ${description}\ntools: ${tools}\n---\nYou review.\n`;
      fixing(file('Use this wh|en: x', '[Read, Edit]'), { at })
        .taking('Quote the value of "description"')
        .gives(file('"Use this when: x"', '[Read, Edit]'));
      const { titles } = fixing(file('Use this when: x', '[Re|ad, Edit]'), { at });
      assert.deepEqual(
        titles.filter((title) => title.includes('[')),
        [],
      );
    }
  });

  it('are also reported for names that are wrong in valid YAML too', () => {
    const text =
      '---\nname: a\ndescription: Use this when: x\ntools: Read, Bahs\n---\nYou review.\n';
    assert.deepEqual(rulesIn(text, '.qoder/agents/a.md'), ['repaired-yaml', 'unknown-tool']);
  });

  it('mention a comment in a value only if there is one', () => {
    const message = (text: string): string =>
      words(findingsIn(text).find(({ rule }) => rule === 'repaired-yaml')?.message) ?? '';
    const repaired = (description: string, more = ''): string =>
      `---\nname: reviewer\ndescription: ${description}\n${more}---\nYou review.\n`;
    assert.match(
      message(repaired('Use this: now', 'model: haiku # cheap\n')),
      /A comment becomes part/,
    );
    for (const prose of ['Use this: after PR #1234', 'Use this: see # 3', 'Use: #tag'])
      assert.doesNotMatch(message(repaired(prose)), /^$|A comment becomes part/);
    assert.doesNotMatch(
      message(repaired('Use this: now', 'initialPrompt: Look at #12\n')),
      /^$|A comment becomes part/,
    );
  });

  it('ask for spaces if a tab was repaired', () => {
    const text = '---\nname: reviewer\ndescription: Reviews.\ntools:\n\t- Read\n---\nYou review.\n';
    const found = findingsIn(text).find(({ rule }) => rule === 'repaired-yaml');
    assert.match(
      words(found?.message) ?? '',
      / Claude Code repairs it\. Other programs may reject the file\. Indent with spaces\.$/,
    );
  });

  it('are warnings if a plugin loses a limit or a hook', () => {
    const severities = (head: string): readonly string[] =>
      findingsIn(inClaude(head), pluginFile).flatMap(({ rule, severity }) =>
        rule === 'ineffective-field' ? [severity] : [],
      );
    assert.deepEqual(severities('permissionMode: plan'), ['warning']);
    assert.deepEqual(severities('permissionMode: default'), ['information']);
    assert.deepEqual(
      severities(
        'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - type: command\n          command: ./check.sh',
      ),
      ['warning'],
    );
  });

  it('suggest the model of the picker that an id stands for', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      model: claude-opus-4.6
             ^^^^^^^^^^^^^^^ warning invalid-model: Did you mean "Claude Opus 4.6 (copilot)"?
      ---
      You review.
      `,
      { at: vscodeFile },
    );
  });
});
