// The server on a disk that holds what a cloned repository may contain instead of plain files.
import assert from 'node:assert/strict';
import { DocumentLinkRequest } from 'vscode-languageserver-protocol/node';
import { agentsMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { nodeFileSystem } from '../../server/world/node';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { describeOnPosix } from '../support/posix';
import { type Session, serving } from '../support/serving';

const agents = '.claude/agents';
const agent = '---\nname: reviewer\ndescription: Reviews.\ntools: Read, Foo\n---\nReview.\n';

describeOnPosix('lsp/hostile-files', () => {
  let disk: DiskFolder;
  let session: Session;

  beforeEach(() => {
    disk = diskFolder();
  });
  afterEach(async () => {
    await session.end();
    disk.remove();
  });

  const begin = async (): Promise<void> => {
    const world = { ...nodeFileSystem, home: disk.at('home') };
    session = await serving({ world, folders: [disk.root], settings: { closedFiles: 'problems' } });
  };

  it('are reported at the file, and the survey continues after them', async () => {
    disk.link(`${agents}/a-loop.md`, 'a-loop.md');
    disk.pipe(`${agents}/b-pipe.md`);
    disk.link('.mcp.json', '/dev/zero');
    disk.link('.claude/settings.json', '/dev/zero');
    disk.write(`${agents}/reviewer.md`, agent);
    await begin();
    const reported = async (name: string) =>
      (await session.published(`file://${disk.at(`${agents}/${name}`)}`)).diagnostics.map(
        ({ message, severity }) => [severity, message],
      );
    const [loop, pipe, last, servers, settings] = await Promise.all(
      ['a-loop.md', 'b-pipe.md', 'reviewer.md', '../../.mcp.json', '../settings.json'].map(
        reported,
      ),
    );
    const isDevice = [[2, 'This is not a regular file.']];
    assert.deepEqual([servers, settings], [isDevice, isDevice]);
    assert.deepEqual(loop, [[2, 'The symbolic links form a cycle.']]);
    assert.deepEqual(pipe, [[2, 'This is not a regular file.']]);
    assert.equal(last?.length, 1);
  });

  it('are found in folders behind symbolic links, also out of the project where the program reads them', async () => {
    const outside = diskFolder();
    outside.write('c.md', agent);
    disk.write('common/b.md', agent);
    disk.link(`${agents}/team`, '../../common');
    disk.link(`${agents}/others`, outside.root);
    await begin();
    const at = disk.at(`${agents}/team/b.md`);
    const { diagnostics } = await session.published(`file://${at}`);
    assert.equal(diagnostics.length, 1);
    const items = await session.connection.sendRequest<readonly { path: string }[]>(agentsMethod);
    assert.deepEqual(
      [...new Set(items.map(({ path }) => path))],
      [`${agents}/others/c.md`, `${agents}/team/b.md`],
    );
    outside.remove();
  });

  it('are reported if they should be the configuration of the team', async () => {
    disk.pipe('dossier.config.json');
    disk.write(`${agents}/reviewer.md`, agent);
    await begin();
    session.open(`file://${disk.at(`${agents}/reviewer.md`)}`, agent, 'markdown');
    const { diagnostics } = await session.published(`file://${disk.at('dossier.config.json')}`);
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ['This is not a regular file.'],
    );
  });

  it('are not looked up on other computers that a prompt names', async () => {
    const text = `${agent}@//host/share/x.md @/\\\\host/y.md [z](//host/share/z.md) @docs/real.md\n`;
    const at = `/w/${agents}/reviewer.md`;
    const memory = memoryFileSystem({ [at]: text, '/w/docs/real.md': '' }, '/w');
    const asked: string[] = [];
    const noting =
      <T>(ask: (path: string) => T) =>
      (path: string): T => {
        asked.push(path);
        return ask(path);
      };
    const { has, read, isFolder } = memory;
    const world = { ...memory, has: noting(has), read: noting(read), isFolder: noting(isFolder) };
    session = await serving({ world });
    session.open(`file://${at}`, text, 'markdown');
    await session.published(`file://${at}`);
    const links = await session.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri: `file://${at}` },
    });
    assert.deepEqual(
      links?.map(({ target }) => target),
      ['file:///w/docs/real.md'],
    );
    assert.deepEqual(
      asked.filter((path) => /^[\\/]{2}|host/.test(path)),
      [],
    );
  });
});
