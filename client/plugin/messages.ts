// Messages between the panel of a plugin and its webview.
import type { PluginAnswer } from '../../server/protocol/protocol';

export type ToPage =
  | { readonly type: 'plugin'; readonly answer: PluginAnswer }
  | { readonly type: 'failed'; readonly message: string };

export type FromPage =
  | { readonly type: 'ready' }
  /** A file of the plugin. */
  | { readonly type: 'open'; readonly file: string }
  | { readonly type: 'copy' };

/** Webview state that survives a reload of the window. */
export interface PluginState {
  /** The folder of the plugin. */
  readonly uri: string;
}
