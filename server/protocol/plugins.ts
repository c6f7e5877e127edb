// What each program loads of a plugin.

import type { ExplainedPlugin } from '../contract/library';

export type {
  ExplainedPlugin,
  PartInProgram,
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
  /** The names of the programs, by their ids. */
  readonly hostNames: Readonly<Record<string, string>>;
  /** The table in Markdown, in English. */
  readonly markdown: string;
}
