// Our own requests: the persona of a document, skeletons of new agents, and what the status item shows.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hostHeads, personaCards } from '../features/persona-card';
import type { View } from '../features/view';
import { mainHosts } from '../hosts/places';
import type { PersonaCard, Skeleton, StatusParams } from '../protocol';
import { type Folder, folderOf } from './folders';
import { uriOf } from './uri';

export function personaCard(
  document: TextDocument,
  view: View,
  folders: readonly Folder[],
): PersonaCard | null {
  const cards = personaCards(view, (offset) => document.positionAt(offset).line, uriOf);
  if (cards.length === 0) return null;
  return {
    uri: document.uri,
    version: document.version,
    file: shortPath(view.path, folders),
    hosts: cards,
  };
}

/** Below the workspace folder that holds the file. */
export function shortPath(path: string, folders: readonly Folder[]): string {
  const folder = folderOf(path, folders);
  return folder ? path.slice(folder.path.length + 1) : path;
}

/** The same, and with `~` for the user's home. */
export const pathForPeople = (
  path: string,
  folders: readonly Folder[],
  home: string | undefined,
): string => {
  const short = shortPath(path, folders);
  return home !== undefined && short.startsWith(`${home}/`)
    ? `~${short.slice(home.length)}`
    : short;
};

export const statusOf = (document: TextDocument, view: View): StatusParams => ({
  uri: document.uri,
  hosts: hostHeads(view),
});

export const skeletons = (): readonly Skeleton[] =>
  mainHosts.map(({ id, name, ownFile, skeleton }) => ({
    host: id,
    hostName: name,
    path: ownFile,
    text: skeleton,
  }));
