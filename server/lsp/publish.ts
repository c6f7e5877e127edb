// What the server tells by itself: findings at once, and the verdicts of all hosts when the author rests.
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnose } from '../features/diagnostics';
import type { View } from '../features/view';
import { statusMethod } from '../protocol';
import { type AfterRequests, afterRequests } from './after-requests';
import type { Answer, Client } from './client';
import type { Documents } from './documents';
import { diagnosticsOf } from './encode';
import type { Locate } from './locate';
import { statusOf } from './own';
import type { TeamSettings } from './team-settings';
import { type Shown, twinsIn, withoutTwins } from './twins';

const nobody: ReadonlySet<string> = new Set();

export interface Publisher {
  readonly after: AfterRequests;
  publish(document: { readonly uri: string }): void;
  /** The same where the view is at hand. */
  publishView(document: TextDocument, view: View): void;
  /** What all of them are judged by has changed. */
  publishAll(): void;
  /** A document was closed: nothing of it is shown any more. */
  unpublish(document: { readonly uri: string }): void;
}

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
  shown,
  again,
}: Parts): Publisher {
  const after = afterRequests();
  // By document: its last status, for most keys change nothing in it.
  const told = new Map<string, string>();
  // By document: the files that share a finding with it, which is reported once.
  const twins = new Map<string, ReadonlySet<string>>();
  const shares = (uri: string, now: ReadonlySet<string>): void => {
    const before = twins.get(uri) ?? nobody;
    if (now.size > 0) twins.set(uri, now);
    else twins.delete(uri);
    const changed = [...before, ...now].filter((path) => before.has(path) !== now.has(path));
    if (changed.length > 0) again(changed);
  };

  /** What every host makes of it: for hovers, and for the status of our own client. */
  const judgeAll = (uri: string): void =>
    answer(uri, 'verdicts', undefined, (document, view) => {
      view.verdicts();
      atRest(document, view);
      if (!client.isOurs) return;
      const status = statusOf(document, view);
      const written = JSON.stringify(status);
      if (told.get(uri) === written) return;
      told.set(uri, written);
      void connection.sendNotification(statusMethod, status);
    });

  const publishView = (document: TextDocument, view: View): void => {
    const { uri, version } = document;
    const findings = diagnose(view);
    const options = { docs: documents.options.docs, locate };
    const diagnostics = withoutTwins(findings, view.path, shown).flatMap((finding) =>
      diagnosticsOf(document, finding, options),
    );
    void connection.sendDiagnostics({ uri, version, diagnostics });
    shares(uri, twinsIn(findings));
    for (const faults of team.untold()) void connection.sendDiagnostics(faults);
    after.atRest(uri, () => judgeAll(uri));
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
    unpublish({ uri }) {
      told.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
      shares(uri, nobody);
    },
  };
}
