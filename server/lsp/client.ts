// What is known of the client, and how it is answered.
import type { ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../features/view';
import type { Folder } from './folders';
import { CompletionItemTag, InsertTextMode } from './library';

/** Known from the first message on. */
export interface Client {
  capabilities: ClientCapabilities;
  folders: readonly Folder[];
  /** Our own extension: it understands our requests. */
  isOurs: boolean;
}

/** Answers with `nothing` for documents that are not open, and for faults of ours. */
export type Answer = <T>(
  uri: string,
  what: string,
  nothing: T,
  ask: (document: TextDocument, view: View) => T,
) => T;

/** It shows an edit with a reason to look at, and asks before it makes it. */
export const canAnnotate = ({ capabilities: { workspace } }: Client): boolean =>
  workspace?.workspaceEdit?.documentChanges === true &&
  workspace.workspaceEdit.changeAnnotationSupport !== undefined;

/** Moving files is asked of clients that say that they can. */
export const canMoveFiles = ({ capabilities: { workspace } }: Client): boolean =>
  workspace?.workspaceEdit?.documentChanges === true &&
  (workspace.workspaceEdit.resourceOperations?.includes('rename') ?? false);

/** The form of hover texts: the first of the client's formats that we know, in its order of preference. */
export const hoverFormat = ({ capabilities: { textDocument } }: Client): MarkupKind =>
  preferred(textDocument?.hover?.contentFormat);

/** What a client can do with completion items. */
export interface ItemSupport {
  /** Without it an item inserts the plain text that its snippet stands for. */
  readonly hasSnippets: boolean;
  readonly documentation: MarkupKind;
  /** How an item that is not advised is marked. */
  readonly deprecation: 'tags' | 'flag' | 'none';
  /** Further lines can be inserted unchanged. */
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

/** A client that declares no format shows plain text. */
const preferred = (formats: readonly MarkupKind[] | undefined): MarkupKind =>
  formats?.find((format) => format === 'markdown' || format === 'plaintext') ?? 'plaintext';
