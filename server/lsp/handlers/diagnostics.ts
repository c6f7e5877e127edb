// Diagnostics that the client requests itself.
import type {
  DocumentDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Report } from '../findings/delivery';
import type { Publisher } from '../findings/publish';
import type { Talk, Texts, Workspace } from '../session';

export function handleDiagnostics(session: Talk & Texts & Workspace & Publisher): void {
  const { connection, client, open, answer, delivery, diagnosticsFor, settler, surveyor } = session;
  const { diagnostics } = connection.languages;

  const reportOf = (uri: string, previousId: string | undefined): Report | null =>
    answer(uri, 'diagnostics', null as Report | null, (document, view) => {
      const { version } = document;
      const before = settler.isBehind(document.uri)
        ? delivery.pulledBefore(document, previousId)
        : undefined;
      if (before) return before;
      settler.catchUp(document.uri);
      const found = diagnosticsFor(document, view);
      return delivery.pulled({ uri: document.uri, version, diagnostics: found }, previousId);
    });

  diagnostics.on(({ textDocument: { uri }, previousResultId }): DocumentDiagnosticReport => {
    const report = reportOf(uri, previousResultId);
    // The document is not open.
    if (!report) return { kind: 'full', items: [] };
    if (!client.capabilities.textDocument?.diagnostic?.relatedDocumentSupport) return report;
    const sharers = answer(uri, 'related diagnostics', [] as string[], (document, view) => [
      ...session.sharersOf(document, view),
    ]);
    const others = sharers.flatMap((path) => {
      const document = open.at(path);
      const other = document && reportOf(document.uri, undefined);
      return other ? [[document.uri, other] as const] : [];
    });
    return others.length === 0
      ? report
      : { ...report, relatedDocuments: Object.fromEntries(others) };
  });
  diagnostics.onWorkspace(async ({ previousResultIds }) => {
    // An incomplete report would remove diagnostics.
    await surveyor.ready();
    const previous = new Map(
      previousResultIds.flatMap(({ uri, value }) => (open.get(uri) ? [] : [[uri, value] as const])),
    );
    const ofOpen = new Map(previousResultIds.map(({ uri, value }) => [open.get(uri)?.uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const { uri, version } of open.all()) {
      const report = reportOf(uri, ofOpen.get(uri));
      if (report) items.push({ uri, version, ...report });
    }
    for (const { uri, report } of delivery.pulledClosed(previous))
      items.push({ uri, version: null, ...report });
    return { items };
  });
}
