// The only imports from the protocol library. They are collected here because each module that imports from
// it costs as much startup time as loading ten of our own modules. Types cost nothing and are imported
// directly.
export {
  CodeActionKind,
  CodeLensRefreshRequest,
  CompletionItemKind,
  CompletionItemTag,
  CompletionTriggerKind,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  InlayHintRefreshRequest,
  InsertTextFormat,
  InsertTextMode,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  SemanticTokensBuilder,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
