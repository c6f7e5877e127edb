// Messages that show the problem, its effect and what to do.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { namedReviewer, reviewer } from '../support/reviewers';
import { opencodeFile, vscodeFile } from '../support/viewing';

describe('messages', () => {
  it('show what applies instead of an ignored limit', () => {
    diagnosing(
      namedReviewer(`
      permissionMode: readonly
                      ^^^^^^^^ error invalid-value: "permissionMode" must be default, acceptEdits, auto, plan, dontAsk, bypassPermissions or manual, not "readonly".
`),
    );
  });

  it('show where a misplaced hook belongs', () => {
    diagnosing(
      namedReviewer(`
      PreToolUse:
      ^^^^^^^^^^ error invalid-hook: "PreToolUse" must be under "hooks", not at the top level. Claude Code silently does not load the agent. Move it there.
        - hooks:
            - type: command
              command: ./check.sh
`),
    );
    diagnosing(
      namedReviewer(`
      hook:
        PreToolUse:
        ^^^^^^^^^^ error invalid-hook: "PreToolUse" must be under "hooks", not under "hook".
          - hooks:
              - type: command
                command: ./check.sh
`),
    );
  });

  it('ask to replace a placeholder in braces', () => {
    diagnosing(
      `
      ---
      name: {{ROLE}}
            ^^^^^^^^ error invalid-name: "name" must be a string, but the braces make it a map.
      description: Reviews changes.
      ---
      `,
      { besides: ['placeholder'] },
    );
  });

  it('name the provider that the host does not have', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      model: nowhere/gpt
             ^^^^^^^^^^^ warning invalid-model: OpenCode has no model named "nowhere/gpt". OpenCode has no provider named "nowhere".
      ---
      `,
      { at: opencodeFile },
    );
  });

  it('suggest a model that is only spelled differently', () => {
    fixing(
      reviewer(`
      model: anthropic/claude-opus-4.5|
`),
      { at: opencodeFile },
    ).offersForReview('Replace with "anthropic/claude-opus-4-5"');
    fixing(
      reviewer(`
      model: Claude Opus| 4.5
`),
      { at: opencodeFile },
    ).offersForReview('Replace with "anthropic/claude-opus-4-5"');
  });

  it('do not name the host of a tool that was removed everywhere', () => {
    diagnosing(
      reviewer(`
      tools: [Read, LS]
                    ^^ hint unknown-tool: Copilot CLI has no tool named "LS"
`),
      { at: vscodeFile, settings: { hosts: [], guests: 'none' }, besides: ['empty-tools'] },
    );
  });

  it('suggest two dashes in a table', () => {
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
      .offersForReview('Shorten to "--" in this row')
      .taking('Shorten to "--" in this row')
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

  it('report a document in an agent folder only if it is loaded as an agent', () => {
    diagnosing('# Our agents\n', { at: '.claude/agents/README.md' });
    diagnosing(
      `
      # Our agents
      ^^^^^^^^^^^^ warning document-as-agent: OpenCode loads this document as the agent "AGENTS" with every tool.
      `,
      { at: '.opencode/agent/AGENTS.md' },
    );
  });

  it('report a field that denies nothing once', () => {
    diagnosing(
      namedReviewer(`
      disallowedTools: Write, Edit
      ^^^^^^^^^^^^^^^ hint ineffective-field: "disallowedTools" has no effect here. VS Code
`),
      { settings: { guests: ['vscode'] } },
    );
  });

  it('mark a quote that is not closed, also inside a map', () => {
    diagnosing(`
      ---
      meta:
        description: "Reads files.
                     ^^^^^^^^^^^^^ error invalid-yaml: A quote or bracket is not closed, or a key has no colon.

      <example>
      ---
      You review.`);
  });

  it('do not report a missing prompt if the frontmatter ends early', () => {
    diagnosing(
      namedReviewer(`
      rules: one --- two
                 ^^^ warning broken-fence: Claude Code ends the frontmatter at the first "---", even within a line. Replace the dashes with other characters.
`),
      { settings: { rules: { 'empty-prompt': 'information', 'unknown-field': 'off' } } },
    );
  });
});
