// What `dossier explain FOLDER` shows of a plugin.
import assert from 'node:assert/strict';
import { explainPlugin, folderAt } from '../../server/cli/explain-plugin';
import type { CheckResult, ExplainedPlugin } from '../../server/contract/library';
import { memoryFileSystem } from '../../server/world/memory';
import { catalog } from '../support/catalog';
import { running } from '../support/running';

const agent = '---\nname: reviewer\ndescription: Reviews changes.\n---\n\nYou review.\n';
const skill = '---\nname: greet\ndescription: Greets.\n---\n\nGreet.\n';
const command = '---\ndescription: Opens a pull request.\n---\n\nOpen it.\n';
const standard = 'https://agent-plugins.org/schemas/1.0.0/plugin.schema.json';

const plugin = (manifest: string, text: string): Record<string, string> => ({
  [`plug/${manifest}`]: text,
  'plug/agents/reviewer.md': agent,
  'plug/skills/greet/SKILL.md': skill,
  'plug/commands/git/pr.md': command,
  'plug/.mcp.json': '{ "mcpServers": { "docs": { "command": "node" } } }',
});

const explained = (files: Record<string, string>, ...more: readonly string[]): ExplainedPlugin => {
  const { json } = running(files, ['explain', 'plug', '--format', 'json', ...more]);
  const [found] = (json as { plugins: readonly ExplainedPlugin[] }).plugins;
  assert.ok(found);
  return found;
};

/** `part: name in each program`. */
const rows = ({ parts }: ExplainedPlugin): readonly string[] =>
  parts.map(
    ({ kind, file, programs }) =>
      `${kind} ${file}: ${programs.map(({ isLoaded, name }) => (isLoaded ? name : '-')).join(', ')}`,
  );

const asked = ['--program', 'claude-code,copilot-cli,codex'];

