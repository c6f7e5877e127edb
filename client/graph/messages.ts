// What the panel with the graph and its page say to each other.
import type { Graph } from '../../server/protocol';

/** Kept by the page over a reload of the window. */
export interface Kept {
  /** Names of folders, as their agents' author has opened and closed them. */
  readonly closed: readonly string[];
  readonly opened: readonly string[];
  readonly query: string;
  readonly camera: Camera | null;
}

/** Where the picture lies below the window, in the page's pixels, and how large it is. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export type ToPage =
  | { readonly type: 'graph'; readonly graph: Graph }
  | { readonly type: 'failed'; readonly message: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly uri: string }
  | { readonly type: 'command'; readonly command: 'restart' | 'output' };
