// The server: decodes a request, asks a feature, encodes the answer. A fault of ours is caught here once, logged
// with the document's version, and answered with nothing rather than nonsense.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../features/completion/complete';
import type { Completion } from '../features/completion/item';
import { diagnose } from '../features/diagnostics';
import { explainAll } from '../features/explain-all';
import { folds } from '../features/folding';
import { formatFrontmatter } from '../features/formatting';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { lenses } from '../features/lens';
import { reportCase } from '../features/report-case';
import { documentSymbols } from '../features/symbols';
import type { View } from '../features/view';
import {
  type ClientOptions,
  explainMethod,
  lensCommand,
  type PersonaParams,
  personaMethod,
  type ReportParams,
  reportMethod,
  skeletonsMethod,
  statusMethod,
} from '../protocol';
import { configName } from '../settings/config';
import { settingsFrom } from '../settings/settings';
import type { World } from '../world/world';
import { codeActions } from './actions';
import { afterRequests } from './after-requests';
import { capabilities } from './capabilities';
import { encodedColors, presentations } from './color';
import { documentsIn } from './documents';
import {
  completionsOf,
  diagnosticOf,
  placeInList,
  rangeOf,
  spanOf,
  symbolOf,
  textEdit,
} from './encode';
import { personaCard, skeletons, statusOf } from './own';
import { presenceIn } from './presence';
import { teamSettings } from './team-settings';
import { encodedTokens } from './tokens';
import { pathOf } from './uri';
import { warmUp } from './warm-up';

