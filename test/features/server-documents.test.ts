// Files of MCP servers as documents: what is found, offered, repaired and explained in them.
import assert from 'node:assert/strict';
import { diagnose } from '../../server/features/diagnostics';
import { completing } from '../support/completing';
import { fixing } from '../support/fixing';
import { hovering } from '../support/hovering';
import { running } from '../support/running';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const servers = { at: '.mcp.json' };

const found = (text: string): readonly string[] =>
  viewAt(text, servers)
    .findings()
    .map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );

const lost = 'Claude Code does not load the server, silently with "claude -p".';

describe('the servers of VS Code', () => {
  const inVscode = (text: string, builtinVersion?: string): readonly string[] =>
    diagnose(
      viewAt(text, {
        at: '.vscode/mcp.json',
        ...(builtinVersion !== undefined && { builtinVersion }),
      }),
    ).map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );
  const text =
    '{ "servers": { "a": { "command": "npx", "args": "-y x" }, "b": { "type": "stdio" }, "c": { "serverUrl": "https://x.invalid" }, }, } // ends';
  const cannot = 'VS Code lists the server but cannot start it.';
  const missing = [
    `error "b": "servers.b" has no "command". ${cannot} Add the key.`,
    `error "serverUrl": "serverUrl" in "servers.c" must be called "url". ${cannot} Rename it to "url".`,
  ];

  it('are reported where it cannot start them', () =>
    assert.deepEqual(inVscode(text), [
      `error "-y x": "servers.a.args" must be an array of strings, not "-y x". ${cannot} Use ["-y", "x"].`,
      ...missing,
    ]));

  it('are not reported twice in its windows', () =>
    assert.deepEqual(inVscode(text, '1.139.1'), missing));

  it('are all lost with one of a wrong shape', () =>
    assert.deepEqual(inVscode('{ "servers": { "a": { "command": "npx", "args": 5 }, "b": {} } }'), [
      'error 5: "servers.a.args" must be an array of strings, not the number 5. VS Code loads none of its servers. Lost with it: server "a" and server "b". Correct the value.',
    ]));
});

describe('a file of MCP servers', () => {
  it('reports each server that is lost, at the cause', () => {
    assert.deepEqual(
      found('{ "mcpServers": { "a": { "command": "npx", "args": "-y x" }, "b": { "args": [] } } }'),
      [
        `error "-y x": "mcpServers.a.args" must be an array of strings, not "-y x". ${lost} Use ["-y", "x"].`,
        `error "b": "mcpServers.b" has no "command". ${lost} Add the key.`,
      ],
    );
  });

  it('has nothing to report of what is loaded', () => {
    assert.deepEqual(
      found(
        '{ "mcpServers": { "a": { "command": "npx", "disabled": true, "note": 1 }, "b": { "type": "http", "url": "${URL}" } } }',
      ),
      [],
    );
    assert.deepEqual(found('{ "inputs": [], "mcpServers": {} }'), []);
    assert.deepEqual(found('{}'), []);
  });

  it('reports a file without its key', () => {
    assert.deepEqual(found('{ "mcp": { "a": { "command": "npx" } } }'), [
      'error "mcp": "mcp" is not a field in Claude Code. Claude Code loads no server in it. Did you mean "mcpServers"?',
    ]);
    // Visual Studio reads this key in a file of this name.
    assert.deepEqual(found('{ "servers": { "a": { "type": "stdio", "command": "npx" } } }'), []);
    assert.deepEqual(found('{ "a": { "command": "npx" } }'), [
      `error "a": "a" must be under "mcpServers", not at the top level. ${lost} Move it there.`,
    ]);
    assert.match(
      found('{ "mcpServers": [] }').join(),
      /^error .*Claude Code loads none of its servers, silently with "claude -p"\./,
    );
    assert.match(
      found('{ "mcpServers": { "a": { "command": "npx" }, } }').join(),
      /^error ,: .* Claude Code loads none of its servers.* Lost with it: server "a"\. Correct the JSON\.$/,
    );
  });

  it('reports a name that is never loaded', () => {
    assert.deepEqual(found('{ "mcpServers": { "workspace": { "command": "npx" } } }'), [
      `error "workspace": "workspace" in "mcpServers" must be a name that is not reserved. ${lost} Correct or remove it.`,
    ]);
  });

  it('has another spelling of a type repaired, and a missing one added', () => {
    fixing(
      '{ "mcpServers": { "a": { "type": "streamable|Http", "url": "https://x.org" } } }',
      servers,
    )
      .taking('Replace with "http"')
      .gives('{ "mcpServers": { "a": { "type": "http", "url": "https://x.org" } } }');
    fixing('{ "mcpServers": { "|a": { "url": "https://x.org" } } }', servers)
      .taking('Add "type": "http"')
      .gives('{ "mcpServers": { "a": { "url": "https://x.org", "type": "http" } } }');
  });

  it('completes the keys and the types of a server', () => {
    completing('{ "mcpServers": { "a": { "|" } } }', servers).offers('command', 'url', 'type');
    completing('{ "mcpServers": { "a": { "type": "|" } } }', servers).offers('stdio', 'http', 'ws');
    completing('{ "|" }', servers).offersOnly('mcpServers');
  });

  it('explains its key', () => {
    hovering('{ "mcp|Servers": {} }', servers).shows('MCP servers by their names.');
  });

  it('is advised to have no secrets, whose values are not repeated', () => {
    const secret = `${'gh'}p_QmZtRwXyBcLdNvHsJkPgTaUeYoXiFzKqWbCd`;
    const text = `{ "mcpServers": { "a": { "command": "npx", "env": { "T": "${secret}" } } } }`;
    assert.deepEqual(found(text), [
      `warning ${secret}: This looks like a secret (GitHub token). Everyone with the file can use it. Revoke it and remove it from the file.`,
    ]);
  });

  it('may be without the key in a plugin', () => {
    const text = '{ "a": { "command": "npx" }, "b": { "command": 5 } }';
    const files = {
      '.claude-plugin/plugin.json': '{ "name": "plug", "version": "1.0.0", "description": "d" }',
      '.mcp.json': text,
    };
    const { json } = running(files, ['check', '--format', 'json']);
    const messages = (json as { findings: { file: string; message: string }[] }).findings
      .filter(({ file }) => file === '.mcp.json')
      .map(({ message }) => message);
    assert.deepEqual(messages, [
      `"mcpServers.b.command" must be a string, not the number 5. ${lost} Add quotes.`,
    ]);
  });

  it('is judged for a guest that is in use', () => {
    const files = { '.mcp.json': '{ "mcpServers": { "a": { "type": "local", "command": "" } } }' };
    const rulesOf = (...words: readonly string[]): readonly string[] => {
      const { json } = running(files, ['check', '--format', 'json', ...words]);
      return (json as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
    };
    assert.deepEqual(rulesOf(), ['ignored-server']);
    assert.deepEqual(rulesOf('--host', 'copilot-cli'), []);
  });
});
