// What an author sees of conflicting-entry. Its examples are tested by test/rules/examples.test.ts.
import assert from 'node:assert/strict';
import { fixing } from '../support/fixing';
import { keptResults } from '../support/kept-results';
import { reportedBy } from '../support/reporting';
import { running } from '../support/running';

const claude = '.claude-plugin/marketplace.json';
const codex = '.agents/plugins/marketplace.json';
const copilot = '.github/plugin/marketplace.json';
const manifest = 'plugins/pp/.claude-plugin/plugin.json';

const listing = (entry: string): string =>
  `{ "name": "m", "owner": { "name": "o" }, "plugins": [{ ${entry} }] }`;
const source = '"source": "./plugins/pp"';

const found = (at: string, entry: string, files: Readonly<Record<string, string>>) =>
  reportedBy('conflicting-entry', { [at]: listing(`${entry}, ${source}`), ...files });

describe('conflicting-entry', () => {
  it('states which of two names counts in each program', () => {
    const files = { [manifest]: '{ "name": "other" }' };
    for (const [at, message] of [
      [
        claude,
        'warning "pp" is named "other" in its manifest. Claude Code installs it as "pp" and begins the names of its parts with "other". Use one name.',
      ],
      [
        copilot,
        'warning "pp" is named "other" in its manifest. Copilot CLI begins the names of its parts with "pp". Use one name.',
      ],
      [
        codex,
        'error "pp" is named "other" in its manifest. Codex lists the plugin and does not install it. Use one name.',
      ],
    ] as const) {
      assert.deepEqual(found(at, '"name": "pp"', files), [message]);
      assert.deepEqual(found(at, '"name": "other"', files), []);
      // A letter in another case makes another name.
      assert.equal(found(at, '"name": "Other"', files).length, 1);
    }
  });

  it('takes the name of the folder where Codex does', () => {
    const files = { [manifest]: '{ "version": "1.0.0" }' };
    assert.deepEqual(found(codex, '"name": "other"', files), [
      'error The manifest of "other" has no name, and its folder is named "pp". Codex lists the plugin and does not install it. Use one name.',
    ]);
    assert.deepEqual(found(codex, '"name": "pp"', files), []);
    assert.deepEqual(found(copilot, '"name": "other"', files), []);
    // Not one that is being typed.
    assert.deepEqual(found(codex, '"name": "other"', { [manifest]: '{ "version": ' }), []);
  });

  it('asks the manifest that the program reads', () => {
    const files = {
      [manifest]: '{ "name": "pp" }',
      'plugins/pp/.codex-plugin/plugin.json': '{ "name": "other" }',
    };
    assert.deepEqual(found(claude, '"name": "pp"', files), []);
    assert.equal(found(codex, '"name": "pp"', files).length, 1);
  });

  it('warns where only the version of the entry was raised', () => {
    const versions = (entry: string, stated: string): string =>
      found(claude, `"name": "pp", "version": "${entry}"`, {
        [manifest]: `{ "name": "pp", "version": "${stated}" }`,
      }).join('\n');
    assert.equal(
      versions('1.0.1', '1.0.0'),
      'warning The manifest of the plugin states version "1.0.0". Claude Code updates the plugin only when that one changes. Use one version.',
    );
    for (const [entry, stated] of [
      ['1.10.0', '1.9.0'],
      ['2', '1.9.0'],
      ['1.0.0.1', '1.0.0'],
    ] as const)
      assert.match(versions(entry, stated), /^warning /, entry);
    for (const [entry, stated] of [
      ['1.9.0', '1.10.0'],
      ['1.0', '1.0.0'],
      ['next', '1.0.0'],
      ['2.0.0-beta', '1.0.0'],
    ] as const)
      assert.match(versions(entry, stated), /^information /, entry);
  });

  it('states that the version of the manifest counts', () => {
    const files = { [manifest]: '{ "name": "pp", "version": "1.0.0" }' };
    assert.deepEqual(found(claude, '"name": "pp", "version": "0.9.0"', files), [
      'information The manifest of the plugin states version "1.0.0". Claude Code uses that one. Use one version.',
    ]);
    assert.deepEqual(found(copilot, '"name": "pp", "version": "2.0.0"', files), [
      'information The manifest of the plugin states version "1.0.0". Copilot CLI uses that one. Use one version.',
    ]);
    assert.deepEqual(found(claude, '"name": "pp", "version": "1.0.0"', files), []);
    assert.deepEqual(
      found(claude, '"name": "pp", "version": "2.0.0"', { [manifest]: '{ "name": "pp" }' }),
      [],
    );
    // Without a manifest of its own, the program reads the version of another one.
    assert.equal(
      found(claude, '"name": "pp", "version": "2.0.0"', {
        'plugins/pp/plugin.json': '{ "name": "pp", "version": "1.0.0" }',
      }).length,
      1,
    );
  });

  it('finds parts with which Claude Code loads nothing', () => {
    const files = { [manifest]: '{ "name": "pp" }' };
    for (const key of ['agents', 'commands', 'hooks', 'outputStyles', 'skills', 'themes'])
      assert.deepEqual(
        found(
          claude,
          `"name": "pp", "strict": false, "${key}": ${key === 'hooks' ? '{}' : '[]'}`,
          files,
        ),
        [
          `error "strict" is false next to "${key}", and the plugin has a manifest. Claude Code installs the plugin and loads nothing from it. Use true.`,
        ],
      );
    for (const entry of [
      '"strict": false',
      '"strict": true, "skills": []',
      '"skills": []',
      '"strict": false, "settings": {}',
    ])
      assert.deepEqual(found(claude, `"name": "pp", ${entry}`, files), []);
    assert.deepEqual(
      found(claude, '"name": "pp", "strict": false, "skills": []', { 'plugins/pp/x.md': 'x' }),
      [],
    );
  });

  it('finds parts that are ignored, unless they are loaded anyway', () => {
    const servers = '{ "mcpServers": { "s": { "command": "s" } } }';
    const entry = '"name": "pp", "mcpServers": { "s": { "command": "s" } }';
    const files = { [manifest]: '{ "name": "pp" }' };
    assert.deepEqual(found(claude, entry, files), [
      'warning "mcpServers" has no effect here. Claude Code ignores it in a plugin with a manifest. Move it to the manifest.',
    ]);
    assert.deepEqual(found(claude, entry, { ...files, 'plugins/pp/.mcp.json': servers }), []);
    assert.deepEqual(
      found(claude, entry, { [manifest]: `{ "name": "pp", ${servers.slice(1)}` }),
      [],
    );
    assert.deepEqual(found(claude, entry, { 'plugins/pp/x.md': 'x' }), []);
    const skills = (path: string, keys = ''): readonly string[] =>
      found(copilot, `"name": "pp", "skills": ["${path}"]`, {
        [manifest]: `{ "name": "pp"${keys} }`,
      });
    assert.equal(skills('./extra').length, 1);
    assert.equal(skills('./extra', ', "skills": ["./other"]').length, 1);
    assert.deepEqual(skills('skills/'), []);
    assert.deepEqual(skills('./skills/a'), []);
    assert.deepEqual(skills('./extra/a', ', "skills": "./extra"'), []);
    assert.equal(
      found(copilot, '"name": "pp", "agents": "./more"', { 'plugins/pp/x.md': 'x' }).length,
      1,
    );
  });

  it('finds an entry that alone makes no plugin of a folder', () => {
    const files = { 'plugins/pp/plugin.json': '{ "name": "pp" }' };
    assert.deepEqual(found(codex, '"name": "pp", "policy": {}', files), [
      'error The folder of "pp" has no manifest that Codex reads. Codex lists the plugin and cannot install it. Add a manifest.',
    ]);
    assert.deepEqual(found(codex, '"name": "pp", "category": "Coding"', files), []);
    // missing-source reports that folder.
    assert.deepEqual(found(codex, '"name": "pp"', {}), []);
  });

  it('takes nothing from the results of a run before a manifest was changed', () => {
    const store = keptResults();
    const errors = (name: string): number | null =>
      running(
        { [codex]: listing(`"name": "pp", ${source}`), [manifest]: `{ "name": "${name}" }` },
        ['check', '--cache'],
        '',
        { results: () => store },
      ).code;
    assert.deepEqual([errors('pp'), errors('other'), errors('pp')], [0, 1, 0]);
  });

  it('offers what the manifest states, and to be strict', () => {
    const text = (entry: string): string => `${listing(`${entry}, ${source}`)}\n`;
    const files = { [manifest]: '{ "name": "other", "version": "1.0.0" }' };
    fixing(text('"name": "p|p"'), { at: codex, files })
      .offersForReview('Replace with "other"')
      .taking('Replace with "other"')
      .gives(text('"name": "other"'));
    fixing(text('"name": "other", "version": "2|.0.0"'), { at: claude, files })
      .offersForReview('Replace with "1.0.0"')
      .taking('Replace with "1.0.0"')
      .gives(text('"name": "other", "version": "1.0.0"'));
    fixing(text('"name": "other", "strict": fal|se, "skills": []'), { at: claude, files })
      .offersForReview('Replace with true')
      .taking('Replace with true')
      .gives(text('"name": "other", "strict": true, "skills": []'));
  });
});

