// A server in a browser: it reads no files, and the client's are of another file system.
import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Location,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { type Session, serving } from '../support/serving';
import { editsByUri } from '../support/workspace-edits';

const root = 'vscode-vfs://github';
const at = (name: string): string => `${root}/w/.claude/agents/${name}.md`;
const agent = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Works.\n${more}---\nYou work.\n`;

describe('lsp/mirror', () => {
  let session: Session;
  let files: Map<string, string>;
  afterEach(() => session.end());

  const begin = async (...texts: readonly (readonly [string, string])[]): Promise<void> => {
    files = new Map(texts);
    session = await serving({ remote: { root, files }, settings: { closedFiles: 'all' } });
  };
  const until = async (uri: string, ...rules: readonly string[]): Promise<void> => {
    for (;;) {
      const { diagnostics } = await session.published(uri);
      if (diagnostics.map(({ code }) => String(code)).join() === rules.join()) return;
    }
  };
  const notify = (uri: string, type: FileChangeType): Promise<void> =>
    session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type }],
    });

  it('reports files that are not open, with their own URIs', async () => {
    await begin([at('one'), agent('same')], [at('two'), agent('same')]);
    await until(at('one'), 'duplicate-name');
  });

  it('keeps up with what comes, changes and goes', async () => {
    await begin([at('one'), agent('same')]);
    files.set(at('two'), agent('same'));
    await notify(at('two'), FileChangeType.Created);
    await until(at('one'), 'duplicate-name');
    files.set(at('two'), agent('other'));
    await notify(at('two'), FileChangeType.Changed);
    await until(at('one'));
    files.set(at('two'), agent('same'));
    await notify(at('two'), FileChangeType.Changed);
    await until(at('one'), 'duplicate-name');
    files.delete(at('two'));
    await notify(at('two'), FileChangeType.Deleted);
    await until(at('one'));
  });

  it('tracks a folder for which there is no other notification', async () => {
    await begin([at('one'), agent('same')]);
    files.set(at('team/two'), agent('same'));
    await notify(`${root}/w/.claude/agents/team`, FileChangeType.Created);
    await until(at('one'), 'duplicate-name');
    files.delete(at('team/two'));
    await notify(`${root}/w/.claude/agents/team`, FileChangeType.Deleted);
    await until(at('one'));
  });

  it('asks for no scripts, and takes none for a folder', async () => {
    await begin([at('one'), agent('same')]);
    const asked: string[] = [];
    const { get } = files;
    files.get = (uri) => {
      asked.push(uri);
      return get.call(files, uri);
    };
    await notify(`${root}/w/build.sh`, FileChangeType.Created);
    files.set(at('two'), agent('same'));
    await notify(at('two'), FileChangeType.Created);
    await until(at('one'), 'duplicate-name');
    assert.deepEqual(asked, [at('two')]);
  });

  it('leads to files, and renames in them, by their own addresses', async () => {
    await begin([at('helper'), agent('helper')]);
    const caller = agent('caller', 'tools: Agent(helper)\n');
    session.open(at('caller'), caller);
    await until(at('caller'));
    const textDocument = { uri: at('caller') };
    const position = { line: 3, character: 'tools: Agent(he'.length };
    let found: Location[] | null = null;
    while (!found?.length)
      found = (await session.connection.sendRequest(DefinitionRequest.type, {
        textDocument,
        position,
      })) as Location[] | null;
    assert.match(JSON.stringify(found), /vscode-vfs:\/\/github\/w\/.claude\/agents\/helper\.md/);
    // As soon as what is typed is known to all.
    for (let changed: readonly string[] = []; changed.length < 2; ) {
      const edit = await session.connection.sendRequest(RenameRequest.type, {
        textDocument,
        position,
        newName: 'assistant',
      });
      changed = Object.keys(editsByUri(edit));
      for (const uri of changed) assert.ok([at('caller'), at('helper')].includes(uri), uri);
    }
  });

  it('leaves texts unchanged, including a byte order mark', async () => {
    await begin();
    session.open(at('one'), agent('one'));
    await until(at('one'));
    const text = `${root}/w`;
    session.edit(at('one'), 2, [
      { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 9 } }, text },
    ]);
    session.edit(at('one'), 3, [
      {
        range: {
          start: { line: 5, character: text.length },
          end: { line: 5, character: text.length },
        },
        text: ' {{NAME}}',
      },
    ]);
    for (;;) {
      const { diagnostics } = await session.published(at('one'));
      const [first] = diagnostics;
      if (!first) continue;
      assert.equal(first.code, 'placeholder');
      assert.equal(first.range.start.character, text.length + 1);
      return;
    }
  });
});
