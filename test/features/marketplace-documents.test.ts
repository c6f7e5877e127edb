// Marketplaces of plugins as documents: what is found, offered and explained in them, by the place of the file.
import assert from 'node:assert/strict';
import { completing } from '../support/completing';
import { hovering } from '../support/hovering';
import { running } from '../support/running';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const claude = '.claude-plugin/marketplace.json';
const codex = '.agents/plugins/marketplace.json';
const copilot = '.github/plugin/marketplace.json';

const found = (text: string, at: string, files = {}): readonly string[] =>
  viewAt(text, { at, files: { ...files, [at]: text } })
    .findings()
    .map(
      ({ severity, span, message }) =>
        `${severity} ${text.slice(span?.start, span?.end)}: ${words(message)}`,
    );

const listing = (plugin: string, more = ''): string =>
  `{ "name": "m", "owner": { "name": "o" }${more}, "plugins": [${plugin}, { "name": "qq", "source": "./qq" }] }`;

describe('marketplaces as documents', () => {
  it('name the plugins that are lost with the whole file', () => {
    assert.deepEqual(found(listing('{ "name": "p p", "source": "./p" }'), copilot).slice(0, 1), [
      'error "p p": "plugins[0].name" must be a name of up to 64 letters, digits, "-" and ".", not "p p". Copilot CLI refuses the whole marketplace. Lost with it: "p p" and "qq". Correct the value.',
    ]);
    for (const [at, program] of [
      [copilot, 'Copilot CLI'],
      [claude, 'Claude Code'],
    ] as const)
      assert.match(
        found('{ "name": "m", "plugins": [{ "name": "p", "source": "./p" }] }', at)[0] ?? '',
        new RegExp(
          `No "owner"\\. ${program} refuses the whole marketplace\\. Lost with it: "p"\\. Add "owner"\\.$`,
        ),
      );
    assert.match(found('{ "name": "m", ', codex).join(), /Codex refuses the whole marketplace/);
    assert.match(
      found(
        listing('{ "name": "p", "source": "./p", "policy": { "installation": "MAYBE" } }'),
        codex,
      ).join(),
      /^error "MAYBE": "plugins\[0\]\.policy\.installation" must be .* Use one of these values\./,
    );
    assert.match(
      found(listing('{ "name": "qq", "source": "./p" }'), copilot).join(),
      /a name that no other plugin has/,
    );
  });

  it('report a plugin that is lost alone, at what it lacks', () => {
    assert.match(
      found(listing('{ "name": "p", "source": "p" }'), codex).join('\n'),
      /^error "p": "plugins\[0\]\.source" must be a path .* Codex silently leaves this plugin out\./m,
    );
    assert.match(
      found(
        listing('{ "name": "p", "source": { "source": "github", "repo": "o/r" } }'),
        codex,
      )[0] ?? '',
      /^error "github": "plugins\[0\]\.source\.source" must be local, url, git-subdir or npm, not/,
    );
  });

  it('report each plugin that Claude Code loses, and keep the others', () => {
    const inClaude = (plugin: string, more = ''): readonly string[] =>
      found(listing(plugin, more), claude, { 'p/x': '', 'q/x': '', 'qq/x': '' });
    for (const plugin of [
      '{ "name": "p", "source": "./p", "mcpServers": { "s": { "url": "https://example.com" } } }',
      '{ "name": "p", "source": "./p", "commands": { "c": { "source": "./c.md", "content": "x" } } }',
      '{ "name": "p", "source": "./p", "lspServers": { "l": { "command": "l", "extensionToLanguage": { "ts": "ts" } } } }',
      '{ "name": "p", "source": "./p", "hooks": { "PreToolUse": null } }',
      '{ "name": "p p", "source": "./p" }',
      '{ "name": "p", "source": "p" }',
      '5',
      '{ "name": "qq", "source": "./p" }',
    ])
      assert.match(
        inClaude(plugin).join('\n'),
        /^error .* Claude Code does not install this plugin\./,
        plugin,
      );
    for (const plugin of [
      '{ "name": "p", "source": "./p", "colour": 5, "policy": 5 }',
      '{ "name": "qq", "source": "./qq" }',
      '{ "name": "p", "source": "./p", "hooks": { "PreToolUse": [] } }',
      '{ "name": "p", "source": { "source": "github", "repo": "o/r" } }',
      '{ "name": "p", "source": "." }',
    ])
      assert.deepEqual(inClaude(plugin), [], plugin);
  });

  it('know names of folders below "pluginRoot", where Claude Code uses it', () => {
    const inClaude = (source: string, root: string): string =>
      running(
        {
          [`w/${claude}`]: listing(
            `{ "name": "p", "source": "${source}" }`,
            `, "metadata": { "pluginRoot": "${root}" }`,
          ),
          'w/qq/x': '',
          'w/in/p/x': '',
        },
        ['check', 'w'],
      ).out;
    assert.match(inClaude('p', './in'), / 0 errors/);
    assert.match(inClaude('./in/p', './in'), / 0 errors/);
    assert.match(inClaude('./p', './in'), /"p" does not exist\. Claude Code lists the plugin/);
    assert.match(inClaude('p', '../in'), /does not install this plugin/);
    assert.match(inClaude('in/p', './in'), /does not install this plugin/);
  });

  it('may not have the name of another', () => {
    const named = (name: string): string =>
      found(`{ "name": "${name}", "owner": { "name": "o" }, "plugins": [] }`, claude).join();
    for (const name of ['agent-skills', 'Claude.Code.Plugins', 'claudeai-x', 'official-claude-x'])
      assert.match(named(name), /not reserved.* Claude Code refuses the whole marketplace/, name);
    for (const name of ['claude-skills', 'claude_code_plugins', 'acme-claude-plugins', 'official'])
      assert.equal(named(name), '', name);
  });

  it('report a folder that does not exist, and no repository', () => {
    const missing = (plugin: string): string =>
      running(
        { [`w/${copilot}`]: listing(plugin), 'w/qq/.claude-plugin/plugin.json': '{"name":"qq"}' },
        ['check', 'w'],
      ).out;
    assert.match(
      missing('{ "name": "p", "source": "./p" }'),
      /"p" does not exist\. Copilot CLI lists the plugin and cannot install it\./,
    );
    for (const source of ['"owner/repository"', '{ "source": "github", "repo": "o/r" }', '"./qq/"'])
      assert.doesNotMatch(
        missing(`{ "name": "p", "source": ${source} }`),
        /does not exist/,
        source,
      );
  });

  it('are not doubted for what the program accepts', () => {
    const text =
      '{ "name": "m", "interface": { "displayName": null }, "plugins": [{ "name": "p", "source": { "source": "local", "path": "./p" }, "category": null, "colour": 5 }] }';
    assert.deepEqual(found(text, codex, { 'p/x': '' }), []);
  });

  it('are none where another file is read instead', () => {
    const first = { '.plugin/marketplace.json': listing('{ "name": "p", "source": "./p" }') };
    assert.deepEqual(found('{ "name": 5 }', copilot, first), []);
  });

  it('complete and explain their keys, and those of plugins', () => {
    const at = (text: string) => ({ at: codex, files: { [codex]: text } });
    completing('{ "|" }', at('')).offers('name', 'plugins', 'interface');
    completing('{ "name": "m", "plugins": [{ "|" }] }', at('')).offers('name', 'source', 'policy');
    completing(
      '{ "name": "m", "plugins": [{ "name": "p", "policy": { "installation": "|" } }] }',
      at(''),
    ).offers('AVAILABLE', 'NOT_AVAILABLE');
    completing(
      '{ "name": "m", "plugins": [{ "name": "p", "source": { "source": "|" } }] }',
      at(''),
    ).offers('local', 'git-subdir');
    hovering('{ "name": "m", "plu|gins": [] }', at('')).shows('The plugins, each with its name');
  });
});