describe('dossier explain FOLDER', () => {
  it('names each part of a plugin in each program', () => {
    const found = explained(plugin('.claude-plugin/plugin.json', '{ "name": "Tools" }'), ...asked);
    assert.deepEqual(
      found.programs.map(({ host, name, manifest }) => [host, name, manifest]),
      [
        ['claude-code', 'Tools', '.claude-plugin/plugin.json'],
        ['copilot-cli', 'tools', '.claude-plugin/plugin.json'],
        ['codex', 'Tools', '.claude-plugin/plugin.json'],
      ],
    );
    assert.deepEqual(rows(found), [
      'agent agents/reviewer.md: Tools:reviewer, tools:reviewer, -',
      'skill skills/greet/SKILL.md: Tools:greet, tools:greet, Tools:greet',
      'command commands/git/pr.md: Tools:git:pr, -, Tools:source-command-git-pr',
      'server .mcp.json: docs, docs, docs',
    ]);
  });

  it('finds agents and skills in a folder of the project that the manifest names', () => {
    const found = explained(
      {
        'plug/plugin.json':
          '{ "name": "tools", "agents": ".github/agents/", "skills": ".github/skills/" }',
        'plug/.github/agents/reviewer.agent.md': agent,
        'plug/.github/skills/greet/SKILL.md': skill,
        'plug/.github/skills/.drafts/later/SKILL.md': skill,
      },
      '--program',
      'copilot-cli',
    );
    assert.deepEqual(rows(found), [
      'agent .github/agents/reviewer.agent.md: tools:reviewer',
      'skill .github/skills/greet/SKILL.md: tools:greet',
    ]);
  });

  it('states why a program loads nothing, and why it drops a part', () => {
    const found = explained(
      plugin('.claude-plugin/plugin.json', '{ "name": "tools", "agents": "./agents/" }'),
      ...asked,
    );
    assert.match(String(found.programs[0]?.fault), /^"agents" in the plugin manifest must be /);
    assert.deepEqual(
      found.parts[0]?.programs.map(({ why }) => why),
      ['Claude Code loads nothing from this plugin.', null, 'Codex has no agents of plugins.'],
    );
  });

  it('shows what a manifest of the standard changes', () => {
    const found = explained(
      plugin('plugin.json', `{ "$schema": "${standard}", "name": "tools" }`),
      ...asked,
    );
    assert.deepEqual(rows(found), [
      'agent agents/reviewer.md: plug:reviewer, -, -',
      'skill skills/greet/SKILL.md: plug:greet, tools:greet, tools:greet',
      'command commands/git/pr.md: plug:git:pr, -, -',
      'server .mcp.json: docs, -, -',
    ]);
  });

  it('has columns for programs of which it is not known what they load', () => {
    const { out } = running(plugin('.claude-plugin/plugin.json', '{ "name": "tools" }'), [
      'explain',
      'plug',
      '--program',
      'claude-code,cursor',
    ]);
    assert.match(out, /^agent agents\/reviewer\.md +tools:reviewer +not known$/m);
  });

  it('prints a table in Markdown', () => {
    const { out, code } = running(plugin('.claude-plugin/plugin.json', '{ "name": "tools" }'), [
      ...['explain', 'plug', '--program', 'claude-code,codex', '--format', 'markdown'],
    ]);
    assert.equal(code, 0);
    assert.match(out, /^\| agent agents\/reviewer\.md \| `tools:reviewer` \| not loaded \|$/m);
    assert.match(out, /^- agents\/reviewer\.md: Codex has no agents of plugins\.$/m);
  });

  it('explains the working folder', () => {
    const memory = memoryFileSystem(
      {
        '.claude-plugin/plugin.json': '{ "name": "tools" }',
        'skills/greet/SKILL.md': skill,
      },
      '/home/user/plug',
    );
    // The disk begins the paths of files in `.` with `./`.
    const world = {
      ...memory,
      catalog,
      read: (path: string) => memory.read(path.replace(/^\.\//, '')),
      *walk(folder: string, isWanted: (path: string) => boolean) {
        const begin = folder === '.' ? './' : '';
        for (const path of memory.walk(folder, (one) => isWanted(begin + one))) yield begin + path;
      },
    };
    for (const folder of ['.', './']) {
      const found = explainPlugin(folderAt(folder, world), catalog.mainHosts);
      assert.equal(found.folder, '.');
      assert.equal(found.programs[0]?.name, 'tools', folder);
      assert.deepEqual(
        found.parts.map(({ file }) => file),
        ['skills/greet/SKILL.md'],
      );
    }
  });

  it('takes the name of the working folder for a plugin without a manifest', () => {
    const files = { 'skills/greet/SKILL.md': skill };
    const world = { ...memoryFileSystem(files, '/home/user/plug'), catalog };
    const found = explainPlugin(folderAt('.', world), catalog.mainHosts);
    assert.equal(found.programs[0]?.name, 'plug');
  });

  it('loads the servers that the check of the file accepts', () => {
    const servers = {
      a: { type: 'streamable-http', url: 'https://example.com/mcp' },
      b: { type: 'ws', url: 'wss://example.com/mcp' },
      c: { type: 'http', url: 'https://example.com/mcp', tools: ['*'] },
      d: { command: 'x', args: [1] },
      e: { command: 'x', env: { A: 1 } },
      f: { command: 'x' },
      g: { url: 'https://example.com/mcp' },
      workspace: { command: 'x' },
    };
    const files = {
      'plug/.claude-plugin/plugin.json': '{ "name": "tools" }',
      'plug/.mcp.json': JSON.stringify({ mcpServers: servers }, null, 2),
    };
    const { parts } = explained(files, '--program', 'claude-code,codex');
    const loadedBy = (index: number): string =>
      parts
        .flatMap(({ server, programs }) => (programs[index]?.isLoaded ? (server ?? []) : []))
        .join();
    assert.equal(loadedBy(0), 'a,b,f');
    assert.equal(loadedBy(1), 'a,b,c,f,g,workspace');
    const { json } = running(files, [
      ...['check', 'plug/.mcp.json', '--program', 'claude-code', '--format', 'json'],
    ]);
    const lines = files['plug/.mcp.json'].split('\n');
    const reported = (json as CheckResult).findings.map(({ range }) => range?.start.line ?? -1);
    const beginOf = (name: string): number =>
      lines.findIndex((line) => line.startsWith(`    "${name}":`));
    const names = Object.keys(servers);
    const faulty = names.filter((name, index) => {
      const next = names[index + 1];
      const end = next === undefined ? lines.length : beginOf(next);
      return reported.some((line) => line >= beginOf(name) && line < end);
    });
    assert.equal(faulty.join(), 'c,d,e,g,workspace');
  });

  it('loads no server of a file in which Copilot CLI rejects one', () => {
    const at = (server: object): unknown => {
      const found = explained(
        {
          'plug/plugin.json': '{ "name": "tools" }',
          'plug/.mcp.json': JSON.stringify({ mcpServers: { good: { command: 'x' }, server } }),
        },
        ...['--program', 'copilot-cli'],
      );
      return found.parts.map(({ programs }) => programs[0]?.isLoaded);
    };
    assert.deepEqual(at({ command: 'x', env: { A: '1' } }), [true, true]);
    assert.deepEqual(at({ command: 'x', env: { A: 1 } }), [false, false]);
    assert.deepEqual(at({ type: 'ws', url: 'wss://example.com/mcp' }), [false, false]);
  });

  it('does not state that a program looks elsewhere for a server of a file that it reads', () => {
    const found = explained(
      {
        'plug/.claude-plugin/plugin.json': '{ "name": "tools" }',
        'plug/.mcp.json': '{ "mcpServers": { "x": { "command": 5 } } }',
      },
      ...['--program', 'claude-code'],
    );
    assert.equal(found.parts[0]?.programs[0]?.why, 'Claude Code does not load this server.');
  });

  it('calls the commands of the whole folder by their whole names', () => {
    const found = explained(
      {
        'plug/.claude-plugin/plugin.json': '{ "name": "tools", "commands": "./" }',
        'plug/pr.md': command,
        'plug/git/pr.md': command,
      },
      ...['--program', 'claude-code'],
    );
    assert.deepEqual(rows(found), ['command git/pr.md: tools:git:pr', 'command pr.md: tools:pr']);
  });

  it('names the part of the manifest that is wrong', () => {
    const faultOf = (manifest: string): unknown =>
      explained(
        { 'plug/.claude-plugin/plugin.json': manifest, 'plug/skills/greet/SKILL.md': skill },
        ...['--program', 'claude-code'],
      ).programs[0]?.fault;
    assert.equal(
      faultOf(
        '{ "name": "tools", "commands": { "x": { "source": "./commands" }, "constructor": null } }',
      ),
      '"commands.constructor" in the plugin manifest must be a map.',
    );
    assert.match(
      String(faultOf('{ "name": "tools", "skills": ["./a", "b"] }')),
      /^"skills\[1\]" in the plugin manifest must be a path /,
    );
    assert.equal(
      faultOf('{ "name": "tools", "lspServers": { "go": {} } }'),
      '"lspServers.go" in the plugin manifest has no "extensionToLanguage".',
    );
  });

  it('states that a folder has more files than are read', () => {
    const files = {
      ...plugin('.claude-plugin/plugin.json', '{ "name": "tools" }'),
      ...Object.fromEntries(Array.from({ length: 4_995 }, (_, index) => [`plug/z/${index}`, ''])),
    };
    const note = /^The folder has more than 5,000 files\. Only the first 5,000 were read\.$/m;
    const shown = (more: Record<string, string>): string =>
      running({ ...files, ...more }, ['explain', 'plug', '--program', 'claude-code']).out;
    assert.doesNotMatch(shown({}), note);
    assert.match(shown({ 'plug/z/last': '' }), note);
    const { code, err } = running(
      Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`src/${index}`, ''])),
      ['explain', 'src'],
    );
    assert.equal(code, 2);
    assert.match(err, /src has more than 5,000 files, and no plugin in the first 5,000\./);
  });

  it('prints no control characters of a manifest', () => {
    const key = JSON.stringify('x\u001b[31m\n::error::y');
    const files = {
      'plug/.claude-plugin/plugin.json': `{ "name": "tools", "commands": { ${key}: null } }`,
    };
    for (const format of ['human', 'markdown']) {
      const { out } = running(files, [
        ...['explain', 'plug', '--program', 'claude-code', '--format', format],
      ]);
      assert.match(out, /"commands\.x.* ::error::y" in the plugin manifest must be a map\./);
      assert.ok(!out.includes('\u001b'));
    }
  });

  it('explains no other folder', () => {
    const { code, err } = running({ 'src/main.ts': 'x' }, ['explain', 'src']);
    assert.equal(code, 2);
    assert.match(
      err,
      /src is no plugin: it has no manifest, and no part that a program loads\. Name files,/,
    );
  });
});

