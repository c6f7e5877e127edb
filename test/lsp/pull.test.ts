// Diagnostics that a client requests itself: each is delivered once, and the client is notified of changes without an edit.
import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { skeletonsMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type FakeClock, fakeClock } from '../support/fake-clock';
import { type Serving, type Session, serving } from '../support/serving';

const agent = (name: string, tools: string): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\ntools: ${tools}\n---\nYou review.\n`;
const at = (name: string): string => `/w/.claude/agents/${name}.md`;
const uri = (name: string): string => `file://${at(name)}`;

const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedDocumentSupport: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

describe('lsp/pull', () => {
  let session: Session;
  let clock: FakeClock;
  let refreshes = 0;
  const begin = async (more: Serving = {}): Promise<void> => {
    clock = fakeClock();
    refreshes = 0;
    session = await serving({ clock, capabilities: pulling, ...more });
    session.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      refreshes++;
    });
  };
  afterEach(() => session.end());

  /** Messages are handled in order, so everything before this has been handled. */
  const flush = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await session.connection.sendRequest(skeletonsMethod);
  };
  const pull = (name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    session.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: uri(name) },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  const codes = (report: DocumentDiagnosticReport): readonly unknown[] | string =>
    report.kind === 'full' ? report.items.map(({ code }) => code) : report.kind;

  it('is offered to clients that support it, except our own', async () => {
    await begin();
    assert.deepEqual(session.answer.capabilities.diagnosticProvider, {
      identifier: 'dossier',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    session.end();
    // Without a refresh the client would miss findings that appear without an edit.
    await begin({ capabilities: { textDocument: { diagnostic: {} } } });
    assert.equal(session.answer.capabilities.diagnosticProvider, undefined);
    session.open(uri('one'), agent('one', 'Read, MultiEdit'));
    assert.equal((await session.published(uri('one'))).diagnostics.length, 1);
    session.end();
    await begin({ options: { builtinPrompts: { version: '1.139.1', mode: 'auto' } } });
    assert.equal(session.answer.capabilities.diagnosticProvider, undefined);
  });

  it('replaces what is pushed for open documents', async () => {
    await begin();
    session.open(uri('one'), agent('one', 'Read, MultiEdit'));
    assert.deepEqual(codes(await pull('one')), ['removed-tool']);
    session.edit(uri('one'), 2, [
      { range: { start: { line: 3, character: 11 }, end: { line: 3, character: 22 } }, text: '' },
    ]);
    assert.deepEqual(codes(await pull('one')), []);
    session.save(uri('one'));
    session.close(uri('one'));
    await flush();
    assert.deepEqual(session.pushed, []);
    assert.deepEqual(await pull('one'), { kind: 'full', items: [] });
  });

  it('reports that nothing has changed', async () => {
    await begin();
    session.open(uri('one'), agent('one', 'Read, MultiEdit'));
    const first = await pull('one');
    const { resultId = '' } = first;
    assert.deepEqual(await pull('one', resultId), { kind: 'unchanged', resultId });
    session.edit(uri('one'), 2, [
      { range: { start: { line: 3, character: 11 }, end: { line: 3, character: 22 } }, text: '' },
    ]);
    const second = await pull('one', resultId);
    assert.equal(second.kind, 'full');
    assert.notEqual(second.resultId, resultId);
  });

  it('is asked for again when typing pauses', async () => {
    await begin();
    session.open(uri('one'), agent('one', 'Read'));
    assert.deepEqual(codes(await pull('one')), []);
    const end = { line: 3, character: 11 };
    session.edit(uri('one'), 2, [{ range: { start: end, end }, text: ', MultiEdit' }]);
    assert.deepEqual(codes(await pull('one')), [], 'the line is being typed');
    await flush();
    assert.equal(refreshes, 0);
    clock.pass(2000);
    await flush();
    assert.equal(refreshes, 1);
    assert.deepEqual(codes(await pull('one')), ['removed-tool']);
    clock.pass(2000);
    await flush();
    assert.equal(refreshes, 1, 'nothing else changes');
  });

  it('answers for a long text when typing pauses', async () => {
    await begin();
    const text = agent('one', 'Read, MultiEdit') + 'You review.\n'.repeat(20_000);
    session.open(uri('one'), text);
    const { resultId = '' } = await pull('one');
    session.edit(uri('one'), 2, [
      { range: { start: { line: 3, character: 11 }, end: { line: 3, character: 22 } }, text: '' },
    ]);
    assert.deepEqual(await pull('one', resultId), { kind: 'unchanged', resultId });
    await flush();
    assert.equal(refreshes, 0);
    clock.pass(2000);
    await flush();
    assert.equal(refreshes, 1);
    assert.deepEqual(codes(await pull('one', resultId)), []);
  });

  it('reports files that are not open to clients that ask for them, and then only there', async () => {
    const files = {
      [at('one')]: agent('one', 'Read'),
      [at('two')]: agent('two', 'Read, MultiEdit'),
    };
    await begin({ world: memoryFileSystem(files, '/w'), settings: { closedFiles: 'all' } });
    assert.equal((await session.published(uri('two'))).diagnostics.length, 1);
    session.open(uri('one'), agent('one', 'Read, LS'));
    const ask = (previous: readonly (readonly [string, string])[]) =>
      session.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
        previousResultIds: previous.map(([name, value]) => ({ uri: uri(name), value })),
      });
    const { items } = await ask([]);
    assert.deepEqual(
      items.map((item) => [item.uri, item.version, codes(item)]),
      [
        [uri('one'), 1, ['removed-tool']],
        [uri('two'), null, ['removed-tool']],
      ],
    );
    assert.deepEqual((await session.published(uri('two'))).diagnostics, []);
    const ids = items.map((item): [string, string] => [
      item.uri === uri('one') ? 'one' : 'two',
      item.resultId ?? '',
    ]);
    assert.deepEqual(
      (await ask(ids)).items.map(({ kind }) => kind),
      ['unchanged', 'unchanged'],
    );
    const pushed = session.pushed.length;
    session.open(uri('two'), agent('two', 'Read'));
    assert.deepEqual(codes(await pull('two')), []);
    const after = (await ask(ids)).items.map((item) => [item.uri, item.version, item.kind]);
    assert.deepEqual(after, [
      [uri('one'), 1, 'unchanged'],
      [uri('two'), 1, 'full'],
    ]);
    assert.equal(session.pushed.length, pushed);
  });

  it('removes what is pushed for a file when it is opened', async () => {
    const files = { [at('two')]: agent('two', 'Read, MultiEdit') };
    await begin({ world: memoryFileSystem(files, '/w'), settings: { closedFiles: 'all' } });
    assert.equal((await session.published(uri('two'))).diagnostics.length, 1);
    session.open(uri('two'), agent('two', 'Read, MultiEdit'));
    assert.deepEqual((await session.published(uri('two'))).diagnostics, []);
    assert.deepEqual(codes(await pull('two')), ['removed-tool']);
  });

  it('comes with the open documents that share a finding', async () => {
    const files = { [at('one')]: agent('same', 'Read'), [at('two')]: agent('same', 'Read') };
    await begin({ world: memoryFileSystem(files, '/w') });
    session.open(uri('one'), files[at('one')] ?? '');
    session.open(uri('two'), files[at('two')] ?? '');
    for (;;) {
      const report = await pull('one');
      if (!('relatedDocuments' in report)) continue;
      const other = report.relatedDocuments?.[uri('two')];
      assert.deepEqual(Object.keys(report.relatedDocuments ?? {}), [uri('two')]);
      const count = (one: object | undefined): number =>
        one && 'items' in one && Array.isArray(one.items) ? one.items.length : 0;
      assert.equal(count(report) + count(other), 1, 'a shared finding is reported once');
      return;
    }
  });
});
