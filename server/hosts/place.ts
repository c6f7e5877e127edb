// Where a file lies, as the hosts see it: which of their locations it is in, and who owns that location.
import { foldersOf } from './glob';
import type { Host, Location } from './host';

/** A file in one location of one host. */
export interface Place {
  readonly host: Host;
  readonly location: Location;
  readonly role: 'owner' | 'guest';
  /** As given, with `/` between the parts. */
  readonly path: string;
  /** The part of the path below the folder that the location names: `team/reviewer.md`. */
  readonly below: string;
  /** The file's name without the endings that hosts strip (`.agent.md`, `.chatmode.md`, else the last). */
  readonly base: string;
  /** What says that this generation of the host is in use: a file, or a setting. Undefined where nothing does. */
  readonly generationBy?: string;
  /** Why the host loads nothing that lies beside such a manifest; completes "its manifest ...". Null for one that it takes. */
  readonly fault?: () => string | null;
  /** What the file beside which the location counts (a plugin's manifest) calls the whole; null where it gives no name. */
  readonly named?: () => string | null;
  /** No host reads the file here: it is judged as if it were in the host's own folder. */
  readonly isGuess?: true;
  /** Of a guess: why the author probably meant the file to be read where it is. Null where nothing suggests it. */
  readonly unread?: () => Unread | null;
  /** The host read the folder once: that it does no more is all there is to report. */
  readonly isFormer?: true;
  /** The workspace folder or home whose settings name the folder of this file. */
  readonly root?: string;
  /** That file names this one: the folders that it lies in are no part of what it is called. */
  readonly isListed?: true;
}

/** Why a file outside all folders of agents was probably meant to be read. */
export interface Unread {
  readonly host: Host;
  /** The entry of the host's folder setting that matches the file and that the host skips; null where there is none. */
  readonly skippedEntry: string | null;
}

/** What stands before the folder of the location, without a slash at its end: a project, a home, a plugin. */
export function rootOf({ path, location, below, root }: Place): string {
  if (root !== undefined) return root;
  const folder = path.slice(0, Math.max(0, path.length - below.length - 1));
  const own = foldersOf(location.glob).find((one) => `/${folder}`.endsWith(`/${one}`));
  return own === undefined ? folder : folder.slice(0, Math.max(0, folder.length - own.length - 1));
}

/** The path as people say it: without the root, and with `~` for a user's home. */
export const shortPath = (place: Place): string => {
  const root = rootOf(place);
  if (root === '') return place.path;
  const below = place.path.slice(root.length + 1);
  return place.location.scope === 'user' ? `~/${below}` : below;
};

/** The hosts that read the file where it is. */
export const readersAmong = (places: readonly Place[]): readonly Host[] =>
  places.flatMap(({ host, isGuess }) => (isGuess ? [] : [host]));

/**
 * As `shortPath`, told apart from the path of another file: with the folders in which the two differ, or with the one that
 * holds both.
 */
export function pathBeside(place: Place, other: Place): string {
  const short = shortPath(place);
  if (short !== shortPath(other)) return short;
  const [mine, theirs] = [place.path.split('/'), other.path.split('/')];
  let shared = 0;
  while (shared < mine.length - 1 && mine[shared] === theirs[shared]) shared++;
  const own = mine.slice(shared).join('/');
  // One root lies in the other: its own path says no more than the short one.
  return own === short && shared > 0 ? mine.slice(shared - 1).join('/') : own;
}

const agentEndings = ['.agent.md', '.chatmode.md'];

/** `reviewer` for `reviewer.agent.md`, `reviewer.chatmode.md`, `reviewer.md`; `a.b` for `a.b.md`. */
export function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const ending of agentEndings)
    if (name.endsWith(ending)) return name.slice(0, -ending.length);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
