// What `dossier explain FOLDER` shows of a plugin.
import assert from 'node:assert/strict';
import type { ExplainedPlugin } from '../../server/contract/library';
import { running } from '../support/running';

const agent = '---\nname: reviewer\ndescription: Reviews changes.\n---\n\nYou review.\n';
const skill = '---\nname: greet\ndescription: Greets.\n---\n\nGreet.\n';
const command = '---\ndescription: Opens a pull request.\n---\n\nOpen it.\n';
const standard = 'https://agent-plugins.org/schemas/1.0.0/plugin.schema.json';

const plugin = (manifest: string, text: string): Record<string, string> => ({
  [`plug/${manifest}`]: text,
  'plug/agents/reviewer.md': agent,
  'plug/skills/greet/SKILL.md': skill,
  'plug/commands/git/pr.md': command,
  'plug/.mcp.json': '{ "mcpServers": { "docs": { "command": "node" } } }',
});

const explained = (files: Record<string, string>, ...more: readonly string[]): ExplainedPlugin => {
  const { json } = running(files, ['explain', 'plug', '--format', 'json', ...more]);
  const [found] = (json as { plugins: readonly ExplainedPlugin[] }).plugins;
  assert.ok(found);
  return found;
};

/** `part: name in each program`. */
const rows = ({ parts }: ExplainedPlugin): readonly string[] =>
  parts.map(
    ({ kind, file, programs }) =>
      `${kind} ${file}: ${programs.map(({ isLoaded, name }) => (isLoaded ? name : '-')).join(', ')}`,
  );

const asked = ['--program', 'claude-code,copilot-cli,codex'];

describe('dossier explain FOLDER', () => {
  it('names each part of a plugin in each program', () => {
    const found = explained(plugin('.claude-plugin/plugin.json', '{ "name": "Tools" }'), ...asked);
    assert.deepEqual(
      found.programs.map(({ host, name, manifest }) => [host, name, manifest]),
      [
        ['claude-code', 'Tools', '.claude-plugin/plugin.json'],
        ['copilot-cli', 'tools', '.claude-plugin/plugin.json'],
        ['codex', 'Tools', '.claude-plugin/plugin.json'],
      ],
    );
    assert.deepEqual(rows(found), [
      'agent agents/reviewer.md: Tools:reviewer, tools:reviewer, -',
      'skill skills/greet/SKILL.md: Tools:greet, tools:greet, Tools:greet',
      'command commands/git/pr.md: Tools:git:pr, -, Tools:source-command-git-pr',
      'server .mcp.json: docs, docs, docs',
    ]);
  });

  it('states why a program loads nothing, and why it drops a part', () => {
    const found = explained(
      plugin('.claude-plugin/plugin.json', '{ "name": "tools", "agents": "./agents/" }'),
      ...asked,
    );
    assert.match(String(found.programs[0]?.fault), /^"agents" in the plugin manifest must be /);
    assert.deepEqual(
      found.parts[0]?.programs.map(({ why }) => why),
      ['Claude Code loads nothing from this plugin.', null, 'Codex has no agents of plugins.'],
    );
  });

  it('shows what a manifest of the standard changes', () => {
    const found = explained(
      plugin('plugin.json', `{ "$schema": "${standard}", "name": "tools" }`),
      ...asked,
    );
    assert.deepEqual(rows(found), [
      'agent agents/reviewer.md: plug:reviewer, -, -',
      'skill skills/greet/SKILL.md: plug:greet, tools:greet, tools:greet',
      'command commands/git/pr.md: plug:git:pr, -, -',
      'server .mcp.json: docs, -, -',
    ]);
  });

  it('has columns for programs of which it is not known what they load', () => {
    const { out } = running(plugin('.claude-plugin/plugin.json', '{ "name": "tools" }'), [
      'explain',
      'plug',
      '--program',
      'claude-code,vscode',
    ]);
    assert.match(out, /^agent agents\/reviewer\.md +tools:reviewer +not known$/m);
  });

  it('prints a table in Markdown', () => {
    const { out, code } = running(plugin('.claude-plugin/plugin.json', '{ "name": "tools" }'), [
      ...['explain', 'plug', '--program', 'claude-code,codex', '--format', 'markdown'],
    ]);
    assert.equal(code, 0);
    assert.match(out, /^\| agent agents\/reviewer\.md \| `tools:reviewer` \| not loaded \|$/m);
    assert.match(out, /^- agent agents\/reviewer\.md: Codex has no agents of plugins\.$/m);
  });

  it('explains no other folder', () => {
    const { code, err } = running({ 'src/main.ts': 'x' }, ['explain', 'src']);
    assert.equal(code, 2);
    assert.match(err, /src is no plugin\. Name files, or the folder of a plugin\./);
  });
});
