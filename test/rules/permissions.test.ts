// Limits of hosts with permission rules, judged by what they achieve: an error only where what is denied stays possible.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { running } from '../support/running';
import { opencodeFile } from '../support/viewing';

const at = opencodeFile;
const besides = ['deprecated-field'];

const kilo = '.kilo/agent/reviewer.md';

describe('a permission that the host never checks', () => {
  it('is no lost limit where another line denies the same', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        write: deny
        ^^^^^ hint idle-permission: "edit" already has the same effect. Remove this line.
        edit: deny
      ---
      You review.`,
      { at },
    );
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools:
        "*": false
        Bash: false
        ^^^^ hint idle-permission: "bash" already has the same effect
      ---
      You review.`,
      { at: kilo, besides },
    );
  });

  it('is information where the tool was removed, whatever else is allowed', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools:
        todowrite: false
        todoread: false
        ^^^^^^^^ information idle-permission: "todoread" was removed from OpenCode, so this line has no effect. Remove it.
        list: false
        ^^^^ information idle-permission: "list" was removed
        codesearch: false
        ^^^^^^^^^^ information idle-permission: "codesearch" was removed
      ---
      You review.`,
      { at, besides },
    );
  });

  it('is an error where what it denies stays allowed', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        webfetsh: deny
        ^^^^^^^^ error idle-permission: so "webfetch" stays allowed
        bahs: deny
        ^^^^ error idle-permission: so "bash" is still possible after asking
      ---
      You review.`,
      { at: kilo },
    );
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        write:
        ^^^^^ error idle-permission: "edit" decides and stays allowed. Deny it there and remove this line.
          "*.md": deny
        edit:
          "*.txt": deny
      ---
      You review.`,
      { at },
    );
  });

  it('may be the tool of a server or a plugin', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        github_create_issue: deny
        glow: deny
        reader: deny
        mcp__docs__search: deny
        ^^^^^^^^^^^^^^^^^ warning idle-permission: so "docs_search" stays allowed
      ---
      You review.`,
      { at },
    );
  });

  it('is a warning where it was to allow what stays denied', () => {
    diagnosing(
      `
      ---
      description: Writes plans.
      permission:
        "*": deny
        read: allow
        write: allow
        ^^^^^ warning idle-permission: "edit" is denied, so this line allows nothing
      ---
      You plan.`,
      { at },
    );
  });

  it('is renamed to the one that is checked, and removed where it does nothing', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      permission:
        web|fetsh: deny
      ---
      You review.`,
      { at },
    )
      .offersForReview('Rename to webfetch')
      .taking('Rename to webfetch')
      .gives(`
      ---
      description: Reviews changes.
      permission:
        webfetch: deny
      ---
      You review.`);
    fixing(
      `
      ---
      description: Reviews changes.
      permission:
        wr|ite: deny
        edit: allow
      ---
      You review.`,
      { at },
    )
      .offersForReview('Set edit to deny')
      .taking('Set edit to deny')
      .gives(`
      ---
      description: Reviews changes.
      permission:
        write: deny
        edit: deny
      ---
      You review.`);
  });
});

describe('tools that share a permission', () => {
  it('end with the last value, and a lost limit is an error', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools:
        write: false
        edit: false
        patch: true
        ^^^^^ error shared-permission: "patch: true" overrides "write: false" and "edit: false": all of them stay available
      ---
      You review.`,
      { at, besides },
    );
  });

  it('lose what was granted where the last value denies', () => {
    diagnosing(
      `
      ---
      description: Writes plans.
      tools:
        edit: true
        write: false
        ^^^^^ warning shared-permission: "write: false" overrides "edit: true": none of them is available
      ---
      You plan.`,
      { at: kilo, besides },
    );
  });
});

describe('a list of allowed tools', () => {
  it('limits nothing, which is an error where the prompt says read-only', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools:
      ^^^^^ warning open-list: In OpenCode the agent can still change files and run commands
        read: true
        grep: true
      ---
      You review.`,
      { at, besides },
    );
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools:
      ^^^^^ error open-list: In OpenCode the agent can still change files and run commands
        read: true
        grep: true
      ---
      You are read-only. Report what you find.`,
      { at, besides },
    );
  });

  it('becomes the whole list after a rule for everything else', () => {
    const text = `
      ---
      description: Reviews changes.
      to|ols:
        read: true
        grep: true
      ---
      You review.`;
    fixing(text, { at })
      .offersForReview('Add "*": false first')
      .taking('Add "*": false first')
      .gives(`
      ---
      description: Reviews changes.
      tools:
        "*": false
        read: true
        grep: true
      ---
      You review.`);
    fixing(text, { at })
      .taking('Move them to permission, after "*": deny')
      .gives(`
      ---
      description: Reviews changes.
      permission:
        '*': deny
        read: allow
        grep: allow
      ---
      You review.`);
  });

  it('says nothing where it names what runs commands, or only what a server brings', () => {
    for (const tools of ['bash: true\n  read: true', '"docs_*": true', 'question: true'])
      diagnosing(`---\ndescription: Reviews changes.\ntools:\n  ${tools}\n---\nYou review.`, {
        at,
        besides,
      });
  });
});