describe('conflicting-entry, on hooks and language servers of an entry', () => {
  const events = '{ "Stop": [{ "hooks": [{ "type": "command", "command": "true" }] }] }';
  const withHooks = (at: string, value: string, manifestText = '{ "name": "pp" }') =>
    found(at, `"name": "pp", "hooks": ${value}`, { [manifest]: manifestText });

  it('reports a file of hooks, which Claude Code ignores, and no hooks in the entry itself', () => {
    const message =
      'warning "hooks" has no effect here. Claude Code ignores files of hooks in an entry. Move it to the manifest.';
    assert.deepEqual(withHooks(claude, '"./more/own.json"'), [message]);
    assert.deepEqual(withHooks(claude, events), []);
    // It reads these anyway.
    assert.deepEqual(withHooks(claude, '"./hooks/hooks.json"'), []);
    const named = '{ "name": "pp", "hooks": "./more/own.json" }';
    assert.deepEqual(withHooks(claude, '"./more/own.json"', named), []);
    // In a plugin without a manifest, too.
    const bare = { 'plugins/pp/skills/greet/SKILL.md': '---\nname: greet\n---\n' };
    assert.deepEqual(found(claude, '"name": "pp", "hooks": "./more/own.json"', bare), [message]);
  });

  it('reports both forms for Codex, where the plugin has a manifest', () => {
    const message =
      'warning "hooks" has no effect here. Codex ignores it in a plugin with a manifest. Move it to the manifest.';
    for (const value of ['"./more/own.json"', events, `{ "hooks": ${events} }`])
      assert.deepEqual(withHooks(codex, value), [message], value);
    const bare = { 'plugins/pp/skills/greet/SKILL.md': '---\nname: greet\n---\n' };
    assert.deepEqual(found(codex, '"name": "pp", "hooks": "./more/own.json"', bare), []);
  });

  it('reports no language servers next to "strict": false', () => {
    const servers = '{ "go": { "command": "gopls", "extensionToLanguage": { ".go": "go" } } }';
    assert.deepEqual(
      found(claude, `"name": "pp", "strict": false, "lspServers": ${servers}`, {
        [manifest]: '{ "name": "pp" }',
      }),
      [],
    );
  });
});
