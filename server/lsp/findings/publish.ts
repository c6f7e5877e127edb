// Notifications that the server sends on its own: diagnostics immediately, and the verdicts of all hosts when
// typing pauses.
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../../features/view/view';
import { statusMethod } from '../../protocol/protocol';
import { rowsOf } from '../../rules/merge-programs';
import { translated } from '../../text/translated';
import { diagnosticsOf } from '../answers/encode';
import { statusOf } from '../answers/own';
import type { Answer, Client } from '../client';
import type { Documents } from '../documents/documents';
import type { Locate } from '../documents/locate';
import type { OpenDocuments } from '../documents/open-documents';
import type { Settler } from '../documents/settler';
import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from '../library';
import type { TeamSettings } from '../settings/team-settings';
import { type AfterRequests, afterRequests, type Clock } from './after-requests';
import type { Delivery } from './delivery';
import { type Shown, sharersOf, withoutDuplicates } from './shared-findings';

export interface Publisher {
  readonly after: AfterRequests;
  publish(document: { readonly uri: string }): void;
  /** Called when a document was opened or edited: publishes its diagnostics after the requests that came with the change. */
  publishSoon(document: { readonly uri: string }): void;
  /** Called when other files have changed: publishes what differs. */
  publishAgain(document: { readonly uri: string }): void;
  /** Called when typing has settled: reports every finding and refreshes surfaces that show an older view. */
  publishSettled(document: { readonly uri: string }): void;
  /** Asks the editor to request lenses, hints and colors again, when they change without an edit. */
  refreshSurfaces(): void;
  /** Called when something that affects all documents has changed, such as the settings. */
  publishAll(): void;
  /** Called when a document was closed: clears its diagnostics. */
  unpublish(document: { readonly uri: string }): void;
  /** Returns the files that share a finding with the document. */
  sharersOf(document: TextDocument, view: View): ReadonlySet<string>;
  /** Returns the diagnostics that are shown for a view of the document. */
  diagnosticsFor(document: TextDocument, view: View): Diagnostic[];
}

/** Delay in milliseconds before a long text is judged, so that this does not happen at every keystroke. */
const longTextMs = 400;

/** Milliseconds without typing after which the author is considered to have paused. */
const pauseMs = 800;

interface Services {
  readonly connection: Connection;
  readonly client: Client;
  readonly open: OpenDocuments;
  readonly documents: Documents;
  readonly team: TeamSettings;
  readonly answer: Answer;
  /** Called when typing has paused, so that the index can use the current state of the file. */
  readonly atRest: (document: TextDocument, view: View) => void;
  readonly locate: Locate;
  readonly delivery: Delivery;
  readonly settler: Settler;
  readonly clock: Clock;
  readonly shown: (path: string) => Shown;
}

export function publisherFor({
  connection,
  client,
  open,
  documents,
  team,
  answer,
  atRest,
  locate,
  delivery,
  settler,
  clock,
  shown,
}: Services): Publisher {
  const after = afterRequests(clock);
  // The last status sent for each document. Most keystrokes do not change it, so it need not be sent again.
  const published = new Map<string, string>();
  /** Computes the verdicts of all hosts, for hovers and for the status item of our own client. */
  const judgeAll = (uri: string, done: (document: TextDocument, view: View) => void): void =>
    answer(uri, 'verdicts', undefined, (document, now) => {
      const { view, isOlder } = settler.of(document, now);
      // The line is still being typed, so the status would be premature.
      if (isOlder) return;
      view.verdicts();
      done(document, view);
      // Commands, skills and configuration files contain no agent whose status could be shown.
      if (!client.isOurs || (view.places.length === 0 && view.companionNames() !== null)) return;
      const status = translated(statusOf(document, view), client.translate);
      const written = JSON.stringify(status);
      if (published.get(uri) === written) return;
      published.set(uri, written);
      void connection.sendNotification(statusMethod, status);
    });

  const diagnosticsFor = (document: TextDocument, view: View): Diagnostic[] => {
    const { translate } = client;
    const options = { catalog: view.catalog, docs: documents.options.docs, translate, locate };
    const { findings } = settler.of(document, view);
    return rowsOf(withoutDuplicates(findings, view.path, shown), view.path).flatMap((finding) =>
      diagnosticsOf(document, finding, options),
    );
  };
  const deliver = (
    document: TextDocument,
    view: View,
    send: Delivery['open'] = delivery.open,
  ): void => {
    const { uri, version } = document;
    const { isWaiting } = settler.of(document, view);
    send({ uri, version, diagnostics: () => diagnosticsFor(document, view) });
    for (const faults of team.takeUnreported()) void connection.sendDiagnostics(faults);
    if (isWaiting || documents.isProvisional(uri))
      after.atRest(`${uri} typing`, () => pause(document), pauseMs);
  };
  const publish = ({ uri }: { readonly uri: string }): void => {
    settler.catchUp(uri);
    answer(uri, 'diagnostics', undefined, (document, view) => {
      deliver(document, view);
      after.atRest(uri, () => judgeAll(uri, atRest));
    });
  };
  const pause = ({ uri }: { readonly uri: string }): void => {
    if (settler.pause(uri)) publishSettled({ uri });
  };
  const publishSettled = (document: { readonly uri: string }): void => {
    const { uri } = document;
    const isStale = (): boolean => settler.showsOlder(uri) || documents.isProvisional(uri);
    const wasStale = isStale();
    publish(document);
    if (!wasStale || isStale()) return;
    refreshSurfaces();
    // Our own client requests the persona again when it gets a status, even an unchanged one.
    published.delete(uri);
  };
  /** Editors request these again only after an edit, but here the results change without one. */
  const refreshSurfaces = (): void => {
    const { codeLens, inlayHint, semanticTokens } = client.capabilities.workspace ?? {};
    const ask = ({ method }: { readonly method: string }): void =>
      void connection.sendRequest(method).catch(() => undefined);
    if (codeLens?.refreshSupport) ask(CodeLensRefreshRequest.type);
    if (inlayHint?.refreshSupport) ask(InlayHintRefreshRequest.type);
    if (semanticTokens?.refreshSupport) ask(SemanticTokensRefreshRequest.type);
  };

  return {
    after,
    publish,
    publishSoon(document) {
      const { uri } = document;
      if (settler.isBehind(uri))
        after.atRest(`${uri} text`, () => publishSettled(document), longTextMs);
      else after.schedule(uri, () => publish(document));
    },
    publishAgain({ uri }) {
      // A long text that is being typed is published soon.
      if (settler.isBehind(uri)) return;
      answer(uri, 'diagnostics', undefined, (document, view) =>
        deliver(document, view, delivery.openAgain),
      );
      after.atRest(`${uri} status`, () => judgeAll(uri, () => undefined));
    },
    publishAll() {
      for (const document of open.all()) publish(document);
    },
    publishSettled,
    refreshSurfaces,
    diagnosticsFor,
    sharersOf: (document, view) => sharersOf(settler.of(document, view).all),
    unpublish({ uri }) {
      settler.forget(uri);
      published.delete(uri);
      delivery.close(uri);
    },
  };
}
