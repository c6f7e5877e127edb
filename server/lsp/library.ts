// The only imports from the protocol library. They are collected here because each module that imports from
// it costs as much startup time as loading ten of our own modules. Types cost nothing and are imported
// directly.

import type * as Library from 'vscode-languageserver';

/** An import of the library, a CommonJS module, would copy all of its three hundred names. */
declare function require(name: 'vscode-languageserver'): typeof Library;

export const {
  CodeActionKind,
  CodeLensRefreshRequest,
  CompletionItemKind,
  CompletionItemTag,
  CompletionTriggerKind,
  DiagnosticRefreshRequest,
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
  TextDocumentSaveReason,
  ShowMessageNotification,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} = require('vscode-languageserver');

// Where these are types as well.
export type CompletionItemKind = Library.CompletionItemKind;
export type DiagnosticSeverity = Library.DiagnosticSeverity;
export type FileChangeType = Library.FileChangeType;
export type ResponseError<D = void> = Library.ResponseError<D>;
