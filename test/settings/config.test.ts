// Configuration files as users write them: which settings are accepted, what is reported, and which file applies.
import assert from 'node:assert/strict';
import { readConfig, underConfig } from '../../server/settings/config';
import { configsIn } from '../../server/settings/find';
import { defaultSettings, settingsFrom } from '../../server/settings/settings';
import { english } from '../../server/text/translate';
import { memoryFileSystem } from '../../server/world/memory';
import { catalog } from '../support/catalog';

const path = '/project/dossier.config.json';

/** Each fault as `the text it points at: its message`. */
function faultsOf(text: string): string[] {
  return readConfig(catalog, path, text).faults.map(
    ({ span, message }) =>
      `${text.slice(span.start, span.end)}: ${english(message).replace(/Expected .*kilo.*?, not/, 'Expected ..., not')}`,
  );
}

describe('a configuration file', () => {
  it('may have comments and a comma too many', () => {
    const { settings, faults } = readConfig(
      catalog,
      path,
      `\ufeff// ours
      {
        "$schema": "./schema.json", /* for the editor */
        "rules": { "placeholder": "off", "unknown-field": "error", },
        "hosts": ["claude-code"],
        "guests": "all",
        "allowedFields": ["owner",],
        "allowedTools": ["mcp__tickets__*"],
      }`,
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(settings, {
      rules: { placeholder: 'off', 'unknown-field': 'error' },
      hosts: ['claude-code'],
      guests: 'all',
      allowedFields: ['owner'],
      allowedTools: ['mcp__tickets__*'],
    });
  });

  it('is reported at the exact word, and the rest applies', () => {
    assert.deepEqual(faultsOf('{"rule": {}}'), [
      '"rule": There is no setting "rule". Did you mean "rules"?',
    ]);
    assert.deepEqual(faultsOf('{"rules": {"placehodler": "off", "empty-tools": "of"}}'), [
      '"placehodler": There is no rule "placehodler". Did you mean "placeholder"?',
      '"empty-tools": Expected off, hint, information, warning or error, not "of". Did you mean "off"?',
    ]);
    assert.deepEqual(faultsOf('{"hosts": ["claud-code", 3], "guests": ["opencode"]}'), [
      '"claud-code": Expected ..., not "claud-code". Did you mean "claude-code"?',
      '3: Expected a string.',
    ]);
    assert.deepEqual(faultsOf('{"allowedFields": "owner", "guests": 1}'), [
      '"owner": Expected a list of strings.',
      '1: Expected none or all, not 1.',
    ]);
    assert.deepEqual(faultsOf('{"vscodeBuiltin": "on", "hosts": [], "hosts": []}'), [
      '"vscodeBuiltin": "vscodeBuiltin" is a setting of the editor and has no effect here.',
      '"hosts": "hosts" is defined twice.',
    ]);
    assert.deepEqual(readConfig(catalog, path, '{"hosts": ["kilo", "x"]}').settings, {
      hosts: ['kilo'],
    });
  });

  it('that is not JSON is reported with its position', () => {
    assert.deepEqual(faultsOf(''), [': Expected a value at the end of the file.']);
    assert.deepEqual(faultsOf('[]'), ['[]: The settings must be a map: { ... }.']);
    assert.deepEqual(faultsOf('{hosts: []}'), ['hosts: "hosts" needs double quotes.']);
    assert.deepEqual(faultsOf('{"hosts": [kilo]}'), ['kilo: "kilo" needs double quotes.']);
    assert.deepEqual(faultsOf('{"hosts" []}'), ['[: Expected a colon before "[".']);
    assert.deepEqual(faultsOf('{"hosts": [] "rules": {}}'), [
      '": Expected a comma or "}" before "\\"".',
    ]);
    assert.deepEqual(faultsOf('{"hosts": ["kilo"'), [
      ': Expected a comma or "]" at the end of the file.',
    ]);
    assert.deepEqual(faultsOf('{"hosts": []} x'), [
      'x: Unexpected content after the end of the value.',
    ]);
    assert.deepEqual(faultsOf('{"hosts": ["a\\q"]}'), ['"a\\q": "a\\q" is not valid JSON.']);
    assert.deepEqual(faultsOf('{"hosts": ["kilo]}'), [
      '"kilo]}: This string has no closing quote.',
    ]);
    assert.deepEqual(faultsOf('{} /* ours'), ['/* ours: This comment is not closed.']);
    assert.deepEqual(faultsOf('{ /* ours'), ['/* ours: This comment is not closed.']);
    assert.deepEqual(faultsOf("{'hosts': []}"), ["'hosts': 'hosts' is not valid JSON."]);
    assert.deepEqual(faultsOf('{"hosts": -}'), ['-: - is not valid JSON.']);
    assert.match(faultsOf('['.repeat(100_000))[0] ?? '', /nested too deeply/);
  });

  it('begins its globs in its own folder', () => {
    const { includes, excludes } = readConfig(
      catalog,
      path,
      '{"include": ["prompts/**/*.md"], "exclude": ["./fixtures/", "*.draft.md"]}',
    );
    assert.ok(includes('/project/prompts/a/b.md') && !includes('/else/prompts/a/b.md'));
    assert.ok(excludes('/project/fixtures/.claude/agents/a.md'));
    assert.ok(excludes('/project/.claude/agents/a.draft.md') && !excludes('/project/a.md'));
  });
});

describe('the settings of the editor', () => {
  it('give way to the file, severity by severity', () => {
    const editor = settingsFrom(catalog, {
      rules: { placeholder: 'hint', 'empty-tools': 'off' },
      allowedFields: ['mine'],
      inlayHints: { enabled: false },
    });
    const config = readConfig(
      catalog,
      path,
      '{"rules": {"placeholder": "error"}, "allowedFields": []}',
    );
    assert.deepEqual(underConfig(editor, config), {
      ...defaultSettings,
      rules: { placeholder: 'error', 'empty-tools': 'off' },
      allowedFields: [],
      inlayHints: false,
    });
  });

  it('keep their defaults where they are not of their kind', () => {
    for (const sent of [null, 3, [], { rules: 3, hosts: 'kilo', inlayHints: true, guests: {} }])
      assert.deepEqual(settingsFrom(catalog, sent), defaultSettings);
  });
});

describe('the file that counts', () => {
  const found = (files: readonly string[], file: string, roots = ['/project']): string | null => {
    const world = memoryFileSystem(Object.fromEntries(files.map((one) => [one, '{}'])));
    return configsIn(catalog, world, roots).of(file)?.path ?? null;
  };

  it('is the nearest above', () => {
    const files = ['/project/dossier.config.json', '/project/web/dossier.config.json'];
    assert.equal(found(files, '/project/web/.claude/agents/a.md'), files[1]);
    assert.equal(found(files, '/project/api/.claude/agents/a.md'), files[0]);
  });

  it('is in the repository, or else in the workspace', () => {
    const above = '/project/dossier.config.json';
    assert.equal(found([above, '/project/web/.git/HEAD'], '/project/web/a.md'), null);
    assert.equal(
      found([above, '/project/.git/HEAD'], '/project/web/a.md', ['/project/web']),
      above,
    );
    assert.equal(found([above], '/project/web/a.md', ['/project/web']), null);
    assert.equal(found(['/dossier.config.json'], 'untitled-1'), null);
  });
});

describe('the programs of the user', () => {
  it('are a list of main hosts in the order of the user', () => {
    const { programs } = settingsFrom(catalog, {
      programs: ['vscode', 'opencode@2', 'claude-code', 'emacs', 7],
    });
    assert.deepEqual(programs, ['vscode', 'claude-code']);
    assert.deepEqual(defaultSettings.programs, []);
  });

  it('cannot be set for a team', () => {
    assert.deepEqual(faultsOf('{ "programs": ["vscode"] }'), [
      '"programs": "programs" is a setting of the editor and has no effect here.',
    ]);
  });
});
