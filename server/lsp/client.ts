// What is known of the client, and how it is answered.
import type { ClientCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../features/view';
import type { Folder } from './folders';

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
