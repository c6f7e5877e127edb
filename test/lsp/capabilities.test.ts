// What the server offers to a client: an editor shows no feature that is missing here.
import assert from 'node:assert/strict';
import { serving } from '../support/serving';

describe('the server', () => {
  it('offers an editor that is not ours everything that the protocol has a word for', async () => {
    const session = await serving({ capabilities: {} });
    const { capabilities, serverInfo } = session.answer;
    session.end();
    const { workspace, semanticTokensProvider, ...offered } = capabilities;
    assert.equal(serverInfo?.name, 'dossier');
    assert.deepEqual(offered, {
      positionEncoding: 'utf-16',
      textDocumentSync: {
        openClose: true,
        change: 2,
        willSave: true,
        save: { includeText: false },
      },
      completionProvider: {
        resolveProvider: true,
        triggerCharacters: [' ', '/', '-', '.', '[', '(', '"', "'", '$', '{', '@'],
      },
      hoverProvider: true,
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'source.fixAll.dossier', 'refactor.rewrite'],
        resolveProvider: true,
      },
      codeLensProvider: {},
      executeCommandProvider: {
        commands: ['dossier.server.showOutcome', 'dossier.server.listReferences'],
      },
      colorProvider: true,
      documentFormattingProvider: true,
      documentSymbolProvider: { label: 'Dossier' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      inlayHintProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      workspaceSymbolProvider: true,
      callHierarchyProvider: true,
      renameProvider: { prepareProvider: true },
    });
    assert.deepEqual(workspace?.workspaceFolders, { supported: true, changeNotifications: true });
    const { legend, full } = semanticTokensProvider as { legend: object; full: boolean };
    assert.deepEqual(
      [legend, full],
      [
        {
          tokenTypes: ['property', 'function', 'macro'],
          tokenModifiers: ['deprecated', 'unknown'],
        },
        true,
      ],
    );
  });

  it('wants to know of agents and folders that are moved or deleted', async () => {
    const session = await serving({});
    const { fileOperations } = session.answer.capabilities.workspace ?? {};
    session.end();
    const globs = [
      fileOperations?.willRename,
      fileOperations?.didRename,
      fileOperations?.didDelete,
    ].map((one) => one?.filters.map(({ pattern }) => `${pattern.matches} ${pattern.glob}`));
    for (const one of globs) {
      assert.deepEqual(one, globs[0]);
      for (const wanted of ['file **/*.md', 'file **/*.toml', 'folder **'])
        assert.ok(one?.includes(wanted), `${wanted}: ${one?.join()}`);
    }
  });
});
