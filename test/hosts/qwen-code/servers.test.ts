// What an author sees of Qwen Code in the file of MCP servers that it shares with other programs.
import assert from 'node:assert/strict';
import { fixing } from '../../support/fixing';
import { type Opened, viewAt } from '../../support/viewing';
import { words } from '../../support/words';

const at = '.mcp.json';
const asked: Opened = { settings: { guests: ['qwen-code'] } };
const used: Opened = { files: { '.qwen/agents/reviewer.md': '---\nname: reviewer\n---\n' } };
const fileWith = (server: string): string => `{ "mcpServers": { "a": ${server} } }`;
const byVariable = fileWith('{ "type": "http", "url": "${BASE}/mcp" }');
const byOtherType = fileWith('{ "type": "streamable-http", "url": "https://example.com/mcp" }');

const found = (text: string, opened: Opened = asked): readonly string[] =>
  viewAt(text, { at, ...opened })
    .findings()
    .map(({ message }) => words(message))
    .filter((message) => message.includes('Qwen Code'));

describe('.mcp.json in Qwen Code', () => {
  it('is read only where the program is in use', () => {
    const readers = (opened: Opened): readonly string[] =>
      viewAt(byVariable, { at, ...opened })
        .verdicts()
        .map(({ place }) => place.host.id);
    assert.ok(!readers({}).includes('qwen-code'));
    assert.ok(readers(used).includes('qwen-code'));
    assert.deepEqual(found(byVariable, {}), []);
  });

  it('has variables in URLs that are not replaced', () =>
    assert.deepEqual(found(byVariable), [
      '"mcpServers.a.url" must be a URL, not "${BASE}/mcp". Qwen Code does not start the server. Correct the value.',
    ]));

  it('has one type for streaming HTTP', () => {
    assert.deepEqual(found(byOtherType), [
      '"mcpServers.a.type" must be http, not "streamable-http". Qwen Code ignores the "type" and expects a server with events. Use "http".',
    ]);
    fixing(byOtherType.replace('streamable-', 'streamable|-'), { at, ...asked })
      .taking('Replace with "http"')
      .gives(byOtherType.replace('streamable-', ''));
  });

  it('has no servers in a list', () =>
    assert.match(found('{ "mcpServers": [] }').join(), /Qwen Code loads none of its servers\./));

  it('has nothing to report of servers that are started', () => {
    assert.deepEqual(found(fileWith('{ "type": "stdio", "command": "npx" }')), []);
    assert.deepEqual(found(fileWith('{ "type": "http", "url": "https://example.com/mcp" }')), []);
    assert.deepEqual(found(`// Servers\n${fileWith('{ "command": "npx" }')}`), []);
  });
});