/** Serves `connection` until it closes. */
export function serve(connection: Connection, world: World, version: string): void {
  const open = new TextDocuments(TextDocument);
  const team = teamSettings(world, () => folders);
  const documents = documentsIn(world, team);
  const presence = presenceIn(world);
  let client: InitializeParams['capabilities'] = {};
  let folders: readonly string[] = [];
  let isOurs = false;
  let offered: readonly Completion[] = [];
  let lists = 0;
  const after = afterRequests();
  // By document: the frontmatter that its last status spoke of.
  const told = new Map<string, unknown>();

  /** Answers with `nothing` for documents that are not open, and for faults of ours. */
  function answer<T>(
    uri: string,
    what: string,
    nothing: T,
    ask: (document: TextDocument, view: View) => T,
  ): T {
    const document = open.get(uri);
    if (!document) return nothing;
    try {
      return ask(document, documents.view(document));
    } catch (error) {
      connection.console.error(
        `${what} of ${uri} at version ${document.version}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return nothing;
    }
  }

  const publish = ({ uri }: { uri: string }): void =>
    answer(uri, 'diagnostics', undefined, (document, view) => {
      const diagnostics = diagnose(view).map((finding) =>
        diagnosticOf(document, finding, documents.options.docs),
      );
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
      for (const told of team.untold()) void connection.sendDiagnostics(told);
      after.atRest(uri, () => judgeAll(uri));
    });

  /** What every host makes of it: for hovers, and for the status of our own client. */
  const judgeAll = (uri: string): void =>
    answer(uri, 'verdicts', undefined, (document, view) => {
      view.verdicts();
      if (!isOurs || told.get(uri) === view.outline.fields) return;
      told.set(uri, view.outline.fields);
      void connection.sendNotification(statusMethod, statusOf(document, view));
    });

  async function configure(): Promise<void> {
    if (client.workspace?.configuration) {
      // A client that cannot answer leaves the defaults.
      const sent: unknown = await connection.workspace
        .getConfiguration('dossier')
        .catch(() => null);
      documents.settings = settingsFrom(sent);
    }
    for (const document of open.all()) publish(document);
  }

  connection.onInitialize((params) => {
    client = params.capabilities;
    const options = params.initializationOptions as ClientOptions | undefined;
    documents.options = options ?? {};
    isOurs = options?.builtinPrompts !== undefined;
    folders = (params.workspaceFolders ?? []).map(({ uri }) => pathOf(uri));
    return capabilities(version, isOurs);
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      const section = { section: 'dossier' };
      connection.client
        .register(DidChangeConfigurationNotification.type, section)
        .catch(() => connection.console.warn('changes of settings are not told'));
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: `**/${configName}` }];
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch(() => connection.console.warn(`changes of ${configName} are not told`));
    }
    void configure();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!changes.some(({ uri }) => uri.endsWith(`/${configName}`))) return;
    team.reload();
    for (const document of open.all()) publish(document);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.workspace?.configuration) return void configure();
    documents.settings = settingsFrom((settings as { dossier?: unknown } | null)?.dossier);
    for (const document of open.all()) publish(document);
  });

  let changes = 0;
  open.onDidChangeContent(({ document }) => {
    const isFirst = ++changes === 1;
    answer(document.uri, 'change', undefined, (_, view) => {
      // After a key in the prompt there is next to nothing to do: it is done at once.
      if (view.sharesHead) return publish(document);
      after.schedule(document.uri, () => {
        publish(document);
        if (isFirst)
          answer(document.uri, 'warm-up', undefined, () => warmUp(view, () => changes > 1));
      });
    });
  });
  open.onDidClose(({ document }) => {
    documents.forget(document.uri);
    told.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onCompletion(({ textDocument: { uri }, position }) =>
    answer(uri, 'completion', [], (document, view) => {
      offered = complete(view, document.offsetAt(position));
      lists = (lists + 1) % 10_000;
      const comesLast = Object.keys(view.builtin.reports).length > 0;
      return completionsOf(document, offered, { isOurs, comesLast, list: lists });
    }),
  );
  connection.onCompletionResolve((item) => {
    // An item of an older list is shown as it is: its place in this one is another's.
    const index = placeInList(Number(item.data), lists);
    const value = index === null ? undefined : offered[index]?.documentation();
    return value === undefined || value === ''
      ? item
      : { ...item, documentation: { kind: 'markdown', value } };
  });
  connection.onHover(({ textDocument: { uri }, position }) =>
    answer(uri, 'hover', null, (document, view) => {
      const found = hover(view, document.offsetAt(position));
      return (
        found && {
          contents: { kind: 'markdown', value: found.markdown },
          range: rangeOf(document, found.span),
        }
      );
    }),
  );
  connection.onCodeAction((params) =>
    answer(params.textDocument.uri, 'code actions', [], (document, view) =>
      codeActions(document, view, params, documents.options.docs),
    ),
  );
  connection.onDocumentColor(({ textDocument: { uri } }) =>
    answer(uri, 'colours', [], encodedColors),
  );
  connection.onColorPresentation((params) =>
    answer(params.textDocument.uri, 'colour forms', [], (document, view) =>
      presentations(document, view, params),
    ),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }) =>
    answer(uri, 'formatting', [], (document, view) =>
      view.places.length === 0
        ? []
        : formatFrontmatter(view.outline).map((edit) => textEdit(document, edit)),
    ),
  );
  // VS Code shows and folds the headings of Markdown by itself.
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answer(uri, 'symbols', [], (document, view) =>
      view.places.length === 0
        ? []
        : documentSymbols(view.outline, { headings: !isOurs }).map((symbol) =>
            symbolOf(document, symbol),
          ),
    ),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    answer(uri, 'folds', [], (document, view) =>
      folds(view.outline, { sections: !isOurs }).map(({ span }) => {
        const { start, end } = rangeOf(document, span);
        return { startLine: start.line, endLine: end.line };
      }),
    ),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    answer(uri, 'inlay hints', [], (document, view) =>
      inlayHints(view, spanOf(document, range)).map(({ offset, label, tooltip }) => ({
        position: document.positionAt(offset),
        label,
        tooltip,
        paddingLeft: true,
      })),
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) =>
    answer(uri, 'semantic tokens', { data: [] }, encodedTokens),
  );
  connection.onRequest(personaMethod, ({ uri }: PersonaParams) =>
    answer(uri, 'persona', null, (document, view) => personaCard(document, view, folders)),
  );
  connection.onRequest(skeletonsMethod, skeletons);
  connection.onRequest(explainMethod, ({ uri }: PersonaParams) =>
    answer(uri, 'explanation', null as string | null, (_, view) =>
      explainAll(view.outline, view.path),
    ),
  );
  connection.onRequest(reportMethod, ({ uri, host }: ReportParams) =>
    answer(uri, 'report', null as string | null, (document, view) => {
      const verdict = view.verdicts().find(({ place }) => place.host.id === host);
      return verdict ? reportCase(verdict, document.getText()) : null;
    }),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    answer(uri, 'lenses', [], (document, view) =>
      lenses(view, presence.of(view.path)).map(({ span, title, host }) => ({
        range: rangeOf(document, span),
        command: {
          title,
          command: isOurs ? lensCommand : '',
          ...(isOurs && { arguments: [uri, host] }),
        },
      })),
    ),
  );

  open.listen(connection);
  connection.listen();
}
