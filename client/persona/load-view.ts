// What the persona preview shows of a document, from the answers of the server. It does not depend on the editor.
import {
  type CallAnswer,
  type CallParams,
  type CaretPosition,
  callMethod,
  type HostParams,
  type OutcomeTable,
  outcomesMethod,
  type PersonaCard,
  type PersonaParams,
  type ProbeAnswer,
  type ProbeParams,
  personaMethod,
  probeMethod,
} from '../../server/protocol/protocol';
import type { ProbeQuery } from './messages';
import { type CardView, shownHost, type View } from './view';

export interface ViewOptions {
  readonly host: string | undefined;
  /** Where the caret is or was, for files with several agents. */
  readonly at: CaretPosition | undefined;
  readonly query: ProbeQuery | undefined;
  /** The call of a skill or command that is tried. */
  readonly typed: string | undefined;
  /** Whether to request the comparison of all hosts. */
  readonly isComparing: boolean;
  /** Whether to request the persona as if the file were in the folder of the host. */
  readonly isAssumed: boolean;
}

/** A document of the editor in its current state. */
export interface ViewedDocument {
  readonly version: number;
  readonly getText: () => string;
}

export interface ViewSource {
  readonly uri: string;
  /** Sends a request to the server. */
  readonly request: <Answer>(method: string, params: object) => Promise<Answer>;
  /** Opens the document if it is not open. */
  readonly document: () => Promise<ViewedDocument>;
  /** The name of the document for users. */
  readonly file: string;
}

/** Maximum number of attempts, in case the server never catches up with the document. */
const maxAttempts = 5;

/** Requests the view for a document. It never rejects: errors are returned as a view. */
export async function loadView(
  source: ViewSource,
  options: ViewOptions,
  attempt = 1,
): Promise<View> {
  const { request, file } = source;
  const { host, at, query, typed, isComparing, isAssumed } = options;
  try {
    // The server only knows open documents. After a reload of the window, the file may not be open yet.
    const document = await source.document();
    const params: PersonaParams = { uri: source.uri, ...(at && { at }) };
    const [located, table] = await Promise.all([
      request<PersonaCard | null>(personaMethod, params),
      isComparing
        ? request<OutcomeTable | null>(outcomesMethod, {
            ...params,
            ...(isAssumed && textOf(document)),
          })
        : null,
    ]);
    const card =
      located ??
      (isAssumed && host !== undefined
        ? await request<PersonaCard | null>(personaMethod, {
            ...params,
            ...assumedFile(document, host),
          })
        : null);
    if (!card || card.hosts.length === 0) return { kind: 'no-agent', file };
    const prompt = promptOf(card, host, document);
    // The document was edited during the request, so the answer is outdated.
    if (prompt === null && attempt < maxAttempts) return loadView(source, options, attempt + 1);
    const view: CardView = {
      ...{ kind: 'card', card, host, prompt: prompt ?? '', comparison: table },
      isAssumed: located === null,
      ...{ query, answer: null, typed, calls: null },
      ...{ isLocked: false, undoable: null, editorCommands: [] },
    };
    const [answer, calls] = await Promise.all([
      probeAnswer(source, view),
      callAnswer(source, view),
    ]);
    return { ...view, answer, calls };
  } catch (error) {
    return { kind: 'failed', message: errorMessageOf(error) };
  }
}

type Sent = Required<Pick<PersonaParams, 'sent'>>;

/** A file that no program reads is not synchronized, so requests about it contain its text. */
const textOf = (document: ViewedDocument): Sent => ({
  sent: { version: document.version, text: document.getText() },
});

const assumedFile = (
  document: ViewedDocument,
  assumedHost: string,
): Sent & Pick<PersonaParams, 'assumedHost'> => ({ assumedHost, ...textOf(document) });

/** The parameters of a request about the shown file in a host. */
export async function fileParams(
  { document }: Pick<ViewSource, 'document'>,
  { card, isAssumed }: Pick<CardView, 'card' | 'isAssumed'>,
  host: string,
): Promise<HostParams> {
  const { uri, entry } = card;
  return isAssumed
    ? { uri, host, ...assumedFile(await document(), host) }
    : { uri, host, ...(entry && { at: entry.at }) };
}

/** The answer of the shown host to the permission query; null if there is no query. */
export async function probeAnswer(
  source: Pick<ViewSource, 'document' | 'request'>,
  view: CardView,
): Promise<ProbeAnswer | null> {
  const { query } = view;
  const host = shownHost(view);
  if (!query || query.subject.trim() === '' || !host?.agent) return null;
  const params: ProbeParams = { ...(await fileParams(source, view, host.host)), ...query };
  return source.request<ProbeAnswer | null>(probeMethod, params);
}

/** What each program would send for the call that is tried; null where none is tried. */
export async function callAnswer(
  source: Pick<ViewSource, 'document' | 'request'>,
  view: CardView,
): Promise<CallAnswer | null> {
  const { typed } = view;
  const host = shownHost(view);
  if (typed === undefined || typed.trim() === '' || !host?.skill) return null;
  const { host: _, ...file } = await fileParams(source, view, host.host);
  const params: CallParams = { ...file, typed };
  return source.request<CallAnswer | null>(callMethod, params);
}

/** The prompt in the shown host; null if the card belongs to another version of the document. */
export function promptOf(
  card: PersonaCard,
  host: string | undefined,
  document: ViewedDocument,
): string | null {
  const agent = shownHost({ card, host })?.agent;
  if (!agent) return '';
  if (agent.prompt !== null) return agent.prompt;
  if (document.version !== card.version) return null;
  return document.getText().slice(agent.promptAt.start, agent.promptAt.end);
}

// The client library adds the name of the request to the error message of the server.
function errorMessageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Request \S+ failed with message: /, '');
}
