// Surveys a workspace: finds its agent files and their companions (servers, skills, settings, commands) and reads them.
// `check`, `list`, `graph`, `explain` and the language server all use it.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { agentFolderEnd, isReadOutside } from '../hosts/catalog/linked-folders';
import { hasAgentEnding, type PlaceContext, placesOf } from '../hosts/catalog/places';
import type { FileText, UnreadFile } from '../text/file-text';
import { companionFilesAt } from './companions/files';
import type { CompanionContent, WorkspaceIndex } from './index';
import { agentFolders } from './project';

/** A file found by a survey. It can be both an agent and a companion, as in a folder that two hosts share. */
export interface FoundFile {
  readonly path: string;
  readonly isAgent: boolean;
  readonly isCompanion: boolean;
}

export interface SurveyedFile extends FoundFile {
  /** The content of the file, which may have been read in advance. */
  readonly text: () => FileText;
}

interface Disk {
  readonly has: (path: string) => boolean;
  /** Calls `isWanted` for every file below the folder, and yields each wanted file immediately. */
  readonly walk: (
    folder: string,
    isWanted: (path: string) => boolean,
    options?: Links,
  ) => Iterable<string>;
}

/** Which links to folders are followed, and what is not searched. */
interface Links {
  readonly follows: (path: string) => string | null;
  /** The folder that they must not leave. */
  readonly within: string;
  /** Whether a program reads what is behind the link outside of it too. */
  readonly leaves: (path: string) => boolean;
  readonly unread?: (folder: string, why: UnreadFile) => void;
}

/** Links to folders of agents that do not lead out of a project, unless a program reads the agents there too. */
export const linksWithin = (
  catalog: HostCatalog,
  within: string,
  unread?: Links['unread'],
): Links => ({
  follows: (path) => agentFolderEnd(catalog, path),
  leaves: (path) => isReadOutside(catalog, path),
  within,
  ...(unread && { unread }),
});

interface Kinds {
  readonly isAgent: (path: string) => boolean;
  readonly isCompanion: (path: string) => boolean;
}

/** The agents and companions below a folder, in walk order. */
export function* filesBelow(
  folder: string,
  { walk }: Pick<Disk, 'walk'>,
  { isAgent, isCompanion }: Kinds,
  links: Links,
): Generator<FoundFile> {
  let kind = { isAgent: false, isCompanion: false };
  const isWanted = (path: string): boolean => {
    kind = { isCompanion: isCompanion(path), isAgent: isAgent(path) };
    return kind.isAgent || kind.isCompanion;
  };
  for (const path of walk(folder, isWanted, links)) yield { path, ...kind };
}

/**
 * The agents and companions of one project, searched for only in the folders of the hosts. A file is reported as the kind
 * that the search was for.
 * @param folders absolute paths of the folders that may contain agents
 */
export function* filesOfProject(
  catalog: HostCatalog,
  root: string,
  disk: Disk,
  around: PlaceContext,
  folders: readonly string[] = agentFolders(catalog, root, around),
): Generator<FoundFile> {
  const isAgent = (path: string): boolean =>
    hasAgentEnding(catalog, path) && placesOf(catalog, path, around).length > 0;
  for (const folder of folders)
    yield* filesBelow(
      folder,
      disk,
      { isAgent, isCompanion: () => false },
      linksWithin(catalog, root),
    );
  for (const path of companionFilesAt(catalog, root, ['project', 'plugin'], disk))
    yield { path, isAgent: false, isCompanion: true };
}

/** Files that were specified individually, each treated as an agent. */
export function* namedFiles(paths: Iterable<string>): Generator<FoundFile> {
  for (const path of paths) yield { path, isAgent: true, isCompanion: false };
}

interface Survey {
  readonly read: (path: string) => FileText;
  /** Which agents are read in advance; the others are read on demand. Default: all. */
  readonly isReadAhead?: (path: string) => boolean;
  /** The index that companions are added to before they are yielded. */
  readonly index?: Pick<WorkspaceIndex, 'putCompanion'>;
  /** The absolute path of a file; default: the path as found. */
  readonly wholePath?: (path: string) => string;
  /**
   * The content of a companion, by its absolute path; null if it is unknown.
   * @param text that of a file that is read as an agent as well.
   */
  readonly companionAt?: (path: string, text?: () => FileText) => CompanionContent | null;
}

/** The number of files read per batch: about as many as are processed within a few milliseconds. */
const batchSize = 32;

/**
 * Yields the files in order. Agents are read in batches: a read that follows other work takes four times as long as a read
 * that follows another read.
 */
export function* survey(
  found: Iterable<FoundFile>,
  { read, isReadAhead = () => true, index, wholePath = (path) => path, companionAt }: Survey,
): Generator<SurveyedFile> {
  const surveyed = function* (batch: readonly SurveyedFile[]): Generator<SurveyedFile> {
    for (const file of batch) {
      if (index && companionAt && file.isCompanion) {
        const path = wholePath(file.path);
        index.putCompanion(path, companionAt(path, file.isAgent ? file.text : undefined));
      }
      yield file;
    }
  };
  let batch: SurveyedFile[] = [];
  for (const { path, isAgent, isCompanion } of found) {
    const ahead = isAgent && isReadAhead(path) ? read(path) : undefined;
    const text = ahead === undefined ? () => read(path) : () => ahead;
    batch.push({ path, isAgent, isCompanion, text });
    if (batch.length < batchSize) continue;
    yield* surveyed(batch);
    batch = [];
  }
  yield* surveyed(batch);
}
