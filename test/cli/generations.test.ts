// OpenCode 1 and 2 read the same folders. Which one a project uses is found out once: by setting, configuration, package.
import assert from 'node:assert/strict';
import { newestVersion } from '../support/newest-version';
import { running } from '../support/running';

const path = '.opencode/agents/reviewer.md';
const made = (): string => {
  const { file } = running({}, ['new', '--host', 'opencode@2', '--name', 'reviewer']);
  return file(path) ?? '';
};

interface Reported {
  readonly severity: string;
  readonly host: string | null;
  readonly message: string;
}

const findings = (files: Readonly<Record<string, string>>): readonly Reported[] =>
  (running(files, ['check', '--format', 'json']).json as { findings: readonly Reported[] })
    .findings;

const hostsOf = (files: Readonly<Record<string, string>>): readonly string[] => {
  const { json } = running(files, ['explain', path, '--format', 'json']);
  const { files: explained } = json as { files: { verdicts: { host: string }[] }[] };
  return explained.flatMap(({ verdicts }) => verdicts.map(({ host }) => host));
};

const packageOf = (name: string, version: string): string =>
  JSON.stringify({ dependencies: { [name]: version } });

describe('a file of OpenCode 2', () => {
  it('is not an error if no file determines the version, and states which version reads what', () => {
    const { code, json } = running({ [path]: made() }, ['check', '--format', 'json']);
    assert.equal(code, 0);
    const [only, ...more] = (json as { findings: readonly Reported[] }).findings;
    assert.deepEqual(more, []);
    assert.equal(only?.severity, 'information');
    assert.equal(
      only?.message,
      '"permissions" is a field in OpenCode 2. OpenCode 1 ignores it and its limits. Set "versions" to the version that you use.',
    );
  });

  for (const [what, file, text] of [
    ['a setting', 'dossier.config.json', '{ "versions": { "opencode": "2" } }'],
    ['a chosen host', 'dossier.config.json', '{ "hosts": ["opencode@2"] }'],
    ['its configuration', 'opencode.jsonc', '{ /* rules */ "permissions": [] }'],
    ['its plugins', '.opencode/opencode.json', '{ "plugins": ["a"] }'],
    ['a package', 'package.json', packageOf('@opencode/cli', '^2.1.4')],
    ['the package of plugins', '.opencode/package.json', packageOf('@opencode-ai/plugin', '2.0.3')],
  ] as const) {
    it(`is right where ${what} says 2`, () => {
      assert.deepEqual(findings({ [path]: made(), [file]: text }), []);
      assert.deepEqual(hostsOf({ [path]: made(), [file]: text }), ['opencode@2']);
    });
  }

  it('is an error in the configuration of a project that installs OpenCode 1', () => {
    const rules = {
      'opencode.json': '{ "permissions": [{ "action": "edit", "effect": "deny" }] }',
    };
    const installing = (name: string, version: string) =>
      findings({ ...rules, 'package.json': packageOf(name, version) });
    assert.deepEqual(
      installing('opencode-ai', '^1.18.0').map(({ severity, message }) => [severity, message]),
      [
        [
          'error',
          '"permissions" is a field in OpenCode 2 only. OpenCode does not start. Use "permission" of OpenCode instead.',
        ],
      ],
    );
    // The package of plugins may be left over.
    assert.deepEqual(installing('@opencode-ai/plugin', '^1.18.0'), []);
    assert.deepEqual(installing('@opencode/cli', '^2.1.4'), []);
    assert.deepEqual(findings(rules), []);
  });

  for (const [what, config] of [
    ['a setting', '{ "versions": { "opencode": "2" } }'],
    ['a chosen host', '{ "hosts": ["opencode@2"] }'],
  ] as const) {
    const files = { [path]: made(), 'dossier.config.json': config };

    it(`is listed and drawn as an agent of OpenCode 2 where ${what} says 2`, () => {
      const { agents } = running(files, ['list', '--format', 'json']).json as {
        agents: { host: string }[];
      };
      assert.deepEqual(
        agents.map(({ host }) => host),
        ['opencode@2'],
      );
      const { agents: drawn } = running(files, ['graph', '--format', 'json']).json as {
        agents: { ids: Record<string, string> }[];
      };
      assert.deepEqual(
        drawn.map(({ ids }) => ids),
        [{ 'opencode@2': 'reviewer' }],
      );
    });

    it(`is known to the other agents of OpenCode 2 where ${what} says 2`, () => {
      const lead = '.opencode/agents/lead.md';
      const rule = '  - action: subagent\n    resource: reviewr\n    effect: allow';
      const text = `---\ndescription: Leads.\npermissions:\n${rule}\n---\nYou lead.\n`;
      const { json } = running({ ...files, [lead]: text }, ['check', '--format', 'json', lead]);
      assert.deepEqual(
        (json as { findings: readonly Reported[] }).findings.map(({ message }) => message),
        [
          'OpenCode 2 (preview) has no agent named "reviewr" in this workspace. Did you mean "reviewer"?',
        ],
      );
    });
  }

  it('is listed as an agent of a requested version despite a setting', () => {
    const files = { [path]: made(), 'dossier.config.json': '{ "versions": { "opencode": "2" } }' };
    const { json } = running(files, ['list', '--host', 'opencode', '--format', 'json']);
    assert.deepEqual(
      (json as { agents: { host: string }[] }).agents.map(({ host }) => host),
      ['opencode'],
    );
  });

  it('has lost its limits where the project uses OpenCode 1', () => {
    const plugin = {
      '.opencode/package.json': packageOf('@opencode-ai/plugin', newestVersion('opencode')),
    };
    const [only, ...more] = findings({ [path]: made(), ...plugin });
    assert.deepEqual(more, []);
    assert.equal(only?.severity, 'error');
    assert.match(only?.message ?? '', /This project uses OpenCode 1 \(\.opencode\/package\.json\)/);
    const set = { 'dossier.config.json': '{ "versions": { "opencode": "1" } }' };
    assert.match(findings({ [path]: made(), ...set })[0]?.message ?? '', /the setting "versions"/);
    const both = { ...plugin, 'dossier.config.json': '{ "versions": { "opencode": "2" } }' };
    assert.deepEqual(findings({ [path]: made(), ...both }), []);
  });

  it('is rejected by both versions if an old field occurs with the new rules', () => {
    const text = made().replace('permissions:', 'temperature: 0.1\npermissions:');
    assert.equal(findings({ [path]: text })[0]?.severity, 'error');
  });
});

