// MCP servers in the configuration of OpenCode and Kilo: what is found, offered, repaired and explained in them, next to agents.
import assert from 'node:assert/strict';
import { hover } from '../../server/features/hover/hover';
import { completing } from '../support/completing';
import { fixing } from '../support/fixing';
import { hovering } from '../support/hovering';
import { running } from '../support/running';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const found = (text: string, at = 'opencode.json'): readonly string[] =>
  viewAt(text, { at })
    .findings()
    .map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );

const right = '"good": { "type": "local", "command": ["npx"] }';

describe('MCP servers of a configuration', () => {
  it('report a value that costs the configuration', () => {
    assert.deepEqual(found(`{ "mcp": { "a": { "type": "local", "command": "npx" }, ${right} } }`), [
      'error "npx": "mcp.a.command" must be an array of strings, not "npx". OpenCode does not start. Use ["npx"].',
    ]);
    assert.deepEqual(
      found(
        `{ "permission": { "bash": { "rm *": "deny" } }, "mcp": { "a": { "type": "http", "url": "https://x.org" }, ${right} } }`,
        'kilo.json',
      ),
      [
        'error "http": "mcp.a.type" must be local or remote, not "http". Kilo ignores the whole configuration file and shows a warning. Lost with it: deny "bash rm *", server "a" and server "good". Use "remote".',
      ],
    );
  });

  it('report a server that is silently gone, one that cannot start, and a key that is not read', () => {
    assert.deepEqual(found('{ "mcp": { "a": { "enabled": true, "command": ["npx"] } } }'), [
      'error "a": "mcp.a" has no "type". OpenCode silently does not load the server. Add the key.',
    ]);
    assert.deepEqual(found('{ "mcp": { "a": { "type": "remote", "url": "x.org" } } }'), [
      'error "x.org": "mcp.a.url" must be a URL, not "x.org". OpenCode cannot start the server and shows it as failed. Correct the value.',
    ]);
    const env = '{ "mcp": { "a": { "type": "local", "command": ["npx"], "env": { "A": "b" } } } }';
    assert.deepEqual(found(env), [
      'warning "env": "env" in "mcp.a" must be called "environment". OpenCode silently ignores the key. Rename it to "environment".',
    ]);
    assert.deepEqual(found(env, 'kilo.json'), []);
    const disabled =
      '{ "mcp": { "a": { "type": "local", "command": ["npx"], "disabled": true } } }';
    assert.deepEqual(found(disabled), []);
    assert.match(found(disabled, 'kilo.json').join(), /Kilo silently ignores the key/);
  });

  it('report nothing where that is not known, or where the server is as it should be', () => {
    for (const text of [
      '',
      '{}',
      `{ // A comment.\n "mcp": { ${right}, }, }`,
      '{ "mcp": { "a": { "enabled": false } } }',
      '{ "mcp": { "servers": { "a": { "type": "local", "command": "npx" } } } }',
      '{ "mcp": { "a": { "type": "{env:TYPE}", "url": 5 } } }',
      `{ "model": 5, "unknown": [], "mcp": { ${right} } }`,
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('report a key that other programs read, without a fix that would cost the configuration', () => {
    const text = '{ "mcpSer|vers": { "a": { "command": "npx" } } }';
    assert.deepEqual(found(text.replace('|', '')), [
      'error "mcpServers": "mcpServers" is not a field in OpenCode. OpenCode loads no server in it. Did you mean "mcp"?',
    ]);
    assert.deepEqual(
      fixing(text, { at: 'opencode.json' }).titles.filter((title) => title.startsWith('Rename')),
      [],
    );
  });

  it('leave the agents next to them as they are', () => {
    const text = `{ "agent": { "a": { "mode": "x" } }, "mcp": { "b": { "type": "local" } } }`;
    assert.equal(found(text).length, 2);
  });

  it('are checked in a folder, where lists name what the configuration defines once', () => {
    const files = {
      'opencode.json': `{ "agent": { "a": { "description": "Reviews." } }, "mcp": { "b": { "type": "local" } } }`,
      'kilo.jsonc': `{ "mcp": { ${right} } }`,
    };
    assert.match(running(files, ['check']).out, /"mcp\.b" has no "command"/);
    for (const argv of [['list'], ['list', 'opencode.json']]) {
      const { json } = running(files, [...argv, '--format', 'json']);
      const { agents } = json as { agents: { id: string; file: string }[] };
      assert.deepEqual(
        agents.map(({ id, file }) => [id, file]),
        [['a', 'opencode.json']],
      );
    }
    const { json } = running(files, ['graph', '--format', 'json']);
    assert.deepEqual((json as { agents: unknown[] }).agents, []);
  });

  it('complete and explain the keys of a server', () => {
    completing('{ "mcp": { "a": { "type": "local", "|" } } }', { at: 'opencode.json' }).offers(
      'command',
      'environment',
      'enabled',
    );
    hovering('{ "mc|p": { "a": { "type": "local", "command": ["npx"] } } }', {
      at: 'opencode.json',
    }).shows('MCP servers by their names.');
    assert.equal(hover(viewAt('{ "command": {} }', { at: 'opencode.json' }), 5), null);
  });
});
