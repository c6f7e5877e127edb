// Findings in which an author has to see what is wrong, what it comes to and what to do.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { namedReviewer, reviewer } from '../support/reviewers';
import { opencodeFile, vscodeFile } from '../support/viewing';

describe('what is said', () => {
  it('of a limit that is not taken: what holds in its place', () => {
    diagnosing(
      namedReviewer(`
      permissionMode: readonly
                      ^^^^^^^^ error invalid-value: reports it only in its debug log. It is as if it were not there: the mode of the session.
`),
    );
  });

  it('of a guard in the wrong place: where it belongs', () => {
    diagnosing(
      namedReviewer(`
      PreToolUse:
      ^^^^^^^^^^ error invalid-value: "PreToolUse" belongs below "hooks", and stands at the top level. Claude Code silently does not load the agent.
        - hooks:
            - type: command
              command: ./check.sh
`),
    );
    diagnosing(
      namedReviewer(`
      hook:
        PreToolUse:
          - hooks:
          ^^^^^^^^ error invalid-hook: "PreToolUse" belongs below "hooks", and stands below "hook". Claude Code silently does not load the agent.
              - type: command
                command: ./check.sh
`),
    );
  });

  it('of braces that nobody filled in', () => {
    diagnosing(
      `
      ---
      name: {{ROLE}}
            ^^^^^^^^ error invalid-name: "name" must be a text, and these braces make it a map. Fill in what is meant.
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
             ^^^^^^^^^^^ warning invalid-model: as of 2026-11-20 OpenCode knows no provider "nowhere"
      ---
      `,
      { at: opencodeFile },
    );
  });

  it('of a model in another spelling: that very model', () => {
    fixing(
      reviewer(`
      model: anthropic/claude-opus-4.5|
`),
      { at: opencodeFile },
    ).offersForReview('Replace with anthropic/claude-opus-4-5');
    fixing(
      reviewer(`
      model: Claude Opus| 4.5
`),
      { at: opencodeFile },
    ).offersForReview('Replace with anthropic/claude-opus-4-5');
  });

  it('of a tool that is gone everywhere: not whose it was', () => {
    diagnosing(
      reviewer(`
      tools: [Read, LS]
                    ^^ information unknown-tool: Copilot CLI has no tool named "LS"
`),
      { at: vscodeFile, settings: { hosts: [], guests: 'none' }, besides: ['empty-tools'] },
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
      namedReviewer(`
      disallowedTools: Write, Edit
      ^^^^^^^^^^^^^^^ hint ineffective-field: VS Code takes no tool away for it
`),
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
      namedReviewer(`
      rules: one --- two
                 ^^^ warning broken-fence: these end it
`),
      { settings: { rules: { 'empty-prompt': 'information', 'unknown-field': 'off' } } },
    );
  });
});
