// The servers of a plugin that declares the standard "Agent Plugins" as a document: `mcp.json` next to that manifest, and no other file.
import assert from 'node:assert/strict';
import { placesOf } from '../../server/hosts/catalog/places';
import { catalog } from '../support/catalog';
import { completing } from '../support/completing';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const at = 'plug/mcp.json';
const declared = '"$schema": "https://agent-plugins.org/schemas/1.0.0/mcp.schema.json"';
const standard =
  '{ "$schema": "https://agent-plugins.org/schemas/1.0.0/plugin.schema.json", "name": "plug" }';

const found = (text: string, manifest = standard): readonly string[] =>
  viewAt(text, { at, files: { 'plug/plugin.json': manifest } })
    .findings()
    .map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );

const servers = (written: string): string => `{ ${declared}, "mcpServers": { ${written} } }`;

describe('the servers of the standard', () => {
  it('are checked for each program that reads them', () => {
    assert.deepEqual(found(servers('"a": { "type": "stdio", "command": "node" }')), []);
    assert.deepEqual(found(servers('"a": { "type": "sse", "url": "https://example.com/mcp" }')), [
      'error "sse": "mcpServers.a.type" must be stdio or streamable-http, not "sse". Codex does not load the server. Use one of these values.',
    ]);
    const untyped = found(servers('"a": { "command": "node" }')).join('\n');
    assert.match(untyped, /^error "a": "mcpServers\.a" has no "type"\. Codex does not load/m);
    assert.match(untyped, /^error "a": "mcpServers\.a" has no "type"\. Copilot CLI does not load/m);
  });

  it('are all lost with a wrong key next to them, and in Copilot CLI with one wrong address', () => {
    const text = `{ ${declared}, "inputs": [], "mcpServers": {} }`;
    assert.match(found(text).join('\n'), /Codex loads none of its servers/);
    const address = '"a": { "type": "streamable-http", "url": "example" }';
    const program = '"b": { "type": "stdio", "command": "node" }';
    assert.match(
      found(servers(`${address}, ${program}`)).join('\n'),
      /^error "example": .*Copilot CLI loads none of its servers\. Lost with it: server "a" and server "b"/m,
    );
  });

  it('are lost in Codex with a program or a folder outside of the plugin', () => {
    for (const [written, span] of [
      ['"command": "/usr/bin/node"', '"/usr/bin/node"'],
      ['"command": "./../node"', '"./../node"'],
      ['"command": "node", "cwd": "x"', '"x"'],
      ['"command": "node", "cwd": "./x/../.."', '"./x/../.."'],
      ['"command": "node", "env": { "PLUGIN_ROOT": "x" }', '"PLUGIN_ROOT"'],
    ] as const) {
      const [finding = '', ...others] = found(servers(`"a": { "type": "stdio", ${written} }`));
      assert.deepEqual(others, [], written);
      assert.ok(finding.startsWith(`error ${span}: `), `${written}: ${finding}`);
      assert.match(finding, /Codex does not load the server\./);
    }
  });

  it('are no other file of this name', () => {
    const text = '{ "mcpServers": { "a": { "command": "node" } } }';
    assert.notDeepEqual(found(text), []);
    assert.deepEqual(found(text, '{ "name": "plug" }'), []);
    const has = (path: string): boolean => path === 'plugin.json';
    for (const path of ['.cursor/mcp.json', 'config/mcp.json'])
      assert.deepEqual(placesOf(catalog, path, { has }), [], path);
  });

  it('are completed by the keys and types of a server', () => {
    const files = { 'plug/plugin.json': standard };
    completing(servers('"a": { "|" }'), { at, files }).offers('type', 'command', 'url', 'headers');
    completing(servers('"a": { "type": "|" }'), { at, files }).offers(
      'stdio',
      'streamable-http',
      'sse',
    );
  });
});
