// The server knows the agents of the workspace, open or not, and tracks changes of their files.

import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type PublishDiagnosticsParams,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import type { FileText } from '../../server/text/file-text';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const named = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\n${more}---\nYou review.\n`;
const at = (name: string): string => `/w/.claude/agents/${name}.md`;
const uri = (name: string): string => `file://${at(name)}`;

describe('lsp/survey', () => {
  let session: Session;
  const begin = async (
    files: Record<string, string>,
    settings: unknown = { closedFiles: 'problems' },
  ) => {
    const world = memoryFileSystem(files, '/w');
    session = await serving({ world, settings });
    return world;
  };
  afterEach(() => session.end());

  const codes = ({ diagnostics }: PublishDiagnosticsParams): unknown[] =>
    diagnostics.map(({ code }) => code);

  it('reports problems in files that are not open', async () => {
    await begin({ [at('one')]: named('one', 'tools: Read, Foo\n'), [at('two')]: named('two') });
    assert.deepEqual(codes(await session.published(uri('one'))), ['unknown-tool']);
  });

  it('reports two of one name once, with the place of the other: in the open one first', async () => {
    await begin({ [at('one')]: named('reviewer'), [at('two')]: named('reviewer') });
    const [reported] = (await session.published(uri('one'))).diagnostics;
    assert.equal(reported?.code, 'duplicate-name');
    assert.deepEqual(reported?.range.start, { line: 1, character: 6 });
    const [other] = reported?.relatedInformation ?? [];
    assert.deepEqual(
      [other?.location.uri, other?.location.range.start],
      [uri('two'), { line: 1, character: 6 }],
    );
    session.open(uri('two'), named('reviewer'), 'markdown');
    assert.deepEqual(codes(await session.published(uri('two'))), ['duplicate-name']);
    assert.deepEqual(codes(await session.published(uri('one'))), []);
    session.close(uri('two'));
    assert.deepEqual(codes(await session.published(uri('one'))), ['duplicate-name']);
  });

  it('reports two of one name in one of two open files', async () => {
    await begin({ [at('one')]: named('reviewer'), [at('two')]: named('reviewer') }, {});
    session.open(uri('two'), named('reviewer'), 'markdown');
    let reported = await session.published(uri('two'));
    while (codes(reported).length === 0) reported = await session.published(uri('two'));
    session.open(uri('one'), named('reviewer'), 'markdown');
    assert.deepEqual(codes(await session.published(uri('one'))), ['duplicate-name']);
    assert.deepEqual(codes(await session.published(uri('two'))), []);
  });

  it('looks at one changed file and at those that hang on it, and at no other of hundreds', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `agent-${index}`);
    const files = Object.fromEntries(names.map((name) => [at(name), named(name)]));
    files[at('lead')] = named('lead', 'tools: Read, Agent(agent-7)\n');
    files[at('twin')] = named('agent-8');
    const world = memoryFileSystem(files, '/w');
    const read: string[] = [];
    const counting = {
      ...world,
      read: (path: string): FileText => {
        read.push(path);
        return world.read(path);
      },
    };
    session = await serving({ world: counting, settings: { closedFiles: 'problems' } });
    /** The symbols are answered when all files of the folder are known. What follows from a change may come later. */
    const surveyed = (): Promise<unknown> =>
      session.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'nobody' });
    // Reported at the end of the survey, when all files are known.
    await session.published(uri('agent-8'));
    await surveyed();
    assert.ok(read.length >= 302, `${read.length} read at first`);
    // The findings of closed files are published after the answer, and their texts are read once more for that.
    for (let quiet = 0; quiet < 3; quiet = read.length === 0 ? quiet + 1 : 0) {
      read.length = 0;
      await surveyed();
    }
    const assertLookedAt = async (
      paths: readonly string[],
      [path, text]: readonly [string, string],
    ): Promise<void> => {
      read.length = 0;
      world.write(path, text);
      await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: `file://${path}`, type: FileChangeType.Changed }],
      });
      do await surveyed();
      while (!paths.every((one) => read.includes(one)));
      await surveyed();
      assert.deepEqual([...new Set(read)].sort(), paths);
    };
    // No file depends on a prompt; two files with one name depend on each other, and a caller on the name that it calls.
    await assertLookedAt([at('agent-5')], [at('agent-5'), `${named('agent-5')}More.\n`]);
    await assertLookedAt([at('agent-8'), at('twin')], [at('twin'), named('twin')]);
    await assertLookedAt([at('agent-7'), at('lead')], [at('agent-7'), named('agent-7b')]);
  });

  it('uses the edited text, not the saved one', async () => {
    await begin({ [at('one')]: named('reviewer'), [at('two')]: named('tester') });
    session.open(uri('one'), named('reviewer'), 'markdown');
    assert.deepEqual(codes(await session.published(uri('one'))), []);
    session.open(uri('two'), named('tester'), 'markdown');
    assert.deepEqual(codes(await session.published(uri('two'))), []);
    session.edit(uri('two'), 2, [
      {
        range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
        text: 'reviewer',
      },
    ]);
    // When the author rests.
    let reported = await session.published(uri('one'));
    while (codes(reported).length === 0) reported = await session.published(uri('one'));
    assert.deepEqual(codes(reported), ['duplicate-name']);
    session.close(uri('two'));
    reported = await session.published(uri('one'));
    while (codes(reported).length > 0) reported = await session.published(uri('one'));
    assert.deepEqual(codes(reported), []);
  });

  it('reports errors and warnings in closed files, by the severity of the user, or everything', async () => {
    const files = { [at('one')]: named('one', 'tools: Read, Task, Foo\n') };
    const reported = async (settings: unknown): Promise<unknown[]> => {
      await begin(files, settings);
      const found = codes(await session.published(uri('one')));
      await session.end();
      return found;
    };
    const problems = { closedFiles: 'problems' };
    assert.deepEqual(await reported(problems), ['unknown-tool']);
    assert.deepEqual(await reported({ ...problems, rules: { 'renamed-tool': 'warning' } }), [
      'renamed-tool',
      'unknown-tool',
    ]);
    assert.deepEqual(await reported({ closedFiles: 'all' }), ['renamed-tool', 'unknown-tool']);
    await begin(files);
  });

  it('reports nothing about closed files if the user does not ask for it', async () => {
    await begin(
      { [at('one')]: named('reviewer'), [at('two')]: named('reviewer', 'tools: Read, Foo\n') },
      {},
    );
    session.open(uri('one'), named('reviewer'), 'markdown');
    const reported = await session.published(uri('one'));
    assert.deepEqual(
      codes(reported).filter((code) => code === 'unknown-tool'),
      [],
    );
  });
});
