// Whether a host allows an action of an agent: by its own rules in its own order, and unknown where the file does not decide.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { probe, probeKinds } from '../../server/features/persona/probe';
import { judge } from '../../server/hosts/judge/compute-verdict';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import { linesOf } from '../../server/text/lines';
import { hosts } from '../support/catalog';
import { type Opened, opencodeFile, viewAt, vscodeFile } from '../support/viewing';
import { inEnglish } from '../support/words';

const asking =
  (opened: Opened, head: string) =>
  (subject: string, purpose = 'run-command') => {
    const text = `---\n${head}\n---\nWork.\n`;
    const lines = linesOf(text);
    const [verdict] = viewAt(text, opened).verdicts();
    assert.ok(verdict);
    const found = probe(verdict, { purpose, subject }, (offset) => lines.positionAt(offset).line);
    assert.ok(found);
    return inEnglish(found);
  };

const opencode = (head: string) => asking({ at: opencodeFile }, `description: d\n${head}`);
const kilo = (head: string) => asking({ at: '.kilo/agent/a.md' }, `description: d\n${head}`);
const claude = (head: string) => asking({}, `name: a\ndescription: d\n${head}`);

const careful =
  'permission:\n  bash:\n    "*": ask\n    "git *": allow\n    "git push *": deny\n  edit: deny\n  read:\n    "secret/*": deny';

describe('a rule for the home folder', () => {
  const of = (permission: string, pattern: string) =>
    opencode(`permission:\n  ${permission}:\n    "*": ask\n    "${pattern}": allow`);

  it('matches the path of the folder, which is not known, and not its own characters', () => {
    for (const path of ['~/bin/tool', '$HOME/bin/tool'])
      assert.equal(of('bash', path)(path).action, 'ask', path);
    assert.equal(of('read', '$HOME/notes.md')('$HOME/notes.md', 'read-file').action, 'ask');
  });

  it('begins with these characters', () => {
    for (const path of ['bin/~/tool', '~x/tool'])
      assert.equal(of('bash', path)(path).action, 'allow', path);
  });
});

describe('a question to the permissions of OpenCode', () => {
  const ask = opencode(careful);

  it('goes to the last rule that matches, and names it with its line', () => {
    const found = ask('git push --force');
    assert.deepEqual([found.action, found.headline], ['deny', 'Denied.']);
    assert.deepEqual(found.parts, [
      {
        ...{ subject: 'git push --force', action: 'deny' },
        ...{ rule: 'bash, git push *: deny', source: 'line 7', line: 6 },
      },
    ]);
    assert.equal(ask('git status').action, 'allow');
    assert.equal(ask('git push').action, 'deny');
    assert.equal(ask('rm -rf build').action, 'ask');
  });

  it('evaluates each command of a line, and the strictest decision applies', () => {
    const found = ask('cd sub && git status; git push | cat');
    assert.deepEqual(
      found.parts.map(({ subject, action }) => [subject, action]),
      [
        ['git status', 'allow'],
        ['git push', 'deny'],
        ['cat', 'ask'],
      ],
    );
    assert.equal(found.action, 'deny');
    assert.equal(ask('git log && make').action, 'ask');
  });

  it('does not decide what it cannot split', () => {
    for (const line of [
      'echo $(git push)',
      'for f in *; do git push; done',
      'a > b && c',
      'echo "',
    ])
      assert.equal(ask(line).action, 'unknown', line);
  });

  it('does not split quoted text', () => {
    assert.equal(ask('git commit -m "a && b; c"').parts.length, 1);
    assert.equal(ask('git commit -m "a && b"').action, 'allow');
  });

  it('shows the origin of the rule, and that configuration can change it', () => {
    const found = ask('notes.env', 'read-file');
    assert.equal(found.action, 'ask');
    assert.match(found.parts[0]?.source ?? '', /default rule of OpenCode/);
    assert.match(found.explanation, /project or user configuration/);
    assert.equal(ask('./secret/key', 'read-file').action, 'deny');
    assert.equal(ask('/etc/passwd', 'read-file').action, 'unknown');
  });

  it('knows what is denied to an agent that is only called', () => {
    const called = opencode('mode: subagent');
    assert.equal(called('reviewer', 'delegate').action, 'deny');
    assert.equal(opencode('mode: primary')('reviewer', 'delegate').action, 'allow');
    const named = opencode(
      'mode: subagent\npermission:\n  task:\n    "*": deny\n    "review*": allow',
    );
    assert.equal(named('reviewer', 'delegate').action, 'allow');
    assert.equal(named('builder', 'delegate').action, 'deny');
  });

  it('denies where the tool itself is denied', () => {
    const found = ask('src/a.ts', 'change-file');
    assert.equal(found.action, 'deny');
    assert.match(found.explanation, /no tool for this in OpenCode/);
    assert.deepEqual(found.parts, []);
  });

  it('applies a rule for everything', () => {
    assert.equal(opencode('permission: allow')('rm -rf /').action, 'allow');
    assert.equal(opencode('mode: subagent')('make').action, 'allow');
    const last = opencode('permission:\n  bash: allow\n  "*": ask');
    assert.equal(last('make').parts[0]?.rule, '*, *: ask');
  });
});

