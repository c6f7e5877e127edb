// Where an open document lies: asked of the hosts once, unless what they look at comes and goes.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Outline, outlineOf } from '../agent/outline';
import type { DisabledHost } from '../hosts/folder-settings';
import { formerPlace, guessPlace } from '../hosts/guess-place';
import type { Place, UnreadReason } from '../hosts/place';
import { hostsDisabledAt, mainHosts, type PlaceContext, placesOf } from '../hosts/places';
import { unreadReasonFor } from '../hosts/unread-reason';
import { type CompanionPlace, companionsAt, mayBeCompanion } from '../workspace/companions/files';
import type { FileSystem } from '../world/file-system';
import type { TeamSettings } from './team-settings';

/** The same object for as long as the places are the same. */
export interface Found {
  readonly places: readonly Place[];
  readonly disabled: readonly DisabledHost[];
  /** No host looks there: it is judged where its text would fare best. */
  readonly isGuess: boolean;
}

/** The open folders, and what the editor says of the settings of hosts there. */
export type WorkspaceFolders = Pick<PlaceContext, 'roots' | 'setting'>;

export interface DocumentPlaces {
  /** @param before what was found for the document as it was. */
  of(document: TextDocument, path: string, before: Before | undefined): Found;
  /** The places of a file that need not be open. */
  at(path: string): readonly Place[];
  /** The hosts that read the file beside their agents: a command, a skill, a configuration. */
  beside(path: string): readonly CompanionPlace[];
  /** Files have come or gone that make a folder one of a host's. */
  lookAgain(): void;
}

export interface Before {
  readonly found: Found;
  readonly outline: Outline;
}

/** For clients that do not tell of files: a manifest that is made after the agent is seen this soon. */
const manifestMs = 3000;

const noHosts: readonly DisabledHost[] = [];

const nowhere: Found = { places: [], disabled: noHosts, isGuess: false };

export function documentPlaces(
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
    read: world.read,
    ...(world.home !== undefined && { home: world.home }),
  };
  return {
    of(document, path, before) {
      if (before && before.found.places.length > 0 && !before.found.isGuess) return before.found;
      const places = placesOf(path, around);
      const disabled = hostsDisabledAt(path, around);
      if (places.length > 0) return { places, disabled, isGuess: false };
      // Outside every host's folder only what the editor itself or the team calls an agent is looked at.
      const isAgent = document.languageId === 'chatagent' || team.includes(path);
      const unread = (): UnreadReason | null =>
        unreadReasonFor(path, { ...around, isFolder: world.isFolder });
      return isAgent ? guess(document.getText(), path, { disabled, before, unread }) : nowhere;
    },
    at: (path) => placesOf(path, around),
    beside: (path) => (mayBeCompanion(path) ? companionsAt(path, mainHosts, around) : []),
    lookAgain: () => manifests.clear(),
  };
}

/** A new document is seldom written for the host that its first line suggests: it is asked again at every change of its head. */
function guess(text: string, path: string, { disabled, before, unread }: Guessed): Found {
  const outline = outlineOf(text, before?.outline);
  if (before && before.outline.fields === outline.fields) return before.found;
  const place = formerPlace(path) ?? guessPlace(outline, path);
  // A line that is half typed is no reason to forget what the file was.
  if (!place || place.host === before?.found.places[0]?.host) return before?.found ?? nowhere;
  return { places: [{ ...place, unread }], disabled, isGuess: true };
}

interface Guessed extends Pick<Found, 'disabled'> {
  readonly before: Before | undefined;
  readonly unread: () => UnreadReason | null;
}
