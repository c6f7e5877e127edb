// Opening, changing and closing of documents.
import { projectWatch } from '../project-watch';
import type { Session } from '../session';
import { pathOf } from '../uri';
import { warmUp } from '../warm-up';

export function handleSync(session: Session): void {
  const { open, documents, edits, settler, after, answer, surveyor } = session;
  const { publish, publishView, publishSettled, unpublish } = session;
  const projects = projectWatch(session);
  let changes = 0;
  open.onDidOpen(({ document }) => {
    surveyor.opened(document);
    projects.follow();
  });
  open.onDidChangeContent(({ document }) => {
    const isFirst = ++changes === 1;
    if (edits.lastOf(document.uri)) settler.edited(document.uri);
    answer(document.uri, 'change', undefined, (now, view) => {
      // After an edit in the prompt little has to be computed, so the view is published immediately.
      if (view.sharesHead) return publishView(now, view);
      after.schedule(document.uri, () => {
        publish(document);
        if (isFirst)
          answer(document.uri, 'warm-up', undefined, () => warmUp(view, () => changes > 1));
      });
    });
  });
  open.onDidSave(({ document }) => {
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
