// Two files of one name: only where one program loads both, and each told apart from the other.
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

const said = (files: Readonly<Record<string, string>>): readonly string[] =>
  JSON.parse(running({ ...files }, ['check', '--format', 'json']).out)
    .findings.filter(({ rule }: { rule: string }) => rule === 'duplicate-name')
    .map(({ message }: { message: string }) => message);

describe('two files of one name', () => {
  it('in two plugins conflict where one list of plugins offers both', () => {
    const both = { ...plugin('plugins/a'), ...plugin('plugins/b') };
    assert.deepEqual(said(both), []);
    const lists = { '.claude-plugin/marketplace.json': list('m', './plugins/a', './plugins/b') };
    const [first, ...others] = said({ ...both, ...lists });
    assert.match(first ?? '', /^"tools:reviewer" is also defined in b\/agents\/reviewer\.md\./);
    assert.deepEqual(others, []);
    assert.deepEqual(
      said({ ...both, '.claude-plugin/marketplace.json': list('m', './plugins/a') }),
      [],
    );
  });

  it('in plugins of two lists conflict where settings enable both', () => {
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
    assert.deepEqual(said({ ...files, ...enabled(false) }), []);
    assert.equal(said({ ...files, ...enabled(true) }).length, 1);
  });

  it('in one plugin conflict', () => {
    assert.equal(said({ ...plugin('p'), 'p/agents/more.md': agent }).length, 1);
  });

  it('conflict with no copy that is kept aside, and with each other otherwise', () => {
    const at = (folder: string): Readonly<Record<string, string>> => ({
      '.opencode/agent/reviewer.md': plain,
      [`${folder}/.opencode/agent/reviewer.md`]: plain,
    });
    for (const folder of ['backup', 'web.bak', '.archive', 'old/web'])
      assert.deepEqual(said(at(folder)), [], folder);
    const [only, ...others] = said(at('web'));
    assert.equal(others.length, 0);
    assert.match(
      only ?? '',
      /^"reviewer" is also defined in project\/\.opencode\/agent\/reviewer\.md\./,
    );
    assert.doesNotMatch(only ?? '', /: \.opencode/);
  });

  it('in a folder of agents conflict, whatever the folder is called', () => {
    const files = { '.claude/agents/reviewer.md': agent, '.claude/agents/old/reviewer.md': agent };
    assert.equal(said(files).length, 1);
  });
});
