// `dossier convert` on skills and commands: the file, the account, and the folder of a skill.
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { diskFolder } from '../support/disk-folder';
import { running } from '../support/running';

const skill = '.claude/skills/deploy/SKILL.md';
const command = '.claude/commands/git/pr.md';

const head = (lines: string, body = 'Do it.'): string => `---\n${lines}\n---\n\n${body}\n`;

function converting(file: string, text: string, ...argv: readonly string[]) {
  const done = running({ [file]: text }, ['convert', file, ...argv, '--format', 'json']);
  const found = JSON.parse(done.out || '{}');
  return {
    ...{
      code: done.code,
      err: done.err,
      text: String(found.text),
      path: String(found.path),
      found,
    },
    changes: (found.losses ?? []).map(
      ({ part, change, why }: Record<'part' | 'change' | 'why', string>) =>
        `${change} ${part}: ${why}`,
    ) as readonly string[],
  };
}

const has = (changes: readonly string[], pattern: RegExp): void =>
  assert.ok(
    changes.some((one) => pattern.test(one)),
    changes.join('\n'),
  );

describe('dossier convert: skills', () => {
  it('writes what the other program needs into its own folder', () => {
    const {
      code,
      path: at,
      text,
      changes,
    } = converting(skill, 'Deploy the app.\n', '--to', 'codex');
    assert.equal(code, 0);
    assert.match(at, /\/\.agents\/skills\/deploy\/SKILL\.md$/);
    assert.equal(text, '---\nname: deploy\ndescription: Deploy the app.\n---\n\nDeploy the app.\n');
    has(
      changes,
      /^lost invocation: It is not known whether users can call it by its name in Codex\.$/,
    );
  });

  it('refuses a skill that is closed to the model where the other program would offer it', () => {
    const text = head('description: Deploys.\ndisable-model-invocation: true');
    const { code, changes } = converting(skill, text, '--to', 'opencode');
    assert.equal(code, 1);
    has(changes, /^wider invocation: The model can use it in OpenCode, but not in Claude Code\.$/);
    const accepted = converting(skill, text, '--to', 'opencode', '--allow-wider');
    assert.equal(accepted.code, 0);
    const kept = converting(skill, text, '--to', 'copilot-cli');
    assert.equal(kept.code, 0);
    assert.match(kept.text, /^disable-model-invocation: true$/m);
  });

  it('writes a guard in the form that the other program accepts', () => {
    const text = head('description: Deploys.\ndisable-model-invocation: yes\nuser-invocable: "no"');
    const made = converting(skill, text, '--to', 'copilot-cli');
    assert.match(made.text, /^disable-model-invocation: true$/m);
    assert.match(made.text, /^user-invocable: false$/m);
  });

  it('names what it allows, and never converts a limit away', () => {
    const grant = converting(
      skill,
      head('description: Deploys.\nallowed-tools: Bash(git:*)'),
      ...['--to', 'opencode'],
    );
    assert.equal(grant.code, 0);
    has(grant.changes, /^narrower allowed-tools: OpenCode asks as usual/);
    has(grant.changes, /^lost invocation: Claude Code asks before the model uses it/);
    assert.doesNotMatch(grant.text, /allowed-tools/);
    const denial = converting(
      skill,
      head('description: Deploys.\ndisallowed-tools: Bash'),
      ...['--to', 'copilot-cli'],
    );
    assert.equal(denial.code, 1);
    has(denial.changes, /^wider disallowed-tools: Copilot CLI has nothing like "disallowed-tools"/);
    const agent = converting(
      skill,
      head('description: Deploys.\ncontext: fork\nagent: Explore'),
      ...['--to', 'copilot-cli'],
    );
    assert.equal(agent.code, 1);
    has(agent.changes, /^wider agent:/);
  });

  it('adds "when_to_use" to the description, and cuts a description where the program refuses more', () => {
    const when = converting(
      skill,
      head('description: Deploys.\nwhen_to_use: Before a release.'),
      ...['--to', 'codex'],
    );
    assert.match(when.text, /^description: Deploys\. - Before a release\.$/m);
    const long = converting(
      skill,
      head(`description: ${'word '.repeat(250)}end`),
      '--to',
      'copilot-cli',
    );
    assert.equal(long.code, 0);
    has(long.changes, /^lost description: Copilot CLI accepts 10\d\d characters\./);
  });

  it('counts arguments as the other program does', () => {
    const text = head('description: Fixes.', 'Fix $0 in $1. All: $ARGUMENTS');
    assert.match(
      converting(skill, text, '--to', 'opencode').text,
      /^Fix \$1 in \$2\. All: \$ARGUMENTS$/m,
    );
    const named = head('description: Fixes.\narguments: [issue]', 'Fix $issue.');
    assert.match(converting(skill, named, '--to', 'copilot-cli').text, /^Fix \$0\.$/m);
    const unknown = converting(skill, text, '--to', 'codex');
    has(unknown.changes, /^lost arguments: It is not known what Codex does with "\$0", "\$1"/);
  });

  it('protects text that the other program would replace', () => {
    const text = head('name: cut\ndescription: Cuts.', "Run `awk '{print $1}'`.");
    const at = '.agents/skills/cut/SKILL.md';
    assert.match(
      converting(at, text, '--from', 'codex', '--to', 'claude-code').text,
      /print \\\$1/,
    );
    has(
      converting(at, text, '--from', 'codex', '--to', 'opencode').changes,
      /^lost arguments: OpenCode replaces "\$1" by arguments, Codex does not\./,
    );
  });

  it('never lets a command run that did not, or that asked before', () => {
    const text = head('description: Shows.', 'State: !`git status`');
    const asked = converting(skill, text, '--to', 'opencode');
    assert.equal(asked.code, 0);
    assert.match(asked.text, /^State: ! `git status`$/m);
    has(asked.changes, /^decision commands: OpenCode would run "git status" without asking/);
    const wide = converting(skill, text, '--to', 'opencode', '--choose', 'commands=wider');
    assert.match(wide.text, /^State: !`git status`$/m);
    const plain = converting(
      '.github/skills/show/SKILL.md',
      head('name: show\ndescription: Shows.', 'State: !`rm -rf x`'),
      ...['--to', 'opencode'],
    );
    assert.match(plain.text, /^State: ! `rm -rf x`$/m);
    has(
      converting(skill, text, '--to', 'copilot-cli').changes,
      /^lost commands: Copilot CLI does not run "git status"\./,
    );
  });

  it('makes paths of the folder relative where the program has no variable for it', () => {
    const text = head('description: Runs.', 'Run ${CLAUDE_SKILL_DIR}/scripts/a.sh');
    assert.match(converting(skill, text, '--to', 'codex').text, /^Run scripts\/a\.sh$/m);
  });

  it('writes "agent" of no skill', () => {
    for (const to of ['codex', 'opencode', 'copilot-cli', 'gemini-cli', 'qwen-code', 'kilo']) {
      const text = head(
        'description: Deploys.\nallowed-tools: Bash\nmodel: opus\nhooks: {}\npaths: src/**\nversion: 1',
        'Use $0, @a.md and !`ls`.',
      );
      const { changes } = converting(skill, text, '--to', to);
      assert.ok(changes.length > 3);
      for (const one of changes) assert.doesNotMatch(one, /\bagents?\b/i);
    }
  });
});

