// What each program loads of a plugin.

import type { ExplainedPlugin, PluginFix } from '../contract/library';

export type {
  ExplainedPlugin,
  PartInProgram,
  PluginFix,
  PluginInProgram,
  PluginPart,
} from '../contract/library';

/** Command: shows the table of a plugin; menus pass the URI of a folder or of a file in it. */
export const showPluginCommand = 'dossier.showPlugin';

/** Request `dossier/plugin`: what each program loads of a plugin. Null for a folder from which none loads one. */
export const pluginMethod = 'dossier/plugin';

export interface PluginParams {
  /** The plugin's folder, or a file in it. */
  readonly uri: string;
}

export interface PluginAnswer {
  /** The folder of the plugin, as a URI. */
  readonly uri: string;
  /** Its reasons are in the language of the client. */
  readonly plugin: ExplainedPlugin;
  /** What was not read, and why parts are not loaded: sentences. */
  readonly notes: readonly string[];
  /** The names of the programs, by their ids. */
  readonly hostNames: Readonly<Record<string, string>>;
  /** The table in Markdown, in English. */
  readonly markdown: string;
}

/** Command: shows the change after which more programs load more of a plugin; menus pass a URI as for the table. */
export const fixPluginCommand = 'dossier.fixPlugin';

/** Request `dossier/pluginFix`: that change, which is not made. Its table is in the language of the client. Null where there is none. */
export const pluginFixMethod = 'dossier/pluginFix';

export type PluginFixAnswer = PluginFix | null;

/** Request `dossier/newPlugin/files`: the files of a new plugin or marketplace, and whether its name is accepted. Writes nothing. */
export const newPluginFilesMethod = 'dossier/newPlugin/files';

export interface NewPluginParams {
  /** The project, as a URI. */
  readonly folder: string;
  readonly subject: 'plugin' | 'marketplace';
  readonly name: string;
  /** Only the name is checked, as while it is typed. */
  readonly isTyped?: boolean;
}

export interface NewPluginFiles {
  /** Why they cannot be created; null where they can. */
  readonly error: string | null;
  /** The first one is to be edited. */
  readonly files: readonly {
    readonly uri: string;
    /** Relative to the project. */
    readonly path: string;
    readonly text: string;
  }[];
  /** The programs that are known to read them. */
  readonly hostNames: readonly string[];
  /** The names of the plugins in the marketplace. */
  readonly plugins: readonly string[];
  /** What is not in the marketplace, and why. */
  readonly notes: readonly string[];
}
