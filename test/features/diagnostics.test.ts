// What there is to tell, host by host: each finding at its own token, as grave as what the host does.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { opencodeFile } from '../support/viewing';

const opencode = { at: opencodeFile };

describe('findings of Claude Code', () => {
  it('has nothing to say of an agent that is right', () => {
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

  it('points at the very tool of a text', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: Read, MultiEdit, Grep, Bahs, bash, Bash, Task, TodoWrite, AskUserQuestion
                   ^^^^^^^^^ warning removed-tool: Use "Edit" instead
                              ^^^^ hint replaced-tool: beside Bash
                                    ^^^^ hint unknown-tool: The list already includes "Bash"
                                          ^^^^ warning wrong-case-tool: knows Bash
                                                      ^^^^ hint renamed-tool: now called Agent
                                                            ^^^^^^^^^ hint unavailable-tool: did not offer
                                                                       ^^^^^^^^^^^^^^^ warning unavailable-tool: never gives
      ---
      `);
  });

  it('points at the very tool of a list', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools:
        - Read
        - "LS"
           ^^ warning removed-tool: Use "Glob" instead
        - Bash(git diff:*)
          ^^^^^^^^^^^^^^^^ error wider-tool: grants all of Bash
        - mcp__*
          ^^^^^^ warning wrong-form-tool: mcp__SERVER
        - 5
          ^ warning wrong-form-tool: names no tool
      disallowedTools: [bash, "*"]
                        ^^^^ error idle-denial: Did you mean Bash
                               ^ error void-denial: is not a wildcard
      ---
      `);
  });

  it('tells none granted from none left', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools:
      ^^^^^ warning no-tools: no tool at all
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: []
      ^^^^^ hint no-tools: "tools" is empty, so the agent has no tools in
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: codebase
      ^^^^^ error no-tools: refuses to start
      ---
      `);
  });

  it('says which field is missing, and what that costs', () => {
    diagnosing(`
      ---
      ^^^ error missing-field: does not load the agent, and says nothing: "name" is missing
      ^^^ error missing-field: "description" is missing
      tools: Read
      ---
      `);
  });

  it('knows fields, their slips, and those of others', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      modle: haiku
      ^^^^^ warning unknown-field: Did you mean "model"
      allowed-tools: Read
      ^^^^^^^^^^^^^ error unknown-field: the limit it was to set does not hold
      temperature: 0.1
      ^^^^^^^^^^^ hint unknown-field: "temperature" and "author" are not fields of Claude Code, which ignores them.
      author: me
      ---
      `);
  });

  it('says which value does not fit, and what becomes of it', () => {
    diagnosing(`
      ---
      name: team:reviewer
            ^^^^^^^^^^^^^ error wrong-name: a name without ":"
      description: 42
                   ^^ error wrong-type: this is the number 42
      color: teal
             ^^^^ hint wrong-color: ignores it
      effort: huge
              ^^^^ warning wrong-value: and this is "huge"
      maxTurns: 0
                ^ error wrong-value: at least 1
      permissionMode: readonly
                      ^^^^^^^^ error wrong-value: and this is "readonly"
      background: maybe
                  ^^^^^ warning wrong-value: true or false
      memory: [user]
              ^^^^^^ warning wrong-type: a list
      ---
      `);
  });

  it('knows models that are gone, remapped, or of others', () => {
    for (const [model, says] of [
      ['claude-sonnet-4-20250514', 'warning retired-model: retired'],
      ['claude-opus-4-1', 'warning retired-model: in its place'],
      ['gpt-5', 'warning wrong-model: no such model'],
    ] as const) {
      diagnosing(`---
name: reviewer
description: Reviews changes.
model: ${model}
       ${'^'.repeat(model.length)} ${says}
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
             ^^^^^^^^ error wrong-hook: does not load the agent
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      hooks:
        PreToolUze:
        ^^^^^^^^^^ warning wrong-hook: in "hooks" must be a hook event, and is none
          - hooks:
              - type: command
                command: ./check.sh
      ---
      `);
  });

  it('speaks of fences', () => {
    diagnosing(
      '\n\n---\n^^^ error broken-fence: before the frontmatter\nname: a\ndescription: b\n---\n',
    );
    diagnosing(
      '---yaml\n^^^^^^^ error broken-fence: behind the dashes\nname: a\ndescription: b\n---\n',
    );
    diagnosing('---\n^^^ error broken-fence: no closing\nname: a\ndescription: b\n\nYou.\n');
    diagnosing('# Reviewer\n^^^^^^^^^^ error no-frontmatter: does not load\n');
    assert.deepEqual(
      findingsIn('').map(({ rule, severity }) => `${severity} ${rule}`),
      ['hint no-frontmatter'],
    );
  });

  it('puts faults of YAML into plain words', () => {
    diagnosing(`
      ---
      name: reviewer
      description: "Reviews.
                   ^^^^^^^^^ error invalid-yaml: a quote or a bracket that is not closed
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Use this: always
                       ^^^^^ warning repaired-yaml: a colon
      ---
      `);
    diagnosing(`
      ---
      name: reviewer
      description: Reviews.
      name: other
      ^^^^ warning duplicate-field: stands here twice
      ---
      `);
  });

  it('points at the fault, not at what comes of it', () => {
    diagnosing('---\nname: "a\n      ^^ error invalid-yaml: not closed\ndescription: b\n---\n');
    diagnosing(
      '---\nname: a\ndescription: b\n\tmodel: x\n ^^^^^^^^ error invalid-yaml: a tab\n---\n',
    );
    diagnosing('---\n- a\n^^^ error invalid-yaml: holds no lines\n- b\n---\n');
  });

  it('drops with Windows line breaks what it repairs without', () => {
    const text = '---\nname: reviewer\ndescription: Use this: always\n---\n';
    const severities = (crlf: boolean): string[] =>
      findingsIn(text, crlf ? { crlf: true } : {}).map(({ severity }) => severity);
    assert.deepEqual(severities(false), ['warning']);
    assert.deepEqual(severities(true), ['error']);
  });

  it('sees what templates and escaping leave behind', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews {{PROJECT}}.\\nUse it often.
                           ^^^^^^^^^^^ information placeholder: Nothing replaces {{PROJECT}}
                                       ^^ information literal-newline: once
      ---

      You work for {{CUSTOMER}}.
                   ^^^^^^^^^^^^ information placeholder: {{CUSTOMER}}
      `);
  });

  it('speaks of the cost of a long description', () => {
    const long = 'Reviews changes with care. '.repeat(50).trim();
    const [finding] = findingsIn(`---\nname: a\ndescription: ${long}\n---\n`);
    assert.equal(finding?.rule, 'costly-description');
    assert.match(finding?.message ?? '', /about [\d,]+ tokens/);
  });
});

describe('findings of OpenCode', () => {
  it('has nothing to say of an agent that is right', () => {
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

  it('says what keeps it from starting', () => {
    diagnosing(
      `
      ---
      description: 42
                   ^^ error wrong-type: OpenCode does not start
      mode: Subagent
            ^^^^^^^^ error wrong-mode: OpenCode does not start
      color: yellow
             ^^^^^^ error wrong-color: OpenCode does not start
      tools: Read, Grep
             ^^^^^^^^^^ error wrong-type: must be a map
      permission:
        edit: never
              ^^^^^ error wrong-permission: allow, ask or deny
        webfetch: { "*": deny }
                  ^^^^^^^^^^^^^ error wrong-permission: allow, ask or deny
      steps: 0
             ^ error wrong-value: at least 1
      hidden: "true"
              ^^^^^^ error wrong-value: true or false
      model:
      ^^^^^ error wrong-type: is empty
      ---
      `,
      { ...opencode, besides: ['deprecated-field'] },
    );
  });

  it('says what is sent on, what is old, and what limits nothing', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permissions:
      ^^^^^^^^^^^ error unknown-field: the limit it was to set does not hold
        edit: deny
      disallowedTools: Bash
      ^^^^^^^^^^^^^^^ error unknown-field: the limit is lost and the agent can run commands. Limit the agent with "permission".
      tags: [a]
      ^^^^ hint unknown-field: as an option
      maxSteps: 20
      ^^^^^^^^ hint deprecated-field: "maxSteps" is old
      prompt: You are.
      ^^^^^^ information idle-field: no effect here
      permission:
        write: deny
        ^^^^^ error idle-permission: so "edit", which covers it, stays allowed
        Bash: deny
        ^^^^ error idle-permission: so "bash" stays allowed
      ---
      `,
      opencode,
    );
  });

  it('says that a model needs its provider, or is gone', () => {
    diagnosing(
      '---\nmodel: sonnet\n       ^^^^^^ warning wrong-model: Did you mean anthropic/claude-sonnet\n---\n',
      opencode,
    );
    diagnosing(
      '---\nmodel: nobody/gpt-5\n       ^^^^^^^^^^^^ warning wrong-model: opencode.json\n---\n',
      opencode,
    );
  });

  it('says that the frontmatter is lost', () => {
    diagnosing(
      `
      ---
      description: Reviews "all" changes
      permission: @deny
                  ^^^^^ error invalid-yaml: without its fields and limits
      ---
      `,
      opencode,
    );
    diagnosing('---js\n^^^^^ error executable-frontmatter: as a program\n({})\n---\n', opencode);
  });
});
