// Skills and commands of one plugin with one name, as duplicate-name reports them in the manifest.
import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { caseFilesOf } from '../conformance/cases';
import { keptResults } from '../support/kept-results';
import { reportedBy } from '../support/reporting';
import { running } from '../support/running';
import { serving } from '../support/serving';

const manifest = 'plug/.claude-plugin/plugin.json';
const named = '{ "name": "pp" }';
const skill = '---\nname: greet\ndescription: Greets.\n---\n\nGreet.\n';
const both = { 'plug/skills/greet/SKILL.md': skill, 'plug/commands/greet.md': skill };

const found = (files: Readonly<Record<string, string>>): readonly string[] =>
  reportedBy('duplicate-name', files);

describe('skills and commands of a plugin with one name', () => {
  for (const host of ['claude-code', 'codex', 'copilot-cli'])
    it(`are those that ${host} was seen to lose`, () => {
      let count = 0;
      for (const { id, path, text, around, facts } of caseFilesOf(host).get('plugin-same-names')
        ?.cases ?? []) {
        // Agents are reported in their own files.
        if (id.includes('agent')) continue;
        const uses = (facts?.['uses'] ?? '').split(', ').map((one) => one.split('=').at(-1));
        for (const message of reportedBy(
          'duplicate-name',
          { [path]: text, ...around },
          `--program=${host}`,
        )) {
          count++;
          const [, all = '', , used = ''] =
            /^warning (.*) have the same name, "([^"]*)"\. .* uses (?:only (.*)|none of them)\. Rename one of these files\.$/.exec(
              message,
            ) ?? [];
          const filesIn = (list: string): readonly string[] => list.match(/[^"]+\.md(?=")/g) ?? [];
          assert.ok(filesIn(all).length > 1, message);
          assert.deepEqual(
            filesIn(all).filter((file) => uses.includes(file)),
            filesIn(used),
            `${id}: ${message}`,
          );
        }
      }
      assert.ok(count > 1, `${count} findings`);
    });

  it('are reported at the name of the plugin, with both files', () => {
    assert.deepEqual(found({ [manifest]: named, ...both }), [
      'warning "commands/greet.md" and "skills/greet/SKILL.md" have the same name, "pp:greet". Claude Code uses only "commands/greet.md". Rename one of these files.',
    ]);
    assert.deepEqual(found({ 'plug/.github/plugin/plugin.json': named, ...both }), [
      'warning "skills/greet/SKILL.md" and "commands/greet.md" have the same name, "pp:greet". Copilot CLI uses only "skills/greet/SKILL.md". Rename one of these files.',
    ]);
  });

  it('are not reported of a plugin that does not load, or of folders that the manifest replaces', () => {
    assert.deepEqual(found({ [manifest]: '{ "name": "p p" }', ...both }), []);
    assert.deepEqual(found({ [manifest]: '{ "name": "pp", "commands": "./more/" }', ...both }), []);
  });

  it('are not reported where one of the files does not load', () => {
    const broken = { ...both, 'plug/skills/greet/SKILL.md': '---\nname: [\n---\n' };
    const files = { 'plug/.github/plugin/plugin.json': named };
    assert.equal(found({ ...files, ...both }).length, 1);
    assert.deepEqual(found({ ...files, ...broken }), []);
  });

  it('are looked for again by a run that has the results of an earlier one', () => {
    const store = keptResults();
    const count = (more: Readonly<Record<string, string>>): number =>
      running(
        { 'plug/.github/plugin/plugin.json': named, ...more },
        ['check', '--cache', '--format=json'],
        '',
        { results: () => store },
      ).out.split('duplicate-name').length - 1;
    assert.deepEqual([count({}), count(both), count({})], [0, 1, 0]);
  });

  it('are looked for again when a file has changed', async () => {
    const at = `/w/${manifest}`;
    const command = '/w/plug/commands/greet.md';
    const world = memoryFileSystem(
      { [at]: named, '/w/plug/skills/greet/SKILL.md': skill, '/w/plug/commands/hello.md': skill },
      '/w',
    );
    const session = await serving({ world });
    const uri = `file://${at}`;
    session.open(uri, named, 'json');
    assert.deepEqual((await session.published(uri)).diagnostics, []);
    world.write(command, skill);
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file://${command}`, type: FileChangeType.Created }],
    });
    const { diagnostics } = await session.published(uri);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start.character]),
      [['duplicate-name', named.indexOf('"pp"')]],
    );
    session.end();
  });
});
