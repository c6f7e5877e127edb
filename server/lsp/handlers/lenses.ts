// Code lenses above the frontmatter, refreshed when another file adds or removes a reference.
import type { CodeLens } from 'vscode-languageserver';
import { lenses, referencesLens } from '../../features/lens';
import type { View } from '../../features/view/view';
import { foldersOf } from '../../hosts/model/glob';
import { rootOf } from '../../hosts/model/located-file';
import type { Place } from '../../hosts/model/place';
import { lensCommand, referencesCommand } from '../../protocol/protocol';
import { inertLabel } from '../../text/inert-label';
import type { FileSystem } from '../../world/file-system';
import { rangeOf } from '../answers/encode';
import { listReferencesCommand, showOutcomeCommand } from '../capabilities';
import { CodeLensRefreshRequest } from '../library';
import type { Environment, Talk, Texts, Workspace } from '../session';

/** The icons of the Testing view, as our own client shows them in lenses. */
const icons = { good: 'pass', changed: 'warning', bad: 'error', unknown: 'question' } as const;

/** Milliseconds between refreshes. Counts need not be updated more often. */
const pauseMs = 400;

export function handleLenses({
  connection,
  client,
  configured,
  world,
  index,
  answer,
  open,
  settler,
}: Environment & Talk & Texts & Workspace): void {
  const presence = presenceIn(world);
  /** The lenses last sent for each document, by URI. */
  const shown = new Map<string, string>();
  let isWaiting = false;

  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    // An answer from before the settings are known would be replaced, and the lens would move the text a second time.
    await configured.wait();
    return answer(uri, 'lenses', [] as CodeLens[], (document, now) => {
      const { view, toNow } = settler.of(document, now);
      const isOneOfSeveral = view.entries().length > 0;
      const verdicts = lenses(view, presence.of(view.path)).flatMap(
        ({ span, tone, host, ...lens }) => {
          const [title, tooltip] = [client.translate(lens.title), client.translate(lens.tooltip)];
          // The view may be that of an older text.
          const [start, end] = [toNow(span.start), toNow(span.end)];
          if (start === null || end === null) return [];
          const range = rangeOf(document, { start, end });
          const at = isOneOfSeveral ? [range.start] : [];
          return {
            range,
            command: client.isOurs
              ? {
                  // VS Code does not draw a plain space after an icon.
                  title: `$(${icons[tone]})\u00a0${inertLabel(title)}`,
                  tooltip,
                  command: lensCommand,
                  arguments: [document.uri, host, ...at],
                }
              : {
                  title,
                  command: showOutcomeCommand,
                  arguments: [document.uri, title, host, ...at],
                },
          };
        },
      );
      const named = referencesIn(view);
      shown.set(document.uri, named?.title ?? '');
      if (!named) return verdicts;
      const range = rangeOf(document, named.span);
      return [
        ...verdicts,
        {
          range,
          command: {
            title: named.title,
            command: client.isOurs ? referencesCommand : listReferencesCommand,
            arguments: [document.uri, range.start],
          },
        },
      ];
    });
  });

  const referencesIn = (view: View) => {
    const lens = referencesLens(view, index);
    return lens && { span: lens.span, title: client.translate(lens.title) };
  };
  const isAnother = (uri: string): boolean =>
    answer(
      uri,
      'lenses',
      false,
      (document, now) =>
        (referencesIn(settler.of(document, now).view)?.title ?? '') !== shown.get(uri),
    );
  const refresh = (): void => {
    isWaiting = false;
    for (const uri of shown.keys()) if (!open.get(uri)) shown.delete(uri);
    if (![...shown.keys()].some(isAnother)) return;
    try {
      connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    } catch {
      // the connection is closed
    }
  };
  index.watch(() => {
    const canRefresh = client.capabilities.workspace?.codeLens?.refreshSupport === true;
    if (isWaiting || shown.size === 0 || !canRefresh) return;
    isWaiting = true;
    setTimeout(refresh, pauseMs);
  });
}

// Determines whether a workspace is set up for a host, that is, whether the project root of a file also
// contains one of the host's own folders.

interface Presence {
  /**
   * For hosts that read the file from another host's folder, returns whether the host is used in this
   * workspace.
   */
  of(path: string): (place: Place) => boolean;
}

function presenceIn(world: FileSystem): Presence {
  // The result is cached until restart, so folders created or deleted later are not noticed.
  const known = new Map<string, boolean>();
  const isFolder = (path: string): boolean => {
    const found = known.get(path) ?? world.isFolder(path);
    known.set(path, found);
    return found;
  };
  return {
    of: (path) => (place) => {
      const root = rootOf({ ...place, path });
      return place.host.locations
        .filter((location) => location.scope === 'project' && location.role === 'owner')
        .some((location) =>
          foldersOf(location.glob).some((folder) => isFolder(`${root}/${folder}`)),
        );
    },
  };
}
