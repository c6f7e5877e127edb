// One file has one identity, however a client spells its URI.
import assert from 'node:assert/strict';
import {
  DidOpenTextDocumentNotification,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { keyOf, pathOf, uriOf } from '../../server/lsp/documents/uri';
import { memoryFileSystem } from '../../server/world/memory';
import { openingDocuments } from '../support/opening-documents';
import { type Session, serving } from '../support/serving';
import { spelledUri } from '../support/spelled-uris';
import { editsByUri, movesIn, textAfter, versionsByUri } from '../support/workspace-edits';

describe('URIs', () => {
  it('that are not UTF-8 are restored byte by byte', () => {
    const uri = 'file:///w/caf%E9/%C3%A9%FF.md';
    assert.equal(uriOf(pathOf(uri)), uri);
    assert.equal(pathOf(uri.toLowerCase()), pathOf(uri));
    assert.notEqual(pathOf('file:///w/caf%25E9'), pathOf('file:///w/caf%E9'));
    assert.equal(pathOf('file:///w/50%'), '/w/50%');
  });

  it('of other computers and of this one are told apart', () => {
    assert.equal(pathOf('file://localhost/w/a.md'), '/w/a.md');
    assert.equal(pathOf('file:/w/a.md'), '/w/a.md');
    assert.equal(pathOf('file://Server/share/a.md'), '//server/share/a.md');
    assert.equal(uriOf('//server/share/a b.md'), 'file://server/share/a%20b.md');
    assert.notEqual(keyOf('file:///w/a.md'), keyOf('vscode-vfs://github/w/a.md'));
    assert.equal(keyOf('vscode-vfs://github%2Bx/a%40.md'), keyOf('vscode-vfs://github+x/a@.md'));
  });
});

describe('open documents', () => {
  it('may be open in two spellings, of which one is closed', () => {
    const { open, send } = openingDocuments();
    const [first, second] = ['file:///C:/a.md', 'file:///c%3A/a.md'];
    const document = { languageId: 'markdown', version: 1 };
    send('open', { textDocument: { ...document, uri: first, text: 'first' } });
    send('open', { textDocument: { ...document, uri: second, text: 'second' } });
    assert.equal(open.get(first)?.getText(), 'first');
    assert.equal(open.get(second)?.getText(), 'second');
    assert.equal(open.at('c:/a.md')?.getText(), 'second');
    send('close', { textDocument: { uri: second } });
    assert.equal(open.at('c:/a.md')?.getText(), 'first');
  });
});

describe('a client with its own spelling', () => {
  let session: Session;
  afterEach(() => session.end());

  const agent = (name: string, more = ''): string =>
    `---\nname: ${name}\ndescription: Reviews.\n${more}---\nYou review.\n`;
  const capabilities = {
    workspace: {
      workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const] },
    },
  };

  /** Renames the agent of the open, unsaved caller, and returns the edit. */
  const renamed = async (root: string, uri: (path: string) => string) => {
    const helper = `${root}/.claude/agents/helper.md`;
    const caller = `${root}/.claude/agents/caller.md`;
    const files = {
      [helper]: agent('helper'),
      [caller]: agent('caller', 'tools: Agent(helper)\n'),
    };
    session = await serving({
      world: memoryFileSystem(files, root),
      folders: [root],
      capabilities,
    });
    // Two lines more than on the disk.
    const text = agent('caller', 'model: sonnet\ncolor: red\ntools: Agent(helper)\n');
    await session.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: uri(caller), languageId: 'markdown', version: 7, text },
    });
    for (;;) {
      const edit = await session.connection
        .sendRequest(RenameRequest.type, {
          textDocument: { uri: uri(caller) },
          position: { line: 5, character: 'tools: Agent(he'.length },
          newName: 'other',
        })
        .catch(() => null);
      const edits = editsByUri(edit);
      if (Object.keys(edits).length === 2) return { edit, edits, text, caller, helper };
    }
  };

  const folders = ['/w/josé', '/w/me@home', '/w/a+b', "/w/it's (new) [1]", '/w/50% off, ok'];
  for (const root of folders)
    for (const style of ['plain', 'lower', 'upper'] as const)
      it(`edits the right place in ${root} (${style})`, async () => {
        const uri = (path: string): string => spelledUri(path, [style], false);
        const { edit, edits, text, caller, helper } = await renamed(root, uri);
        assert.equal(
          textAfter(text, edits[uri(caller)] ?? []),
          text.replace('Agent(helper)', 'Agent(other)'),
        );
        const other = Object.keys(edits).find((one) => pathOf(one) === helper) ?? '';
        assert.equal(textAfter(agent('helper'), edits[other] ?? []), agent('other'));
        assert.deepEqual(versionsByUri(edit), { [uri(caller)]: 7, [other]: null });
        assert.deepEqual(movesIn(edit), []);
      });

  it('sees the findings of a file under one URI, closed, open and closed again', async () => {
    const root = '/w/josé';
    const path = `${root}/.claude/agents/one.md`;
    const text = agent('one', 'tools: Read, MultiEdit\n');
    session = await serving({
      world: memoryFileSystem({ [path]: text }, root),
      folders: [root],
      settings: { closedFiles: 'all' },
    });
    const shown = new Map<string, number>();
    const take = async (uri: string, count: number): Promise<void> => {
      while (shown.get(uri) !== count) {
        const { diagnostics } = await session.published(uri);
        shown.set(uri, diagnostics.length);
      }
    };
    const servers = `file://${root}/.claude/agents/one.md`;
    await take(servers, 1);
    const uri = spelledUri(path, ['lower'], false);
    session.open(uri, text);
    await take(servers, 0);
    await take(uri, 1);
    session.close(uri);
    await take(uri, 0);
    await take(uri, 1);
    assert.equal(shown.get(servers), 0);
  });
});
