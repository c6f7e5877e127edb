// Keys of MCP servers that a program does not read: what is reported, and what is offered.
import assert from 'node:assert/strict';
import { fixing } from '../support/fixing';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

/** What is found in the text, in the program that owns the file. */
const found = (at: string, text: string): readonly string[] =>
  viewAt(text, { at })
    .findings()
    .map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );

const inProject = (server: string): readonly string[] =>
  found('.mcp.json', `{ "mcpServers": { "a": ${server} } }`);

const renamed = (at: string, marked: string, to: string, result: string): void => {
  fixing(marked, { at }).taking(`Rename to "${to}"`).gives(result);
};

describe('a key of an MCP server that is not read', () => {
  it('is reported at the key, with the key that was meant', () => {
    assert.deepEqual(inProject('{ "command": "npx", "arg": ["-y"], "enviroment": { "A": "b" } }'), [
      'warning "arg": "arg" in "mcpServers.a" must be called "args". Claude Code silently ignores the key. Rename it to "args".',
      'warning "enviroment": "enviroment" in "mcpServers.a" must be called "env". Claude Code silently ignores the key. Rename it to "env".',
    ]);
    assert.deepEqual(
      inProject('{ "type": "http", "url": "https://x.invalid", "header": { "A": "b" } }'),
      [
        'warning "header": "header" in "mcpServers.a" must be called "headers". Claude Code silently ignores the key. Rename it to "headers".',
      ],
    );
  });

  it('is renamed', () => {
    const server = (key: string): string =>
      `{ "mcpServers": { "a": { "command": "npx", "${key}": ["-y"] } } }`;
    renamed('.mcp.json', server('ar|guments'), 'args', server('args'));
    renamed(
      '.codex/config.toml',
      '[mcp_servers.a]\ncommand = "npx"\nenviro|ment = { A = "b" }\n',
      'env',
      '[mcp_servers.a]\ncommand = "npx"\nenv = { A = "b" }\n',
    );
    renamed(
      'opencode.json',
      '{ "mcp": { "a": { "type": "local", "command": ["npx"], "en|vs": { "A": "b" } } } }',
      'environment',
      '{ "mcp": { "a": { "type": "local", "command": ["npx"], "environment": { "A": "b" } } } }',
    );
  });

  it('is not renamed where the program would then refuse the value', () => {
    assert.deepEqual(inProject('{ "command": "npx", "arg": "-y" }'), [
      'warning "arg": "arg" in "mcpServers.a" must be called "args". Claude Code silently ignores the key. Correct or remove it.',
    ]);
    fixing('{ "mcpServers": { "a": { "command": "npx", "ar|g": "-y" } } }', {
      at: '.mcp.json',
    }).offersNot('Rename to "args"');
  });

  it('is not reported where nothing is lost with it', () => {
    for (const server of [
      '{ "command": "npx", "args": ["-y"], "arg": ["-y"] }',
      '{ "command": "npx", "arg": [], "environment": {} }',
      '{ "command": "npx", "header": { "A": "b" } }',
      '{ "type": "http", "url": "https://x.invalid", "arg": ["-y"], "environment": { "A": "b" } }',
      '{ "command": "npx", "note": "for tests", "autoApprove": ["read"], "envFile": ".env" }',
    ])
      assert.deepEqual(inProject(server), [], server);
  });

  it('is reported along with a server that is lost', () =>
    assert.deepEqual(
      found(
        '.mcp.json',
        '{ "mcpServers": { "a": { "command": 5 }, "b": { "command": "npx", "arg": ["-y"] } } }',
      ),
      [
        'error 5: "mcpServers.a.command" must be a string, not the number 5. Claude Code does not load the server, silently with "claude -p". Add quotes.',
        'warning "arg": "arg" in "mcpServers.b" must be called "args". Claude Code silently ignores the key. Rename it to "args".',
      ],
    ));

  it('is an error where a limit is lost', () =>
    assert.deepEqual(
      found('.codex/config.toml', '[mcp_servers.a]\ncommand = "npx"\ndisabledTools = ["delete"]\n'),
      [
        'error disabledTools: "disabledTools" in "mcp_servers.a" must be called "disabled_tools". Codex ignores it, and the limit does not apply. Rename it to "disabled_tools".',
      ],
    ));

  it('leaves a server on that was meant to be off', () => {
    const server = (line: string): string => `[mcp_servers.a]\ncommand = "npx"\n${line}\n`;
    assert.deepEqual(found('.codex/config.toml', server('enable = false')), [
      'warning enable: "enable" in "mcp_servers.a" must be called "enabled". Codex ignores it. Rename it to "enabled".',
    ]);
    assert.deepEqual(found('.codex/config.toml', server('enable = true')), []);
  });

  it('is a lost server where it is the program', () => {
    assert.deepEqual(inProject('{ "cmd": "npx", "args": ["-y"] }'), [
      'error "cmd": "cmd" in "mcpServers.a" must be called "command". Claude Code does not load the server, silently with "claude -p". Rename it to "command".',
    ]);
    renamed(
      '.gemini/settings.json',
      '{ "mcpServers": { "a": { "co|mand": "npx" } } }',
      'command',
      '{ "mcpServers": { "a": { "command": "npx" } } }',
    );
  });
});
