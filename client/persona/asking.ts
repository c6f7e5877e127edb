// What the server is asked for a page: the card, and what a person has asked beside it.
import * as vscode from 'vscode';
import {
  type FateTable,
  fatesMethod,
  type PersonaCard,
  type PersonaParams,
  type ProbeAnswer,
  type ProbeParams,
  personaMethod,
  probeMethod,
} from '../../server/protocol';
import type { Server } from '../server';
import type { Asked } from './messages';
import { type CardView, shownHost, type View } from './view';

export interface Question {
  readonly uri: vscode.Uri;
  readonly host: string | undefined;
  readonly asked: Asked | undefined;
  /** Whether the table of all hosts is wanted. */
  readonly fates: boolean;
}

/** A server that stays behind is not asked for ever. */
const mostTries = 5;

/** Never fails: what went wrong is a view too. */
export async function viewFor(server: Server, question: Question, tries = 1): Promise<View> {
  const { uri, host, fates } = question;
  try {
    // The server judges open documents; after a restart of the window the file may not be one yet.
    const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
    const params: PersonaParams = { uri: uri.toString() };
    const [card, table] = await Promise.all([
      server.request<PersonaCard | null>(personaMethod, params),
      fates ? server.request<FateTable | null>(fatesMethod, params) : null,
    ]);
    if (!card || card.hosts.length === 0)
      return { kind: 'no-agent', file: vscode.workspace.asRelativePath(uri) };
    const prompt = promptOf(card, host, document);
    // The document went on while the server thought: the next answer is on its way.
    if (prompt === null && tries < mostTries) return viewFor(server, question, tries + 1);
    const view: CardView = {
      ...{ kind: 'card', card, host, prompt: prompt ?? '', fates: table },
      ...{ asked: question.asked, answer: null },
    };
    return { ...view, answer: await answerTo(server, view) };
  } catch (error) {
    return { kind: 'failed', message: reasonOf(error) };
  }
}

/** What the shown host makes of what was asked; null where nothing was. */
export async function answerTo(server: Server, view: CardView): Promise<ProbeAnswer | null> {
  const { card, asked } = view;
  const host = shownHost(view);
  if (!asked || asked.subject.trim() === '' || !host?.agent) return null;
  const params: ProbeParams = { uri: card.uri, host: host.host, ...asked };
  return server.request<ProbeAnswer | null>(probeMethod, params);
}

/** The prompt of the shown host; null where the card is of another version of the document. */
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
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}

// The library puts the request's name before what the server said.
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Request \S+ failed with message: /, '');
}
