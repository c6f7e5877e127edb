// `dossier probe`: what each program of a project does with one call of a tool.
import assert from 'node:assert/strict';
import type { GuardsResult, ProbeResult, ProgramProbe } from '../../server/contract/probe';
import { newestVersion } from '../support/newest-version';
import { running } from '../support/running';

const hook = { type: 'command', command: './check.sh' };

const settings = (permissions: object, more: object = {}): string =>
  JSON.stringify({ permissions, ...more }, null, 1);

const files = {
  '.claude/settings.json': settings(
    { deny: ['Bash(rm:*)', 'Read(.env)'], allow: ['Bash(git status)', 'mcp__tickets'] },
    { hooks: { PreToolUse: [{ matcher: 'Bash|Edit', hooks: [hook] }] } },
  ),
  'opencode.json':
    '{\n  "permission": { "bash": { "*": "ask", "ls": "allow" }, "edit": "deny" }\n}\n',
  '.codex/config.toml': '',
};

const probing = (call: string, among: Readonly<Record<string, string>> = files) => {
  const { code, json } = running(among, ['probe', call, '--format', 'json']);
  const { programs } = json as ProbeResult;
  const of = (id: string): ProgramProbe | undefined => programs.find(({ host }) => host === id);
  return { code, of, hosts: programs.map(({ host }) => host) };
};

