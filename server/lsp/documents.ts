// Open documents and their views: one view a version, made when it is first asked for.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Outline } from '../agent/outline';
import { textOf } from '../agent/value';
import { type View, viewOf } from '../features/view';
import { type Context, defaultContext } from '../hosts/context';
import { editorSupportFor } from '../hosts/editor-support';
import { noBuiltin } from '../hosts/no-editor-support';
import type { Place } from '../hosts/place';
import type { ClientOptions } from '../protocol';
import { alone, type WorkspaceView } from '../rules/workspace-view';
import { withChosen } from '../settings/chosen';
import type { Settings } from '../settings/settings';
import type { CompanionPlace } from '../workspace/companions/files';
import type { FileSystem } from '../world/file-system';
import { documentPlaces, type Found, type WorkspaceFolders } from './document-places';
import type { LastEdit } from './edits';
import type { TeamSettings } from './team-settings';
import { pathOf } from './uri';

interface Kept {
  readonly version: number;
  readonly settings: Settings;
  readonly found: Found;
  readonly companionPlaces: readonly CompanionPlace[];
  readonly view: View;
}

export interface Documents {
  /** The places of a file that need not be open. */
  placesAt(path: string): readonly Place[];
  /** The hosts that read a file beside their agents. */
  companionPlaces(path: string): readonly CompanionPlace[];
  /** The view of a document as it is now. After a key in the prompt its findings there are those of before, carried over. */
  view(document: TextDocument): View;
  /** The same with every rule asked. */
  whole(document: TextDocument): View;
  forget(uri: string): void;
  /** Files have come or gone that make a folder one of a host's. */
  lookAgain(): void;
  options: ClientOptions;
  /** What no file can say. */
  context: Context;
}

/** What documents are judged beside: the agents around them. */
interface Around {
  /** Those of a file; none before its project is known. */
  readonly of: (path: string) => WorkspaceView;
  readonly folders?: WorkspaceFolders;
}

/** @param editor the editor's settings for a file; the same object for as long as nothing changes. */
export function documentsIn(
  world: FileSystem,
  editor: (path: string) => Settings,
  team: TeamSettings,
  around: Around = { of: () => alone },
  lastEdit: (uri: string) => LastEdit | undefined = () => undefined,
): Documents {
  const kept = new Map<string, Kept>();
  const lying = documentPlaces(world, team, around.folders);
  const seen = (document: TextDocument, { isWhole }: { readonly isWhole: boolean }): View => {
    const { uri, version } = document;
    const known = kept.get(uri);
    const path = known?.view.path ?? pathOf(uri);
    const settings = team.of(path, editor(path));
    const neighbours = around.of(path);
    if (
      known?.version === version &&
      known.settings === settings &&
      known.view.context === documents.context &&
      known.view.neighbours === neighbours &&
      known.view.around.revision === neighbours.revision &&
      !(isWhole && known.view.isCarried)
    )
      return known.view;
    const previous = known?.view;
    const before =
      known?.settings === settings
        ? { found: known.found, outline: known.view.outline }
        : undefined;
    const found = lying.of(document, path, before);
    // The same list as before, so that the head need not be looked at again.
    const places =
      previous && found === before?.found
        ? previous.places
        : withChosen(found.places, path, settings);
    const companionPlaces = known?.companionPlaces ?? lying.beside(path);
    const edit = lastEdit(uri);
    const isNext = edit?.version === version && edit.before === known?.version;
    const view = viewOf({
      path,
      text: document.getText(),
      places,
      disabled: found.disabled,
      companionPlaces,
      settings,
      neighbours,
      context: documents.context,
      previous,
      builtin: (outline) => builtinOf(document, path, outline, documents.options, settings),
      ...(isNext && edit.change && !isWhole && { change: edit.change }),
    });
    kept.set(uri, { version, settings, found, companionPlaces, view });
    return view;
  };
  const documents: Documents = {
    options: {},
    context: defaultContext,
    placesAt: lying.at,
    companionPlaces: lying.beside,
    forget: (uri) => void kept.delete(uri),
    lookAgain() {
      lying.lookAgain();
      kept.clear();
    },
    view: (document) => seen(document, { isWhole: false }),
    whole: (document) => seen(document, { isWhole: true }),
  };
  return documents;
}

function builtinOf(
  { languageId }: TextDocument,
  path: string,
  { fields }: Outline,
  { builtinPrompts }: ClientOptions,
  { vscodeBuiltin }: Settings,
): View['builtin'] {
  if (vscodeBuiltin === 'off' || (!builtinPrompts && vscodeBuiltin !== 'on')) return noBuiltin;
  const target = textOf(fields.find((field) => field.key === 'target')?.value);
  return editorSupportFor({
    languageId,
    path,
    ...(builtinPrompts && { version: builtinPrompts.version }),
    ...(target !== undefined && { target }),
  });
}
