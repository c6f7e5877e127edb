// New plugins and marketplaces on the command line: files that all programs load whose plugins are known.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const manifest = 'plugins/first-plugin/.claude-plugin/plugin.json';
const skill = 'plugins/first-plugin/skills/example/SKILL.md';
const marketplace = '.claude-plugin/marketplace.json';

const plugin = (name: string): string =>
  JSON.stringify({ name, version: '1.0.0', description: 'Helps.' });
const skillText = '---\nname: greet\ndescription: Use when greeting.\n---\n\nGreet.\n';
const pluginAt = (folder: string, name: string): Readonly<Record<string, string>> => ({
  [`${folder}/.claude-plugin/plugin.json`]: plugin(name),
  [`${folder}/skills/greet/SKILL.md`]: skillText,
});

const made = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  running(files, ['new', '--kind', ...args]);

describe('dossier new --kind plugin', () => {
  it('creates a manifest and a skill, which each program loads under the same name', () => {
    const { out, code, file } = made({}, 'plugin', '--name', 'first-plugin');
    assert.equal(code, 0);
    assert.equal(
      out,
      `Created ${skill} for Claude Code, Codex, Copilot CLI and VS Code.\nCreated ${manifest} for Claude Code, Codex, Copilot CLI and VS Code.\n`,
    );
    const created = { [manifest]: file(manifest) ?? '', [skill]: file(skill) ?? '' };
    const { json } = running(created, ['explain', 'plugins/first-plugin', '--format', 'json']);
    const { plugins } = json as {
      plugins: { parts: { programs: { host: string; name: string | null }[] }[] }[];
    };
    const [part, ...others] = plugins[0]?.parts ?? [];
    assert.deepEqual(others, []);
    const names = part?.programs.flatMap(({ name }) => name ?? []);
    assert.deepEqual(
      names,
      Array.from({ length: 4 }, () => 'first-plugin:example'),
    );
    const { findings } = running(created, ['check', '--format', 'json']).json as {
      findings: unknown[];
    };
    assert.deepEqual(findings, []);
  });

  it('gives the skill another name than the plugin', () => {
    const { out } = made({}, 'plugin', '--name', 'example');
    assert.match(out, /plugins\/example\/skills\/hello\/SKILL\.md/);
  });

  it('writes the description', () => {
    const { out } = made(
      {},
      ...['plugin', '--name', 'kit', '--description', 'Checks "all".', '--stdout'],
    );
    assert.match(out, /"description": "Checks \\"all\\"\."/);
  });

  it('refuses a name that a program refuses or changes, with the reason', () => {
    const errors = ['Two words', 'Under_score', 'a/b', ' ', 'x'.repeat(70)].map((name) => {
      const { err, code, out } = made({}, 'plugin', '--name', name);
      assert.deepEqual([code, out], [2, ''], name);
      return err;
    });
    assert.match(
      errors[0] ?? '',
      /Claude Code would not load the plugin\. "name" in the plugin manifest must be a name without spaces/,
    );
    assert.match(
      errors[1] ?? '',
      /Copilot CLI would name the plugin "under-score"\. Use that name\./,
    );
    assert.match(errors[2] ?? '', /"a\/b" is a path/);
    assert.match(errors[3] ?? '', /A plugin needs a name/);
    assert.match(errors[4] ?? '', /Copilot CLI refuses this name in a marketplace\. Use another/);
  });

  it('never writes into a folder that exists', () => {
    const other = 'plugins/first-plugin/notes.txt';
    const { err, code } = made({ [other]: 'x' }, 'plugin', '--name', 'first-plugin');
    assert.equal(code, 2);
    assert.match(err, /"plugins\/first-plugin" already exists\. Use another name\./);
  });

  it('refuses options that it would ignore', () => {
    for (const flag of ['--program', '--role', '--scope']) {
      const { err, code } = made({}, 'plugin', '--name', 'kit', flag, 'all');
      assert.equal(code, 2);
      assert.match(err, new RegExp(`${flag} is not for a plugin`));
    }
    assert.match(made({}, 'plugin').err, /requires --name/);
  });
});

describe('dossier new --kind marketplace', () => {
  const written = (files: Readonly<Record<string, string>>): unknown => {
    const { file, code } = made(files, 'marketplace', '--name', 'team');
    assert.equal(code, 0);
    return JSON.parse(file(marketplace) ?? '') as unknown;
  };

  it('lists the plugins of the project', () => {
    const files = { ...pluginAt('plugins/b', 'bee'), ...pluginAt('plugins/a', 'ay') };
    assert.deepEqual(written(files), {
      name: 'team',
      owner: { name: 'team' },
      plugins: [
        { name: 'ay', source: './plugins/a', description: 'Helps.' },
        { name: 'bee', source: './plugins/b', description: 'Helps.' },
      ],
    });
  });

  it('lists a plugin that is the project', () => {
    const files = {
      '.claude-plugin/plugin.json': plugin('whole'),
      'skills/greet/SKILL.md': skillText,
    };
    assert.deepEqual((written(files) as { plugins: unknown }).plugins, [
      { name: 'whole', source: './', description: 'Helps.' },
    ]);
  });

  it('omits files of other programs, hidden folders and dependencies', () => {
    const files = {
      ...pluginAt('plugins/a', 'ay'),
      ...pluginAt('.cache/plugins/c', 'cached'),
      ...pluginAt('node_modules/d', 'dependency'),
      'panel/plugin.json': '{ "type": "panel", "name": "Clock", "id": "clock" }',
    };
    assert.deepEqual((written(files) as { plugins: unknown }).plugins, [
      { name: 'ay', source: './plugins/a', description: 'Helps.' },
    ]);
  });

  it('reports a plugin that would cost the file or has a name that is taken', () => {
    const { err, file } = made(
      {
        ...pluginAt('plugins/a', 'ay'),
        ...pluginAt('plugins/copy', 'ay'),
        ...pluginAt('plugins/long', 'x'.repeat(70)),
      },
      ...['marketplace', '--name', 'team'],
    );
    assert.equal(
      err,
      'dossier: "./plugins/copy" is not listed: another plugin is named "ay". Rename one.\n' +
        'dossier: "./plugins/long" is not listed, because Copilot CLI refuses its entry. Rename the plugin.\n',
    );
    assert.match(file(marketplace) ?? '', /"ay"/);
  });

  it('refuses a name that a program refuses, with the reason', () => {
    const { err, code, out } = made(
      pluginAt('plugins/a', 'ay'),
      ...['marketplace', '--name', 'team.tools'],
    );
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /Codex refuses the whole marketplace/);
  });

  it('names only the programs that do not find another one first', () => {
    const files = { ...pluginAt('plugins/a', 'ay'), '.agents/plugins/marketplace.json': '{}' };
    const { out } = made(files, 'marketplace', '--name', 'team');
    assert.match(
      out,
      /^Created \.claude-plugin\/marketplace\.json for .*Copilot CLI\. Plugins: ay\.\n$/,
    );
    assert.doesNotMatch(out, /Codex/);
  });

  it('never overwrites one, and needs a plugin', () => {
    const there = { ...pluginAt('plugins/a', 'ay'), [marketplace]: '{}' };
    const { err, file } = made(there, 'marketplace', '--name', 'team');
    assert.match(err, /already exists\. Add the plugins to it\./);
    assert.equal(file(marketplace), '{}');
    assert.match(made({}, 'marketplace', '--name', 'team').err, /No plugin with a manifest/);
  });
});
