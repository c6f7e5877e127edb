// Skills and commands of a plugin are checked like those of a project, as each program reads them there.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const manifest = { '.claude-plugin/plugin.json': '{ "name": "kit" }' };

const found = (files: Readonly<Record<string, string>>): readonly string[] =>
  running({ ...manifest, ...files }, ['check', '--notes'])
    .out.split('\n')
    .filter((line) => /^(?:error|warning|note) /.test(line));

const skill = (fields: string): Readonly<Record<string, string>> => ({
  'skills/greet/SKILL.md': `---\n${fields}\n---\n\nGreet.\n`,
});

describe('a skill of a plugin', () => {
  it('without findings', () =>
    assert.deepEqual(found(skill('name: greet\ndescription: Greets. Use when asked.')), []));

  it('without a description is not listed to the model of Claude Code', () =>
    assert.deepEqual(found(skill('name: greet')), [
      'warning missing-field: No "description". Claude Code lists the file to users and not to the model. Add a description.',
    ]));

  it('without a description is rejected by Codex, which reads the plugin by a manifest of its own', () => {
    const both = { ...skill('name: greet'), '.codex-plugin/plugin.json': '{ "name": "kit" }' };
    assert.equal(
      found(both)[0],
      'error missing-field: No "description". Codex rejects the whole file. Add a description.',
    );
  });

  it('is offered whatever files are used', () =>
    assert.deepEqual(
      found(skill('name: greet\ndescription: Greets. Use when asked.\npaths: "*.ts"')),
      [
        'note ineffective-field: "paths" has no effect here. Claude Code ignores it in plugins. Remove it.',
      ],
    ));

  it('gets a fix for a misspelled key', () => {
    const [first] = found(
      skill('name: greet\ndescription: Greets. Use when asked.\nalowed-tools: Read'),
    );
    assert.match(first ?? '', /"alowed-tools" is not a field.* Did you mean "allowed-tools"\?$/);
  });

  it('is listed under its full name', () => {
    const { out } = running({ ...manifest, ...skill('description: Greets.') }, ['list']);
    assert.match(out, /^kit:greet +Claude Code +loads/m);
  });
});

describe('a command of a plugin', () => {
  it('without a description is for users', () =>
    assert.deepEqual(found({ 'commands/hi.md': '---\nargument-hint: "[x]"\n---\nHi.\n' }), [
      'note missing-field: No "description". Claude Code lists the file to users and not to the model. Add a description.',
    ]));
});
