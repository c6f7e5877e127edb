// Messages between the panel of a plugin and its webview.
import type { PluginAnswer, PluginFixAnswer } from '../../server/protocol/protocol';

export type ToPage =
  /** `fix`: the change to decide on; null where there is none, and undefined where none was looked for. */
  | { readonly type: 'plugin'; readonly answer: PluginAnswer; readonly fix?: PluginFixAnswer }
  | { readonly type: 'failed'; readonly message: string };

export type FromPage =
  | { readonly type: 'ready' }
  /** A file of the plugin. */
  | { readonly type: 'open'; readonly file: string }
  | { readonly type: 'copy' }
  /** Looks for a change after which programs load more, makes the one that is shown, or hides it. */
  | { readonly type: 'fix' | 'apply' | 'cancel' };

/** Webview state that survives a reload of the window. */
export interface PluginState {
  /** The folder of the plugin. */
  readonly uri: string;
}
