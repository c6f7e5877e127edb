// Code lenses above the frontmatter, refreshed when another file adds or removes a reference.
import type { CodeLens } from 'vscode-languageserver';
import { lenses, referencesLens } from '../../features/lens';
import { lensCommand, referencesCommand } from '../../protocol';
import { inertLabel } from '../../text/inert-label';
import { rangeOf } from '../encode';
import { CodeLensRefreshRequest } from '../library';
import { presenceIn } from '../presence';
import { listReferencesCommand, showOutcomeCommand } from '../server-commands';
import type { Session } from '../session';

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
}: Session): void {
  const presence = presenceIn(world);
  /** The lenses last sent for each document, by URI. */
  const shown = new Map<string, string>();
  let isWaiting = false;

  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    // An answer from before the settings are known would be replaced, and the lens would move the text a second time.
    await configured.wait();
    return answer(uri, 'lenses', [] as CodeLens[], (document, now) => {
      const { view } = settler.of(document, now);
      const verdicts = lenses(view, presence.of(view.path)).map(
        ({ span, title, tooltip, tone, host }) => ({
          range: rangeOf(document, span),
          command: client.isOurs
            ? {
                // VS Code does not draw a plain space after an icon.
                title: `$(${icons[tone]})\u00a0${inertLabel(title)}`,
                tooltip,
                command: lensCommand,
                arguments: [document.uri, host],
              }
            : { title, command: showOutcomeCommand, arguments: [document.uri, title, host] },
        }),
      );
      const named = referencesLens(view, index);
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

  const isAnother = (uri: string): boolean =>
    answer(
      uri,
      'lenses',
      false,
      (document, now) =>
        (referencesLens(settler.of(document, now).view, index)?.title ?? '') !== shown.get(uri),
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
