// A host that reads the folder of another one, where few authors think of it: it counts only where it is in use.
import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import type { Host } from '../../server/hosts/model/host';
import { memoryFileSystem } from '../../server/world/memory';
import { hosts } from '../support/catalog';
import { completing } from '../support/completing';
import { fixing } from '../support/fixing';
import { lineHost } from '../support/line-host';
import { running } from '../support/running';
import { serving } from '../support/serving';
import { claudeFile, type Opened, viewAt } from '../support/viewing';

const [own] = lineHost.locations;
assert.ok(own);

const guest: Host = {
  ...lineHost,
  locations: [own, { ...own, glob: '.claude/agents/**/*.md', role: 'guest', isOptional: true }],
};

const catalog = new HostCatalog([...hosts, guest]);
const ownFile = { '.line-host/agents/other.md': '---\nname: other\n---\nYou are.\n' };
const text = (fields: string): string => `---\n${fields}\n---\n\nYou are.\n`;
const head = 'name: reviewer\ndescription: Reviews.\n';

/** By what makes the host count. */
const used: Readonly<Record<string, Opened>> = {
  'the user chose it as a program': { settings: { programs: ['line-host'] } },
  'its findings are asked for': { settings: { guests: ['line-host'] } },
  'the project has its own folder': { files: ownFile },
};

const readers = (opened: Opened): readonly string[] =>
  viewAt(text(head), { at: claudeFile, catalog, ...opened })
    .verdicts()
    .map(({ place }) => place.host.id);

describe('an optional location', () => {
  it('does not count by itself', () => {
    assert.ok(!readers({}).includes('line-host'));
    completing(text(`${head}tools: [|]`), { at: claudeFile, catalog }).offers('Read');
  });

  for (const [cause, opened] of Object.entries(used))
    it(`counts where ${cause}`, () => {
      assert.ok(readers(opened).includes('line-host'));
      // What the author types follows the owner.
      completing(text(`${head}tools: [|]`), { at: claudeFile, catalog, ...opened }).offers('Read');
    });

  it('leaves the fixes of other hosts as they are', () => {
    const title = 'Quote the value of "description"';
    const broken = text('name: reviewer\ndescription: Use when|: asked');
    fixing(broken, { at: claudeFile, catalog }).offers(title);
    fixing(broken, { at: claudeFile, catalog, files: ownFile }).offersNot(title);
  });

  const files = { [claudeFile]: text(head) };
  const explained = (more: Readonly<Record<string, string>>, ...args: string[]): string =>
    running({ ...files, ...more }, ['explain', claudeFile, ...args], '', { catalog }).out;

  it('`explain` shows it where it is in use, and where all hosts are requested', () => {
    assert.doesNotMatch(explained({}), /Line Host/);
    assert.match(explained(ownFile), /Line Host 1\.0\.0: loads as written/);
    assert.match(explained({}, '--host', 'all'), /Line Host 1\.0\.0: loads as written/);
    assert.match(explained({}, '--host', 'line-host'), /Line Host 1\.0\.0: loads as written/);
  });

  it('a host that is requested alone is not limited by it', () => {
    const file = { [claudeFile]: text('name: reviewer\ndescription: Use when: asked') };
    const fixed = running(file, ['check', '--fix', '--host', 'claude-code'], '', { catalog });
    assert.match(fixed.file(claudeFile) ?? '', /description: "Use when: asked"/);
  });

  it('the server follows the folder of the host', async () => {
    const path = `/w/${claudeFile}`;
    const uri = `file://${path}`;
    const other = '/w/.line-host/agents/other.md';
    const world = memoryFileSystem({ [path]: '' }, '/w');
    const session = await serving({ catalog, world, folders: ['/w'] });
    const titles = async (): Promise<readonly string[]> => {
      const actions = await session.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: { start: { line: 2, character: 21 }, end: { line: 2, character: 21 } },
        context: { diagnostics: [] },
      });
      return (actions ?? []).map(({ title }) => title);
    };
    const changed = async (type: FileChangeType): Promise<void> => {
      const changes = [{ uri: `file://${other}`, type }];
      await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes,
      });
    };
    const title = 'Quote the value of "description"';
    session.open(uri, text('name: reviewer\ndescription: Use when: asked'));
    assert.ok((await titles()).includes(title));
    world.create(other, text('name: other'));
    await changed(FileChangeType.Created);
    assert.ok(!(await titles()).includes(title));
    world.files.delete(other);
    await changed(FileChangeType.Deleted);
    assert.ok((await titles()).includes(title));
    session.end();
  });
});
