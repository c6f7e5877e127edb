// `dossier check` under a team's configuration file.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const claude = '.claude/agents/reviewer.md';
const text =
  '---\nname: reviewer\ndescription: Reviews {{PROJECT}}.\nowner:\n  team: payments\ntools: Read, Foo\n---\nYou review.\n';
const config = 'dossier.config.json';

const rulesOf = (files: Readonly<Record<string, string>>, ...argv: string[]): string[] => {
  const { json } = running(files, ['check', '--format', 'json', ...argv]);
  return (json as { findings: { rule: string; severity: string; host: string }[] }).findings.map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );
};

describe('dossier check with dossier.config.json', () => {
  it('takes severities, fields and tools from it', () => {
    assert.deepEqual(rulesOf({ [claude]: text }), [
      'information placeholder',
      'hint unknown-field',
      'warning unknown-tool',
    ]);
    const settings =
      '{ "rules": { "placeholder": "error" }, "allowedFields": ["owner"], "allowedTools": ["Foo"] }';
    assert.deepEqual(rulesOf({ [claude]: text, [config]: settings }), ['error placeholder']);
  });

  it('takes the nearest, and only that', () => {
    const files = {
      [claude]: text,
      [`web/${claude}`]: text,
      [config]: '{ "rules": { "placeholder": "off", "unknown-tool": "off" } }',
      'web/dossier.config.json': '{ "rules": { "unknown-field": "off" } }',
    };
    assert.deepEqual(rulesOf(files), [
      'hint unknown-field',
      'information placeholder',
      'warning unknown-tool',
    ]);
  });

  it('takes the one that is named, or none', () => {
    const files = {
      [claude]: text,
      [config]: '{ "rules": { "placeholder": "off" } }',
      'ci/strict.json': '{ "rules": { "placeholder": "error" } }',
    };
    assert.ok(rulesOf(files, '--config', 'ci/strict.json').includes('error placeholder'));
    assert.ok(rulesOf(files, '--no-config').includes('information placeholder'));
    assert.equal(running(files, ['check', '--config', 'nowhere.json']).code, 2);
    assert.equal(running(files, ['check', '--no-config', '--config', config]).code, 2);
  });

  it('judges for the hosts that it names; those of the command line come first', () => {
    const files = { [claude]: text, [config]: '{ "guests": "all", "hosts": ["opencode"] }' };
    const hosts = (...argv: string[]): string[] => {
      const { json } = running(files, ['check', '--format', 'json', ...argv]);
      const { findings } = json as { findings: { host: string | null }[] };
      return [...new Set(findings.flatMap(({ host }) => host ?? []))].sort();
    };
    assert.ok(hosts().includes('opencode') && hosts().includes('copilot-cli'));
    assert.deepEqual(hosts('--host', 'claude-code'), ['claude-code']);
  });

  it('checks included files and skips excluded ones', () => {
    const files = {
      [claude]: text,
      [`fixtures/${claude}`]: text,
      'prompts/a.md': text,
      'notes/b.md': text,
      [config]: '{ "include": ["prompts/**"], "exclude": ["fixtures/"] }',
    };
    assert.match(running(files, ['check']).out, /^2 files,/m);
    assert.match(running(files, ['check', `fixtures/${claude}`]).out, /^1 file,/m);
  });

  it('ends with 2 where it is wrong, with line and column', () => {
    const files = {
      [claude]: text,
      [config]: '{\n  "rules": { "placehodler": "off" },\n  "x": 1\n}',
    };
    const { code, out, err } = running(files, ['check']);
    assert.deepEqual([code, out], [2, '']);
    assert.equal(
      err,
      'dossier: dossier.config.json:2:14: There is no rule "placehodler". Did you mean "placeholder"?\n' +
        'dossier: dossier.config.json:3:3: There is no setting "x".\ndossier: correct dossier.config.json, or use --no-config.\n',
    );
    const broken = running({ [claude]: text, [config]: '{ rules }' }, ['check']);
    assert.equal(
      broken.err,
      'dossier: dossier.config.json:1:3: "rules" needs double quotes.\ndossier: correct dossier.config.json, or use --no-config.\n',
    );
  });
});
