// What the panel and its page say to each other.
import type { Splice } from './splice';

/** Kept by the page over a reload of the window. */
export interface Kept {
  readonly uri: string;
  readonly host: string | undefined;
  /** What was asked of the permissions. */
  readonly probe: Asked | undefined;
  /** Whether the table of all hosts is open. */
  readonly fates: boolean;
}

export interface Asked {
  readonly deed: string;
  readonly subject: string;
}

/** Where the caret is; `moved` where it was put there, and did not come there by typing. */
export interface Caret {
  readonly line: number | null;
  readonly moved: boolean;
}

export type ToPage =
  | {
      readonly type: 'show';
      /** The page is to begin with nothing: what it was sent before may not have reached it. */
      readonly fresh: boolean;
      /** Every part there is, in order; parts that are not named go. */
      readonly top: readonly string[];
      readonly panel: readonly string[];
      /** The HTML of those that have changed. */
      readonly parts: Readonly<Record<string, string>>;
      /** The tab that names the panel; absent where there are no tabs. */
      readonly tab: string | undefined;
      /** The prompt, as what has changed in it; null for no change. */
      readonly prompt: Splice | null;
      /** 0-based line of the file at which the prompt begins. */
      readonly promptLine: number;
      /** One sentence for screen readers; told only when it changes. */
      readonly announce: string;
      readonly kept: Kept | undefined;
      readonly caret: number | null;
    }
  | ({ readonly type: 'caret' } & Caret)
  /** Asks for the prompt as it is shown, for a file of it. */
  | { readonly type: 'take' };

export type FromPage =
  /** With what it kept, where it was made anew. */
  | { readonly type: 'ready' }
  | { readonly type: 'host'; readonly host: string }
  | { readonly type: 'reveal'; readonly line: number }
  | { readonly type: 'open'; readonly uri: string }
  | { readonly type: 'probe'; readonly asked: Asked }
  | { readonly type: 'fates'; readonly open: boolean }
  | { readonly type: 'taken'; readonly prompt: string }
  | { readonly type: 'command'; readonly command: PageCommand };

export const pageCommands = ['restart', 'output', 'copy', 'export'] as const;
export type PageCommand = (typeof pageCommands)[number];
