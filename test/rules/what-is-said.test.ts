// Findings in which an author has to see what is wrong, what it comes to and what to do.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { opencodeFile } from '../support/viewing';

describe('what is said', () => {
  it('of a limit that is not taken: what holds in its place', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      permissionMode: readonly
                      ^^^^^^^^ error wrong-value: with a line in the debug log only. It is as if it were not there: as the session.
      ---
      `);
  });

  it('of a guard in the wrong place: where it belongs', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      PreToolUse:
      ^^^^^^^^^^ error wrong-value: says nothing: "PreToolUse" belongs below "hooks", and stands at the top level.
        - hooks:
            - type: command
              command: ./check.sh
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      hook:
        PreToolUse:
          - hooks:
          ^^^^^^^^ error wrong-hook: says nothing: "PreToolUse" belongs below "hooks", and stands below "hook".
              - type: command
                command: ./check.sh
      ---
      `);
  });

  it('of braces that nobody filled in', () => {
    diagnosing(
      `
      ---
      name: {{ROLE}}
            ^^^^^^^^ error wrong-name: "name" must be a text, and these braces make it a map. Fill in what is meant.
      description: Reviews changes.
      ---
      `,
      { besides: ['placeholder'] },
    );
  });

  it('of a model that is in no list: how old the list is', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      model: nowhere/gpt
             ^^^^^^^^^^^ warning wrong-model: as of 2026-11-20 OpenCode knows no provider "nowhere"
      ---
      `,
      { at: opencodeFile },
    );
  });

  it('of a model in another spelling: that very model', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      model: anthropic/claude-opus-4.5|
      ---
      You review.`,
      { at: opencodeFile },
    ).offersForReview('Replace with anthropic/claude-opus-4-5');
    fixing(
      `
      ---
      description: Reviews changes.
      model: Claude Opus| 4.5
      ---
      You review.`,
      { at: opencodeFile },
    ).offersForReview('Replace with anthropic/claude-opus-4-5');
  });

  it('of a tool that is gone everywhere: not whose it was', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools: [Read, LS]
                    ^^ warning unknown-tool: Copilot CLI has no tool named "LS"
      ---
      You review.`,
      { at: '.github/agents/team/reviewer.agent.md', besides: ['unread-place'] },
    );
  });

  it('of three dashes in a table: two do', () => {
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      rules: ||
        || a || b ||
        ||:-|--||----:||
        || 1 || 2 ||
      ---
      You review.`)
      .offersForReview('Write -- in this row')
      .taking('Write -- in this row')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      rules: |
        | a | b |
        |:--|--:|
        | 1 | 2 |
      ---
      You review.`);
  });

  it('of a file for people in a folder of agents, only where it becomes one', () => {
    diagnosing('# Our agents\n', { at: '.claude/agents/README.md' });
    diagnosing(
      `
      # Our agents
      ^^^^^^^^^^^^ warning document-as-agent: OpenCode makes an agent of this file and calls it "AGENTS"
      `,
      { at: '.opencode/agent/AGENTS.md' },
    );
  });

  it('of a field that denies nothing here: once', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      disallowedTools: Write, Edit
      ^^^^^^^^^^^^^^^ hint idle-field: VS Code does not remove any tools
      ---
      `,
      { settings: { guests: ['vscode'] } },
    );
  });

  it('of a quote that is not closed, also inside of a map', () => {
    diagnosing(`
      ---
      meta:
        description: "Reads files.
                     ^^^^^^^^^^^^^ error invalid-yaml: a quote or a bracket that is not closed

      <example>
      ---
      You review.`);
  });

  it('of no prompt: not where the host finds one, for it ends the frontmatter sooner', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      rules: one --- two
                 ^^^ warning broken-fence: these end it
      ---
      `,
      { settings: { rules: { 'empty-prompt': 'information', 'unknown-field': 'off' } } },
    );
  });
});
