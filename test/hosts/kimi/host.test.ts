// What an author sees in a file of Kimi Code.
import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { diagnosing } from '../../support/diagnosing';
import { fixing } from '../../support/fixing';
import { viewAt } from '../../support/viewing';

const at = '.kimi-code/agents/reviewer.md';
const head = 'name: reviewer\ndescription: Reviews changes.';
const prompt = 'You review the changes.\n';

describe('Kimi Code', () => {
  it('is the only reader of its folder and has the agent', () => {
    const view = viewAt(
      `---\n${head}\ntools: [Read, FetchURL, mcp__docs__*]\ndisallowedTools: Bash\n---\n${prompt}`,
      { at },
    );
    const [verdict, ...others] = view.verdicts();
    assert.deepEqual(others, []);
    assert.equal(verdict?.place.host.id, 'kimi');
    assert.equal(verdict.outcome, 'loads');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.deepEqual(verdict.persona.tools.granted, ['Read', 'FetchURL']);
    assert.deepEqual(verdict.persona.tools.unverified, ['mcp__docs__*']);
    assert.equal(verdict.persona.prompt, 'You review the changes.');
  });

  it('gives no tools for an empty list, and all for "*" alone', () => {
    const toolsOf = (tools: string) =>
      viewAt(`---\n${head}\ntools: ${tools}\n---\n${prompt}`, { at }).verdicts()[0]?.persona?.tools;
    assert.equal(toolsOf('[]')?.all, false);
    assert.deepEqual(toolsOf('[]')?.granted, []);
    assert.equal(toolsOf('"*"')?.all, true);
    assert.equal(toolsOf('["*", Read]')?.all, false);
  });

  it('has no tool of some names that Claude Code gives', () => {
    const text = `---\n${head}\ntools: [Read, |WebFetch]\n---\n${prompt}`;
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, WebFetch]
                    ^^^^^^^^ warning unknown-tool: Kimi Code has no tool named "WebFetch" and silently ignores it. Did you mean "FetchURL"?
      ---
      You review the changes.
      `,
      { at },
    );
    fixing(text, { at })
      .taking('Replace with "FetchURL"')
      .gives(`---\n${head}\ntools: [Read, FetchURL]\n---\n${prompt}`);
  });

  it('ignores a name of an MCP server without its tools', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, mcp__docs]
                    ^^^^^^^^^ warning malformed-tool: "mcp__docs" is not a tool name. Kimi Code ignores it without the name of a tool or "__*".
      ---
      You review the changes.
      `,
      { at },
    ));

  it('does not load an agent with the name of a built-in one unless it overrides it', () => {
    diagnosing(
      `
      ---
      name: coder
            ^^^^^ error breaking-value: Kimi Code has a built-in agent with this name and silently ignores this one unless "override" is true. Rename the agent.
      description: Writes code.
      ---
      You write code.
      `,
      { at },
    );
    diagnosing(
      `
      ---
      name: coder
      description: Writes code.
      override: true
      ---
      You write code.
      `,
      { at },
    );
  });

  it('needs a name in kebab-case, also where it comes from the file name', () => {
    const outcomeAt = (file: string): string | undefined =>
      viewAt(`---\ndescription: Reviews.\n---\n${prompt}`, {
        at: `.kimi-code/agents/${file}`,
      }).verdicts()[0]?.outcome;
    assert.equal(outcomeAt('code-reviewer.md'), 'loads');
    assert.equal(outcomeAt('Code Reviewer.md'), 'ignored');
    diagnosing(
      `
      ---
      name: Code Reviewer
            ^^^^^^^^^^^^^ error invalid-name: Kimi Code silently does not load the agent.
      description: Reviews changes.
      ---
      You review the changes.
      `,
      { at },
    );
  });

  it('reports that a limit of Claude Code does not apply', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      permissionMode: plan
      ^^^^^^^^^^^^^^ error unknown-field: "permissionMode" is not a field in Kimi Code, so the limit does not apply
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports nothing in the shared folder unless it is in use', () => {
    const text = `---\nname: Reviewer\ndescription: Reviews.\nmodel: sonnet\n---\n${prompt}`;
    assert.deepEqual(viewAt(text, { at: '.agents/agents/reviewer.md' }).verdicts(), []);
  });

  it('completes its fields and tools', () => {
    completing(`---\n${head}\n|\n---\n${prompt}`, { at }).offers('override', 'subagents');
    completing(`---\n${head}\ntools: [|]\n---\n${prompt}`, { at }).offers('FetchURL', 'Read');
  });
});
