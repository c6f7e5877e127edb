// Messages between the graph panel and its webview.
import type { Graph } from '../../server/protocol/protocol';

/** Webview state that survives a reload of the window. */
export interface GraphState {
  /** Names of the folders that the user has collapsed and expanded. */
  readonly collapsed: readonly string[];
  readonly expanded: readonly string[];
  readonly query: string;
  readonly camera: Camera | null;
}

/** Position of the graph in CSS pixels of the webview, and its zoom. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export type ToPage =
  /** `hasSingleKeys`: keys without a modifier zoom and search. */
  | { readonly type: 'graph'; readonly graph: Graph; readonly hasSingleKeys: boolean }
  | { readonly type: 'failed'; readonly message: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly uri: string }
  /** The graph as text, for the clipboard. */
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'command'; readonly command: 'restart' | 'output' };
