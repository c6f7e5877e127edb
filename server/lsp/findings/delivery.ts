// Delivers diagnostics in the way that the client supports: pushed by the server, or pulled by the client, which is then asked to
// pull again when they change without an edit. No diagnostic is delivered in both ways.
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { type Client, pullsDiagnostics } from '../client';
import { DiagnosticRefreshRequest } from '../library';

/** A report on one file, as for a document that the client has open. */
export type Report =
  | { readonly kind: 'full'; readonly resultId: string; readonly items: Diagnostic[] }
  | { readonly kind: 'unchanged'; readonly resultId: string };

interface Published {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
}

interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly diagnostics: () => Diagnostic[];
}

export interface Delivery {
  /** Called when an open document was judged. Its diagnostics are computed only if they are needed. */
  readonly open: (document: OpenDocument) => void;
  /** Called when the diagnostics of an open document may have changed without an edit. Those that the client has are not sent again. */
  readonly openAgain: (document: OpenDocument) => void;
  /** Called when a document was closed. */
  readonly close: (uri: string) => void;
  /** Called with the diagnostics of a file that is not open; an empty list where none are shown any more. */
  readonly closed: (file: Published) => void;
  /**
   * Called when a file was opened, before its diagnostics are computed.
   * @param shownAs the URI under which diagnostics of the closed file are shown.
   */
  readonly opened: (uri: string, shownAs: string) => void;
  /** Returns the answer to a request for the diagnostics of an open document. */
  readonly pulled: (
    document: Published & { readonly version: number },
    previousId: string | undefined,
  ) => Report;
  /**
   * Returns the answer to a request for the diagnostics of a document that has not been judged since it was edited: those that the
   * client has. Undefined if it has none.
   */
  readonly pulledBefore: (
    document: { readonly uri: string; readonly version: number },
    previousId: string | undefined,
  ) => Report | undefined;
  /** Returns the answer to a request for all files that are not open. From then on they are not pushed. */
  readonly pulledClosed: (
    previousIds: ReadonlyMap<string, string>,
  ) => readonly { readonly uri: string; readonly report: Report }[];
}

interface Known {
  /** The version for which the client has them; null for a closed file. */
  readonly version: number | null;
  readonly written: string;
  readonly resultId: string;
  /** Those for which the client was asked to pull again. */
  readonly awaited?: string;
}

export function deliveryTo(connection: Connection, client: Client): Delivery {
  const known = new Map<string, Known>();
  const ofClosed = new Map<string, Diagnostic[]>();
  let pullsWorkspace = false;
  let results = 0;
  let isRefreshing = false;
  let isStale = false;

  const push = (params: Published & { readonly version?: number }): void =>
    void connection.sendDiagnostics(params);
  /** Asks once for all changes that happen until the client has answered. */
  const refresh = (): void => {
    isStale = true;
    if (isRefreshing) return;
    isRefreshing = true;
    isStale = false;
    const done = (): void => {
      isRefreshing = false;
      if (isStale) refresh();
    };
    connection.sendRequest(DiagnosticRefreshRequest.method).then(done, done);
  };
  const reportOf = (
    { uri, diagnostics }: Published,
    version: number | null,
    previousId: string | undefined,
  ): Report => {
    const written = JSON.stringify(diagnostics);
    const last = known.get(uri);
    const resultId = last?.written === written ? last.resultId : String(++results);
    known.set(uri, { version, written, resultId });
    return resultId === previousId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: diagnostics };
  };

  /** The client pulls a new version without being asked. */
  const pullAgain = ({ uri, version, diagnostics }: OpenDocument): void => {
    const last = known.get(uri);
    if (last?.version !== version) return;
    const written = JSON.stringify(diagnostics());
    if (written === last.written || written === last.awaited) return;
    known.set(uri, { ...last, awaited: written });
    refresh();
  };

  const delivery: Delivery = {
    open({ uri, version, diagnostics }) {
      if (pullsDiagnostics(client)) return pullAgain({ uri, version, diagnostics });
      const found = diagnostics();
      known.set(uri, { version, written: JSON.stringify(found), resultId: '' });
      push({ uri, version, diagnostics: found });
    },
    openAgain(document) {
      const { uri, version, diagnostics } = document;
      if (pullsDiagnostics(client)) return pullAgain(document);
      const last = known.get(uri);
      if (last?.version !== version || last.written !== JSON.stringify(diagnostics()))
        delivery.open(document);
    },
    close(uri) {
      known.delete(uri);
      if (!pullsDiagnostics(client)) push({ uri, diagnostics: [] });
    },
    closed(file) {
      const isSame =
        JSON.stringify(ofClosed.get(file.uri) ?? []) === JSON.stringify(file.diagnostics);
      if (isSame) return;
      if (file.diagnostics.length > 0) ofClosed.set(file.uri, file.diagnostics);
      else ofClosed.delete(file.uri);
      if (pullsWorkspace) refresh();
      else push(file);
    },
    opened(uri, shownAs) {
      ofClosed.delete(shownAs);
      const isReplaced = uri === shownAs && !pullsDiagnostics(client);
      if (!isReplaced && !pullsWorkspace) push({ uri: shownAs, diagnostics: [] });
    },
    pulled: (document, previousId) => reportOf(document, document.version, previousId),
    pulledBefore({ uri, version }, previousId) {
      const last = known.get(uri);
      if (!last || previousId === undefined || last.resultId !== previousId) return undefined;
      known.set(uri, { ...last, version });
      return { kind: 'unchanged', resultId: previousId };
    },
    pulledClosed(previousIds) {
      if (!pullsWorkspace) {
        pullsWorkspace = true;
        for (const uri of ofClosed.keys()) push({ uri, diagnostics: [] });
      }
      const gone = [...previousIds.keys()].filter((uri) => !ofClosed.has(uri));
      return [
        ...[...ofClosed].map(([uri, diagnostics]) => ({ uri, diagnostics })),
        ...gone.map((uri) => ({ uri, diagnostics: [] })),
      ].map((file) => ({
        uri: file.uri,
        report: reportOf(file, null, previousIds.get(file.uri)),
      }));
    },
  };
  return delivery;
}
