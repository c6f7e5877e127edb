// The survey of a workspace: which of its files are agents, which are companions of agents (servers, skills, settings,
// commands), and what is in them. `check`, `list`, `graph`, `explain` and the language server all go through it.
import { type PlaceContext, placesOf } from '../hosts/places';
import { companionFilesAt, mayBeCompanion } from './companions/files';
import type { Found, WorkspaceIndex } from './index';
import { agentFolders } from './project';

/** A file that a survey comes across. It may be both an agent and a companion, as in a folder that two hosts share. */
export interface FoundFile {
  readonly path: string;
  readonly isAgent: boolean;
  readonly isCompanion: boolean;
}

export interface SurveyedFile extends FoundFile {
  /** The content of the file, read ahead where that was asked for. @throws what reading the file threw. */
  readonly text: () => string;
}

interface Disk {
  readonly has: (path: string) => boolean;
  /** Asks `isWanted` of every file below the folder, and yields a wanted one right after. */
  readonly walk: (folder: string, isWanted: (path: string) => boolean) => Iterable<string>;
}

interface Kinds {
  readonly isAgent: (path: string) => boolean;
  readonly isCompanion?: (path: string) => boolean;
}

/** The agents and companions below a folder, in the order of the walk. */
export function* filesBelow(
  folder: string,
  { walk }: Pick<Disk, 'walk'>,
  { isAgent, isCompanion = mayBeCompanion }: Kinds,
): Generator<FoundFile> {
  let kind = { isAgent: false, isCompanion: false };
  const isWanted = (path: string): boolean => {
    kind = { isCompanion: isCompanion(path), isAgent: isAgent(path) };
    return kind.isAgent || kind.isCompanion;
  };
  for (const path of walk(folder, isWanted)) yield { path, ...kind };
}

/**
 * The agents and companions of one project, looked for in the folders of the hosts alone. A file is reported as what it was
 * looked for as.
 * @param folders the folders that may hold agents, as whole paths
 */
export function* filesOfProject(
  root: string,
  disk: Disk,
  around: PlaceContext,
  folders: readonly string[] = agentFolders(root, around),
): Generator<FoundFile> {
  const isAgent = (path: string): boolean =>
    path.endsWith('.md') && placesOf(path, around).length > 0;
  for (const folder of folders)
    yield* filesBelow(folder, disk, { isAgent, isCompanion: () => false });
  for (const path of companionFilesAt(root, ['project', 'plugin'], disk))
    yield { path, isAgent: false, isCompanion: true };
}

/** Files that were named one by one, each an agent. */
export function* namedFiles(paths: Iterable<string>): Generator<FoundFile> {
  for (const path of paths) yield { path, isAgent: true, isCompanion: false };
}

interface Survey {
  /** @throws where the file cannot be read. */
  readonly read: (path: string) => string;
  /** Which agents are read ahead; the text of any other is read when it is asked for. Default: all. */
  readonly isReadAhead?: (path: string) => boolean;
  /** Where companions are entered before they are yielded. */
  readonly index?: Pick<WorkspaceIndex, 'putCompanion'>;
  /** The whole path of a file; default: the path that was found. */
  readonly wholePath?: (path: string) => string;
  /** What a companion holds, by its whole path; null where that is unknown. */
  readonly companionAt?: (path: string) => Found | null;
}

/** How many files are read in one go: about as many as are processed within some milliseconds. */
const batchSize = 32;

/**
 * The files in their order. Agents are read a batch at a time: one read after other work takes four times as long as one
 * right after another read, because the way into the kernel is cold.
 */
export function* survey(
  found: Iterable<FoundFile>,
  { read, isReadAhead = () => true, index, wholePath = (path) => path, companionAt }: Survey,
): Generator<SurveyedFile> {
  const surveyed = function* (batch: readonly SurveyedFile[]): Generator<SurveyedFile> {
    for (const file of batch) {
      if (index && companionAt && file.isCompanion) {
        const path = wholePath(file.path);
        index.putCompanion(path, companionAt(path));
      }
      yield file;
    }
  };
  let batch: SurveyedFile[] = [];
  for (const { path, isAgent, isCompanion } of found) {
    const text = isAgent && isReadAhead(path) ? readNow(path, read) : () => read(path);
    batch.push({ path, isAgent, isCompanion, text });
    if (batch.length < batchSize) continue;
    yield* surveyed(batch);
    batch = [];
  }
  yield* surveyed(batch);
}

function readNow(path: string, read: (path: string) => string): () => string {
  try {
    const text = read(path);
    return () => text;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
