import type { FileOperationRegistrationOptions, InitializeResult } from 'vscode-languageserver';
import { type Client, pullsDiagnostics } from './client';
import { CodeActionKind, TextDocumentSyncKind } from './library';

// Commands that the server executes, for editors other than our own client.

/** Shows what a host does with a document: its URI, the title of the lens and the host's id. */
export const showOutcomeCommand = 'dossier.server.showOutcome';

/** Lists the references to the agent at a position of a document: its URI and the position. */
export const listReferencesCommand = 'dossier.server.listReferences';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.dossier`;

/** The order is significant: in the protocol, a token's type and modifiers are indices into these arrays. */
export const tokenTypes = ['property', 'function', 'macro'] as const;

/**
 * Token types for our own client, whose manifest defines fallback colors for themes that do not style them.
 */
const ownTokenTypes = ['agentField', 'agentTool', 'agentPlaceholder'] as const;
export const tokenModifiers = ['deprecated', 'unknown'] as const;

/** Files whose paths may be the names of agents, and folders, which may be parts of such names. */
const movedFiles = (endings: readonly string[]): FileOperationRegistrationOptions => ({
  filters: [
    ...endings.map((ending) => ({
      pattern: { glob: `**/*${ending}`, matches: 'file' } as const,
    })),
    { pattern: { glob: '**', matches: 'folder' } },
  ],
});

/**
 * Returns the capabilities of this server for the client.
 * @param endings of the names of agent files: `.md`.
 */
export const capabilities = (
  version: string,
  client: Client,
  endings: readonly string[],
): InitializeResult => ({
  serverInfo: { name: 'dossier', version },
  capabilities: {
    positionEncoding: client.encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      willSave: true,
      save: { includeText: false },
    },
    completionProvider: {
      resolveProvider: true,
      // Letters are not listed because editors open the list at letters anyway.
      triggerCharacters: [' ', '/', '-', '.', '[', '(', '"', "'", '$', '{', '@'],
    },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite],
      resolveProvider: true,
    },
    codeLensProvider: {},
    // Our own client registers commands itself.
    ...(!client.isOurs && {
      executeCommandProvider: { commands: [showOutcomeCommand, listReferencesCommand] },
    }),
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
    ...(pullsDiagnostics(client) && {
      diagnosticProvider: {
        identifier: 'dossier',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
    semanticTokensProvider: {
      legend: {
        tokenTypes: client.isOurs ? [...ownTokenTypes] : [...tokenTypes],
        tokenModifiers: [...tokenModifiers],
      },
      full: true,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: movedFiles(endings),
        didRename: movedFiles(endings),
        didDelete: movedFiles(endings),
      },
    },
  },
});
