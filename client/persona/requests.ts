// Requests the data of the persona preview from the server, for documents of the editor.
import * as vscode from 'vscode';
import type { CallAnswer, HostParams, ProbeAnswer } from '../../server/protocol/protocol';
import type { Server } from '../server';
import { callAnswer, fileParams, loadView, probeAnswer, type ViewOptions } from './load-view';
import type { CardView, View } from './view';

/** Requests the view for a document. It never rejects: errors are returned as a view. */
export const requestView = (
  server: Server,
  { uri, ...options }: ViewOptions & { readonly uri: vscode.Uri },
): Promise<View> =>
  loadView(
    {
      uri: uri.toString(),
      request: (method, params) => server.request(method, params),
      document: () => documentAt(uri),
      file: vscode.workspace.asRelativePath(uri),
    },
    options,
  );

/** The parameters of a request about the shown file in a host. */
export const shownFile = (
  view: Pick<CardView, 'card' | 'isAssumed'>,
  host: string,
): Promise<HostParams> => fileParams({ document: () => documentOf(view) }, view, host);

/** The answer of the shown host to the permission query; null if there is no query. */
export const requestProbeAnswer = (server: Server, view: CardView): Promise<ProbeAnswer | null> =>
  probeAnswer(
    {
      request: (method, params) => server.request(method, params),
      document: () => documentOf(view),
    },
    view,
  );

/** What each program would send for the call that is tried; null if there is none. */
export const requestCallAnswer = (server: Server, view: CardView): Promise<CallAnswer | null> =>
  callAnswer(
    {
      request: (method, params) => server.request(method, params),
      document: () => documentOf(view),
    },
    view,
  );

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const uriText = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uriText);
}

const documentOf = ({ card }: Pick<CardView, 'card'>): Promise<vscode.TextDocument> =>
  documentAt(vscode.Uri.parse(card.uri));

const documentAt = async (uri: vscode.Uri): Promise<vscode.TextDocument> =>
  openDocument(uri) ?? vscode.workspace.openTextDocument(uri);
