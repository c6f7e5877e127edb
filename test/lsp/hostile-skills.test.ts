// The server in a project whose skills refer to files that must not be read.
import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentLinkRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { nodeFileSystem } from '../../server/world/node';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { describeOnPosix } from '../support/posix';
import { type Session, serving } from '../support/serving';

const folder = '.claude/skills/deploy';
const names = ['out.md', 'huge.md', 'pipe.md', 'loop.md', 'bytes.bin', 'far/sub.md', 'none.md'];
const lines = names.map((name) => `See [a](references/${name}) and @references/${name}.`);
const text = ['---', 'name: deploy', 'description: Deploys.', '---', ...lines, ''].join('\n');

describeOnPosix('lsp/hostile-skills', () => {
  let disk: DiskFolder;
  let outside: DiskFolder;
  let session: Session;
  let read: string[];

  beforeEach(async () => {
    disk = diskFolder();
    outside = diskFolder();
    outside.write('sub.md', 'A secret.');
    disk.write(`${folder}/SKILL.md`, text);
    disk.link(`${folder}/references/out.md`, outside.at('sub.md'));
    disk.link(`${folder}/references/far`, outside.root);
    disk.link(`${folder}/references/loop.md`, 'loop.md');
    disk.pipe(`${folder}/references/pipe.md`);
    disk.write(`${folder}/references/bytes.bin`, new Uint8Array(100_000));
    disk.write(`${folder}/references/huge.md`, '');
    truncateSync(disk.at(`${folder}/references/huge.md`), 1024 ** 3);
    read = [];
    const world = {
      ...nodeFileSystem,
      home: disk.at('home'),
      read: (path: string, most?: number) => {
        read.push(path);
        return nodeFileSystem.read(path, most);
      },
    };
    session = await serving({ world, folders: [disk.root], settings: { closedFiles: 'problems' } });
  });
  afterEach(async () => {
    await session.end();
    disk.remove();
    outside.remove();
  });

  it('answers, and reads no file that a skill refers to', async () => {
    const uri = `file://${disk.at(`${folder}/SKILL.md`)}`;
    session.open(uri, text, 'markdown');
    const { diagnostics } = await session.published(uri);
    // A cycle of links is as absent as a file that does not exist.
    assert.deepEqual(
      diagnostics.map(({ message }) => /"references\/[\w.]+"/.exec(String(message))?.[0]),
      ['"references/loop.md"', '"references/none.md"'],
    );
    const { connection } = session;
    const links = await connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri },
    });
    assert.ok(Array.isArray(links));
    for (const [index, line] of lines.entries())
      for (const word of ['(references', '@references']) {
        const position = { line: index + 4, character: line.indexOf(word) + 14 };
        const params = { textDocument: { uri }, position };
        await connection.sendRequest(HoverRequest.type, params);
        await connection.sendRequest(DefinitionRequest.type, params);
        await connection.sendRequest(CompletionRequest.type, params);
      }
    // Needs the whole workspace.
    await connection.sendRequest('dossier/agents', {});
    assert.deepEqual(
      read.filter((path) => path.includes('/references/') || path.startsWith(outside.root)),
      [],
    );
  });
});
