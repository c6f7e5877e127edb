// The plugin: one folder for several programs, made of the declarations.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hookPrograms } from '../conformance/hooks/programs';
import { recordedPlugin } from '../conformance/hooks/recorded-plugin';
import { running } from '../support/running';

const read = (file: string): string => readFileSync(file, 'utf8');
const skill = 'plugin/skills/write-agent-files';

describe('the plugin', () => {
  it('runs the file in its own folder as hook, whatever the path of the folder is', () => {
    const { hooks } = JSON.parse(read('plugin/hooks/hooks.json')) as {
      hooks: Readonly<Record<string, readonly { hooks: readonly { command: string }[] }[]>>;
    };
    const commands = Object.values(hooks).flatMap((all) =>
      all.flatMap((one) => one.hooks.map(({ command }) => command)),
    );
    assert.deepEqual(commands, [`node "\${CLAUDE_PLUGIN_ROOT}/hook.js"`]);
  });

  for (const [name, from, to] of [
    ['skill', `${skill}/SKILL.md`, '.claude/skills/write-agent-files/SKILL.md'],
    ['command', 'plugin/commands/dossier.md', '.claude/commands/dossier.md'],
  ] as const)
    it(`has a ${name} in which no program finds a fault`, () => {
      const files = { [to]: read(from), [`${to.replace('SKILL.md', 'programs.md')}`]: '# x' };
      const ran = running(files, ['check', '--format', 'json', '--guests', 'all', '--', to]);
      const { findings } = ran.json as { findings: readonly { severity: string }[] };
      assert.deepEqual(
        findings.filter(({ severity }) => severity !== 'hint'),
        [],
      );
    });

  it('gives the model the measured facts of each program, in few words', () => {
    const programs = read(`${skill}/programs.md`);
    const part = (id: string): string =>
      programs.split(/^## /m).find((one) => one.includes(`(\`${id}\`)`)) ?? '';
    assert.match(part('claude-code'), /`\.claude\/agents\/NAME\.md`.*`name`, `description`/);
    assert.match(part('claude-code'), /Dropped tools: .*`MultiEdit` \(now `Edit`\)/);
    assert.match(part('claude-code'), /`allowed-tools` \(write `tools`\)/);
    assert.match(part('codex'), /`developer_instructions`/);
    // Only what was asked.
    assert.equal(part('auggie') + part('kiro'), '');
    assert.ok(read(`${skill}/SKILL.md`).split(/\s+/).length < 400);
    assert.ok(programs.split(/\s+/).length < 1500);
  });

  for (const { host, plugin } of hookPrograms.filter((program) => program.plugin))
    it(`was installed in ${host}, where its hook and its skill reached the model`, () => {
      assert.ok(plugin);
      const recorded = recordedPlugin(host);
      assert.deepEqual([recorded?.loaded.hook, recorded?.loaded.skill], [true, true]);
      const { name } = JSON.parse(read('.claude-plugin/marketplace.json')) as { name: string };
      assert.ok(plugin.install('x').some((words) => words.includes(`${name}@${name}`)));
    });
});
