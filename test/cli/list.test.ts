import assert from 'node:assert/strict';
import { running } from '../support/running';

const agent = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\n${more}---\nYou review.\n`;

const files = {
  '.claude/agents/reviewer.md': agent('reviewer', 'tools: Read, Bash, MultiEdit\nmodel: haiku\n'),
  '.claude/agents/README.md': '# Agents\n',
  'packages/web/.opencode/agent/寿司/planner.md': '---\ndescription: Plans.\n---\nYou plan.\n',
  'docs/guide.md': '# Guide\n',
};

interface Row {
  readonly id: string | null;
  readonly host: string;
  readonly file: string;
  readonly outcome: string;
  readonly model: string | null;
  readonly tools: number | null;
  readonly lost: number;
}

const rows = (argv: readonly string[] = []): readonly Row[] =>
  (running(files, ['list', '--format', 'json', ...argv]).json as { agents: Row[] }).agents;

describe('dossier list', () => {
  it('lists the agents of a workspace, each with its outcome', () => {
    assert.deepEqual(
      rows().map(({ id, host, outcome, tools, lost }) => [id, host, outcome, tools, lost]),
      [
        [null, 'claude-code', 'ignored', null, 0],
        ['reviewer', 'claude-code', 'loads-changed', 2, 1],
        ['寿司/planner', 'opencode', 'loads', null, 0],
      ],
    );
  });

  it('names the file with the agent that hides another one', () => {
    const of = (files: Readonly<Record<string, string>>, ...more: readonly string[]) => {
      const { agents } = running(files, ['list', '--format', 'json', ...more]).json as {
        agents: { file: string; hiddenBy?: string; sameNameAs?: string }[];
      };
      return agents.map(({ file, hiddenBy, sameNameAs }) => [file, hiddenBy, sameNameAs]);
    };
    const opencode = '---\ndescription: Reviews.\n---\nYou review.\n';
    const copilot = {
      '.github/agents/a.agent.md': opencode,
      '.github/agents/a.md': opencode,
    };
    assert.deepEqual(of(copilot, '--program', 'copilot-cli'), [
      ['.github/agents/a.agent.md', undefined, undefined],
      ['.github/agents/a.md', '.github/agents/a.agent.md', undefined],
    ]);
    assert.match(
      running(copilot, ['list', '--program', 'copilot-cli']).out,
      /^a +Copilot CLI +hidden by \.github\/agents\/a\.agent\.md /m,
    );
    const claude = { '.claude/agents/a.md': agent('x'), '.claude/agents/b.md': agent('x') };
    const same = of(claude);
    assert.ok(same.some(([, hidden, shared]) => hidden !== undefined || shared !== undefined));
    // A file that defines no agent disables the other one.
    const silent = {
      '.opencode/agent/a.md': opencode,
      '.opencode/mode/a.md': '---\ndescription: Reviews.\ndisable: true\n---\nx\n',
    };
    assert.deepEqual(
      of(silent).find(([file]) => file === '.opencode/agent/a.md'),
      ['.opencode/agent/a.md', '.opencode/mode/a.md', undefined],
    );
    assert.deepEqual(of({ '.claude/agents/a.md': agent('x') }), [
      ['.claude/agents/a.md', undefined, undefined],
    ]);
  });

  it('counts what an agent is granted, and what it is denied', () => {
    const of = (more: string): string => {
      const { out } = running({ '.claude/agents/a.md': agent('a', more) }, ['list']);
      return /Claude Code {2,}(?:\S+ )*\S+ {2,}(\S+(?: \S+)*)/.exec(out)?.[1] ?? out;
    };
    assert.match(of('tools: Read, Bash\n'), /^2$/);
    assert.match(of('tools: Read, MultiEdit\n'), /^1 of 2$/);
    assert.match(of('disallowedTools: WebFetch\n'), /^all but 1$/);
  });

  it('names the field that keeps a file from loading, also one that the program does not have', () => {
    const listing = (path: string, fields: string): string =>
      running({ [path]: `---\n${fields}---\nWork.\n` }, ['list']).out;
    const gemini = listing('.gemini/agents/a.md', 'name: a\ndescription: d\ngenerator: g\n');
    assert.match(gemini, /Gemini CLI +rejects the file \(generator\)/);
    const opencode = listing('.opencode/agent/a.md', 'description: d\ncolor: yellow\n');
    assert.match(opencode, /OpenCode +does not start \(color\)/);
  });

  it('names no reason where there is none to name', () => {
    const { out } = running({ '.cursor/agents/a.md': '---\nname: a\ndescription: d\n---\n' }, [
      'list',
    ]);
    assert.match(out, /^- +Cursor +silently ignores the file +-/m);
  });

  it('lists the roles in tables of the configuration of Codex', () => {
    const config = [
      '[agents]\nmax_depth = 2',
      '[agents.reviewer]\ndescription = "Reviews changes."',
      '[agents."plan er"]\ndescription = "Plans."\nconfig_file = "roles/planner.toml"',
      '[agents.incomplete]\nnickname_candidates = ["Ada"]',
    ].join('\n\n');
    const { agents } = running({ '.codex/config.toml': config }, ['list', '--format', 'json'])
      .json as { agents: Row[] };
    assert.deepEqual(
      agents.map(({ id, host, file, outcome }) => [id, host, file, outcome]),
      [
        ['reviewer', 'codex', '.codex/config.toml', 'loads'],
        ['plan er', 'codex', '.codex/config.toml', 'loads'],
        ['incomplete', 'codex', '.codex/config.toml', 'refused'],
      ],
    );
  });

  it('lists those below a path, and for chosen hosts', () => {
    assert.deepEqual(
      rows(['packages']).map(({ file }) => file),
      ['packages/web/.opencode/agent/寿司/planner.md'],
    );
    assert.deepEqual(
      rows(['--host', 'vscode']).map(({ host }) => host),
      ['vscode'],
    );
  });

  it('skips files that the team excludes, and lists those that it includes', () => {
    const config = '{ "exclude": [".claude/**/README.md"], "include": ["prompts/*.md"] }';
    const more = { ...files, 'dossier.config.json': config, 'prompts/a.md': agent('loose') };
    const listed = (...argv: readonly string[]): readonly string[] =>
      (running(more, ['list', '--format', 'json', ...argv]).json as { agents: Row[] }).agents.map(
        ({ file }) => file,
      );
    assert.deepEqual(listed(), [
      '.claude/agents/reviewer.md',
      'packages/web/.opencode/agent/寿司/planner.md',
      'prompts/a.md',
    ]);
    assert.deepEqual(listed('--no-config'), [
      '.claude/agents/README.md',
      '.claude/agents/reviewer.md',
      'packages/web/.opencode/agent/寿司/planner.md',
    ]);
    const broken = running({ ...files, 'dossier.config.json': '{ "rulez": {} }' }, ['list']);
    assert.equal(broken.code, 2);
  });

  it('is a table for a person, in straight columns', () => {
    const { out, code } = running(files, ['list']);
    assert.equal(code, 0);
    assert.match(out, /^AGENT +PROGRAM +RESULT +TOOLS +MODEL +FILE$/m);
    assert.match(
      out,
      /^reviewer +Claude Code +loads with changes \(tools\) +2 of 3 +\S+ +\.claude/m,
    );
    assert.match(out, /^2 agents$/m);
    const wide = out.split('\n').find((line) => line.startsWith('寿司'));
    const narrow = out.split('\n').find((line) => line.startsWith('reviewer'));
    // Two characters that are two columns wide each.
    assert.equal((wide?.indexOf('OpenCode') ?? 0) + 2, narrow?.indexOf('Claude Code'));
  });

  it('lists the agents of the home folder, where they are asked for, with their scope', () => {
    const home = '/home/user/.claude/agents/mine.md';
    const plugin = {
      'plug/.claude-plugin/plugin.json': '{ "name": "tidy" }',
      'plug/agents/p.md': agent('p'),
    };
    const more = { ...files, ...plugin, [home]: agent('mine') };
    const { agents } = running(more, ['list', '--user', '--format', 'json']).json as {
      agents: (Row & { scope: string })[];
    };
    assert.deepEqual(
      agents.filter(({ id }) => id !== null).map(({ id, scope, file }) => [id, scope, file]),
      [
        ['reviewer', 'project', '.claude/agents/reviewer.md'],
        ['寿司/planner', 'project', 'packages/web/.opencode/agent/寿司/planner.md'],
        ['tidy:p', 'plugin', 'plug/agents/p.md'],
        ['mine', 'user', '~/.claude/agents/mine.md'],
      ],
    );
    assert.match(
      running(more, ['list', '--user']).out,
      /^mine .* user +~\/\.claude\/agents\/mine\.md$/m,
    );
    assert.doesNotMatch(running(more, ['list']).out, /mine/);
    assert.doesNotMatch(running(files, ['list']).out, /SCOPE/);
  });

  it('goes by the manifest of a plugin: its name, and the files that it lists', () => {
    const of = (manifest: object): readonly (string | null)[] =>
      (
        running(
          {
            'x/.claude-plugin/plugin.json': JSON.stringify(manifest),
            'x/agents/p.md': agent('p'),
            'x/agents/sub/q.md': agent('q'),
            'x/more/deep/r.md': agent('r'),
            'x/s.md': agent('s'),
          },
          ['list', '--format', 'json'],
        ).json as { agents: Row[] }
      ).agents.map(({ id }) => id);
    assert.deepEqual(of({ name: 'plug' }), ['plug:p', 'plug:sub:q']);
    assert.deepEqual(of({ name: 'plug', agents: './agents/p.md' }), ['plug:p']);
    assert.deepEqual(of({ name: 'plug', agents: ['./agents/sub/q.md'] }), ['plug:q']);
    assert.deepEqual(of({ name: 'plug', agents: ['./x/../agents/./p.md', './agents/none.md'] }), [
      'plug:p',
    ]);
    assert.deepEqual(of({ name: 'plug', agents: [] }), []);
    // In any folder of the plugin.
    assert.deepEqual(of({ name: 'plug', agents: './more/deep/r.md' }), ['plug:r']);
    assert.deepEqual(of({ name: 'plug', agents: ['./s.md', './agents/p.md'] }), [
      'plug:p',
      'plug:s',
    ]);
  });

  it('has no agent of a plugin whose manifest is refused', () => {
    const of = (manifest: string): readonly string[] =>
      (
        running({ 'x/.claude-plugin/plugin.json': manifest, 'x/agents/p.md': agent('p') }, [
          'list',
          '--format',
          'json',
        ]).json as { agents: (Row & { outcome: string })[] }
      ).agents.map(({ id, outcome }) => `${id ?? 'none'} ${outcome}`);
    assert.deepEqual(of('{ "name": "plug" }'), ['plug:p loads']);
    for (const manifest of [
      '{ "name": ',
      '{}',
      '{ "name": "my plug" }',
      '{ "name": "plug", "agents": "./agents/" }',
      '{ "name": "plug", "agents": ["./agents/p.md", "agents/q.md"] }',
      '{ "name": "plug", "version": 1 }',
    ])
      assert.deepEqual(of(manifest), ['none refused'], manifest);
  });

  it('lists the agents of a configuration', () => {
    const config = '{ "agent": { "helper": { "description": "Helps." }, "tidy": {} } }';
    const home = '/home/user/.config/opencode/opencode.json';
    const more = { ...files, 'opencode.json': config, [home]: '{ "agent": { "mine": {} } }' };
    const listed = (...argv: readonly string[]) =>
      (
        running(more, ['list', '--format', 'json', '--host', 'opencode', ...argv]).json as {
          agents: (Row & { isConfigured: boolean })[];
        }
      ).agents
        .filter(({ isConfigured }) => isConfigured)
        .map(({ id, file, outcome }) => [id, file, outcome]);
    assert.deepEqual(listed(), [
      ['helper', 'opencode.json', 'loads'],
      ['tidy', 'opencode.json', 'loads'],
    ]);
    assert.deepEqual(listed('--user').at(-1), [
      'mine',
      '~/.config/opencode/opencode.json',
      'loads',
    ]);
    const { out } = running(more, ['list', '--host', 'opencode']);
    assert.match(out, /^helper +OpenCode +loads +all +- +opencode\.json$/m);
    assert.match(out, /^3 agents$/m);
    assert.deepEqual(running(more, ['list', 'packages']).out.includes('helper'), false);
  });

  it('reports that it found no agents, and what it cannot list', () => {
    const { out, err, code } = running({ 'a.md': '' }, ['list']);
    assert.deepEqual([code, out], [0, '0 agents\n']);
    assert.match(err, /no agent files found/);
    assert.equal(running(files, ['list', 'nowhere']).code, 2);
    assert.equal(running(files, ['list', 'a', 'b']).code, 2);
  });
});
