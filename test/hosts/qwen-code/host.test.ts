// What an author sees in a file of Qwen Code.
import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { diagnosing } from '../../support/diagnosing';
import { fixing } from '../../support/fixing';
import { viewAt } from '../../support/viewing';

const at = '.qwen/agents/reviewer.md';
const head = 'name: reviewer\ndescription: Reviews changes.';
const prompt = 'You review the changes.\n';

describe('Qwen Code', () => {
  it('is the only reader of its folder and has the agent', () => {
    const view = viewAt(
      `---\n${head}\ntools: [read_file, Grep, mcp__docs__find]\ndisallowedTools: Shell\n---\n${prompt}`,
      { at },
    );
    const [verdict, ...others] = view.verdicts();
    assert.deepEqual(others, []);
    assert.equal(verdict?.place.host.id, 'qwen-code');
    assert.equal(verdict.outcome, 'loads');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.deepEqual(verdict.persona.tools.granted, ['read_file', 'grep_search']);
    assert.deepEqual(verdict.persona.tools.unverified, ['mcp__docs__find']);
    assert.equal(verdict.persona.prompt, 'You review the changes.');
  });

  it('has every other tool if only tools to remove are listed', () => {
    const [verdict] = viewAt(`---\n${head}\ndisallowedTools: [Shell, edit]\n---\n${prompt}`, {
      at,
    }).verdicts();
    assert.equal(verdict?.persona?.tools.all, true);
    assert.deepEqual(verdict.persona.tools.denied, ['run_shell_command', 'edit']);
  });

  it('reads a frontmatter that is not valid YAML line by line', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Use when: code changed
                       ^^^^^ information repaired-yaml: Unquoted value contains ": ", which is not valid YAML. Qwen Code reads the frontmatter line by line instead.
      ---
      You review the changes.
      `,
      { at },
    ));

  it('has no tool of the names that Claude Code gives', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Glob, Bash]
                    ^^^^ warning unknown-tool: Qwen Code has no tool named "Bash" and silently ignores it. Did you mean "run_shell_command"?
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports a prompt that is too short', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      ---
      Review.
      ^^^^^^^ error empty-prompt: The prompt is too short. Qwen Code silently does not load the agent. Add instructions.
      `,
      { at, settings: { rules: { 'empty-prompt': 'error' } } },
    ));

  it('does not load an agent without a prompt', () => {
    const [verdict] = viewAt(`---\n${head}\n---`, { at }).verdicts();
    assert.equal(verdict?.outcome, 'ignored');
    assert.deepEqual(
      verdict.flaws.map(({ code }) => code),
      ['short-prompt'],
    );
  });

  it('does not load an agent with an unknown mode', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      approvalMode: read-only
                    ^^^^^^^^^ error invalid-value: not "read-only". Qwen Code silently does not load the agent.
      ---
      You review the changes.
      `,
      { at },
    ));

  it('finds no end of the frontmatter in dashes with spaces', () =>
    fixing(`---\n${head}\n---|  \n${prompt}`, { at })
      .taking('Remove the spaces after "---"')
      .gives(`---\n${head}\n---\n${prompt}`));

  it('suggests the field that another spelling means', () =>
    fixing(`---\n${head}\nmax|_turns: 20\n---\n${prompt}`, { at })
      .taking('Rename to "maxTurns"')
      .gives(`---\n${head}\nmaxTurns: 20\n---\n${prompt}`));

  it('completes the names of tools', () => {
    completing(`---\n${head}\ntools:\n  - |\n---\n${prompt}`, { at }).offers(
      'run_shell_command',
      'mcp__SERVER__TOOL',
    );
  });

  it('reads a file with other line breaks', () => {
    const text = `---\n${head}\nmodel: >-\n  fast\n---\n${prompt}`.replaceAll('\n', '\r\n');
    const [verdict] = viewAt(text, { at }).verdicts();
    assert.equal(verdict?.outcome, 'loads');
    const model = verdict.fields.find(({ key }) => key === 'model');
    assert.equal(text.slice(model?.keySpan.start, model?.keySpan.end), 'model');
  });
});
