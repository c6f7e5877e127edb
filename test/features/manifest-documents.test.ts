// Manifests of plugins as documents: what is found, offered and explained in them.
import assert from 'node:assert/strict';
import { completing } from '../support/completing';
import { fixing } from '../support/fixing';
import { hovering } from '../support/hovering';
import { running } from '../support/running';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const claude = { at: '.claude-plugin/plugin.json' };
const codex = { at: '.codex-plugin/plugin.json' };
const copilot = { at: '.github/plugin/plugin.json' };

const found = (text: string, at: { readonly at: string }): readonly string[] =>
  viewAt(text, at)
    .findings()
    .map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );

describe('manifests as documents', () => {
  it('report what makes the program refuse the plugin, at that value', () => {
    assert.deepEqual(found('{ "name": "tools", "agents": "./agents/" }', claude), [
      'error "./agents/": "agents" must be the path of a file such as "./agents/NAME.md", not "./agents/". Claude Code loads nothing from this plugin. Correct the value.',
    ]);
    assert.match(
      found('{ "name": "my tools" }', claude).join(),
      /^error "my tools": "name" must be /,
    );
    assert.match(found('{ "name": "tools", }', claude).join(), /not valid JSON/);
    assert.match(found('{ "name": "a/b" }', codex).join(), /^error "a\/b": .* Codex loads nothing/);
    assert.match(
      found('{ "name": "tools", "skills": 5 }', copilot).join(),
      /^error 5: .* Copilot CLI does not install the plugin\./,
    );
  });

  it('report a missing name only where the program needs one', () => {
    assert.match(
      found('{ "version": "1.0.0" }', claude).join(),
      /^error .*: No "name"\. Claude Code/,
    );
    assert.deepEqual(found('{ "version": "1.0.0" }', codex), []);
    assert.deepEqual(found('{ "version": "1.0.0" }', copilot), []);
  });

  it('are not doubted for what the program accepts', () => {
    for (const more of [
      '"agents": ["./agents/a.md"]',
      '"commands": { "a": { "content": "x" } }',
      '"hooks": "./hooks.json"',
      '"author": "me"',
      '"newerField": [5]',
      '"description": 5',
    ])
      assert.deepEqual(found(`{ "name": "tools", ${more} }`, claude), [], more);
    assert.deepEqual(found('{ "name": "Any name!" }', copilot), []);
  });

  it('repair a version that is a number', () => {
    fixing('{ "name": "tools", "version": 1|.5 }', claude)
      .taking('Add quotes')
      .gives('{ "name": "tools", "version": "1.5" }');
  });

  it('are not fixed without review, because the hooks and servers of the plugin would start', () => {
    for (const text of [
      '{"name":"pf","version":1,"mcpServers":{"x":{"command":"evil"}}}',
      '{"version":"1","mcpServers":{"x":{"command":"evil"}}}',
    ]) {
      const ran = running({ 'plug/.claude-plugin/plugin.json': text }, ['check', '--fix', 'plug']);
      assert.equal(ran.file('plug/.claude-plugin/plugin.json'), text);
      assert.equal(ran.code, 1);
    }
  });

  it('complete and explain their fields', () => {
    completing('{ "|" }', claude).offers('name', 'version', 'agents', 'mcpServers');
    completing('{ "name": "tools", "|" }', codex).offers('keywords', 'interface');
    hovering('{ "name": "tools", "ski|lls": "./x" }', claude).shows('More folders with skills');
  });
});
