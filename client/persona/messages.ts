// What the panel and its page say to each other.

/** Kept by the page over a reload of the window. */
export interface Kept {
  readonly uri: string;
  readonly host: string | undefined;
}

export type ToPage =
  | {
      readonly type: 'show';
      readonly body: string;
      /** The prompt as VS Code rendered it: other people's HTML, which the page cleans before it shows it. */
      readonly prompt: string;
      /** 0-based line of the file at which the prompt begins. */
      readonly promptLine: number;
      /** One sentence for screen readers; told only when it changes. */
      readonly announce: string;
      readonly kept: Kept | undefined;
    }
  | { readonly type: 'caret'; readonly line: number | null };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'host'; readonly host: string }
  | { readonly type: 'reveal'; readonly line: number }
  | { readonly type: 'command'; readonly command: 'restart' | 'output' };
