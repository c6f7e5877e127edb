// Names of parts of a plugin that settings enable: unknown where the plugin is not in the workspace, and known where it is.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const lead = (name: string): string =>
  `---\nname: lead\ndescription: Leads.\nskills: ["${name}:check"]\ntools: Agent(${name}:helper), Read\n---\n\nCall Task(subagent_type="${name}:helper").\n`;

const plugin = (name: string): Readonly<Record<string, string>> => ({
  'plug/.claude-plugin/plugin.json': JSON.stringify({ name }),
  'plug/agents/helper.md': '---\nname: helper\ndescription: Helps.\n---\n\nHelp.\n',
  'plug/skills/check/SKILL.md': '---\nname: check\ndescription: Checks.\n---\n\nCheck.\n',
});

const settings = (enabledPlugins: object, at = '.claude/settings.json') => ({
  [at]: JSON.stringify({
    enabledPlugins,
    permissions: { allow: ['Skill(tools:check)'] },
  }),
});

/** The names that are reported as missing. */
function missing(files: Readonly<Record<string, string>>, name = 'tools'): readonly string[] {
  const { out } = running({ '.claude/agents/lead.md': lead(name), ...files }, ['check', '--notes']);
  const found = [...out.matchAll(/(?:unknown-agent|missing-skill): [^"]*"([^"]+)"/g)];
  return [...new Set(found.map(([, one = '']) => one))].sort();
}

describe('parts of plugins that settings enable', () => {
  it('are missing where no settings enable the plugin', () => {
    for (const enabled of [{}, { 'tools@market': false }, { 'other@market': true }])
      assert.deepEqual(
        missing({ ...plugin('tool'), ...settings(enabled) }),
        ['tools:check', 'tools:helper'],
        JSON.stringify(enabled),
      );
  });

  it('are unknown where settings do, in either file', () => {
    const enabled = { 'tools@market': true };
    for (const at of ['.claude/settings.json', '.claude/settings.local.json'])
      assert.deepEqual(missing({ ...plugin('tool'), ...settings(enabled, at) }), [], at);
  });

  it('are known where the plugin is in the workspace', () => {
    const files = { ...plugin('tools'), ...settings({ 'tools@market': true }) };
    assert.deepEqual(missing(files), []);
    const slip = lead('tools').replaceAll('helper', 'helpr').replaceAll('check', 'chek');
    assert.deepEqual(missing({ ...files, '.claude/agents/lead.md': slip }), [
      'tools:chek',
      'tools:helpr',
    ]);
  });
});