describe('dossier probe', () => {
  it('shows the rule that decides and the hooks that run before, with their lines', () => {
    const { of } = probing('Bash: rm -rf x');
    assert.deepEqual(of('claude-code'), {
      host: 'claude-code',
      hostVersion: newestVersion('claude-code'),
      action: 'deny',
      why: 'A rule denies it. Claude Code applies rules that deny before all others.',
      rule: { text: 'Bash(rm:*)', action: 'deny', file: '.claude/settings.json', line: 4 },
      hooks: [
        {
          ...{ event: 'PreToolUse', matcher: 'Bash|Edit', runs: './check.sh' },
          ...{ file: '.claude/settings.json', line: 17 },
        },
      ],
    });
  });

  it('asks each program that the project configures, and states nothing of others', () => {
    const { of, hosts, code } = probing('Bash: ls');
    assert.equal(code, 0);
    assert.deepEqual(hosts.toSorted(), ['claude-code', 'codex', 'opencode']);
    assert.equal(of('codex')?.action, 'unknown');
    assert.deepEqual(of('opencode')?.rule, {
      ...{ text: 'bash, ls', action: 'allow', file: 'opencode.json', line: 2 },
    });
  });

  it('finds the tool of each program for a call in the words of another one', () => {
    for (const call of ['Edit: src/a.ts', 'edit: ./src/a.ts']) {
      const { of } = probing(call);
      assert.deepEqual([of('claude-code')?.action, of('opencode')?.action], ['ask', 'deny'], call);
      assert.equal(of('claude-code')?.hooks.length, 1);
    }
  });

  it('shows what lists of tools decide, by names of tools, commands and servers', () => {
    const among = {
      '.gemini/settings.json': `{
        "tools": {
          "exclude": ["run_shell_command(rm)", "web_fetch"],
          "allowed": ["run_shell_command(git status)", "replace"]
        },
        "mcp": { "excluded": ["tickets"] },
        "mcpServers": { "tickets": { "command": "a" }, "docs": { "command": "b", "trust": true } }
      }`,
    };
    const decides = (call: string): readonly unknown[] => {
      const { action, rule } = probing(call, among).of('gemini-cli') ?? {};
      return [action, rule?.text ?? null, rule?.line ?? null];
    };
    assert.deepEqual(decides('Bash: git status --short'), [
      ...['allow', 'run_shell_command(git status)', 4],
    ]);
    // A list that names commands is for no others, and one that excludes them for none.
    assert.deepEqual(decides('Bash: rm x'), ['deny', 'run_shell_command(git status)', 4]);
    assert.deepEqual(decides('Bash: git status && rm x'), [
      ...['deny', 'run_shell_command(git status)', 4],
    ]);
    assert.deepEqual(decides('WebFetch: https://example.com'), ['deny', 'web_fetch', 3]);
    assert.deepEqual(decides('Edit: src/a.ts'), ['allow', 'replace', 4]);
    assert.deepEqual(decides('Edit: package.json'), ['ask', null, null]);
    assert.deepEqual(decides('mcp__tickets__list'), ['deny', 'tickets', 6]);
    assert.deepEqual(decides('mcp__docs__list'), ['allow', 'docs', 7]);
    assert.deepEqual(decides('mcp__other__list'), ['unknown', null, null]);
    // By the program's own names.
    assert.deepEqual(decides('mcp_tickets_list'), ['deny', 'tickets', 6]);
    assert.deepEqual(decides('mcp_docs_list_all'), ['allow', 'docs', 7]);
    assert.deepEqual(decides('mcp_other_list'), ['unknown', null, null]);
    assert.deepEqual(decides('mcp_docs'), ['unknown', null, null]);
  });

  it('shows which commands the settings of a workspace approve', () => {
    const among = {
      '.vscode/settings.json': `{
  // Comments and trailing commas are read.
  "chat.tools.terminal.autoApprove": {
    "npm run": true,
    "/^make (test|lint)$/": { "approve": true },
    "echo": false,
    "rmdir": "true",
  },
}`,
    };
    const decides = (call: string): readonly unknown[] => {
      const asked = ['probe', call, '--program', 'vscode', '--format', 'json'];
      const [{ action, rule } = {}] = (running(among, asked).json as ProbeResult).programs;
      return [action, rule?.text ?? null, rule?.line ?? null];
    };
    assert.deepEqual(decides('Bash: make test'), ['allow', '/^make (test|lint)$/', 5]);
    assert.deepEqual(decides('Bash: ls -la && make test'), ['allow', '/^make (test|lint)$/', 5]);
    assert.deepEqual(decides('Bash: make test && deploy'), ['ask', null, null]);
    assert.deepEqual(decides('Bash: echo hi'), ['ask', 'echo', 6]);
    assert.deepEqual(decides('Bash: rmdir x'), ['ask', null, null]);
    assert.deepEqual(decides('Bash: make test > ../x'), ['unknown', null, null]);
    assert.deepEqual(decides('Bash: git push'), ['unknown', null, null]);
    assert.deepEqual(decides('Edit: src/a.ts'), ['unknown', null, null]);
  });

  it('counts an editor among the programs where the project guards its calls or adds servers', () => {
    const hostsWith = (more: Readonly<Record<string, string>>): readonly string[] =>
      probing('Bash: ls', { '.codex/config.toml': '', ...more }).hosts.toSorted();
    const settingsWith = (text: string) => ({ '.vscode/settings.json': text });
    for (const more of [
      settingsWith('{ "chat.tools.terminal.autoApprove": {} }'),
      settingsWith('{ // Each command.\n"chat.tools.terminal.enableAutoApprove": false, }'),
      settingsWith('{ "chat.tools.terminal.ignoreDefaultAutoApproveRules": true }'),
      { '.vscode/mcp.json': '{ "servers": {} }' },
    ])
      assert.deepEqual(hostsWith(more), ['codex', 'vscode'], JSON.stringify(more));
    for (const text of ['{ "editor.tabSize": 2 }', '[]', '', '"chat.tools.terminal.autoApprove"'])
      assert.deepEqual(hostsWith(settingsWith(text)), ['codex'], text);
  });

  it('finds the server of a name with underscores', () => {
    const among = {
      '.gemini/settings.json': JSON.stringify({
        mcp: { allowed: ['my_docs'], excluded: ['my'] },
        mcpServers: { my_docs: { command: 'a' } },
      }),
    };
    const decides = (call: string) => probing(call, among).of('gemini-cli')?.action;
    assert.equal(decides('mcp_my_docs_list'), 'allow');
    assert.equal(decides('mcp_my_list'), 'deny');
  });

  it('shows only the hooks whose condition the call meets', () => {
    const hooks = ['Bash(git *)', 'Bash(git *|rm *)', 'Bash'].map((condition) => ({
      ...hook,
      ...{ if: condition, command: condition },
    }));
    const among = {
      '.claude/settings.json': settings(
        {},
        { hooks: { PreToolUse: [{ matcher: 'Bash', hooks }] } },
      ),
    };
    const runs = (call: string): readonly string[] | undefined =>
      probing(call, among)
        .of('claude-code')
        ?.hooks.map((one) => one.runs);
    assert.deepEqual(runs('Bash: git push'), ['Bash(git *)', 'Bash']);
    assert.deepEqual(runs('Bash: rm x'), ['Bash']);
  });

  it('shows the hooks of programs whose decisions are not known, in each form of a matcher', () => {
    const grouped = (matcher: string) => ({ matcher, hooks: [hook] });
    const flat = (matcher: string) => ({ type: 'command', bash: './flat.sh', matcher });
    const own = [flat('bash|edit'), flat('Bash'), flat('*')];
    const among = {
      '.codex/hooks.json': JSON.stringify({
        hooks: { PreToolUse: ['Bash', 'bash', 'Edit|Write', '^B.*h$'].map(grouped) },
      }),
      '.github/hooks/a.json': JSON.stringify({ hooks: { preToolUse: own } }),
      '.github/hooks/sub/b.json': JSON.stringify({ hooks: { PreToolUse: [grouped('Bash')] } }),
      // Ignored as a whole.
      '.github/hooks/c.json': JSON.stringify({ version: '1', hooks: { preToolUse: own } }),
      '.claude/settings.json': settings({}, { hooks: { PreToolUse: [grouped('Edit|Bash')] } }),
    };
    const { of } = probing('Bash: rm x', among);
    const hooksOf = (id: string) =>
      of(id)?.hooks.map(({ event, matcher, file }) => `${file} ${event} ${matcher}`);
    assert.deepEqual(hooksOf('codex'), [
      '.codex/hooks.json PreToolUse Bash',
      '.codex/hooks.json PreToolUse ^B.*h$',
    ]);
    assert.deepEqual(hooksOf('copilot-cli'), [
      '.github/hooks/a.json preToolUse bash|edit',
      '.github/hooks/sub/b.json PreToolUse Bash',
      '.claude/settings.json PreToolUse Edit|Bash',
    ]);
    assert.equal(of('copilot-cli')?.action, 'unknown');
    const edit = probing('Edit: a.ts', among);
    assert.deepEqual(
      edit.of('codex')?.hooks.map(({ matcher }) => matcher),
      ['Edit|Write'],
    );
  });

  it('shows the hooks of settings that are not disabled, in groups of a type that runs', () => {
    const grouped = (matcher: string, command: string, name?: string) => ({
      ...{ matcher, hooks: [{ type: 'command', command, ...(name !== undefined && { name }) }] },
    });
    const groups = [
      grouped('shell', './a.sh'),
      grouped('Bash', './b.sh'),
      grouped('write_file|edit', './c.sh'),
      grouped('*', './d.sh', 'guard'),
      { type: 'command', command: './flat.sh' },
      {
        hooks: [
          { type: 'unknown', command: './e.sh' },
          { type: 'http', url: 'https://a.b' },
        ],
      },
    ];
    const among = {
      '.gemini/settings.json': JSON.stringify({
        hooks: { BeforeTool: groups },
        hooksConfig: { disabled: ['guard'] },
      }),
      '.qwen/settings.json': JSON.stringify({ hooks: { PreToolUse: groups } }),
    };
    const runsIn = (id: string, call: string, files: Readonly<Record<string, string>> = among) =>
      probing(call, files)
        .of(id)
        ?.hooks.map(({ runs }) => runs);
    assert.deepEqual(runsIn('gemini-cli', 'Bash: ls'), ['./a.sh']);
    assert.deepEqual(runsIn('qwen-code', 'Bash: ls'), [
      ...['./a.sh', './b.sh', './d.sh', 'https://a.b'],
    ]);
    assert.deepEqual(runsIn('qwen-code', 'Edit: a.ts'), ['./c.sh', './d.sh', 'https://a.b']);
    assert.deepEqual(runsIn('gemini-cli', 'mcp__server__list'), []);
    assert.deepEqual(runsIn('gemini-cli', 'mcp_server_list'), []);
    const off = {
      '.gemini/settings.json': JSON.stringify({
        hooks: { BeforeTool: groups },
        hooksConfig: { enabled: false },
      }),
      '.qwen/settings.json': JSON.stringify({
        hooks: { PreToolUse: groups },
        disableAllHooks: true,
      }),
    };
    assert.deepEqual(runsIn('gemini-cli', 'Bash: ls', off), []);
    assert.deepEqual(runsIn('qwen-code', 'Bash: ls', off), []);
  });

  it('shows no hook of which it is not certain that it names the tool', () => {
    const group = (matcher?: string) => ({
      ...(matcher !== undefined && { matcher }),
      hooks: [hook],
    });
    const { of } = probing('WebFetch: https://example.com', {
      '.github/hooks/a.json': JSON.stringify({
        hooks: { PreToolUse: [group('WebFetch'), group('web_fetch'), group('.*'), group()] },
      }),
    });
    assert.deepEqual(
      of('copilot-cli')?.hooks.map(({ matcher }) => matcher),
      [null],
    );
  });

  it('accepts the name of a tool of a server', () => {
    assert.equal(probing('mcp__tickets__close').of('claude-code')?.action, 'allow');
    assert.equal(probing('mcp__files__delete').of('claude-code')?.action, 'ask');
  });

  it('leaves out the rules of a file that is ignored', () => {
    const text = settings({ deny: ['Bash(rm:*)'] }, { cleanupPeriodDays: '30' });
    const local = settings({ allow: ['Bash(rm:*)'] });
    const { of } = probing('Bash: rm x', {
      '.claude/settings.json': text,
      '.claude/settings.local.json': local,
    });
    assert.equal(of('claude-code')?.action, 'allow');
    assert.equal(of('claude-code')?.rule?.file, '.claude/settings.local.json');
  });

  it('ends with 1 where the call is denied', () => {
    const { code } = running(files, ['probe', 'Bash: rm x', '--program', 'claude-code']);
    assert.equal(code, 1);
  });

  it('is printed for people', () => {
    const { out } = running(files, ['probe', 'Read: .env', '--program', 'claude-code']);
    assert.match(
      out,
      /^Claude Code [\d.]+: denied\n {2}A rule denies it\. .*\n {2}rule: deny Read\(\.env\) \(\.claude\/settings\.json:5\)\n$/,
    );
  });

  const guardsOf = (among: Readonly<Record<string, string>>) => {
    const { code, json } = running(among, ['probe', '--guards', '--format', 'json']);
    const rows = (json as GuardsResult).guards.map(({ text, file, line, call, programs }) =>
      [
        `${text} (${file}:${line})`,
        call ? `${call.tool}: ${call.subject}` : 'no call',
        ...programs.map(({ host, action, hooks }) => `${host} ${action} ${hooks.length}`),
      ].join(' | '),
    );
    return { code, rows };
  };

  it('shows for each guard what all programs do with a call to which it applies', () => {
    const { code, rows } = guardsOf(files);
    assert.deepEqual(rows, [
      'deny Bash(rm:*) (.claude/settings.json:4) | Bash: rm | claude-code deny 1 | codex unknown 0 | opencode ask 0',
      'deny Read(.env) (.claude/settings.json:5) | Read: .env | claude-code deny 0 | codex unknown 0 | opencode ask 0',
      'PreToolUse Bash|Edit: ./check.sh (.claude/settings.json:17) | Edit: src/a.ts | claude-code ask 1 | codex unknown 0 | opencode deny 0',
      'deny edit, * (opencode.json:2) | edit: src/a.ts | claude-code ask 1 | codex unknown 0 | opencode deny 0',
    ]);
    assert.equal(code, 0);
  });

  it('ends with 1 where a program makes a call at once that another one denies or checks', () => {
    const check = { '.claude/settings.json': settings({ deny: ['Bash(rm:*)'] }) };
    const allowed = { 'opencode.json': '{ "permission": { "bash": "allow" } }' };
    assert.equal(guardsOf({ ...check, ...allowed }).code, 1);
    assert.equal(guardsOf(check).code, 0);
    const asked = { 'opencode.json': '{ "permission": { "bash": "ask" } }' };
    assert.equal(guardsOf({ ...check, ...asked }).code, 0);
  });

  it('finds a call for each form of a rule', () => {
    const calls = {
      'Bash(git push *)': 'Bash: git push',
      'Bash(npm * --force)': 'Bash: npm x --force',
      'Bash(git push --force*)': 'Bash: git push --force',
      'Edit(src/**)': 'Edit: src/x',
      'Read(./secrets/**)': 'Read: secrets/x',
      'WebFetch(domain:example.com)': 'WebFetch: https://example.com',
      ...{ mcp__tickets: 'mcp__tickets__tool: ', mcp__files__delete: 'mcp__files__delete: ' },
      Bash: 'Bash: ls',
    };
    for (const [rule, call] of Object.entries(calls)) {
      const { rows } = guardsOf({ '.claude/settings.json': settings({ deny: [rule] }) });
      assert.deepEqual(rows, [
        `deny ${rule} (.claude/settings.json:4) | ${call} | claude-code deny 0`,
      ]);
    }
  });

  it('shows a rule of which no call is known, and each of several hooks', () => {
    const grouped = (matcher: string, command: string) => ({
      matcher,
      hooks: [{ type: 'command', command }],
    });
    const PreToolUse = [grouped('Bash', './a.sh'), grouped('mcp__.*', './b.sh')];
    const among = {
      '.claude/settings.json': JSON.stringify({
        permissions: { deny: ['Write(.env)'] },
        hooks: { PreToolUse },
      }),
    };
    assert.deepEqual(guardsOf(among).rows, [
      'deny Write(.env) (.claude/settings.json:null) | no call',
      'PreToolUse Bash: ./a.sh (.claude/settings.json:1) | Bash: ls | claude-code unknown 1',
      'PreToolUse mcp__.*: ./b.sh (.claude/settings.json:1) | mcp__server__tool:  | claude-code ask 1',
    ]);
  });

  it('prints guards for people', () => {
    const { out } = running(files, ['probe', '--guards', '--program', 'claude-code,opencode']);
    assert.match(
      out,
      /^deny Bash\(rm:\*\) \(\.claude\/settings\.json:4\)\n {2}Bash: rm\n {2}Claude Code: denied, after 1 hook\n {2}OpenCode: the user is asked\n\n/,
    );
    const none = running({ '.claude/settings.json': '{}' }, ['probe', '--guards']);
    assert.equal(none.out, 'No rule denies a call here, and no hook checks one.\n');
    assert.equal(none.code, 0);
  });

  it('reports what it cannot answer as a usage error', () => {
    const errors: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /requires a call/],
      ...['', '  ', ':', ': ls', 'Bash:', 'Bash:  '].map(
        (call) => [[call], /is not a complete call/] as const,
      ),
      [['Bash: ls', '/nope'], /^dossier: file not found: \/nope\. Check the path\.\n$/],
      [['Bash: ls', 'opencode.json'], /"opencode\.json" is not a folder/],
    ];
    for (const [words, message] of errors)
      for (const format of ['human', 'json']) {
        const { code, out, err } = running(files, ['probe', ...words, '--format', format]);
        assert.deepEqual([code, out], [2, ''], words.join());
        assert.match(err, message);
      }
    const { code, err } = running({ 'a.txt': '' }, ['probe', 'Bash: ls']);
    assert.equal(code, 2);
    assert.match(err, /^dossier: no program is configured .* --program ID\.\n$/);
  });

  it('ends with 0 where it is not known what is decided', () => {
    const { code, out } = running(files, ['probe', 'Bash: ls', '--program', 'codex']);
    assert.equal(code, 0);
    assert.match(out, /: not known\n/);
  });

  const project = {
    '.git/HEAD': '',
    '.claude/settings.json': settings({
      deny: ['Edit(secret/**)', 'Read(secret/**)'],
      allow: ['Edit(/src/**)', 'Bash(rm:*)'],
    }),
    'src/a.ts': '',
    'src/deep/b.ts': '',
  };
  const on = (call: string, ...path: readonly string[]) => {
    const { json, err } = running(project, ['probe', call, ...path, '--format', 'json']);
    const { call: asked, programs } = json as ProbeResult;
    return { subject: asked.subject, action: programs[0]?.action, err };
  };

  it('resolves a path, and does not state that one out of the project is allowed', () => {
    const actionOn = (call: string) => {
      const { subject, action } = on(call);
      return [subject, action];
    };
    assert.deepEqual(actionOn('Edit: src/../secret/a'), ['secret/a', 'deny']);
    assert.deepEqual(actionOn('Read: src/../secret/a'), ['secret/a', 'deny']);
    assert.deepEqual(actionOn('Write: .//src/./a'), ['src/a', 'allow']);
    for (const path of ['src/../../../etc/passwd', '/etc/passwd', '~/a', 'src/..', '.'])
      assert.equal(on(`Edit: ${path}`).action, 'unknown', path);
    const mode = { '.claude/settings.json': settings({ defaultMode: 'acceptEdits' }) };
    const { of } = probing('Edit: src/../../../etc/passwd', mode);
    assert.equal(of('claude-code')?.action, 'unknown');
  });

  it('does not change what is no path', () => {
    assert.deepEqual(on('Bash: ./rm x').subject, './rm x');
    assert.equal(on('Bash: ./rm x').action, 'unknown');
    assert.equal(on('WebFetch: https://example.com/a/../b').subject, 'https://example.com/a/../b');
  });

  it('does not decide on a command that is not given', () => {
    assert.equal(on('Bash').action, 'unknown');
  });

  it('uses the settings of the project around a folder, and reports that', () => {
    const inside = on('Edit: a.ts', 'src');
    assert.deepEqual([inside.subject, inside.action], ['src/a.ts', 'allow']);
    assert.match(inside.err, /^dossier: using the settings of the project in \S+\.\n$/);
    assert.equal(on('Edit: ../../secret/a', 'src/deep').action, 'deny');
    assert.equal(on('Edit: src/a.ts').err, '');
    const { '.git/HEAD': _, ...unversioned } = project;
    const { json } = running(unversioned, ['probe', 'Edit: a.ts', 'src', '--format', 'json']);
    assert.equal((json as ProbeResult).call.subject, 'src/a.ts');
  });

  it('does not look for a project above the root of the repository', () => {
    const { code } = running({ ...project, 'inner/.git/HEAD': '' }, ['probe', 'Bash: ls', 'inner']);
    assert.equal(code, 2);
  });
});