describe('a question to the preview of OpenCode 2', () => {
  it('is about the whole line, and asks where no rule matches', () => {
    const host = hosts.find(({ id }) => id === 'opencode@2');
    const place = host && placeInOwnFolder(host, 'a.md');
    assert.ok(place);
    const answerTo = (rules: string, subject: string) => {
      const text = `---\ndescription: d\npermissions: [${rules}]\n---\nx`;
      return probe(judge(outlineOf(text), place), { purpose: 'run-command', subject }, () => 0);
    };
    const git = '{action: bash, resource: "git *", effect: allow}';
    assert.equal(answerTo(git, 'git log && rm x')?.action, 'allow');
    const found = answerTo(git, 'rm x');
    assert.deepEqual([found?.action, found?.parts[0]?.rule], ['ask', null]);
  });
});

describe('a question to the permissions of Kilo', () => {
  it('asks for secrets, although everything is allowed', () => {
    const ask = kilo('permission: allow');
    assert.equal(ask('a.env', 'read-file').action, 'ask');
    assert.equal(ask('a.env.example', 'read-file').action, 'allow');
    const own = kilo('permission:\n  read:\n    "a.env": allow');
    assert.equal(own('a.env', 'read-file').action, 'allow');
  });

  it('starts from the commands that every agent can run', () => {
    const ask = kilo('mode: subagent');
    assert.equal(ask('ls -la').action, 'allow');
    assert.equal(ask('make').action, 'ask');
    assert.equal(ask('ls "a|b"').action, 'unknown');
  });
});

describe('a question to the permissions of Claude Code', () => {
  it('depends on the session, except for the mode that the file sets', () => {
    const action = (mode: string) => {
      const { action } = claude(mode)('git push');
      return action;
    };
    assert.equal(action('tools: Bash'), 'ask');
    assert.equal(action('permissionMode: plan'), 'deny');
    assert.equal(action('permissionMode: dontAsk'), 'unknown');
    assert.equal(action('permissionMode: sometimes'), 'ask');
    assert.equal(claude('permissionMode: acceptEdits')('a.ts', 'change-file').action, 'allow');
  });

  it('needs the tool', () => {
    assert.equal(claude('tools: Read')('git push').action, 'deny');
    assert.equal(claude('disallowedTools: Bash')('git push').action, 'deny');
  });

  it('reports that a limit in the tool list has no effect', () => {
    assert.match(
      claude('tools: Bash(git:*)')('rm -rf /').explanation,
      /The file lists "Bash\(git:\*\)"\. .*grants all of "Bash"/,
    );
  });
});

describe('a question where no rule of the file decides', () => {
  it('is not answered', () => {
    const ask = asking({ at: vscodeFile }, 'name: a\ndescription: d');
    assert.equal(ask('git push').action, 'unknown');
  });

  it('is offered only for what the host has', () => {
    const [verdict] = viewAt('---\ndescription: d\n---\nx', { at: opencodeFile }).verdicts();
    assert.ok(verdict);
    assert.ok(probeKinds(verdict).some(({ purpose }) => purpose === 'delegate'));
    assert.equal(
      probe(verdict, { purpose: 'paint', subject: 'x' }, () => 0),
      null,
    );
    assert.equal(
      probe(verdict, { purpose: 'run-command', subject: ' ' }, () => 0),
      null,
    );
  });
});
