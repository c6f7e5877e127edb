// Opening, changing and closing of documents.

import type { Disposable, FileSystemWatcher } from 'vscode-languageserver';
import { complete } from '../../features/completion/complete';
import { diagnose } from '../../features/diagnostics';
import { hover } from '../../features/hover/hover';
import type { View } from '../../features/view/view';
import { pathOf, uriOf } from '../documents/uri';
import { DidChangeWatchedFilesNotification, TextDocumentSaveReason } from '../library';
import type { Session } from '../session';

export function handleSync(session: Session): void {
  const { open, documents, edits, settler, answer, surveyor } = session;
  const { publishSoon, publishSettled, unpublish } = session;
  const projects = projectWatch(session);
  let changes = 0;
  open.onDidOpen(({ document }) => {
    surveyor.opened(document);
    projects.follow();
  });
  open.onDidChangeContent(({ document }) => {
    if (edits.lastOf(document.uri)) settler.edited(document);
    publishSoon(document);
    if (++changes === 1)
      answer(document.uri, 'warm-up', undefined, (_, view) => warmUp(view, () => changes > 1));
  });
  // An editor that saves by itself after a while does so in the middle of a line.
  const savedByItself = new Set<string>();
  open.onWillSave(({ document, reason }) => {
    if (reason === TextDocumentSaveReason.AfterDelay) savedByItself.add(document.uri);
    else savedByItself.delete(document.uri);
  });
  open.onDidSave(({ document }) => {
    if (savedByItself.delete(document.uri)) return;
    settler.settle(document.uri);
    publishSettled(document);
  });
  open.onDidClose(({ document }) => {
    documents.forget(document.uri);
    edits.forget(document.uri);
    unpublish(document);
    surveyor.closed(document);
    projects.follow();
    surveyor.look(pathOf(document.uri));
  });
}

// Watches files in the projects of open files that are outside all open folders. A client reports changes
// there only for folders that are registered explicitly.

interface ProjectWatch {
  /** Called when documents were opened or closed. */
  readonly follow: () => void;
}

function projectWatch({ connection, client, projects, world }: Session): ProjectWatch {
  const watched = new Map<string, Promise<Disposable | undefined>>();
  const watch = (root: string): Promise<Disposable | undefined> => {
    const watchers = projects
      .watched(root)
      .filter(({ folder }) => world.isFolder(folder))
      .map(
        ({ folder, pattern }): FileSystemWatcher => ({
          globPattern: { baseUri: uriOf(folder), pattern },
        }),
      );
    const { type } = DidChangeWatchedFilesNotification;
    return connection.client.register(type, { watchers }).catch(() => {
      connection.console.warn(`Could not register for changes in ${root}.`);
      return undefined;
    });
  };
  return {
    follow() {
      const asked = client.capabilities.workspace?.didChangeWatchedFiles;
      if (!asked?.dynamicRegistration || !asked.relativePatternSupport) return;
      const roots = new Set(projects.roots());
      for (const root of roots) if (!watched.has(root)) watched.set(root, watch(root));
      for (const [root, watching] of watched) {
        if (roots.has(root)) continue;
        watched.delete(root);
        void watching.then((one) => one?.dispose());
      }
    },
  };
}

// After a file is opened, most of the code that an edit needs has not been compiled by the JavaScript engine
// yet. Meanwhile a few edits are simulated in a copy of the document so that the first real ones are as fast
// as later ones. Without the warm-up, the 95th percentile of the first 60 keys rises from 4 to 12 ms, as `npm run bench -- --only typing
// --edits 60` measures it. Every step is short, and the first message from the editor stops the warm-up.

/** Fields in different stages of being typed, repeated while there are steps left. */
const typed = 'notes: Some words, more\nstate: [a, b]\nlimits:\n  x: "y"\n';
const steps = 70;
const pauseMs = 3;

/**
 * Simulates edits in copies of `view` until `isOver` returns true or all steps are done. Errors are ignored
 * here because the same error would be reported for a real edit.
 */
function warmUp(view: View, isOver: () => boolean): void {
  const { outline } = view;
  if (outline.shape !== 'closed' || view.places.length === 0) return;
  const { text, head } = outline;
  const step = (count: number): void => {
    if (count >= steps || isOver()) return;
    const written = typed.slice(0, count % typed.length);
    const at = head.end + written.length;
    const copy = `${text.slice(0, head.end)}${written}\n${text.slice(head.end)}`;
    try {
      const typedIn = view.withText(copy);
      diagnose(typedIn);
      complete(typedIn, at);
      hover(typedIn, head.start);
    } catch {
      return;
    }
    setTimeout(step, pauseMs, count + 1);
  };
  setTimeout(step, pauseMs, 0);
}
