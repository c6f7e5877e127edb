// Watches files in the projects of open files that are outside all open folders. A client reports changes
// there only for folders that are registered explicitly.
import type { Disposable, FileSystemWatcher } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification } from './library';
import type { Session } from './session';
import { uriOf } from './uri';

export interface ProjectWatch {
  /** Called when documents were opened or closed. */
  readonly follow: () => void;
}

export function projectWatch({ connection, client, projects, world }: Session): ProjectWatch {
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