describe('a pattern for a bare command', () => {
  it('is an error where it denies, and information where it allows', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permission:
        bash:
          "*": ask
          git push: deny
          ^^^^^^^^ error bare-command: with arguments in OpenCode, which is only asked for. Use "git push *".
          git status: allow
          ^^^^^^^^^^ information bare-command: with arguments it is asked for
          npm run build *: allow
      ---
      You review.`,
      { at },
    );
  });
});

describe('permissions under a key that the host does not read', () => {
  it('are no lost limit where they only allow', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permissions:
      ^^^^^^^^^^^ information unknown-field: "permissions" is not a field of OpenCode
        bash: allow
      ---
      You review.`,
      { at },
    );
  });

  it('are one where they deny what stays possible, and not where another line denies it', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permissions:
      ^^^^^^^^^^^ error unknown-field: the limit it was to set does not hold
        bash: deny
      ---
      You review.`,
      { at },
    );
    diagnosing(
      `
      ---
      description: Reviews changes.
      permissions:
      ^^^^^^^^^^^ information unknown-field: "permissions" is not a field of OpenCode
        bash: deny
      permission:
        "*": deny
        read: allow
      ---
      You review.`,
      { at },
    );
  });

  it('are a warning where they allow what stays denied', () => {
    diagnosing(
      `
      ---
      description: Reviews changes.
      permissions:
      ^^^^^^^^^^^ warning unknown-field: "permissions" is not a field of OpenCode
        bash: allow
      permission:
        "*": deny
      ---
      You review.`,
      { at },
    );
  });
});

describe('permissions in a frontmatter that is lost', () => {
  const broken = (action: string): string =>
    `---\ndescription: "Reviews" changes.\npermission:\n  edit: ${action}\n---\nYou review.\n`;
  const severities = (text: string): readonly string[] =>
    findingsIn(text, { at }).flatMap(({ rule, severity }) =>
      rule === 'invalid-yaml' ? [severity] : [],
    );

  it('are a lost limit only where they deny or ask', () => {
    assert.deepEqual(severities(broken('deny')), ['error']);
    assert.deepEqual(severities(broken('ask')), ['error']);
    assert.deepEqual(severities(broken('allow')), ['warning']);
  });
});

describe('the rules of OpenCode 2, a list', () => {
  const places = { settings: { versions: { opencode: '2' } } };
  const at2 = (rules: string): readonly string[] => {
    const text = `---\ndescription: Reviews changes.\npermissions:\n${rules}\n---\nYou review.\n`;
    const files = { '.opencode/agents/reviewer.md': text };
    const config = { 'dossier.config.json': JSON.stringify(places.settings) };
    const { json } = running({ ...files, ...config }, ['check', '--format', 'json']);
    return (
      json as { findings: { rule: string; severity: string; fix: string | null }[] }
    ).findings.map(({ rule, severity, fix }) => `${severity} ${rule} ${fix}`);
  };
  const rule = (action: string, resource: string, effect: string): string =>
    `  - action: ${action}\n    resource: "${resource}"\n    effect: ${effect}`;

  it('are held to the names of both versions', () => {
    for (const name of ['shell', 'bash', 'subagent', 'task', 'edit', 'write'])
      assert.deepEqual(at2(rule(name, '*', 'deny')), [], name);
    const allowed = rule('"*"', '*', 'allow');
    assert.deepEqual(at2(`${allowed}\n${rule('webfetsh', '*', 'deny')}`), [
      'error idle-permission review',
    ]);
  });

  it('point at a pattern, and rename no key for it', () => {
    const allowed = rule('bash', '*', 'allow');
    assert.deepEqual(at2(`${allowed}\n${rule('bash', 'git push', 'deny')}`), [
      'error bare-command null',
    ]);
  });
});
