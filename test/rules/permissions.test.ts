// Limits of hosts with permission rules, judged by what they achieve: an error only where what is denied stays possible.
import assert from 'node:assert/strict';
import { diagnosing, findingsIn } from '../support/diagnosing';
import { fixing } from '../support/fixing';
import { reviewer } from '../support/reviewers';
import { running } from '../support/running';
import { opencodeFile } from '../support/viewing';

const at = opencodeFile;
const besides = ['deprecated-field'];

const kilo = '.kilo/agent/reviewer.md';

describe('a permission that the host never checks', () => {
  it('is no lost limit where another line denies the same', () => {
    diagnosing(
      reviewer(`
      permission:
        write: deny
        ^^^^^ hint ineffective-permission: "edit" already has the same effect. Remove this line.
        edit: deny
`),
      { at },
    );
    diagnosing(
      reviewer(`
      tools:
        "*": false
        Bash: false
        ^^^^ hint ineffective-permission: "bash" already has the same effect
`),
      { at: kilo, besides },
    );
  });

  it('is information where the tool was removed, whatever else is allowed', () => {
    diagnosing(
      reviewer(`
      tools:
        todowrite: false
        todoread: false
        ^^^^^^^^ information ineffective-permission: "todoread" was removed from OpenCode, so this line has no effect. Remove it.
        list: false
        ^^^^ information ineffective-permission: "list" was removed
        codesearch: false
        ^^^^^^^^^^ information ineffective-permission: "codesearch" was removed
`),
      { at, besides },
    );
  });

  it('is an error where what it denies stays allowed', () => {
    diagnosing(
      reviewer(`
      permission:
        webfetsh: deny
        ^^^^^^^^ error ineffective-permission: so "webfetch" stays allowed
        bahs: deny
        ^^^^ error ineffective-permission: so "bash" is still possible after asking
`),
      { at: kilo },
    );
    diagnosing(
      reviewer(`
      permission:
        write:
        ^^^^^ error ineffective-permission: "edit" decides and stays allowed. Deny it there and remove this line.
          "*.md": deny
        edit:
          "*.txt": deny
`),
      { at },
    );
  });

  it('may be the tool of a server or a plugin', () => {
    diagnosing(
      reviewer(`
      permission:
        github_create_issue: deny
        glow: deny
        reader: deny
        mcp__docs__search: deny
        ^^^^^^^^^^^^^^^^^ warning ineffective-permission: so "docs_search" stays allowed
`),
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
        ^^^^^ warning ineffective-permission: "edit" is denied, so this line allows nothing
      ---
      You plan.`,
      { at },
    );
  });

  it('is renamed to the one that is checked, and removed where it does nothing', () => {
    fixing(
      reviewer(`
      permission:
        web|fetsh: deny
`),
      { at },
    )
      .offersForReview('Rename to webfetch')
      .taking('Rename to webfetch')
      .gives(
        reviewer(`
      permission:
        webfetch: deny
`),
      );
    fixing(
      reviewer(`
      permission:
        wr|ite: deny
        edit: allow
`),
      { at },
    )
      .offersForReview('Set "edit" to deny')
      .taking('Set "edit" to deny')
      .gives(
        reviewer(`
      permission:
        write: deny
        edit: deny
`),
      );
  });
});

describe('tools that share a permission', () => {
  it('end with the last value, and a lost limit is an error', () => {
    diagnosing(
      reviewer(`
      tools:
        write: false
        edit: false
        patch: true
        ^^^^^ error shared-permission: "edit", "write" and "apply_patch" share one permission in OpenCode, so "patch: true" overrides "write: false" and "edit: false" and all of them are available. Use the same value.
`),
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
        ^^^^^ warning shared-permission: "edit", "write" and "apply_patch" share one permission in Kilo, so "write: false" overrides "edit: true" and none of them is available. Use the same value.
      ---
      You plan.`,
      { at: kilo, besides },
    );
  });
});

describe('a list of allowed tools', () => {
  it('limits nothing, which is an error where the prompt says read-only', () => {
    diagnosing(
      reviewer(`
      tools:
      ^^^^^ warning non-restrictive-tools: "tools" allows these tools but denies no others, so the agent can still change files and run commands in OpenCode. Add "*": false as the first line.
        read: true
        grep: true
`),
      { at, besides },
    );
    diagnosing(
      `
      ---
      description: Reviews changes.
      tools:
      ^^^^^ error non-restrictive-tools: "tools" allows these tools but denies no others, so the agent can still change files and run commands in OpenCode. Add "*": false as the first line.
        read: true
        grep: true
      ---
      You are read-only. Report what you find.`,
      { at, besides },
    );
  });

  it('becomes the whole list after a rule for everything else', () => {
    const text = reviewer(`
      to|ols:
        read: true
        grep: true
`);
    fixing(text, { at })
      .offersForReview('Add "*": false as the first line')
      .taking('Add "*": false as the first line')
      .gives(
        reviewer(`
      tools:
        "*": false
        read: true
        grep: true
`),
      );
    fixing(text, { at })
      .taking('Convert to "permission", with "*": deny first')
      .gives(
        reviewer(`
      permission:
        '*': deny
        read: allow
        grep: allow
`),
      );
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
      reviewer(`
      permission:
        bash:
          "*": ask
          git push: deny
          ^^^^^^^^ error incomplete-command-pattern: with arguments in OpenCode, which is only asked for. Use "git push *".
          git status: allow
          ^^^^^^^^^^ information incomplete-command-pattern: with arguments it is asked for
          npm run build *: allow
`),
      { at },
    );
  });
});

describe('permissions under a key that the host does not read', () => {
  it('are no lost limit where they only allow', () => {
    diagnosing(
      reviewer(`
      permissions:
      ^^^^^^^^^^^ information unknown-field: "permissions" is not a field in OpenCode
        bash: allow
`),
      { at },
    );
  });

  it('are one where they deny what stays possible, and not where another line denies it', () => {
    diagnosing(
      reviewer(`
      permissions:
      ^^^^^^^^^^^ error unknown-field: The limit does not apply. Did you mean "permission"?
        bash: deny
`),
      { at },
    );
    diagnosing(
      reviewer(`
      permissions:
      ^^^^^^^^^^^ information unknown-field: "permissions" is not a field in OpenCode
        bash: deny
      permission:
        "*": deny
        read: allow
`),
      { at },
    );
  });

  it('are a warning where they allow what stays denied', () => {
    diagnosing(
      reviewer(`
      permissions:
      ^^^^^^^^^^^ warning unknown-field: "permissions" is not a field in OpenCode
        bash: allow
      permission:
        "*": deny
`),
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
      'error ineffective-permission review',
    ]);
  });

  it('point at a pattern, and rename no key for it', () => {
    const allowed = rule('bash', '*', 'allow');
    assert.deepEqual(at2(`${allowed}\n${rule('bash', 'git push', 'deny')}`), [
      'error incomplete-command-pattern null',
    ]);
  });
});
