// What the server tells by itself: findings at once, and the verdicts of all hosts when the author rests.
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../features/view';
import { statusMethod } from '../protocol';
import { type AfterRequests, afterRequests } from './after-requests';
import type { Answer, Client } from './client';
import type { Clock } from './clock';
import type { Documents } from './documents';
import { diagnosticsOf } from './encode';
import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from './library';
import type { Locate } from './locate';
import { statusOf } from './own';
import type { Settler } from './settler';
import { type Shown, sharersOf, withoutDuplicates } from './shared-findings';
import type { TeamSettings } from './team-settings';

const nobody: ReadonlySet<string> = new Set();

export interface Publisher {
  readonly after: AfterRequests;
  publish(document: { readonly uri: string }): void;
  /** The same where the view is at hand. */
  publishView(document: TextDocument, view: View): void;
  /** The author has come to the end of something: every finding is reported, and surfaces with an older view are refreshed. */
  publishSettled(document: { readonly uri: string }): void;
  /** What all of them are judged by has changed. */
  publishAll(): void;
  /** A document was closed: nothing of it is shown any more. */
  unpublish(document: { readonly uri: string }): void;
}

/** A prompt is read from end to end when its author has come to the end of a word or two. */
const promptMs = 400;

/** As long as an author stops to think. */
const pauseMs = 800;

interface Parts {
  readonly connection: Connection;
  readonly client: Client;
  readonly open: TextDocuments<TextDocument>;
  readonly documents: Documents;
  readonly team: TeamSettings;
  readonly answer: Answer;
  /** The author rests: what the file is now may be told to others. */
  readonly atRest: (document: TextDocument, view: View) => void;
  readonly locate: Locate;
  readonly settler: Settler;
  readonly clock: Clock;
  readonly shown: (path: string) => Shown;
  /** What is reported on these files may be something else now. */
  readonly again: (paths: Iterable<string>) => void;
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
  settler,
  clock,
  shown,
  again,
}: Parts): Publisher {
  const after = afterRequests(clock);
  // By document: its last status, for most keys change nothing in it.
  const told = new Map<string, string>();
  // By document: the files that share a finding with it, which is reported once.
  const sharedWith = new Map<string, ReadonlySet<string>>();
  const shares = (uri: string, now: ReadonlySet<string>): void => {
    const before = sharedWith.get(uri) ?? nobody;
    if (now.size > 0) sharedWith.set(uri, now);
    else sharedWith.delete(uri);
    const changed = [...before, ...now].filter((path) => before.has(path) !== now.has(path));
    if (changed.length > 0) again(changed);
  };

  /** What every host makes of it: for hovers, and for the status of our own client. */
  const judgeAll = (uri: string): void =>
    answer(uri, 'verdicts', undefined, (document, now) => {
      const { view, isOlder } = settler.of(document, now);
      // The line is half typed: nobody is told of it.
      if (isOlder) return;
      view.verdicts();
      atRest(document, view);
      // A command, a skill, a configuration: there is no agent to show the state of.
      if (!client.isOurs || (view.places.length === 0 && view.beside() !== null)) return;
      const status = statusOf(document, view);
      const written = JSON.stringify(status);
      if (told.get(uri) === written) return;
      told.set(uri, written);
      void connection.sendNotification(statusMethod, status);
    });

  const publishView = (document: TextDocument, view: View): void => {
    const { uri, version } = document;
    const { findings, all, isWaiting } = settler.of(document, view);
    const options = { docs: documents.options.docs, locate };
    const diagnostics = withoutDuplicates(findings, view.path, shown).flatMap((finding) =>
      diagnosticsOf(document, finding, options),
    );
    void connection.sendDiagnostics({ uri, version, diagnostics });
    shares(uri, sharersOf(all));
    for (const faults of team.untold()) void connection.sendDiagnostics(faults);
    after.atRest(uri, () => judgeAll(uri));
    if (isWaiting) after.atRest(`${uri} typing`, () => pause(document), pauseMs);
    if (view.isCarried) after.atRest(`${uri} prompt`, () => publishWhole(document), promptMs);
  };
  /** With every rule asked, also those that read the prompt from its beginning to its end. */
  const publishWhole = ({ uri }: { readonly uri: string }): void =>
    answer(uri, 'diagnostics', undefined, (document) =>
      publishView(document, documents.whole(document)),
    );
  const pause = ({ uri }: { readonly uri: string }): void => {
    if (settler.pause(uri)) publishSettled({ uri });
  };
  const publishSettled = (document: { readonly uri: string }): void => {
    const { uri } = document;
    const wasOlder = settler.showsOlder(uri);
    publishWhole(document);
    if (wasOlder && !settler.showsOlder(uri)) refreshSurfaces();
  };
  /** An editor asks for these after an edit; here the answers change without one. */
  const refreshSurfaces = (): void => {
    const { codeLens, inlayHint, semanticTokens } = client.capabilities.workspace ?? {};
    const ask = ({ method }: { readonly method: string }): void =>
      void connection.sendRequest(method).catch(() => undefined);
    if (codeLens?.refreshSupport) ask(CodeLensRefreshRequest.type);
    if (inlayHint?.refreshSupport) ask(InlayHintRefreshRequest.type);
    if (semanticTokens?.refreshSupport) ask(SemanticTokensRefreshRequest.type);
  };
  const publish = ({ uri }: { readonly uri: string }): void =>
    answer(uri, 'diagnostics', undefined, publishView);

  return {
    after,
    publish,
    publishView,
    publishAll() {
      for (const document of open.all()) publish(document);
    },
    publishSettled,
    unpublish({ uri }) {
      settler.forget(uri);
      told.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
      shares(uri, nobody);
    },
  };
}
