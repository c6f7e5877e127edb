// A client that declares every capability that the server asks about.
import {
  type ClientCapabilities,
  CompletionItemTag,
  DiagnosticTag,
  FailureHandlingKind,
  InsertTextMode,
  ResourceOperationKind,
} from 'vscode-languageserver-protocol/node';

const dynamic = { dynamicRegistration: true } as const;
const refreshed = { refreshSupport: true } as const;

export const everyCapability: ClientCapabilities = {
  general: { positionEncodings: ['utf-16', 'utf-8', 'utf-32'] },
  window: { workDoneProgress: true, showDocument: { support: true }, showMessage: {} },
  workspace: {
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: [
        ResourceOperationKind.Create,
        ResourceOperationKind.Rename,
        ResourceOperationKind.Delete,
      ],
      failureHandling: FailureHandlingKind.TextOnlyTransactional,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: dynamic,
    didChangeWatchedFiles: { ...dynamic, relativePatternSupport: true },
    symbol: {},
    executeCommand: {},
    diagnostics: refreshed,
    codeLens: refreshed,
    inlayHint: refreshed,
    semanticTokens: refreshed,
    fileOperations: { willRename: true, didRename: true, didDelete: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        deprecatedSupport: true,
        tagSupport: { valueSet: [CompletionItemTag.Deprecated] },
        insertTextModeSupport: {
          valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation],
        },
        resolveSupport: { properties: ['documentation'] },
      },
    },
    definition: { linkSupport: true },
    references: {},
    documentHighlight: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: {},
    formatting: {},
    foldingRange: { lineFoldingOnly: true },
    selectionRange: {},
    codeAction: {
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ['quickfix', 'refactor', 'source.fixAll'] },
      },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    codeLens: {},
    colorProvider: {},
    inlayHint: {},
    rename: { prepareSupport: true, honorsChangeAnnotations: true },
    callHierarchy: {},
    semanticTokens: {
      requests: { full: true },
      tokenTypes: ['property', 'function', 'macro'],
      tokenModifiers: ['deprecated'],
      formats: ['relative'],
    },
    diagnostic: { relatedDocumentSupport: true },
    publishDiagnostics: {
      relatedInformation: true,
      tagSupport: { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] },
      codeDescriptionSupport: true,
      versionSupport: true,
    },
  },
};
