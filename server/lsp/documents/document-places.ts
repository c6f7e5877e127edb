// Determines which hosts read an open document. The result is cached as long as the files it depends on do
// not change.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { formOf, type Outline, outlineOf } from '../../agent/outline';
import type { DisabledHost } from '../../hosts/catalog/folder-settings';
import { formerPlace, guessPlace } from '../../hosts/catalog/guess-place';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { isDescribed, misplacedSkill } from '../../hosts/catalog/misplaced';
import { hostsDisabledAt, type PlaceContext, placesOf } from '../../hosts/catalog/places';
import { unreadReasonFor } from '../../hosts/catalog/unread-reason';
import type { Place, UnreadReason } from '../../hosts/model/place';
import { slice } from '../../text/span';
import { type EntryHolder, entryHoldersAt } from '../../workspace/companions/entries';
import {
  type CompanionPlace,
  companionsAt,
  mayBeCompanion,
} from '../../workspace/companions/files';
import type { FileSystem } from '../../world/file-system';
import type { TeamSettings } from '../settings/team-settings';

/** The object is the same as long as the places do not change. */
export interface LocatedDocument {
  readonly places: readonly Place[];
  readonly disabled: readonly DisabledHost[];
  /** No host reads this path, so the host was guessed from the text. */
  readonly isGuess: boolean;
  /** The guess is that of an earlier text, because a line is still being typed. */
  readonly isProvisional?: true;
}

/** The open folders, and the editor's values of host settings for them. */
export type WorkspaceFolders = Pick<PlaceContext, 'roots' | 'setting'>;

export interface DocumentPlaces {
  /** @param before The previous result for the document. */
  of(document: TextDocument, path: string, before: Before | undefined): LocatedDocument;
  /** Returns the places of a file that need not be open. */
  at(path: string): readonly Place[];
  /**
   * Returns the hosts that read the file as a companion of their agents: a command, a skill or a
   * configuration file.
   */
  companionPlaces(path: string): readonly CompanionPlace[];
  /** Returns the hosts that judge the agents in a configuration file. */
  entryHolders(path: string): readonly EntryHolder[];
  /** Called when files were created or deleted that mark a folder as belonging to a host. */
  lookAgain(): void;
}

export interface Before {
  readonly found: LocatedDocument;
  readonly outline: Outline;
  /** Whether the last line is still being typed, so that an earlier guess remains. */
  readonly isTyping: boolean;
}

/**
 * Cache lifetime in milliseconds, for clients that do not report file changes. A manifest created after the
 * agent is noticed after this time.
 */
const manifestMs = 3000;

const noHosts: readonly DisabledHost[] = [];

const nowhere: LocatedDocument = { places: [], disabled: noHosts, isGuess: false };

export function documentPlaces(
  catalog: HostCatalog,
  world: FileSystem,
  team: TeamSettings,
  folders: WorkspaceFolders = {},
): DocumentPlaces {
  const manifests = new Map<string, { readonly is: boolean; readonly asked: number }>();
  const has = (path: string): boolean => {
    const known = manifests.get(path);
    const now = Date.now();
    if (known && now - known.asked < manifestMs) return known.is;
    const is = world.has(path);
    manifests.set(path, { is, asked: now });
    return is;
  };
  const around: PlaceContext = {
    ...folders,
    has,
    isFolder: world.isFolder,
    read: world.read,
    walk: world.walk,
    ...(world.home !== undefined && { home: world.home }),
  };
  return {
    of(document, path, before) {
      if (before && before.found.places.length > 0 && !before.found.isGuess) return before.found;
      const places = placesOf(catalog, path, around);
      const disabled = hostsDisabledAt(catalog, path, around);
      if (places.length > 0) return { places, disabled, isGuess: false };
      const misplaced = misplacedSkill(catalog, path);
      if (misplaced) {
        const places = isDescribed(outlineOf(document.getText())) ? [misplaced] : [];
        return { places, disabled, isGuess: true };
      }
      // Outside all host folders, only files that the editor or the team's configuration declares as agents
      // are checked.
      const isAgent = document.languageId === 'chatagent' || team.includes(path);
      const unread = (): UnreadReason | null => unreadReasonFor(catalog, path, around);
      return isAgent
        ? guess(catalog, document.getText(), path, { disabled, before, unread })
        : nowhere;
    },
    at: (path) => placesOf(catalog, path, around),
    companionPlaces: (path) =>
      mayBeCompanion(catalog, path) ? companionsAt(path, catalog.mainHosts, around) : [],
    entryHolders: (path) => entryHoldersAt(catalog, path, around),
    lookAgain: () => manifests.clear(),
  };
}

/**
 * Guesses the host again at every change of the head, because the first line of a new document is seldom
 * enough to determine it.
 */
function guess(
  catalog: HostCatalog,
  text: string,
  path: string,
  { disabled, before, unread }: Guessed,
): LocatedDocument {
  const outline = outlineOf(text, formOf(path));
  if (before?.isTyping && headOf(before.outline) === headOf(outline)) return before.found;
  const place = formerPlace(catalog, path) ?? guessPlace(catalog, outline, path);
  const earlier = before?.found.places[0];
  if (place && place.host !== earlier?.host)
    return { places: [{ ...place, unread }], disabled, isGuess: true };
  if (!before || !earlier) return nowhere;
  // A line that is still being typed does not change an earlier guess.
  if (!place) return before.isTyping ? { ...before.found, isProvisional: true } : nowhere;
  return before.found.isProvisional
    ? { places: before.found.places, disabled, isGuess: true }
    : before.found;
}

const headOf = ({ text, head }: Outline): string => slice(text, head);

interface Guessed extends Pick<LocatedDocument, 'disabled'> {
  readonly before: Before | undefined;
  readonly unread: () => UnreadReason | null;
}