describe('dossier convert: commands', () => {
  it('keeps a command one, with its path, where the program has commands', () => {
    const text = head('description: Opens a PR.\nargument-hint: "[title]"', 'Open $0.');
    const made = converting(command, text, '--to', 'opencode');
    assert.match(made.path, /\/\.opencode\/command\/git\/pr\.md$/);
    assert.equal(made.text, '---\ndescription: Opens a PR.\n---\n\nOpen $1.\n');
    has(made.changes, /^decision name: In OpenCode, it is called "git\/pr", not "git:pr"\.$/);
    has(made.changes, /^lost argument-hint: OpenCode has no field for it\.$/);
  });

  it('writes TOML for Gemini CLI', () => {
    const made = converting(
      command,
      head('description: Opens.', 'Open.\nThen push.'),
      '--to',
      'gemini-cli',
    );
    assert.match(made.path, /\/\.gemini\/commands\/git\/pr\.toml$/);
    assert.match(made.text, /^description = "Opens\."$/m);
    assert.match(made.text, /^prompt = """\nOpen\.\nThen push\.\n"""$/m);
  });

  it('keeps the description of a frontmatter that the source cannot read and sends', () => {
    const broken = head('description: Opens a PR\nargument-hint: "[--to "x"]"', 'Open a PR.');
    const { code, text, changes } = converting(
      '.kilo/commands/pr.md',
      broken,
      '--to',
      'claude-code',
    );
    assert.equal(code, 0, changes.join('\n'));
    assert.equal(
      text,
      `---\ndescription: Opens a PR\ndisable-model-invocation: true\n---\n\n${broken}`,
    );
    const ruled = converting('.kilo/commands/pr.md', '***\n\nOpen a PR.\n', '--to', 'claude-code');
    assert.match(ruled.text, /^---\ndescription: Open a PR\.\n/);
  });

  it('becomes a skill of the same program, and keeps it closed to the model', () => {
    const text = head('description: Opens a PR.\ndisable-model-invocation: true');
    const made = converting(command, text, '--to', 'claude-code', '--as', 'skill');
    assert.equal(made.code, 0, made.err);
    assert.match(made.path, /\/\.claude\/skills\/git-pr\/SKILL\.md$/);
    assert.match(made.text, /^disable-model-invocation: true$/m);
    assert.match(made.text, /^name: git-pr$/m);
  });

  it('is refused as a skill that the model could use', () => {
    const at = '.opencode/commands/pr.md';
    const made = converting(at, head('description: Opens a PR.'), '--to', 'codex');
    assert.equal(made.code, 1);
    has(made.changes, /^wider invocation: The model can use it in Codex, but not in OpenCode\.$/);
  });
});

