// Parts of a plugin that get one name in a program: the table shows which of them is lost. Which one was asked is in the cases
// `plugin-same-names`.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const manifest = { 'plug/.claude-plugin/plugin.json': '{ "name": "pp" }' };
const skill = (name: string): string => `---\nname: ${name}\ndescription: Greets.\n---\n\nGreet.\n`;
const command = '---\ndescription: Greets.\n---\n\nGreet.\n';

/** The cells of the table in Claude Code, Codex and Copilot CLI by their parts, and the notes below it. */
function table(files: Readonly<Record<string, string>>) {
  const { out } = running({ ...manifest, ...files }, ['explain', 'plug']);
  const lines = out.split('\n');
  const rows = lines.flatMap((line) => {
    const [, part, cells = ''] = /^(?:agent|skill|command) +(\S+) +(.*)$/.exec(line) ?? [];
    return part === undefined ? [] : [[part, cells.trim().split(/ {2,}/).slice(0, 3)] as const];
  });
  return { rows: Object.fromEntries(rows), out };
}

describe('parts of a plugin with one name', () => {
  it('are one of a skill and a command, in each program another one', () => {
    const { rows, out } = table({
      'plug/skills/greet/SKILL.md': skill('greet'),
      'plug/commands/greet.md': command,
    });
    assert.deepEqual(rows, {
      'skills/greet/SKILL.md': ['not loaded', 'pp:greet', 'pp:greet'],
      'commands/greet.md': ['pp:greet', 'pp:source-command-greet', 'not loaded'],
    });
    assert.match(
      out,
      /skills\/greet\/SKILL\.md: Claude Code uses commands\/greet\.md instead, which has the same name\./,
    );
    assert.match(
      out,
      /commands\/greet\.md: Copilot CLI uses skills\/greet\/SKILL\.md instead, which has the same name\./,
    );
  });

  it('are the first of two skills, except where a program lists both', () => {
    const { rows } = table({
      'plug/skills/alpha/SKILL.md': skill('same'),
      'plug/skills/zwo/SKILL.md': skill('same'),
    });
    assert.deepEqual(rows, {
      'skills/alpha/SKILL.md': ['pp:alpha', 'pp:same', 'pp:same'],
      'skills/zwo/SKILL.md': ['pp:zwo', 'pp:same', 'not loaded'],
    });
  });

  it('are all lost where a program loads none of several commands', () => {
    const { rows, out } = table({
      'plug/commands/go-x.md': command,
      'plug/commands/go_x.md': command,
    });
    assert.deepEqual(rows, {
      'commands/go-x.md': ['pp:go-x', 'not loaded', 'pp:go-x'],
      'commands/go_x.md': ['pp:go_x', 'not loaded', 'pp:go_x'],
    });
    assert.match(out, /Codex loads none of several commands with the same name\./);
  });

  it('are unknown where the order of the files decides', () => {
    const { rows, out } = table({
      'plug/agents/one.md': skill('same'),
      'plug/agents/two.md': skill('same'),
    });
    assert.deepEqual(rows, {
      'agents/one.md': ['not known', 'not loaded', 'pp:one'],
      'agents/two.md': ['not known', 'not loaded', 'pp:two'],
    });
    assert.match(out, /Claude Code uses only one of the agents with this name\./);
  });

  it('are listed both in VS Code, of several skills that state one name only one', () => {
    const inCode = (files: Readonly<Record<string, string>>) => {
      const { out } = running({ ...manifest, ...files }, ['explain', 'plug', '--program=vscode']);
      return out
        .split('\n')
        .filter((line) => /^(?:agent|skill|command) /.test(line))
        .map((line) => line.split(/ {2,}/));
    };
    assert.deepEqual(
      inCode({ 'plug/skills/greet/SKILL.md': skill('greet'), 'plug/commands/greet.md': command }),
      [
        ['skill skills/greet/SKILL.md', 'pp:greet'],
        ['command commands/greet.md', 'pp:greet'],
      ],
    );
    assert.deepEqual(
      inCode({
        'plug/skills/alpha/SKILL.md': skill('same'),
        'plug/skills/zwo/SKILL.md': skill('same'),
      }),
      [
        ['skill skills/alpha/SKILL.md', 'not known'],
        ['skill skills/zwo/SKILL.md', 'not known'],
      ],
    );
  });
});