describe('a project that declares its version of OpenCode', () => {
  const old = '---\ndescription: Reviews changes.\npermission:\n  edit: deny\n---\nYou review.\n';

  it('is asked for once above all its folders, and not beyond its repository', () => {
    const config = '{ "permissions": [] }';
    const at = { [path]: old, '.git/HEAD': 'ref: refs/heads/main' };
    assert.deepEqual(hostsOf({ ...at, 'opencode.json': config }), ['opencode@2']);
    assert.deepEqual(hostsOf({ [path]: old, '../opencode.json': config }), ['opencode']);
  });

  it('reports nothing about fields that both versions read', () => {
    for (const text of ['{ "permission": { "edit": "deny" } }', '{ "agents": {} }', '{ broken'])
      assert.deepEqual(hostsOf({ [path]: old, 'opencode.json': text }), ['opencode']);
    assert.deepEqual(
      hostsOf({ [path]: old, 'package.json': packageOf('@opencode-ai/plugin', 'latest') }),
      ['opencode'],
    );
  });

  it('does not change what a chosen host does', () => {
    const files = { [path]: old, 'opencode.json': '{ "permissions": [] }' };
    const { json } = running(files, ['explain', path, '--host', 'opencode', '--format', 'json']);
    const { files: explained } = json as { files: { verdicts: { host: string }[] }[] };
    assert.deepEqual(
      explained[0]?.verdicts.map(({ host }) => host),
      ['opencode'],
    );
  });
});