describe('dossier explain FOLDER --fix', () => {
  const files = {
    'plug/plugin.json': `{ "$schema": "${standard}", "name": "tools" }\n`,
    'plug/agents/reviewer.md': agent,
    'plug/skills/greet/SKILL.md': skill,
    'plug/commands/pr.md':
      '---\ndescription: Opens a pull request.\nargument-hint: [title]\n---\n\nOpen it.\n',
  };

  it('moves and writes files, so that each program loads at least what it did', () => {
    const { out, code, file } = running(files, ['explain', 'plug', '--fix', ...asked]);
    assert.equal(code, 0);
    assert.match(
      out,
      /^Moved agents\/reviewer\.md to com\.github\.copilot\/agents\/reviewer\.md$/m,
    );
    assert.match(out, /^Created \.claude-plugin\/plugin\.json$/m);
    assert.equal(file('plug/agents/reviewer.md'), undefined);
    assert.equal(file('plug/com.github.copilot/agents/reviewer.md'), agent);
    assert.match(
      file('plug/com.github.copilot/commands/pr.md') ?? '',
      /^argument-hint: "\[title\]"$/m,
    );
    const manifest = file('plug/.claude-plugin/plugin.json') ?? '';
    assert.deepEqual(JSON.parse(manifest), {
      name: 'tools',
      agents: ['./com.github.copilot/agents/reviewer.md'],
      commands: ['./com.github.copilot/commands/pr.md'],
    });
  });

  it('writes nothing with --dry-run', () => {
    const { out, file } = running(files, ['explain', 'plug', '--fix', '--dry-run', ...asked]);
    assert.match(out, /^Would move agents\/reviewer\.md to /m);
    for (const [name, text] of Object.entries(files)) assert.equal(file(name), text);
    assert.equal(file('plug/.claude-plugin/plugin.json'), undefined);
  });

  it('changes nothing where every program loads what it can', () => {
    const { out } = running(plugin('.claude-plugin/plugin.json', '{ "name": "tools" }'), [
      ...['explain', 'plug', '--fix', ...asked],
    ]);
    assert.match(out, /No change was found/);
  });

  for (const [words, message] of [
    [['plug', '--dry-run'], /--dry-run requires --fix/],
    [['plug/agents/reviewer.md', '--fix'], /--fix is for folders/],
  ] as const)
    it(`refuses ${words.join(' ')}`, () => {
      const { err, code } = running(files, ['explain', ...words]);
      assert.equal(code, 2);
      assert.match(err, message);
    });

  it('explains why a folder has no table', () => {
    const errorOf = (files: Record<string, string>, folder: string): string =>
      running(files, ['explain', folder]).err.trim();
    const listing = '{ "name": "m", "owner": { "name": "o" }, "plugins": [] }';
    assert.equal(
      errorOf({ 'm/.claude-plugin/marketplace.json': listing, 'm/x/README.md': '# x' }, 'm'),
      'dossier: m has a list of plugins, .claude-plugin/marketplace.json, and is no plugin. Name the folder of one of them.',
    );
    assert.equal(
      errorOf({ 'plug/node_modules/x/index.js': '' }, 'plug'),
      'dossier: plug has no files. Name the folder of a plugin.',
    );
  });

  it('has a table of a plugin whose manifest is no JSON, with the reason in each program', () => {
    const found = explained(plugin('.claude-plugin/plugin.json', '{ "name": '), ...asked);
    assert.deepEqual(
      new Set(found.programs.map(({ fault }) => fault)),
      new Set(['The plugin manifest is not valid JSON.']),
    );
    assert.ok(found.parts.every(({ programs }) => programs.every(({ isLoaded }) => !isLoaded)));
  });
});
