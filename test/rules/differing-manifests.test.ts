// What an author sees of differing-manifests. Its examples are tested by test/rules/examples.test.ts.
import assert from 'node:assert/strict';
import { fixing } from '../support/fixing';
import { keptResults } from '../support/kept-results';
import { reportedBy } from '../support/reporting';
import { running } from '../support/running';

const claude = 'pp/.claude-plugin/plugin.json';
const codex = 'pp/.codex-plugin/plugin.json';
const copilot = 'pp/.github/plugin/plugin.json';
const root = 'pp/plugin.json';
const schema = '"$schema": "https://agent-plugins.org/schemas/1.0.0/plugin.schema.json"';

const found = (files: Readonly<Record<string, string>>, ...flags: readonly string[]) =>
  reportedBy('differing-manifests', files, ...flags);

describe('differing-manifests', () => {
  it('names the manifest and the programs that read it, once for two files', () => {
    assert.deepEqual(found({ [claude]: '{ "name": "pp" }', [codex]: '{ "name": "qq" }' }), [
      'warning ".codex-plugin/plugin.json" names this plugin "qq" in Codex. Use one name.',
    ]);
    assert.deepEqual(
      found({ [claude]: '{ "name": "pp" }', [root]: `{ ${schema}, "name": "qq" }` }),
      [
        'warning "plugin.json" names this plugin "qq" in Codex, Copilot CLI and VS Code. Use one name.',
      ],
    );
  });

  it('compares versions where both state one', () => {
    const versions = (own: string, other: string): readonly string[] =>
      found({
        [claude]: `{ "name": "pp"${own} }`,
        [copilot]: `{ "name": "pp"${other} }`,
      });
    assert.deepEqual(versions(', "version": "1.1.0"', ', "version": "1.0.0"'), [
      'information ".github/plugin/plugin.json" states version "1.0.0" in Copilot CLI. Use one version.',
    ]);
    assert.deepEqual(versions(', "version": "1.1.0"', ', "version": "1.1.0"'), []);
    assert.deepEqual(versions(', "version": "1.1.0"', ''), []);
    assert.deepEqual(versions('', ', "version": "1.1.0"'), []);
  });

  it('leaves out manifests that no known program reads there', () => {
    const own = { [claude]: '{ "name": "pp" }' };
    for (const other of ['pp/.cursor-plugin/plugin.json', 'pp/sub/.codex-plugin/plugin.json'])
      assert.deepEqual(found({ ...own, [other]: '{ "name": "qq" }' }), []);
    // A manifest that is no JSON has no name.
    assert.deepEqual(found({ ...own, [codex]: '{ "name": "qq"' }), []);
  });

  it('leaves out programs that were not chosen', () => {
    const files = { [claude]: '{ "name": "pp" }', [codex]: '{ "name": "qq" }' };
    assert.deepEqual(found(files, '--program', 'claude-code'), []);
    assert.equal(found(files, '--program', 'claude-code,codex').length, 1);
  });

  it('takes nothing from the results of a run before the other manifest was changed', () => {
    const store = keptResults();
    const count = (name: string): number =>
      running(
        { [claude]: '{ "name": "pp" }', [root]: `{ "name": "${name}" }` },
        ['check', '--cache', '--format=json'],
        '',
        { results: () => store },
      ).out.split('differing-manifests').length - 1;
    assert.deepEqual([count('pp'), count('qq') > 0, count('pp')], [0, true, 0]);
  });

  it('offers the name and the version of the other manifest', () => {
    const files = { [codex]: '{ "name": "qq", "version": "2.0.0" }' };
    fixing('{ "name": "p|p", "version": "1.0.0" }\n', { at: claude, files })
      .offersForReview('Replace with "qq"')
      .taking('Replace with "qq"')
      .gives('{ "name": "qq", "version": "1.0.0" }\n');
    fixing('{ "name": "pp", "version": "1|.0.0" }\n', { at: claude, files })
      .taking('Replace with "2.0.0"')
      .gives('{ "name": "pp", "version": "2.0.0" }\n');
  });
});

describe('differing-manifests, where no program reads the manifest', () => {
  const hooks =
    '{ "version": 1, "hooks": { "sessionStart": [{ "type": "command", "bash": "true" }] } }';
  const own = '{ "name": "pp", "version": "1.0.0", "hooks": "./hooks/own.json" }';
  const files = { [copilot]: own, 'pp/hooks/own.json': hooks };

  it('names the file that is not loaded, and no names and versions', () => {
    const [first, ...more] = found({ ...files, [root]: '{ "name": "qq", "version": "2.0.0" }' });
    assert.equal(
      first,
      'warning Copilot CLI reads "plugin.json" in place of this manifest and does not load "hooks/own.json". Name it in "plugin.json".',
    );
    assert.deepEqual(more, []);
  });

  it('reports skills and servers, too, and only what is there and would be loaded', () => {
    const lost = (keys: string, more: Readonly<Record<string, string>>): readonly string[] =>
      found({ [copilot]: `{ "name": "pp", ${keys} }`, [root]: '{ "name": "pp" }', ...more }).map(
        (one) => /does not load "([^"]*)"/.exec(one)?.[1] ?? one,
      );
    const skill = '---\nname: greet\ndescription: Greets.\n---\n\nGreet.\n';
    assert.deepEqual(lost('"skills": ["./more/greet/"]', { 'pp/more/greet/SKILL.md': skill }), [
      'more/greet',
    ]);
    // It is loaded from there anyway.
    assert.deepEqual(
      lost('"skills": ["./skills/greet"]', { 'pp/skills/greet/SKILL.md': skill }),
      [],
    );
    assert.deepEqual(
      lost('"mcpServers": "./mcp.json"', {
        'pp/mcp.json': '{ "mcpServers": { "docs": { "command": "node" } } }',
      }),
      ['mcp.json'],
    );
    assert.deepEqual(lost('"hooks": "./hooks/own.json"', {}), []);
    assert.deepEqual(lost('"hooks": "./hooks/own.json"', { 'pp/hooks/own.json': '{}' }), []);
  });

  it('is about programs that were chosen', () => {
    const all = { ...files, [root]: '{ "name": "pp" }' };
    assert.deepEqual(found(all, '--program', 'claude-code'), []);
    assert.equal(found(all, '--program', 'copilot-cli').length, 1);
  });
});
