// What is read from the companions of agents: configuration, settings, skills, prompts, commands.

import assert from 'node:assert/strict';
import { defaultContext } from '../../server/hosts/model/context';
import { agentKindOf } from '../../server/hosts/model/place';
import { companionsAt, rootFor } from '../../server/workspace/companions/files';
import { companionNames } from '../../server/workspace/companions/names';
import { dice } from '../conformance/random';
import { hosts } from '../support/catalog';
import { type Mark, underline, underlined } from '../support/marked-text';
import { personaInput } from '../support/referring';

const home = '/home/me';
const hostOf = (id: string) => hosts.filter((host) => host.id === id);

/** Fails unless the host finds exactly what the template underlines. */
function reading(template: string, hostId: string, path: string): void {
  const { text, marks } = underlined(template);
  const has = (file: string): boolean => file.includes('/plug/');
  const places = companionsAt(path, hostOf(hostId), { home, has });
  assert.notEqual(places.length, 0, `${hostId} does not read ${path}`);
  const found = places.flatMap(({ file }) => companionNames(text, file, path) ?? []);
  const inText = found.filter(({ span }) => span.end > 0);
  const marked = inText.map(({ kind, does, span }): Mark => ({ span, label: `${kind} ${does}` }));
  assert.equal(underline(text, marked), underline(text, marks));
  for (const { name, span } of inText) assert.equal(text.slice(span.start, span.end), name);
}

describe('the companions of the agents', () => {
  it('of Claude Code: servers, with comments and a comma too many', () =>
    reading(
      `
      {
        // ours
        "mcpServers": {
          "github": { "command": "x", "env": { "mcpServers": {} } },
           ^^^^^^ mcp-server defines
          "my db": { "url": "y" },
           ^^^^^ mcp-server defines
        },
      }
    `,
      'claude-code',
      '/p/.mcp.json',
    ));
  it('of Claude Code: settings', () =>
    reading(
      `
      {
        "permissions": {
          "allow": ["Agent(a)"],
          "deny": ["Agent(deployer)", "Task(old lead)", "Agent( x )", "Agent(a, b)", "Bash(git:*)", "Agent", 5, "Agent()"]
                          ^^^^^^^^ agent denies
                                            ^^^^^^^^ agent denies
        },
        "enabledMcpjsonServers": ["github"],
                                   ^^^^^^ mcp-server names
        "disabledMcpjsonServers": ["jira"]
                                    ^^^^ mcp-server denies
      }
    `,
      'claude-code',
      '/p/.claude/settings.local.json',
    ));
  it('of Claude Code: a plugin', () => {
    reading(
      `
      { "name": "plug", "mcpServers": { "db": {} } }
                                         ^^ mcp-server defines
    `,
      'claude-code',
      '/p/plug/.claude-plugin/plugin.json',
    );
    reading(
      '{ "name": "plug", "mcpServers": "./servers.json" }',
      'claude-code',
      '/p/plug/.claude-plugin/plugin.json',
    );
  });
  it('of Claude Code: skills', () =>
    reading(
      `
      ---
      name: style guide
            ^^^^^^^^^^^ skill defines
      context: fork
      agent: "reviewer"
              ^^^^^^^^ agent names
      ---
    `,
      'claude-code',
      '/p/.claude/skills/style/SKILL.md',
    ));
  it('of VS Code', () => {
    reading(
      `
      { "inputs": [], "servers": { "github": {} } }
                                    ^^^^^^ mcp-server defines
    `,
      'vscode',
      '/p/.vscode/mcp.json',
    );
    reading(
      `
      ---
      agent: 'Code Reviewer'
              ^^^^^^^^^^^^^ agent names
      tools: [edit]
      ---
    `,
      'vscode',
      '/p/.github/prompts/review.prompt.md',
    );
  });
  it('of Copilot CLI', () =>
    reading(
      `
      { "mcpServers": { "db": {} } }
                         ^^ mcp-server defines
    `,
      'copilot-cli',
      `${home}/.copilot/mcp-config.json`,
    ));
  it('of OpenCode', () => {
    reading(
      `
      {
        "default_agent": "lead",
                          ^^^^ agent names
        "mcp": { "github": { "type": "local" } },
                  ^^^^^^ mcp-server defines
        "agent": { "team/lead": { "agent": "x" } },
                    ^^^^^^^^^ agent defines
        "command": { "test": { "agent": "tester" } }
                                         ^^^^^^ agent names
      }
    `,
      'opencode',
      '/p/.opencode/opencode.jsonc',
    );
    reading(
      `
      ---
      agent: tester
             ^^^^^^ agent names
      ---
      agent: no
    `,
      'opencode',
      '/p/.opencode/command/a/test.md',
    );
    reading(
      `
      ---
      name: guide
            ^^^^^ skill defines
      ---
    `,
      'opencode',
      '/p/.claude/skills/other/SKILL.md',
    );
  });
  it('of Kilo', () =>
    reading(
      `
      { "mcp": { "db": {} }, "agents": { "a": {} } }
                  ^^ mcp-server defines
    `,
      'kilo',
      '/p/kilo.json',
    ));

  it('give a skill the name of its folder too', () => {
    const path = '/p/.claude/skills/style/SKILL.md';
    const [place] = companionsAt(path, hostOf('claude-code'));
    assert.ok(place);
    assert.deepEqual(companionNames('# Style', place.file, path), [
      { kind: 'skill', does: 'defines', name: 'style', span: { start: 0, end: 0 } },
    ]);
  });
  it('deny what they switch off', () => {
    reading(
      `
      { "agent": { "old": { "disable": true }, "new": { "disable": false } } }
                    ^^^ agent denies
                                                ^^^ agent defines
    `,
      'opencode',
      '/p/opencode.json',
    );
    const path = '/p/.claude/skills/style/SKILL.md';
    const [place] = companionsAt(path, hostOf('claude-code'));
    assert.ok(place);
    const text = '---\nname: guide\ndisable-model-invocation: true\n---\n';
    assert.deepEqual(
      companionNames(text, place.file, path)?.map(({ name, does }) => [name, does]),
      [
        ['style', 'denies'],
        ['guide', 'denies'],
      ],
    );
  });
  it('report when they cannot be read, for example while one is being edited', () => {
    const path = '/p/.mcp.json';
    const [place] = companionsAt(path, hostOf('claude-code'));
    assert.ok(place);
    assert.equal(companionNames('{"mcpServers": {"a', place.file, path), null);
    assert.deepEqual(companionNames('{"mcpServers": ["a", 5]}', place.file, path), []);
    assert.deepEqual(companionNames('5', place.file, path), []);
    const [escaped] = companionNames('{"mcpServers": {"a\\u0062": {}}}', place.file, path) ?? [];
    assert.equal(escaped?.name, 'ab');
  });
  it('are recognized by their path', () => {
    const of = (path: string, id = 'claude-code'): readonly string[] =>
      companionsAt(path, hostOf(id), { home, has: (file) => file.startsWith('/p/plug/') }).map(
        ({ root, file }) => `${file.scope} ${root}`,
      );
    assert.deepEqual(of('/p/.mcp.json'), ['project /p']);
    assert.deepEqual(of('.mcp.json'), ['project ']);
    assert.deepEqual(of('/p/plug/.mcp.json'), ['project /p/plug', 'plugin /p/plug']);
    assert.deepEqual(of(`${home}/.claude/settings.json`), [`user ${home}`]);
    assert.deepEqual(of('/p/.claude/settings.json'), ['project /p']);
    assert.deepEqual(of('/p/.claude/settings.json.bak'), []);
    assert.deepEqual(of('/p/x.mcp.json'), []);
    assert.deepEqual(of('/p/.claude/skills/a/b/SKILL.md'), []);
    assert.deepEqual(of('/p/.opencode/skill/a/b/SKILL.md', 'opencode'), ['project /p']);
    assert.equal(rootFor('{a,b.c}/**/*.md', '/x/a/y/a/z/q.md'), '/x/a/y');
    assert.equal(rootFor('{a,b.c}/**/*.md', '/x/bxc/q.md'), null);
  });
  it('are declared with where that is known from', () => {
    for (const { id, companionFiles } of hosts)
      for (const { glob, evidence } of companionFiles ?? [])
        assert.notEqual(evidence.how, 'unknown', `${id} ${glob}`);
  });
  it('never throw, whatever they contain', () => {
    const random = dice(3);
    const parts = [
      '{',
      '}',
      '[',
      ']',
      '"mcpServers"',
      ':',
      ',',
      '"a"',
      '5',
      '---\n',
      'name: ',
      '\n',
    ];
    const files = hosts.flatMap(({ companionFiles }) => companionFiles ?? []);
    for (let times = 0; times < 300; times++) {
      const text = Array.from({ length: random.upTo(12) }, () => random.of(parts)).join('');
      for (const file of files) companionNames(text, file, 'a/b/SKILL.md');
    }
  });
});

