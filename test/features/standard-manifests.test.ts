// The manifest of the standard "Agent Plugins" as a document: a file named plugin.json that declares its schema, and no other.
import assert from 'node:assert/strict';
import { completing } from '../support/completing';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const at = 'plug/plugin.json';
const schema = '"$schema": "https://agent-plugins.org/schemas/1.0.0/plugin.schema.json"';

const found = (text: string): readonly string[] =>
  viewAt(text, { at, files: { [at]: text } })
    .findings()
    .map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );

describe('a manifest of the standard', () => {
  it('is checked for each program that reads it', () => {
    assert.deepEqual(found(`{ ${schema}, "name": "tools" }`), []);
    const named = found(`{ ${schema}, "name": "My_Tools" }`);
    assert.equal(named.length, 2);
    assert.match(named.join('\n'), /^error "My_Tools": "name" must be .* Codex loads nothing/m);
    assert.match(
      named.join('\n'),
      /^error "My_Tools": "name" must be .* Copilot CLI loads nothing/m,
    );
    assert.match(found(`{ ${schema} }`).join('\n'), /No "name"/);
  });

  it('is refused by Codex with a version twice', () => {
    assert.match(
      found(`{ ${schema}, "name": "tools", "version": "1", "version": "2" }`).join('\n'),
      /^error "version": The key "version" occurs twice\. Codex loads nothing/m,
    );
  });

  it('is no other file of this name', () => {
    for (const text of [
      '{ "name": "My Plugin", "version": 5 }',
      '{ "$schema": "https://example.com/plugin.schema.json", "name": 5 }',
      '{ "id": "x", ',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('is completed while it is no valid JSON yet', () => {
    const text = `{ ${schema}, "|" `;
    completing(text, { at, files: { [at]: text.replace('|', '') } }).offers('name', 'version');
  });
});