describe('dossier convert --write: the folder of a skill', () => {
  const make = () => {
    const folder = diskFolder();
    folder.write(skill, head('description: Deploys.'));
    const { at } = folder;
    mkdirSync(at('.claude/skills/deploy/scripts'), { recursive: true });
    writeFileSync(at('.claude/skills/deploy/scripts/a.sh'), '#!/bin/sh\n');
    chmodSync(at('.claude/skills/deploy/scripts/a.sh'), 0o755);
    writeFileSync(at('.claude/skills/deploy/logo.bin'), Buffer.from([0, 255, 1, 254]));
    symlinkSync('scripts/a.sh', at('.claude/skills/deploy/run'));
    return folder;
  };

  it('is copied with bytes, run bits and links', () => {
    const { run, at, remove } = make();
    try {
      const { code, out, err } = run('convert', skill, '--to', 'codex', '--write');
      assert.equal(code, 0, err);
      assert.match(out, /: written\n/);
      assert.equal(statSync(at('.agents/skills/deploy/scripts/a.sh')).mode & 0o111, 0o111);
      assert.deepEqual([...readFileSync(at('.agents/skills/deploy/logo.bin'))], [0, 255, 1, 254]);
      assert.ok(lstatSync(at('.agents/skills/deploy/run')).isSymbolicLink());
      assert.match(readFileSync(at('.agents/skills/deploy/SKILL.md'), 'utf8'), /^name: deploy$/m);
      const again = run('convert', skill, '--to', 'codex', '--check');
      assert.equal(again.code, 0, again.out);
    } finally {
      remove();
    }
  });

  it('is copied whole or not at all', () => {
    const { run, at, remove } = make();
    try {
      symlinkSync('/etc/hostname', at('.claude/skills/deploy/z-outside'));
      const { code, err } = run('convert', skill, '--to', 'codex', '--write');
      assert.equal(code, 2);
      assert.match(err, /The symbolic link "z-outside" leads out of the folder\. Remove it/);
      assert.equal(existsSync(at('.agents')), false);
    } finally {
      remove();
    }
  });

  it('gets one copy where all of the programs read a folder', () => {
    const file = '.qwen/skills/deploy/SKILL.md';
    const folder = diskFolder();
    folder.write(file, head('name: deploy\ndescription: Deploys.'));
    try {
      const { code, out, err } = folder.run(
        'convert',
        file,
        '--to',
        'opencode,codex,copilot-cli',
        '--write',
      );
      assert.equal(code, 0, err);
      assert.match(
        out,
        /\.agents\/skills\/deploy\/SKILL\.md \(OpenCode, Codex, Copilot CLI\): written/,
      );
      const apart = folder.run(
        'convert',
        file,
        '--to',
        'claude-code,codex',
        '--write',
        '--overwrite',
      );
      assert.match(apart.out, /\.claude\/skills\/deploy\/SKILL\.md \(Claude Code\): written/);
      assert.match(apart.out, /\.agents\/skills\/deploy\/SKILL\.md \(Codex\): /);
    } finally {
      folder.remove();
    }
  });
});
