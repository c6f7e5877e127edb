// What a host loads of a plugin: a folder with agents, skills, commands, hooks and MCP servers that is installed as a whole.

import type { Message } from '../../text/message';
import type { Evidence } from './evidence';

/** The files of a plugin. Paths are relative to it. */
export interface PluginFolder {
  /** The name of the folder. */
  readonly name: string;
  readonly paths: readonly string[];
  /** The text of a file; null where there is none. */
  readonly read: (path: string) => string | null;
}

/** Those of its files that a host reads before all others: its manifests. */
export type PluginManifests = Pick<PluginFolder, 'read'>;

/** The plugin in a folder around a document. */
export interface PluginAround extends PluginManifests {
  /** The paths of all its files; none where they cannot be known, or are too many. */
  readonly files: () => readonly string[];
}

/** An MCP server of a plugin, and the file that defines it. */
export interface PluginServer {
  readonly file: string;
  readonly name: string;
}

/** Where the host finds what a plugin contains. */
export interface PluginLayout {
  /** The manifest that the host reads; null where it reads none. */
  readonly manifest: string | null;
  /** The name that the host gives the plugin; null where it does not install it. */
  readonly name: string | null;
  /** What the names of its skills begin with, where that is not the name. */
  readonly prefix?: string;
  /** Why it loads nothing of it; null where it loads it. */
  readonly fault: { readonly file: string | null; readonly message: Message } | null;
  /** The files of agents, where they are not in the locations of the host. */
  readonly agents?: readonly string[];
  /** The files `SKILL.md`. */
  readonly skills: readonly string[];
  /** The files of commands, each with its name, and with what keeps it from loading, for a list. */
  readonly commands: readonly {
    readonly file: string;
    readonly name: string;
    readonly cause?: Message | null;
  }[];
  /** The files with hooks. */
  readonly hooks: readonly string[];
  readonly servers: readonly PluginServer[];
}

/** A change of a plugin's files, after which a host may load more of it. */
export interface PluginChange {
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Files that are created or replaced. */
  readonly texts: readonly { readonly file: string; readonly text: string }[];
}

/** A part that another host loads. */
export interface MissingPart {
  readonly kind: string;
  readonly file: string;
}

export interface SamePartNames {
  /** The host uses those of the kind that comes first here. Absent where it lists a skill and a command of one name. */
  readonly kinds?: readonly ('skill' | 'command')[];
  /** Which of several of one kind it uses, the first in the order of the layout. */
  readonly skill: SeveralParts;
  readonly command: SeveralParts;
  /** Skills that state one name are several of one name, whatever they are called. */
  readonly comparesStated?: true;
}

/** `either`: one of them, depending on what it reads first. */
type SeveralParts = 'first' | 'all' | 'none' | 'either';

/** How a host reads plugins. Agents of plugins are in its locations. */
export interface PluginFormat {
  /** The paths of manifests that it reads, the first first. */
  readonly manifests: readonly string[];
  /** Those of them that belong to another host: in a plugin with such a manifest, this host is a guest. */
  readonly foreignManifests?: readonly string[];
  /** The manifest that it reads of several; null where it reads none of them. */
  readonly manifestIn: (plugin: PluginManifests) => string | null;
  readonly layout: (folder: PluginFolder) => PluginLayout;
  /** The manifest that is assumed in a folder without one, so that the locations of agents apply; absent where such a folder is no plugin. */
  readonly assumed?: string;
  /** Where an agent of a project has the same form; absent where agents of plugins are in its locations, or there are none. */
  readonly agentPlace?: string;
  /** Where a skill of a project has the same form: `.claude/skills/{name}/SKILL.md`. */
  readonly skillPlace: string;
  /** The same for a command; absent where it has no commands of plugins. */
  readonly commandPlace?: string;
  /** A skill is called by the name of its folder, whatever its file states. One at the root is called by what it states. */
  readonly callsByFolder?: true;
  /** The same for a command and the name of its file. */
  readonly callsByFile?: true;
  /** What it calls a skill or command of this name. */
  readonly asId?: (name: string) => string;
  /** A skill or command with the name of the plugin is called by it alone. */
  readonly omitsSameName?: true;
  /** How it is known that a skill or command is read as the same file in a project; absent where that is not known. */
  readonly partsEvidence?: Evidence;
  /** The keys of its dialects for them, where they differ from those of a project. */
  readonly partDialects?: { readonly skill: string; readonly command: string };
  /** What happens to several skills and commands with one name. Absent where the host lists all of them. */
  readonly sameName?: SamePartNames;
  /**
   * Changes after which the host may load more, most useful first. Whether it does, and what the change costs in other hosts, is for the
   * caller to find out.
   */
  readonly changes?: (
    folder: PluginFolder,
    missing: readonly MissingPart[],
  ) => readonly PluginChange[];
  readonly evidence: Evidence;
}
