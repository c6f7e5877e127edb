// Findings, host by host: each at its own token, with a severity that matches what the host does.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { opencodeFile } from '../support/viewing';
import { words } from '../support/words';

const opencode = { at: opencodeFile };

describe('findings of Claude Code', () => {
  it('reports nothing for a valid agent', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: Read, Edit, Bash, mcp__docs__search, Agent(tester)
      disallowedTools: WebFetch
      model: sonnet
      color: orange
      permissionMode: plan
      maxTurns: 20
      ---

      You review.
      `);
  });

  it('points at the tool in a string', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: Read, MultiEdit, Grep, Bahs, bash, Bash, Task, TodoWrite, AskUserQuestion
                   ^^^^^^^^^ warning removed-tool: Use "Edit" instead
                              ^^^^ hint redundant-tool: "Grep" is redundant.
                                    ^^^^ hint unknown-tool: The list already includes "Bash"
                                          ^^^^ warning miscased-tool: "bash" has the wrong case. Claude Code silently ignores it. Use "Bash" instead.
                                                      ^^^^ hint renamed-tool: "Task" is now named "Agent"
                                                            ^^^^^^^^^ hint unavailable-tool: offers this former to-do tool only with
                                                                       ^^^^^^^^^^^^^^^ warning unavailable-tool: never gives
      ---
      `);
  });

  it('points at the tool in a list', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools:
        - Read
        - "LS"
           ^^ warning removed-tool: Use "Glob" instead
        - Bash(git diff:*)
          ^^^^^^^^^^^^^^^^ error ignored-tool-limit: "Bash(git diff:*)" grants more than it names. Claude Code ignores the part in parentheses and grants all of "Bash".
        - mcp__*
          ^^^^^^ warning malformed-tool: mcp__SERVER
        - 5
          ^ warning malformed-tool: "5" is not a tool name. Claude Code silently ignores it.
      disallowedTools: [bash, "*"]
                        ^^^^ error ineffective-deny: Did you mean "Bash"?
                               ^ error broken-deny-list: is not a wildcard
      ---
      `);
  });

  it('distinguish none granted from none left', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools:
      ^^^^^ warning empty-tools: The agent has no tools in Claude Code because "tools" is empty.
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: []
      ^^^^^ hint empty-tools: "tools" is empty, so the agent has no tools in
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: codebase
      ^^^^^ error empty-tools: refuses to start
      ---
      `);
  });

  it('state which field is missing, and the effect', () => {
    diagnosing(`
      ---
      ^^^ error missing-field: No "name". Claude Code silently does not load the agent.
      ^^^ error missing-field: No "description". Claude Code
      tools: Read
      ---
      `);
  });

  it('knows fields, misspellings, and fields of other hosts', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      modle: haiku
      ^^^^^ warning unknown-field: Did you mean "model"
      allowed-tools: Read
      ^^^^^^^^^^^^^ error unknown-field: The limit does not apply. Did you mean "
      temperature: 0.1
      ^^^^^^^^^^^ hint unknown-field: "temperature" and "author" are not fields in Claude Code, which ignores them.
      author: me
      ---
      `);
  });

  it('state which value is invalid, and the effect', () => {
    diagnosing(`
      ---
      name: team:reviewer
            ^^^^^^^^^^^^^ error invalid-name: a name without ":"
      description: 42
                   ^^ error invalid-type: "description" must be a string, not the number 42.
      color: teal
             ^^^^ hint invalid-color: ignores it
      effort: huge
              ^^^^ warning invalid-value: not "huge".
      maxTurns: 0
                ^ error invalid-value: at least 1
      permissionMode: readonly
                      ^^^^^^^^ error invalid-value: not "readonly".
      background: maybe
                  ^^^^^ warning invalid-value: true or false
      memory: [user]
              ^^^^^^ warning invalid-type: a list
      ---
      `);
  });

  it('knows models that are retired, remapped, or of other hosts', () => {
    for (const [model, message] of [
      ['claude-sonnet-4-20250514', 'warning retired-model: retired'],
      ['claude-opus-4-1', 'warning retired-model: "claude-opus-4-1" is retired.'],
      ['gpt-5', 'warning invalid-model: no such model'],
    ] as const) {
      diagnosing(`---
name: reviewer
description: Reviews changes.
model: ${model}
       ${'^'.repeat(model.length)} ${message}
---
`);
    }
  });

  it('knows hooks that cost the agent, and hooks that cost themselves', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      hooks: check.sh
             ^^^^^^^^ error invalid-hook: does not load the agent
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      hooks:
        PreToolUze:
        ^^^^^^^^^^ warning invalid-hook: "PreToolUze" in "hooks" must be a hook event.
          - hooks:
              - type: command
                command: ./check.sh
      ---
      `);
  });

  it('speaks of fences', () => {
    diagnosing(
      '\n\n---\n^^^ error broken-fence: The frontmatter must begin on the first line.\nname: a\ndescription: b\n---\n',
    );
    diagnosing(
      '---yaml\n^^^^^^^ error broken-fence: The first line must contain only "---".\nname: a\ndescription: b\n---\n',
    );
    diagnosing('---\n^^^ error broken-fence: no closing\nname: a\ndescription: b\n\nYou.\n');
    diagnosing('# Reviewer\n^^^^^^^^^^ error no-frontmatter: does not load\n');
    assert.deepEqual(
      findingsIn('').map(({ rule, severity }) => `${severity} ${rule}`),
      ['hint no-frontmatter'],
    );
  });

  it('explains YAML errors in plain words', () => {
    diagnosing(`
      ---
      name: reviewer
      description: "Reviews.
                   ^^^^^^^^^ error invalid-yaml: A quote or bracket is not closed, or a key has no colon.
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Use this: always
                       ^^^^^ information repaired-yaml: Unquoted value contains ": ", which is not valid YAML.
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews.
      name: other
      ^^^^ warning duplicate-field: "name" is defined twice.
      ---
      `);
  });

  it('points at the problem, not at its consequences', () => {
    diagnosing('---\nname: "a\n      ^^ error invalid-yaml: not closed\ndescription: b\n---\n');
    diagnosing(
      '---\nname: a\ndescription: b\n\tmodel: x\n ^^^^^^^^ error invalid-yaml: a tab\n---\n',
    );
    diagnosing(
      '---\n- a\n^^^ error invalid-yaml: The frontmatter has no "key: value" lines.\n- b\n---\n',
    );
  });

  it('drops with Windows line breaks what it repairs without', () => {
    const text = '---\nname: reviewer\ndescription: Use this: always\n---\n';
    const severities = (crlf: boolean): string[] =>
      findingsIn(text, crlf ? { crlf: true } : {}).map(({ severity }) => severity);
    assert.deepEqual(severities(false), ['information']);
    assert.deepEqual(severities(true), ['error']);
  });

  it('sees what templates and escaping leave behind', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews {{PROJECT}}.\\nUse it often.
                           ^^^^^^^^^^^ information placeholder: "{{PROJECT}}" is not replaced.
                                       ^^ hint literal-newline: The description contains a literal "\\n".
      ---

      You work for {{CUSTOMER}}.
                   ^^^^^^^^^^^^ information placeholder: {{CUSTOMER}}
      `);
  });

  it('speaks of the cost of a long description', () => {
    const long = 'Reviews changes with care. '.repeat(50).trim();
    const [finding] = findingsIn(`---\nname: a\ndescription: ${long}\n---\n`);
    assert.equal(finding?.rule, 'long-description');
    assert.match(words(finding?.message) ?? '', /about [\d,]+ tokens/);
  });
});

describe('findings of OpenCode', () => {
  it('reports nothing for a valid agent', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      mode: subagent
      model: anthropic/claude-sonnet-4-5
      temperature: 0.1
      color: "#ca8a04"
      permission:
        "*": ask
        edit: deny
        bash:
          "git diff *": allow
      ---

      You review.
      `,
      opencode,
    );
  });

  it('state what prevents the host from starting', () => {
    diagnosing(
      `
      ---
      description: 42
                   ^^ error invalid-type: OpenCode does not start
      mode: Subagent
            ^^^^^^^^ error invalid-mode: OpenCode does not start
      color: yellow
             ^^^^^^ error invalid-color: OpenCode does not start
      tools: Read, Grep
             ^^^^^^^^^^ error invalid-type: must be a map
      permission:
        edit: never
              ^^^^^ error invalid-permission: allow, ask or deny
        webfetch: { "*": deny }
                  ^^^^^^^^^^^^^ error invalid-permission: allow, ask or deny
      steps: 0
             ^ error invalid-value: at least 1
      hidden: "true"
              ^^^^^^ error invalid-value: true or false
      model:
      ^^^^^ error invalid-type: is empty
      ---
      `,
      { ...opencode, besides: ['deprecated-field'] },
    );
  });

  it('state what is passed on, what is outdated, and what limits nothing', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permissions:
      ^^^^^^^^^^^ error unknown-field: The limit does not apply. Move its content to "permission
        edit: deny
      disallowedTools: Bash
      ^^^^^^^^^^^^^^^ error unknown-field: the limit does not apply and the agent can run commands. Use "permission" to limit it.
      tags: [a]
      ^^^^ hint unknown-field: as an option
      maxSteps: 20
      ^^^^^^^^ hint deprecated-field: "maxSteps" is deprecated. OpenCode reads it only without "steps".
      prompt: You are.
      ^^^^^^ information ineffective-field: no effect here
      permission:
        write: deny
        ^^^^^ error ineffective-permission: OpenCode checks "edit", not "write", and still allows it. Deny "edit" instead.
        Bash: deny
        ^^^^ error ineffective-permission: OpenCode has no permission named "Bash", so it still allows "bash". Deny "bash" instead.
      ---
      `,
      opencode,
    );
  });

  it('state that a model needs its provider, or was removed', () => {
    diagnosing(
      '---\nmodel: sonnet\n       ^^^^^^ warning invalid-model: Did you mean "anthropic/claude-sonnet\n---\n',
      opencode,
    );
    diagnosing(
      '---\nmodel: nobody/gpt-5\n       ^^^^^^^^^^^^ warning invalid-model: opencode.json\n---\n',
      opencode,
    );
  });

  it('state that the frontmatter is lost', () => {
    diagnosing(
      `
      ---
      description: Reviews "all" changes
      permission: @deny
                  ^^^^^ error invalid-yaml: ignores the frontmatter with its limits
      ---
      `,
      opencode,
    );
    diagnosing(
      '---js\n^^^^^ error executable-frontmatter: OpenCode runs this frontmatter as code when it starts\n({})\n---\n',
      opencode,
    );
  });
});
