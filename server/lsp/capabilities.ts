import type { InitializeResult } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from './library';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.dossier`;

/** Order is the protocol's: a token's type and modifiers are indices into these. */
export const tokenTypes = ['property', 'function', 'macro'] as const;

/** The same for our own client, whose manifest says how each looks where a theme says nothing of it. */
const ownTokenTypes = ['agentField', 'agentTool', 'agentPlaceholder'] as const;
export const tokenModifiers = ['deprecated', 'unknown'] as const;

/** What this server can do; for every client the same but for the names of token types. */
export const capabilities = (version: string, isOurs: boolean): InitializeResult => ({
  serverInfo: { name: 'dossier', version },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    completionProvider: {
      resolveProvider: true,
      // No letters: editors open the list at those by themselves.
      triggerCharacters: [' ', '/', '-', '.', '[', '(', '"', "'"],
    },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite],
    },
    codeLensProvider: {},
    colorProvider: true,
    documentFormattingProvider: true,
    documentSymbolProvider: { label: 'Dossier' },
    foldingRangeProvider: true,
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    callHierarchyProvider: true,
    renameProvider: { prepareProvider: true },
    semanticTokensProvider: {
      legend: {
        tokenTypes: isOurs ? [...ownTokenTypes] : [...tokenTypes],
        tokenModifiers: [...tokenModifiers],
      },
      full: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
});
