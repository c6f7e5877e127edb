// Open documents and their views. A view is created on first use and cached for each version.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Outline } from '../../agent/outline';
import { type EntryFindings, entryFindings } from '../../features/view/entry-findings';
import { type View, viewOf } from '../../features/view/view';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { type Context, defaultContext } from '../../hosts/model/context';
import { noBuiltin } from '../../hosts/model/editor-support';
import type { Place } from '../../hosts/model/place';
import type { ClientOptions } from '../../protocol/protocol';
import type { OnFault } from '../../rules/fault';
import { alone, type WorkspaceView } from '../../rules/workspace-view';
import { withChosen } from '../../settings/chosen';
import type { Settings } from '../../settings/settings';
import { lazily } from '../../text/lazily';
import type { EntryHolder } from '../../workspace/companions/entries';
import type { CompanionPlace } from '../../workspace/companions/files';
import type { FileSystem } from '../../world/file-system';
import { textOf } from '../../yaml/value';
import type { TeamSettings } from '../settings/team-settings';
import { documentPlaces, type LocatedDocument, type WorkspaceFolders } from './document-places';
import { pathOf } from './uri';

interface Kept {
  readonly version: number;
  readonly settings: Settings;
  readonly found: LocatedDocument;
  readonly places: readonly Place[];
  /** The revision of the workspace for which the view was made. */
  readonly revision: number;
  readonly entryFindings: EntryFindings;
  readonly companionPlaces: () => readonly CompanionPlace[];
  readonly entryHolders: () => readonly EntryHolder[];
  readonly view: View;
}

export interface Documents {
  /** Returns the places of a file that need not be open. */
  placesAt(path: string): readonly Place[];
  /** Returns the hosts that read a file as a companion of their agents. */
  companionPlaces(path: string): readonly CompanionPlace[];
  /** Returns the view of the current version. */
  view(document: TextDocument): View;
  /** Returns the view of a text at a path, whether or not that file is open or exists. By default under the settings of the path. */
  viewAt(path: string, text: string, settings?: Settings): View;
  /** Whether the view of the document uses a guess of its host that may change when typing pauses. */
  isProvisional(uri: string): boolean;
  forget(uri: string): void;
  /** Called when files were created or deleted that mark a folder as belonging to a host. */
  lookAgain(): void;
  options: ClientOptions;
  /** Information that is not available from files. */
  context: Context;
}

/** The workspace in which documents are checked. */
interface Around {
  /** Returns the agents around a file, or none if its project has not been surveyed yet. */
  readonly of: (path: string) => WorkspaceView;
  readonly folders?: WorkspaceFolders;
}

/** What the session provides: the state of open documents, and the log. */
interface Session {
  /** Whether the last edit was typed and typing has not paused. */
  readonly isTyping?: (uri: string) => boolean;
  readonly onFault?: OnFault;
}

/**
 * @param editor Returns the editor's settings for a file. The object is the same as long as no setting
 * changes.
 */
export function documentsIn(
  catalog: HostCatalog,
  world: FileSystem,
  editor: (path: string) => Settings,
  team: TeamSettings,
  around: Around = { of: () => alone },
  { isTyping = () => false, onFault }: Session = {},
): Documents {
  const kept = new Map<string, Kept>();
  const locations = documentPlaces(catalog, world, team, around.folders);
  const view = (document: TextDocument): View => {
    const { uri, version } = document;
    const known = kept.get(uri);
    const path = known?.view.path ?? pathOf(uri);
    const settings = team.of(path, editor(path));
    const workspace = around.of(path);
    const { revision } = workspace;
    const { context } = documents;
    const isSame = known?.settings === settings && known.view.context === context;
    if (
      isSame &&
      known.version === version &&
      known.view.workspace === workspace &&
      known.revision === revision &&
      !(known.found.isProvisional && !isTyping(uri))
    )
      return known.view;
    const before =
      known?.settings === settings
        ? { found: known.found, outline: known.view.outline, isTyping: isTyping(uri) }
        : undefined;
    const found = locations.of(document, path, before);
    const places =
      before && found === known?.found
        ? known.places
        : withChosen(catalog, found.places, path, settings);
    const companionPlaces = known?.companionPlaces ?? lazily(() => locations.companionPlaces(path));
    const entryHolders = known?.entryHolders ?? lazily(() => locations.entryHolders(path));
    const inEntries = isSame ? known.entryFindings : entryFindings();
    const now = viewOf({
      ...{ catalog, path, places, companionPlaces, entryHolders },
      ...{ settings, workspace, context, onFault, editor: documents.options.editor ?? null },
      text: document.getText(),
      disabled: found.disabled,
      builtin: (outline) =>
        builtinOf(catalog, document, path, outline, documents.options, settings),
      entryFindings: inEntries,
    });
    kept.set(uri, {
      ...{ version, settings, found, places, revision, companionPlaces, entryHolders, view: now },
      entryFindings: inEntries,
    });
    return now;
  };
  const documents: Documents = {
    options: {},
    context: defaultContext,
    placesAt: locations.at,
    companionPlaces: locations.companionPlaces,
    isProvisional: (uri) => kept.get(uri)?.found.isProvisional === true,
    forget: (uri) => void kept.delete(uri),
    lookAgain() {
      locations.lookAgain();
      kept.clear();
    },
    view,
    viewAt(path, text, settings = team.of(path, editor(path))) {
      const { context, options } = documents;
      return viewOf({
        ...{ catalog, path, text, settings, context, onFault, editor: options.editor ?? null },
        places: withChosen(catalog, locations.at(path), path, settings),
        companionPlaces: () => locations.companionPlaces(path),
        entryHolders: () => locations.entryHolders(path),
        workspace: around.of(path),
      });
    },
  };
  return documents;
}

function builtinOf(
  catalog: HostCatalog,
  { languageId }: TextDocument,
  path: string,
  { fields }: Outline,
  { builtinPrompts }: ClientOptions,
  { vscodeBuiltin }: Settings,
): View['builtin'] {
  if (vscodeBuiltin === 'off' || (!builtinPrompts && vscodeBuiltin !== 'on')) return noBuiltin;
  const target = textOf(fields.find((field) => field.key === 'target')?.value);
  return catalog.editorSupportFor({
    languageId,
    path,
    ...(builtinPrompts && { version: builtinPrompts.version }),
    ...(target !== undefined && { target }),
  });
}
