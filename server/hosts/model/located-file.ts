// A file in a location of a host, and the parts of its path.

import type { EntryPath } from '../../agent/entry-outline';
import type { Message } from '../../text/message';
import { endingOf, foldersBefore } from './glob';
import type { Location } from './location';
import type { PluginAround } from './plugin';
import type { DefinitionAround, RuleAround } from './tool-settings';

/** A file in one location of a host. The host's own declarations receive it; together with the host it is a `Place`. */
export interface LocatedFile {
  readonly location: Location;
  readonly role: 'owner' | 'guest';
  /** The path as given, separated by `/`. */
  readonly path: string;
  /** The path below the location's folder: `team/reviewer.md`. */
  readonly below: string;
  /** The file name without `.agent.md`, `.chatmode.md`, or else its last extension; of a file whose name is fixed, its folder. */
  readonly base: string;
  /** The file or setting that determines the host's generation. Undefined where it is assumed. */
  readonly generationBy?: Message;
  /** The version of the program that is used here, one of those that were tested. Undefined for that of the declaration. */
  readonly version?: string;
  /** The file or setting that determines that version. */
  readonly versionBy?: Message;
  /** Why the host loads nothing of the file's plugin; null where it loads it. */
  readonly fault?: () => PluginFault | null;
  /** The name of the file's plugin according to its manifest; null where it has none. */
  readonly named?: () => string | null;
  /** What the host calls this skill or command of a plugin. @param id what it calls the same file in a project */
  readonly partName?: (id: string) => string;
  /** No host reads the file here: the verdict is that for the host's own folder. */
  readonly isGuess?: true;
  /** The host used to read the folder and no longer does: nothing else is reported. */
  readonly isFormer?: true;
  /** The workspace folder or home folder whose settings add the folder of this file. */
  readonly root?: string;
  /** The agent is this entry of the configuration file at the path. */
  readonly entry?: EntryPath;
  /**
   * The plugin in a folder, which is relative to the root of the file. Undefined where the folder does not exist.
   * Absent where that cannot be known.
   */
  readonly pluginAt?: (folder: string) => PluginAround | undefined;
  /** Whether a folder above that of the file is a document of the same kind, so that the file may be one of its resources. */
  readonly isWithinAnother?: () => boolean;
  /** The fields that another file gives the agent, by their keys; null where it gives none. */
  readonly given?: () => GivenFields | null;
  /** The rules on tools that settings of the project apply to all its agents; none where they are not read. */
  readonly rulesAround?: () => readonly RuleAround[];
  /** The agents that settings of the project define and the host merges with files; none where they are not read. */
  readonly definitionsAround?: () => readonly DefinitionAround[];
  /** The plugin's manifest lists this file: its folders are not part of the agent's name. */
  readonly isListed?: true;
}

/** What is wrong with a file of a plugin. */
export interface PluginFault {
  /** Relative to the plugin: `.claude-plugin/plugin.json`. */
  readonly file: string;
  /** A sentence. */
  readonly message: Message;
  /** The folder of the plugin in which the host would read the agent. Absent where the file is to be corrected. */
  readonly agentsIn?: string | undefined;
}

export type GivenFields = Readonly<Record<string, string>>;

/** The path before the location's folder, without a slash at its end: of a project, a home folder or a plugin. */
export function rootOf({ path, location, below, root }: LocatedFile): string {
  if (root !== undefined) return root;
  const folder = path.slice(0, Math.max(0, path.length - below.length - 1));
  const own = foldersBefore(location.glob).find((one) => `/${folder}`.endsWith(`/${one}`));
  return own === undefined ? folder : folder.slice(0, Math.max(0, folder.length - own.length - 1));
}

/** The folder and its parents, each with a slash at the end: a session may be started in a parent folder. */
export function withParents(root: string): readonly string[] {
  const parts = root.split('/');
  const folders = parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`);
  return root === '' ? [''] : folders;
}

/** The path of a file that is given relative to the root of the agent: `opencode.json`. */
export const pathAround = (place: LocatedFile, file: string): string => {
  const root = rootOf(place);
  return root === '' ? file : `${root}/${file}`;
};

/** The path for messages: relative to the root, with `~` for the home folder. */
export const shortPath = (place: LocatedFile): string => {
  const root = rootOf(place);
  if (root === '') return place.path;
  const below = place.path.slice(root.length + 1);
  return place.location.scope === 'user' ? `~/${below}` : below;
};

/** As `shortPath`, but extended by parent folders where it would be equal to the short path of the other file. */
export function distinctPath(place: LocatedFile, other: LocatedFile): string {
  const short = shortPath(place);
  if (short !== shortPath(other)) return short;
  const [mine, theirs] = [place.path.split('/'), other.path.split('/')];
  let shared = 0;
  while (shared < mine.length - 1 && mine[shared] === theirs[shared]) shared++;
  const own = mine.slice(shared).join('/');
  // One root is inside the other: then the common folder is needed too.
  return own === short && shared > 0 ? mine.slice(shared - 1).join('/') : own;
}
const agentExtensions = ['.agent.md', '.chatmode.md'];

/** `.agent.md` for `reviewer.agent.md`, `.chatmode.md` for `reviewer.chatmode.md`, `.md` for `reviewer.md` and `a.b.md`. */
export function extensionOf(path: string): string {
  const name = fileName(path);
  const found = agentExtensions.find((extension) => name.endsWith(extension));
  if (found !== undefined) return found;
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot) : '';
}

/** `reviewer` for `reviewer.agent.md`, `reviewer.chatmode.md`, `reviewer.md`; `a.b` for `a.b.md`. */
export const baseName = (path: string): string => {
  const name = fileName(path);
  return name.slice(0, name.length - extensionOf(name).length);
};

/**
 * As `baseName`; `deploy` for `deploy/SKILL.md` in a location whose files all have that name, and for `deploy.prompt.md` where they all
 * have that ending.
 */
export function baseAt({ glob }: Location, path: string): string {
  const ending = endingOf(glob);
  if (ending.startsWith('/')) return path.split('/').at(-2) ?? '';
  const name = fileName(path);
  const isLong = ending.indexOf('.', 1) > 0 && name.length > ending.length;
  return isLong ? name.slice(0, -ending.length) : baseName(path);
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Whether a folder between that of the location and that of the file has a file of the same name: `review/SKILL.md` for
 * `review/examples/a/SKILL.md`.
 * @param below the path below the folder of the location
 */
export function isWithinAnother(
  path: string,
  below: string,
  has: (path: string) => boolean,
): boolean {
  const top = path.slice(0, path.length - below.length);
  const parts = below.split('/');
  const name = parts.at(-1) ?? '';
  return parts
    .slice(0, -2)
    .some((_, index) => has(`${top}${[...parts.slice(0, index + 1), name].join('/')}`));
}
