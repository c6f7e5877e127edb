// Messages between the persona panel and its webview.
import type { CaretPosition } from '../../server/protocol/protocol';
import type { Splice } from './splice';

/** State that the webview stores, so that it survives a reload of the window. */
export interface PersonaState {
  readonly uri: string;
  readonly host: string | undefined;
  /** Where the agent is, in a file with several. */
  readonly at: CaretPosition | undefined;
  /** The permission query. */
  readonly probe: ProbeQuery | undefined;
  /** The call of a skill or command that is tried. */
  readonly call: string | undefined;
  /** Whether the comparison of all hosts is expanded. */
  readonly isComparing: boolean;
  /** Whether the file is shown as if it were in the folder of the host. */
  readonly isAssumed: boolean;
  /** Whether the page stays with its document when another editor becomes active. */
  readonly isLocked: boolean;
}

export interface ProbeQuery {
  readonly purpose: string;
  readonly subject: string;
}

/** Position of the caret. `moved` is false if it moved by typing. */
export interface Caret {
  readonly line: number | null;
  readonly isMovedByUser: boolean;
}

export type ToPage =
  | {
      readonly type: 'show';
      /** Whether the page must discard its content, because earlier messages may not have arrived. */
      readonly isFresh: boolean;
      /** Names of all parts in display order. Other parts are removed. */
      readonly top: readonly string[];
      readonly panel: readonly string[];
      /** HTML of the changed parts by name. */
      readonly parts: Readonly<Record<string, string>>;
      /** ID of the tab that labels the panel; undefined if there are no tabs. */
      readonly tab: string | undefined;
      /** The change of the prompt; null if it is unchanged. */
      readonly prompt: Splice | null;
      /** 0-based line of the file where the prompt starts; -1 without a prompt. */
      readonly promptLine: number;
      /** Sentence for screen readers, announced when it changes. */
      readonly announce: string;
      readonly state: PersonaState | undefined;
      readonly caret: number | null;
    }
  | ({ readonly type: 'caret' } & Caret)
  /** Requests that the page takes the focus. */
  | { readonly type: 'focus' }
  /** Expands the comparison of all hosts and scrolls to it. The page answers with `compare`. */
  | { readonly type: 'openComparison' }
  /** Requests the rendered prompt for an export. */
  | { readonly type: 'requestPrompt' };

export type FromPage =
  /** The script has loaded and can receive messages. */
  | { readonly type: 'ready' }
  | { readonly type: 'host'; readonly host: string }
  | { readonly type: 'reveal'; readonly line: number }
  | { readonly type: 'open'; readonly uri: string }
  | { readonly type: 'probe'; readonly query: ProbeQuery }
  | { readonly type: 'call'; readonly typed: string }
  | { readonly type: 'compare'; readonly isOpen: boolean }
  | { readonly type: 'setTool'; readonly tool: string; readonly isGranted: boolean }
  /** The index of a finding of the shown host, and the title of its fix, which identifies it if the view has changed since. */
  | { readonly type: 'fix'; readonly finding: number; readonly title: string }
  | { readonly type: 'newVersion'; readonly host: string }
  | { readonly type: 'renderedPrompt'; readonly prompt: string }
  | { readonly type: 'command'; readonly command: PageCommand };

export const pageCommands = [
  'restart',
  'output',
  'copy',
  'export',
  'lock',
  'source',
  'configureTools',
  'configureCopies',
  'undo',
  'redo',
  'openChat',
  'copyCommand',
] as const;
export type PageCommand = (typeof pageCommands)[number];