describe('an agent contains its own servers', () => {
  const serversOf = (text: string, path: string, id: string): readonly string[] => {
    const input = personaInput(text, path, id);
    const names = agentKindOf(input.place)?.defines?.({ ...input, context: defaultContext }) ?? [];
    for (const { name, span } of names) assert.equal(text.slice(span.start, span.end), name);
    return names.map(({ name }) => name);
  };

  it('in Claude Code as maps in a list', () => {
    const text =
      '---\nmcpServers:\n  - github\n  - own:\n      command: x\n  - {a: {}, b: {}}\n  - "b c": {}\n---\n';
    assert.deepEqual(serversOf(text, '.claude/agents/a.md', 'claude-code'), ['own', 'b c']);
    assert.deepEqual(serversOf(text, 'plug/agents/a.md', 'claude-code'), []);
    assert.deepEqual(
      serversOf('---\nmcpServers: {a: {}}\n---\n', '.claude/agents/a.md', 'claude-code'),
      [],
    );
  });
  it('in Copilot CLI as a map', () => {
    const text = '---\ndescription: d\nmcp-servers:\n  own: {}\n---\n';
    assert.deepEqual(serversOf(text, '.github/agents/a.agent.md', 'copilot-cli'), ['own']);
    const empty = '---\ndescription: d\nmcp-servers:\n---\n';
    assert.deepEqual(serversOf(empty, '.github/agents/a.agent.md', 'copilot-cli'), []);
  });
});
