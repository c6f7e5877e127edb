// The client's capabilities, and the type of the function that answers its requests.
import type { ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../features/view/view';
import type { Translate } from '../text/translate';
import type { PositionEncoding } from './documents/encoded-document';
import type { Folder } from './documents/folders';
import { CompletionItemTag, InsertTextMode } from './library';

/** Available after the `initialize` request. */
export interface Client {
  capabilities: ClientCapabilities;
  folders: readonly Folder[];
  /** How positions of the protocol count characters. */
  encoding: PositionEncoding;
  /** Whether the client is our own extension, which supports the custom requests. */
  isOurs: boolean;
  /** Renders messages in the language of the client. */
  translate: Translate;
}

/** Answers with `nothing` if the document is not open or an internal error occurs. */
export type Answer = <T>(
  uri: string,
  what: string,
  nothing: T,
  ask: (document: TextDocument, view: View) => T,
) => T;

/**
 * Whether the client requests diagnostics itself. It must support refreshing them, because findings also change without an edit.
 * In our own client diagnostics are pushed when typing pauses.
 */
export const pullsDiagnostics = ({ capabilities, isOurs }: Client): boolean =>
  !isOurs &&
  capabilities.textDocument?.diagnostic !== undefined &&
  capabilities.workspace?.diagnostics?.refreshSupport === true;

/** Whether the client shows which words lead to a definition. */
export const hasLinks = ({ capabilities: { textDocument }, isOurs }: Client): boolean =>
  !isOurs && textDocument?.definition?.linkSupport === true;

/** Whether the client applies edits only to the version of a document for which they were computed. */
export const hasVersionedEdits = ({ capabilities: { workspace } }: Client): boolean =>
  workspace?.workspaceEdit?.documentChanges === true;

/** Whether the client shows the annotation of an edit and asks for confirmation before applying it. */
export const canAnnotate = ({ capabilities: { workspace } }: Client): boolean =>
  workspace?.workspaceEdit?.documentChanges === true &&
  workspace.workspaceEdit.changeAnnotationSupport !== undefined;

/** Whether the client supports renaming files in workspace edits. */
export const canMoveFiles = ({ capabilities: { workspace } }: Client): boolean =>
  workspace?.workspaceEdit?.documentChanges === true &&
  (workspace.workspaceEdit.resourceOperations?.includes('rename') ?? false);

/** Returns the format of hovers: the first supported one in the client's order of preference. */
export const hoverFormat = ({ capabilities: { textDocument } }: Client): MarkupKind =>
  preferred(textDocument?.hover?.contentFormat);

/** The client's support for completion items. */
export interface ItemSupport {
  /** Without snippet support, an item inserts the plain text of its snippet. */
  readonly hasSnippets: boolean;
  readonly documentation: MarkupKind;
  /** How deprecated items are marked. */
  readonly deprecation: 'tags' | 'flag' | 'none';
  /** Whether further lines can be inserted without adjusting their indentation. */
  readonly hasAsIs: boolean;
}

export function itemSupport({ capabilities: { textDocument } }: Client): ItemSupport {
  const item = textDocument?.completion?.completionItem;
  const hasTag = item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) ?? false;
  return {
    hasSnippets: item?.snippetSupport === true,
    documentation: preferred(item?.documentationFormat),
    deprecation: hasTag ? 'tags' : item?.deprecatedSupport === true ? 'flag' : 'none',
    hasAsIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) ?? false,
  };
}

/** Clients that declare no format get plain text. */
const preferred = (formats: readonly MarkupKind[] | undefined): MarkupKind =>
  formats?.find((format) => format === 'markdown' || format === 'plaintext') ?? 'plaintext';
