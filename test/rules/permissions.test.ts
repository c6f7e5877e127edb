// Limits in hosts with permission rules: an error only if what is denied is still possible.
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
  it('is not a lost limit if another line denies the same', () => {
    diagnosing(
      reviewer(`
      permission:
        write: deny
        ^^^^^ hint ineffective-permission: and the rules for "edit" already have the same effect. Remove this line.
        edit: deny
`),
      { at },
    );
    diagnosing(
      reviewer(`
      tools:
        "*": false
        Bash: false
        ^^^^ hint ineffective-permission: and the rules for "bash" already have the same effect. Remove this line.
`),
      { at: kilo, besides },
    );
  });

  it('is information if the tool was removed, even if everything else is allowed', () => {
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

  it('is an error if what it denies is still allowed', () => {
    diagnosing(
      reviewer(`
      permission:
        webfetsh: deny
        ^^^^^^^^ error ineffective-permission: Kilo has no permission named "webfetsh", so it still allows "webfetch". Deny "webfetch" instead.
        bahs: deny
        ^^^^ error ineffective-permission: Kilo has no permission named "bahs", so it only asks before using "bash". Deny "bash" instead.
`),
      { at: kilo },
    );
    diagnosing(
      reviewer(`
      permission:
        write:
        ^^^^^ error ineffective-permission: OpenCode checks "edit", not "write", and still allows it. Set "edit" to deny and remove this line.
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
        ^^^^^^^^^^^^^^^^^ warning ineffective-permission: so it still allows "docs_search". Deny "docs_search" instead.
`),
      { at },
    );
  });

  it('is a warning if what it allows is still denied', () => {
    diagnosing(
      `
      ---
      description: Writes plans.
      permission:
        "*": deny
        read: allow
        write: allow
        ^^^^^ warning ineffective-permission: OpenCode has no permission named "write" and denies "edit", so this line allows nothing.
      ---
      You plan.`,
      { at },
    );
  });

  it('is renamed to the one that is checked, or removed if it is redundant', () => {
    fixing(
      reviewer(`
      permission:
        web|fetsh: deny
`),
      { at },
    )
      .offersForReview('Rename to "webfetch"')
      .taking('Rename to "webfetch"')
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
      .offersForReview('Set "edit" to "deny"')
      .taking('Set "edit" to "deny"')
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
        ^^^^^ error shared-permission: "edit", "write" and "apply_patch" share one permission in OpenCode. "patch: true" overrides "write: false" and "edit: false", so all of them are available. Set one value for all.
`),
      { at, besides },
    );
  });

  it('lose what was granted if the last value denies', () => {
    diagnosing(
      `
      ---
      description: Writes plans.
      tools:
        edit: true
        write: false
        ^^^^^ warning shared-permission: "edit", "write" and "apply_patch" share one permission in Kilo. "write: false" overrides "edit: true", so none of them is available. Set one value for all.
      ---
      You plan.`,
      { at: kilo, besides },
    );
  });
});

describe('a list of allowed tools', () => {
  it('limits nothing, which is an error if the prompt is read-only', () => {
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

  it('becomes a rule for everything else, followed by the list', () => {
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

  it('is not reported if it names no tool that reads', () => {
    for (const tools of ['bash: true', '"docs_*": true', 'question: true'])
      diagnosing(`---\ndescription: Reviews changes.\ntools:\n  ${tools}\n---\nYou review.`, {
        at,
        besides,
      });
  });
});

describe('a pattern for a bare command', () => {
  it('is an error if it denies, and information if it allows', () => {
    diagnosing(
      reviewer(`
      permission:
        bash:
          "*": ask
          git push: deny
          ^^^^^^^^ error incomplete-command-pattern: "git push" matches only the bare command. OpenCode only asks before it runs "git push" with arguments. Use "git push *" instead.
          git status: allow
          ^^^^^^^^^^ information incomplete-command-pattern: "git status" matches only the bare command, so OpenCode asks before it runs with arguments. Append " *" to allow them.
          npm run build *: allow
`),
      { at },
    );
  });
});

describe('permissions under a key that the host does not read', () => {
  it('are not a lost limit if they only allow', () => {
    diagnosing(
      reviewer(`
      permissions:
      ^^^^^^^^^^^ information unknown-field: "permissions" is not a field in OpenCode
        bash: allow
`),
      { at },
    );
  });

  it('are a lost limit if they deny what is still possible, unless another line denies it', () => {
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

  it('are a warning if they allow what is still denied', () => {
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

describe('permissions in frontmatter that the host ignores', () => {
  const broken = (action: string): string =>
    `---\ndescription: "Reviews" changes.\npermission:\n  edit: ${action}\n---\nYou review.\n`;
  const severities = (text: string): readonly string[] =>
    findingsIn(text, { at }).flatMap(({ rule, severity }) =>
      rule === 'invalid-yaml' ? [severity] : [],
    );

  it('are a lost limit only if they deny or ask', () => {
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

  it('may use the names of both versions', () => {
    for (const name of ['shell', 'bash', 'subagent', 'task', 'edit', 'write'])
      assert.deepEqual(at2(rule(name, '*', 'deny')), [], name);
    const allowed = rule('"*"', '*', 'allow');
    assert.deepEqual(at2(`${allowed}\n${rule('webfetsh', '*', 'deny')}`), [
      'error ineffective-permission review',
    ]);
  });

  it('are marked at the pattern, without a fix that renames a key', () => {
    const allowed = rule('bash', '*', 'allow');
    assert.deepEqual(at2(`${allowed}\n${rule('bash', 'git push', 'deny')}`), [
      'error incomplete-command-pattern null',
    ]);
  });
});
