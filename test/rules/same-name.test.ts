// Two files with the same name, reported only if one host loads both.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const agent = '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n';
const plain = '---\ndescription: Reviews changes.\n---\nYou review.\n';
const manifest = '{ "name": "tools" }';
const list = (name: string, ...sources: readonly string[]): string =>
  JSON.stringify({ name, plugins: sources.map((source) => ({ name: 'tools', source })) });

const plugin = (folder: string): Readonly<Record<string, string>> => ({
  [`${folder}/.claude-plugin/plugin.json`]: manifest,
  [`${folder}/agents/reviewer.md`]: agent,
});

const messagesFor = (files: Readonly<Record<string, string>>): readonly string[] =>
  JSON.parse(running({ ...files }, ['check', '--format', 'json']).out)
    .findings.filter(({ rule }: { rule: string }) => rule === 'duplicate-name')
    .map(({ message }: { message: string }) => message);

describe('two files with the same name', () => {
  it('in two plugins conflict if one marketplace lists both', () => {
    const both = { ...plugin('plugins/a'), ...plugin('plugins/b') };
    assert.deepEqual(messagesFor(both), []);
    const lists = { '.claude-plugin/marketplace.json': list('m', './plugins/a', './plugins/b') };
    const [first, ...others] = messagesFor({ ...both, ...lists });
    assert.match(first ?? '', /^"tools:reviewer" is also defined in b\/agents\/reviewer\.md\./);
    assert.deepEqual(others, []);
    assert.deepEqual(
      messagesFor({ ...both, '.claude-plugin/marketplace.json': list('m', './plugins/a') }),
      [],
    );
  });

  it('in plugins of two marketplaces conflict if settings enable both', () => {
    const files = {
      ...plugin('one/p'),
      ...plugin('two/p'),
      'one/.claude-plugin/marketplace.json': list('m1', './p'),
      'two/.claude-plugin/marketplace.json': list('m2', './p'),
    };
    const enabled = (second: boolean): Readonly<Record<string, string>> => ({
      '.claude/settings.json': JSON.stringify({
        enabledPlugins: { 'tools@m1': true, 'tools@m2': second },
      }),
    });
    assert.deepEqual(messagesFor({ ...files, ...enabled(false) }), []);
    assert.equal(messagesFor({ ...files, ...enabled(true) }).length, 1);
  });

  it('in one plugin conflict', () => {
    assert.equal(messagesFor({ ...plugin('p'), 'p/agents/more.md': agent }).length, 1);
  });

  it('conflict unless one of them is a backup', () => {
    const at = (folder: string): Readonly<Record<string, string>> => ({
      '.opencode/agent/reviewer.md': plain,
      [`${folder}/.opencode/agent/reviewer.md`]: plain,
    });
    for (const folder of ['backup', 'web.bak', '.archive', 'old/web'])
      assert.deepEqual(messagesFor(at(folder)), [], folder);
    const [only, ...others] = messagesFor(at('web'));
    assert.equal(others.length, 0);
    assert.match(
      only ?? '',
      /^"reviewer" is also defined in project\/\.opencode\/agent\/reviewer\.md\./,
    );
    assert.doesNotMatch(only ?? '', /: \.opencode/);
  });

  it('in a folder of agents conflict, even under other names', () => {
    const files = { '.claude/agents/reviewer.md': agent, '.claude/agents/old/reviewer.md': agent };
    assert.equal(messagesFor(files).length, 1);
  });

  const role = (name: string): string =>
    `name = "${name}"\ndescription = "Reviews changes."\ndeveloper_instructions = "You review."\n`;
  const table = (name: string, more = 'description = "Reviews changes."'): string =>
    `[agents]\nmax_threads = 3\n\n[agents.${name}]\n${more}\n`;

  it('in the folder of Codex: the first one counts', () => {
    const found = messagesFor({
      '.codex/agents/a.toml': role('reviewer'),
      '.codex/agents/b.toml': role('reviewer'),
    });
    assert.equal(found.length, 1);
    assert.match(
      found[0] ?? '',
      /^"reviewer" is also defined in \.codex\/agents\/a\.toml\. .* does not use this/,
    );
  });

  it('in a table of the configuration of Codex: the table counts', () => {
    const files = { '.codex/agents/a.toml': role('reviewer') };
    const [found, ...others] = messagesFor({ ...files, '.codex/config.toml': table('reviewer') });
    assert.match(found ?? '', /^"reviewer" is also defined in .*config\.toml\./);
    assert.deepEqual(others, []);
    for (const config of [
      table('other'),
      table('reviewer', 'description = " "'),
      table('reviewer', 'description = "d"\nconfig_file = "agents/a.toml"'),
      '[agents]\nreviewer = 3\n',
      '[agents.reviewer\n',
    ])
      assert.deepEqual(messagesFor({ ...files, '.codex/config.toml': config }), [], config);
  });
});
