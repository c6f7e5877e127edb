// Requests the data of the persona preview from the server: the persona card, and the answer to a permission query.
import * as vscode from 'vscode';
import {
  type CaretPosition,
  type HostParams,
  type OutcomeTable,
  outcomesMethod,
  type PersonaCard,
  type PersonaParams,
  type ProbeAnswer,
  type ProbeParams,
  personaMethod,
  probeMethod,
} from '../../server/protocol';
import type { Server } from '../server';
import type { ProbeQuery } from './messages';
import { type CardView, shownHost, type View } from './view';

export interface ViewRequest {
  readonly uri: vscode.Uri;
  readonly host: string | undefined;
  /** Where the caret is or was, for files with several agents. */
  readonly at: CaretPosition | undefined;
  readonly query: ProbeQuery | undefined;
  /** Whether to request the comparison of all hosts. */
  readonly isComparing: boolean;
  /** Whether to request the persona as if the file were in the folder of the host. */
  readonly isAssumed: boolean;
}

/** Maximum number of attempts, in case the server never catches up with the document. */
const maxAttempts = 5;

/** Requests the view for a document. It never rejects: errors are returned as a view. */
export async function requestView(
  server: Server,
  request: ViewRequest,
  attempt = 1,
): Promise<View> {
  const { uri, host, at, query, isComparing, isAssumed } = request;
  try {
    // The server only knows open documents. After a reload of the window, the file may not be open yet.
    const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
    const params: PersonaParams = { uri: uri.toString(), ...(at && { at }) };
    const [located, table] = await Promise.all([
      server.request<PersonaCard | null>(personaMethod, params),
      isComparing
        ? server.request<OutcomeTable | null>(outcomesMethod, {
            ...params,
            ...(isAssumed && textOf(document)),
          })
        : null,
    ]);
    const card =
      located ??
      (isAssumed && host !== undefined
        ? await server.request<PersonaCard | null>(personaMethod, {
            ...params,
            ...assumedFile(document, host),
          })
        : null);
    if (!card || card.hosts.length === 0)
      return { kind: 'no-agent', file: vscode.workspace.asRelativePath(uri) };
    const prompt = promptOf(card, host, document);
    // The document was edited during the request, so the answer is outdated.
    if (prompt === null && attempt < maxAttempts) return requestView(server, request, attempt + 1);
    const view: CardView = {
      ...{ kind: 'card', card, host, prompt: prompt ?? '', comparison: table },
      isAssumed: located === null,
      ...{ query, answer: null, isLocked: false, editorCommands: [] },
    };
    return { ...view, answer: await requestProbeAnswer(server, view) };
  } catch (error) {
    return { kind: 'failed', message: errorMessageOf(error) };
  }
}

type Sent = Required<Pick<PersonaParams, 'sent'>>;

/** A file that no program reads is not synchronized, so requests about it contain its text. */
const textOf = (document: vscode.TextDocument): Sent => ({
  sent: { version: document.version, text: document.getText() },
});

const assumedFile = (
  document: vscode.TextDocument,
  assumedHost: string,
): Sent & Pick<PersonaParams, 'assumedHost'> => ({ assumedHost, ...textOf(document) });

/** The parameters of a request about the shown file in a host. */
export async function shownFile(
  { card, isAssumed }: Pick<CardView, 'card' | 'isAssumed'>,
  host: string,
): Promise<HostParams> {
  const { uri, entry } = card;
  if (!isAssumed) return { uri, host, ...(entry && { at: entry.at }) };
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  return { uri, host, ...assumedFile(document, host) };
}

/** The answer of the shown host to the permission query; null if there is no query. */
export async function requestProbeAnswer(
  server: Server,
  view: CardView,
): Promise<ProbeAnswer | null> {
  const { query } = view;
  const host = shownHost(view);
  if (!query || query.subject.trim() === '' || !host?.agent) return null;
  const params: ProbeParams = { ...(await shownFile(view, host.host)), ...query };
  return server.request<ProbeAnswer | null>(probeMethod, params);
}

/** The prompt in the shown host; null if the card belongs to another version of the document. */
export function promptOf(
  card: PersonaCard,
  host: string | undefined,
  document: vscode.TextDocument,
): string | null {
  const agent = shownHost({ card, host })?.agent;
  if (!agent) return '';
  if (agent.prompt !== null) return agent.prompt;
  if (document.version !== card.version) return null;
  return document.getText().slice(agent.promptAt.start, agent.promptAt.end);
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const uriText = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uriText);
}

// The client library adds the name of the request to the error message of the server.
function errorMessageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Request \S+ failed with message: /, '');
}
