import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.dossier`;

/** Order is the protocol's: a token's type and modifiers are indices into these. */
export const tokenTypes = ['property', 'function', 'macro'] as const;
export const tokenModifiers = ['deprecated', 'unknown'] as const;

/** What this server can do; the same for every client. */
export const capabilities = (version: string): InitializeResult => ({
  serverInfo: { name: 'dossier', version },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {
      resolveProvider: true,
      triggerCharacters: [':', ' ', ',', '/', '-', '[', '"', "'"],
    },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    codeLensProvider: {},
    colorProvider: true,
    documentFormattingProvider: true,
    documentSymbolProvider: { label: 'Dossier' },
    foldingRangeProvider: true,
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
});
