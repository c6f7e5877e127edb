// The declaration of a host. A host is data where possible, and code only where it behaves differently from the others (its
// reader, the resolution of tools). Rules and features read these declarations and contain no names of hosts.

import type { Message } from '../../text/message';
import type { CompanionFile, Missing } from './companion';
import type { Delegation } from './delegation';
import type { Dialect } from './dialect';
import type { DocumentKinds } from './document-kind';
import type { EditorDocument, EditorFindingKind, EditorSupport } from './editor-support';
import type { Evidence } from './evidence';
import type { GenerationMarker } from './generation-marker';
import type { LocatedFile } from './located-file';
import type { FolderSettings, Location } from './location';
import type { MentionForm } from './mention-form';
import type { LossReason } from './outcome';
import type { ReadAgent } from './reading';
import type { ReferenceKind } from './reference';
import type { Usage } from './usage';

export interface AgentStart {
  /** A command line, with `{agent}` for the name. */
  readonly command?: string;
  /** For hosts that are editors: a command of the editor, and the argument that takes the name. */
  readonly editor?: { readonly command: string; readonly argument: string };
  /** Whether an agent that users cannot select from a list can be started by its name. */
  readonly isForHidden: boolean;
  /** The mode of agents that it does not start. */
  readonly exceptMode?: string;
  readonly evidence: Evidence;
}

export interface Host {
  readonly id: string;
  /** The product name: `Claude Code`. */
  readonly name: string;
  /** The version against which the declaration was verified. */
  readonly version: string;
  /** The ISO date of that verification. */
  readonly verified: string;
  /** The npm package of the program. */
  readonly package: string;
  /**
   * The id of the host of which this is another generation, in the same folders. A profile is used only when it is requested
   * by its id or when the project uses that generation.
   */
  readonly profileOf?: string;
  /** The generation of the program, such as `1`, where several are known. */
  readonly generation?: string;
  /** How to detect the generation that a project uses, most reliable first. Only on the host that has profiles. */
  readonly generationMarkers?: readonly GenerationMarker[];
  /** The id of the host it was forked from: a file outside of all folders that fits both is attributed to the original. */
  readonly forkOf?: string;
  /** How to recognize that an author uses the program, without running anything. Absent for profiles. */
  readonly recognizedBy?: {
    /** Whether it is an editor, so that it is in use while it shows a file. */
    readonly isEditor?: true;
    /** The ids of its extensions for VS Code. */
    readonly extensions?: readonly string[];
    /** Files and folders that it creates in the home folder. */
    readonly home?: readonly string[];
    /** Files and folders that configure it in a project. */
    readonly project?: readonly string[];
    readonly evidence: Evidence;
  };
  readonly locations: readonly Location[];
  readonly folderSettings?: FolderSettings;
  /** Folders that it no longer reads. `effect` is a sentence with `{host}`. */
  readonly formerly?: readonly {
    readonly glob: string;
    readonly effect: Message;
    /** What the editor's built-in support reports about such a file. */
    readonly builtin?: EditorFindingKind;
    readonly evidence: Evidence;
  }[];
  /** Files that make their folder a plugin of this host. Agents of a plugin are loaded only where it is installed. */
  readonly pluginManifests?: { readonly files: readonly string[]; readonly evidence: Evidence };
  /** The path of an agent file in a project; `{name}` stands for its base name. */
  readonly ownFile: string;
  /** The first applies where a location names none. */
  readonly dialects: Readonly<Record<string, Dialect>>;
  /** How often authors use each value, for the order of completions. Absent where no files were counted. */
  readonly usage?: Usage;
  /** Selects the dialect by the content of the file: a key of `dialects`. */
  readonly dialectOf?: (agent: ReadAgent, place: LocatedFile) => string;
  /** The kinds of document in which it has agents. A location names the kind that it contains. */
  readonly kinds: DocumentKinds;
  /**
   * How a prompt mentions an agent so that the host itself, or the tool that it names, acts on it. Absent where none is known:
   * then `@name` is only read by the model.
   */
  readonly mentions?: readonly MentionForm[];
  /** Companion files: they define what agents refer to (MCP servers, skills), or refer to agents (settings, commands). */
  readonly companionFiles?: readonly CompanionFile[];
  /** What happens when a reference has no target. Absent for kinds of references that were not tested. */
  readonly missing?: Readonly<Partial<Record<ReferenceKind, Missing>>>;
  /**
   * What happens to an agent that settings deny or disable; `problem` is a sentence with `{agent}` and `{file}`, `here` a label
   * with `{agent}`, `effect` a sentence with `{host}`.
   */
  readonly denied?: {
    readonly problem: string;
    readonly here: string;
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** How a person starts a conversation with an agent. Absent where that was not verified. */
  readonly start?: AgentStart;
  /** How its agents may call each other. Absent where unknown. */
  readonly delegation?: Delegation;
  /** The tokens that names and descriptions of all agents may have together before the host warns; `effect` is a sentence with `{host}`. */
  readonly descriptionLimit?: {
    readonly tokens: number;
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** For hosts that are editors: their built-in support for a document. Null where there is none. */
  readonly editorSupport?: (document: EditorDocument) => EditorSupport | null;
  /** Services that also read the files in this host's project folders, without being hosts themselves. */
  readonly alsoReadBy?: readonly {
    /** Such as `GitHub's cloud agent`. */
    readonly name: string;
    /** The documented maximum length of a prompt, in UTF-16 units. */
    readonly maxPrompt: number;
    /** Whether it reads this file. */
    readonly reads: (agent: ReadAgent) => boolean;
    readonly evidence: Evidence;
  }[];
}

export type { LossReason };
