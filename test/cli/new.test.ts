import assert from 'node:assert/strict';
import { hosts } from '../support/catalog';
import { type Ran, running } from '../support/running';

const claude = '.claude/agents/code-reviewer.md';
const make = (...argv: readonly string[]): Ran => running({}, ['new', ...argv]);
const forClaude = ['--host', 'claude-code', '--name', 'code-reviewer'];

/** Programs in which a name has no underscores. */
const withoutUnderscores: ReadonlySet<string> = new Set(['kimi']);

describe('dossier new', () => {
  it('refuses a name that the program does not accept', () => {
    for (const id of withoutUnderscores) {
      const { code, err } = make('--host', id, '--name', 'api_expert');
      assert.equal(code, 2);
      assert.match(
        err,
        /"name" is "api_expert", but must be a name of lowercase letters, digits and single hyphens/,
      );
    }
  });

  for (const { id, ownFile, profileOf } of hosts) {
    it(`makes a file for ${id} with no findings in any host that owns the place`, () => {
      // A generation of a host that is only included on request.
      const own = profileOf === undefined ? [] : ['--host', id];
      for (const name of [
        'code-reviewer',
        'x1',
        withoutUnderscores.has(id) ? 'api-expert' : 'api_expert',
      ]) {
        const { code, err, file } = make('--host', id, '--name', name);
        assert.deepEqual([code, err], [0, '']);
        const path = ownFile.replace('{name}', name);
        const text = file(path);
        assert.ok(text, path);
        const checked = running({ [path]: text }, ['check', '--format', 'json', ...own]);
        assert.deepEqual(checked.json, { files: 1, findings: [] });
        const { files } = running({ [path]: text }, [
          'explain',
          path,
          '--host',
          id,
          '--format',
          'json',
        ]).json as { files: { verdicts: { outcome: string; persona: { id: string } }[] }[] };
        const [verdict] = files[0]?.verdicts ?? [];
        assert.deepEqual([verdict?.outcome, verdict?.persona.id], ['loads', name]);
      }
    });
  }

  it('refuses a limit that the file cannot have, and states that only the prompt of a role limits', () => {
    for (const [id, can] of [
      ['codex', 'read'],
      ['cursor', 'read,run'],
    ] as const) {
      const { code, err } = make('--host', id, '--name', 'sql', '--can', can);
      assert.equal(code, 2);
      assert.match(err, /cannot limit an agent to these permissions\. Omit --can/);
    }
    const { code, err } = make('--host', 'codex', '--name', 'sql', '--role', 'reviewer');
    assert.equal(code, 0);
    assert.match(err, /may change files and run commands in Codex\. Its file cannot prevent it/);
    // What the author wants is stated nevertheless, for sessions that apply it.
    const stated = make('--host', 'codex', '--name', 'sql', '--role', 'reviewer');
    assert.match(stated.file('.codex/agents/sql.toml') ?? '', /^sandbox_mode = "read-only"$/m);
    const open = make('--host', 'codex', '--name', 'sql', '--role', 'tester');
    assert.doesNotMatch(open.file('.codex/agents/sql.toml') ?? '', /sandbox_mode/);
    const limited = make('--host', 'cursor', '--name', 'sql', '--can', 'read');
    assert.deepEqual([limited.code, limited.err], [0, '']);
    assert.match(limited.file('.cursor/agents/sql.md') ?? '', /^readonly: true$/m);
    const all = make('--host', 'codex', '--name', 'sql', '--can', 'read,write,run');
    assert.deepEqual([all.code, all.err], [0, '']);
  });

  describe('for a program with an older version', () => {
    const at = '.github/agents/finder.agent.md';
    const older = { 'dossier.config.json': '{ "versions": { "copilot-cli": "1.0.92" } }' };
    const argv = ['new', '--host', 'copilot-cli', '--name', 'finder'];
    const toolsIn = (files: Record<string, string>, ...more: readonly string[]) =>
      /^tools: (.*)$/m.exec(running(files, [...argv, ...more]).file(at) ?? '')?.[1];

    it('writes only names of tools that the set version has', () => {
      const can = ['--can', 'read,search,web,plan'];
      assert.equal(toolsIn({}, ...can), '[read, search, web, todo]');
      assert.equal(toolsIn(older, ...can), '[read, glob, grep, web_fetch, update_todo]');
      assert.equal(toolsIn(older, ...can, '--no-config'), '[read, search, web, todo]');
      const { code, out } = running(older, [...argv, ...can]);
      assert.equal(code, 0);
      assert.match(out, /for Copilot CLI 1\.0\.92\. Edit its prompt/);
    });

    it('refuses a name that the version lacks', () => {
      assert.equal(toolsIn({}, '--tools', 'search'), '[search]');
      const { code, err, file } = running(older, [...argv, '--tools', 'search']);
      assert.deepEqual([code, file(at)], [2, undefined]);
      assert.match(err, /"search"/);
    });

    it('uses the settings of the folder in which it is created', () => {
      const files = { 'b/dossier.config.json': older['dossier.config.json'], 'b/x.md': '' };
      const ran = running(files, [...argv, '--can', 'search', '--dir', 'b']);
      assert.match(ran.file(`b/${at}`) ?? '', /^tools: \[glob, grep\]$/m);
    });
  });

  it('writes what it was given, quoted where it must be', () => {
    const { file } = make(
      ...forClaude,
      '--description',
      'Use it when: a "change" is done # soon',
      '--tools',
      'Read, Agent(a, b)',
      '--model',
      'opus',
    );
    assert.equal(
      file(claude),
      [
        '---',
        'name: code-reviewer',
        `description: 'Use it when: a "change" is done # soon'`,
        'tools: Read, Agent(a, b)',
        'model: opus',
        '---',
        '',
        'You are a code reviewer.',
        '',
      ].join('\n'),
    );
    const listed = make('--host', 'vscode', '--name', 'x', '--tools', 'read,search', '--stdout');
    assert.match(listed.out, /^tools: \[read, search\]$/m);
  });

  it('writes the tools as rules where the host has rules, and grants no others', () => {
    for (const id of ['opencode', 'kilo']) {
      const tools = 'read, write, edit, bash(git diff *), github_*';
      const { file, code } = make('--host', id, '--name', 'x', '--tools', tools);
      assert.equal(code, 0);
      const path = `.${id}/agent/x.md`;
      const text = file(path) ?? '';
      assert.match(
        text,
        /^permission:\n {2}'\*': deny\n {2}read: allow\n {2}edit: allow\n {2}bash: \{ "\*": deny, "git diff \*": allow \}\n {2}github_\*: allow\n---$/m,
      );
      const { files } = running({ [path]: text }, ['explain', path, '--format', 'json']).json as {
        files: { verdicts: { outcome: string; persona: { tools: { denied: string[] } } }[] }[];
      };
      const [verdict] = files[0]?.verdicts ?? [];
      assert.equal(verdict?.outcome, 'loads');
      assert.ok(verdict?.persona.tools.denied.includes('webfetch'));
      assert.ok(!verdict?.persona.tools.denied.includes('edit'));
    }
  });

  it('writes them as a list of rules where the host has one', () => {
    const tools = 'read, bash(git diff:*)';
    const { file, code } = make('--host', 'opencode@2', '--name', 'x', '--tools', tools);
    assert.equal(code, 0);
    const path = '.opencode/agents/x.md';
    const text = file(path) ?? '';
    assert.match(
      text,
      /^permissions:\n {2}- action: "\*"\n {4}resource: "\*"\n {4}effect: deny\n {2}- action: "read"\n {4}resource: "\*"\n {4}effect: allow\n {2}- action: "bash"\n {4}resource: "git diff \*"\n {4}effect: allow\n---$/m,
    );
    const asked = ['explain', path, '--host', 'opencode@2', '--format', 'json'];
    const { files } = running({ [path]: text }, asked).json as {
      files: { verdicts: { outcome: string; persona: { tools: { denied: string[] } } }[] }[];
    };
    const [verdict] = files[0]?.verdicts ?? [];
    assert.equal(verdict?.outcome, 'loads');
    assert.ok(verdict?.persona.tools.denied.includes('edit'));
    assert.ok(!verdict?.persona.tools.denied.includes('read'));
  });

  it('creates one file if all hosts read it as intended, otherwise one for each', () => {
    const { code, out, file } = make(
      ...['--host', 'claude-code,vscode,opencode', '--name', 'x', '--can', 'read,search'],
    );
    assert.equal(code, 0);
    assert.match(out, /Created \.claude\/agents\/x\.md for Claude Code and VS Code/);
    assert.match(file('.claude/agents/x.md') ?? '', /^tools: Read, Glob, Grep$/m);
    assert.match(file('.opencode/agent/x.md') ?? '', /^ {2}'\*': deny\n {2}read: allow$/m);
    assert.equal(file('.github/agents/x.agent.md'), undefined);
  });

  it('creates one file where one suffices, so that no program has two agents of the name', () => {
    const list = ['list', '--format', 'json', '--program', 'claude-code,vscode,copilot-cli'];
    const programsOf = (files: Readonly<Record<string, string>>): readonly string[] =>
      (running(files, list).json as { agents: { host: string }[] }).agents
        .map(({ host }) => host)
        .sort();
    for (const more of [
      [],
      ['--role', 'researcher'],
      ['--role', 'reviewer'],
      ['--can', 'read,run'],
    ]) {
      const ran = make('--host', 'claude-code,vscode,copilot-cli', '--name', 'x', ...more);
      assert.equal(ran.code, 0, ran.err);
      const text = ran.file('.claude/agents/x.md') ?? '';
      assert.equal(ran.file('.github/agents/x.agent.md'), undefined, `${more}`);
      assert.deepEqual(programsOf({ '.claude/agents/x.md': text }), [
        ...['claude-code', 'copilot-cli', 'vscode'],
      ]);
    }
  });

  it('creates all of the files for all programs, or none', () => {
    const options = ['--host', 'all', '--name', 'scout'];
    for (const more of [
      ...[[], ['--role', 'reviewer'], ['--role', 'researcher'], ['--role', 'tester']],
      ...[
        ['--can', 'read,web'],
        ['--can', 'read,run'],
        ['--can', 'write'],
      ],
    ]) {
      const { code, out } = make(...options, ...more);
      const paths = [...out.matchAll(/^Created (\S+)/gm)].map(([, path = '']) => path);
      assert.equal(new Set(paths).size, paths.length, out);
      // Some programs cannot limit an agent to what was asked for.
      assert.equal(code, more[0] === '--can' && paths.length === 0 ? 2 : 0);
    }
    const { code, out, err } = make(...options, '--scope', 'user');
    assert.equal(code, 0);
    assert.match(out, /Created \/home\/user\/\.claude\/agents\/scout\.md/);
    assert.match(err, /Copilot cloud agent .*no agents folder for --scope user, so no file/);
  });

  it('makes none of several where one of them is there', () => {
    const there = { '.opencode/agent/x.md': 'mine' };
    const ran = running(there, ['new', '--host', 'claude-code,opencode', '--name', 'x']);
    assert.deepEqual([ran.code, ran.file('.claude/agents/x.md')], [2, undefined]);
  });

  it('gives a role its description, its prompt, the fewest tools it needs, and the color of each host', () => {
    const { file } = make(
      '--host',
      'all',
      '--name',
      'eagle',
      '--role',
      'reviewer',
      '--color',
      'blue',
    );
    assert.match(
      file('.claude/agents/eagle.md') ?? '',
      /^color: blue\n---\n\nYou review code changes\./m,
    );
    assert.match(file('.opencode/agent/eagle.md') ?? '', /^color: secondary$/m);
    assert.doesNotMatch(file('.claude/agents/eagle.md') ?? '', /Bash|Edit|Write/);
  });

  it('makes it for all projects of its user', () => {
    const { out, file, code } = make(...forClaude, '--scope', 'user');
    assert.deepEqual([code, file(claude)], [0, undefined]);
    assert.match(out, /^Created \/home\/user\/\.claude\/agents\/code-reviewer\.md for Claude Code/);
  });

  it('prints the file and writes nothing with --stdout', () => {
    const { out, file } = make(...forClaude, '--stdout');
    assert.match(out, /^---\nname: code-reviewer\n/);
    assert.equal(file(claude), undefined);
  });

  it('makes it below another root', () => {
    const ran = running({ 'packages/web/package.json': '{}' }, [
      'new',
      ...forClaude,
      '--dir',
      './packages/web/',
    ]);
    assert.match(ran.file(`packages/web/${claude}`) ?? '', /code-reviewer/);
    assert.equal(make(...forClaude, '--dir', 'nowhere').code, 2);
  });

  it('leaves an existing file unchanged', () => {
    const ran = running({ [claude]: 'mine' }, ['new', ...forClaude]);
    assert.deepEqual([ran.code, ran.file(claude)], [2, 'mine']);
    assert.match(ran.err, /already exists/);
  });

  it('refuses what the host would not take, with the reason', () => {
    for (const [argv, reason] of [
      [['--host', 'claude-code', '--name=-reviewer'], /does not begin with "-"/],
      [['--host', 'claude-code', '--name', '../x'], /is a path/],
      [['--host', 'claude-code', '--name', 'a:b'], /not a valid file name/],
      [['--host', 'claude-code', '--name', ''], /needs a name/],
      [
        ['--host', 'claude-code', '--name', 'x', '--tools', 'MultiEdit'],
        /was removed from Claude Code/,
      ],
      [['--host', 'claude-code', '--name', 'x', '--model', 'gpt-5'], /no such model/],
      [
        ['--host', 'opencode', '--name', 'x', '--tools', 'Read'],
        /no tool named "Read"\. Available tools: read, grep/,
      ],
      [['--host', 'opencode@2', '--name', 'x', '--tools', 'Read'], /no tool named "Read"/],
      [['--host', 'kilo', '--name', 'x', '--can', 'fly'], /--can must be read, search/],
      [['--host', 'kilo', '--name', 'x', '--role', 'king'], /unknown role "king"/],
      [
        ['--host', 'kilo', '--name', 'x', '--scope', 'user', '--dir', '.'],
        /--dir cannot be combined with --scope user/,
      ],
    ] as const) {
      const { code, out, err, file } = make(...argv);
      assert.deepEqual([code, out, file(claude)], [2, '', undefined], argv.join(' '));
      assert.match(err, reason);
    }
  });

  it('reports missing options if it cannot prompt', () => {
    assert.match(make().err, /^dossier: new requires --program and --name\. Add them\.\n$/);
    assert.match(make('--host', 'kilo').err, /new requires --name/);
  });

  it('asks at a terminal, again after a wrong answer', () => {
    const asked = running({}, ['new'], '', {
      answers: ['nobody', 'claude-code', 'a/b', 'code-reviewer', ' Reviews changes. '],
    });
    assert.equal(asked.code, 0);
    assert.match(asked.err, /unknown program "nobody"/);
    assert.match(asked.err, /is a path/);
    assert.match(asked.file(claude) ?? '', /^description: Reviews changes\.$/m);
    const left = running({}, ['new', '--host', 'claude-code'], '', { answers: [] });
    assert.deepEqual([left.code, left.file(claude)], [2, undefined]);
  });
});
