// The files of a new plugin or marketplace, as the wizard asks for them.
import assert from 'node:assert/strict';
import {
  type NewPluginFiles,
  type NewPluginParams,
  newPluginFilesMethod,
} from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const disk = memoryFileSystem(
  {
    '/w/plugins/kit/.claude-plugin/plugin.json': '{ "name": "kit" }',
    '/w/plugins/kit/skills/greet/SKILL.md':
      '---\nname: greet\ndescription: Use when greeting.\n---\n\nGreet.\n',
  },
  '/w',
);

describe('a new plugin', () => {
  let session: Session;
  before(async () => {
    session = await serving({ world: disk });
  });
  after(() => session.end());

  const files = (
    subject: NewPluginParams['subject'],
    name: string,
    of: Session = session,
  ): Promise<NewPluginFiles> =>
    of.connection.sendRequest(newPluginFilesMethod, { folder: 'file:///w', subject, name });

  it('is a skill and a manifest, for the programs that load both', async () => {
    const { error, files: made, hostNames } = await files('plugin', 'tools');
    assert.equal(error, null);
    assert.deepEqual(
      made.map(({ uri, path }) => [uri, path]),
      [
        [
          'file:///w/plugins/tools/skills/example/SKILL.md',
          'plugins/tools/skills/example/SKILL.md',
        ],
        [
          'file:///w/plugins/tools/.claude-plugin/plugin.json',
          'plugins/tools/.claude-plugin/plugin.json',
        ],
      ],
    );
    assert.deepEqual(hostNames, ['Claude Code', 'Codex', 'Copilot CLI', 'VS Code']);
  });

  it('has a folder of its own', async () => {
    const { error, files: made } = await files('plugin', 'kit');
    assert.deepEqual([error, made], ['"plugins/kit" already exists. Use another name.', []]);
  });

  it('is listed in a new marketplace, with its text in the editor', async () => {
    const own = await serving({ world: disk });
    own.open('file:///w/plugins/kit/.claude-plugin/plugin.json', '{ "name": "typed" }', 'json');
    const { error, files: made, plugins } = await files('marketplace', 'team', own);
    assert.deepEqual(plugins, ['typed']);
    own.end();
    assert.equal(error, null);
    const [file] = made;
    assert.equal(file?.uri, 'file:///w/.claude-plugin/marketplace.json');
    assert.deepEqual((JSON.parse(file?.text ?? '') as { plugins: unknown }).plugins, [
      { name: 'typed', source: './plugins/kit' },
    ]);
  });
});
