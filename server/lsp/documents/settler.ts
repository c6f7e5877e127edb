// Determines for each open document which findings are shown now, and what the verdict surfaces (persona,
// lens, inlay hints, colors, status) show while a line is being typed: the last state in which no finding was
// withheld. A configuration that cannot be read while it is typed has the agents that it had before.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnose } from '../../features/diagnostics';
import { type Phase, settleFindings } from '../../features/view/settling';
import type { View } from '../../features/view/view';
import { unmergedFindings } from '../../rules/merge-findings';
import type { Finding } from '../../rules/rule';
import { shifted, type TextChange } from '../../text/edit';
import { english } from '../../text/translate';
import type { Edits } from './edits';

export interface Settled {
  /** The findings to publish. */
  readonly findings: readonly Finding[];
  /** All findings, including those that are withheld. */
  readonly all: readonly Finding[];
  /** Whether findings are withheld, so that the document has to be checked again after a pause. */
  readonly isWaiting: boolean;
  /** The view that the verdict surfaces show. */
  readonly view: View;
  /** Whether that view belongs to an older version of the text. */
  readonly isOlder: boolean;
  /** Maps an offset in that view to the current text. Returns null if the text there was replaced. */
  readonly toNow: (offset: number) => number | null;
}

export interface Settler {
  /** Has no side effects for a given view and phase, so requests may call it in any order. */
  readonly of: (document: TextDocument, view: View) => Settled;
  /** Called when the document was edited, before any query about the new version. */
  readonly edited: (document: TextDocument) => void;
  /** Whether a long text was edited and has not been judged since: what is shown is that of the text before. */
  readonly isBehind: (uri: string) => boolean;
  /** Called when a long text is to be judged. */
  readonly catchUp: (uri: string) => void;
  /** Called when the client gets edits that were not typed: the next change of the document is not the start of a word. */
  readonly expectEdits: (uri: string) => void;
  /** Called when the document was opened or saved, so typing is finished. */
  readonly settle: (uri: string) => void;
  /** Whether the last edit was typed and typing has not paused. */
  readonly isTyping: (uri: string) => boolean;
  /** Whether the verdict surfaces last showed an older view. */
  readonly showsOlder: (uri: string) => boolean;
  /**
   * Called when typing has paused.
   * @returns false if nothing can have changed.
   */
  readonly pause: (uri: string) => boolean;
  readonly forget: (uri: string) => void;
}

/**
 * If an unfinished line has more edits than this, offsets are not mapped and the surfaces show the current
 * text.
 */
const mostChanges = 2000;

/** In characters. A longer text is not judged at each key: for a megabyte, that takes more than 30 ms. */
const longText = 200_000;

interface State {
  phase: Phase;
  /** See `isBehind`. */
  isBehind: boolean;
  /** Whether the next change was computed and not typed. */
  isExpecting: boolean;
  /** The findings that were last shown, and the edits since then. */
  shown: readonly Finding[];
  sinceShown: TextChange[];
  /** The last view without withheld findings, and the edits since then. */
  settled: View | null;
  sinceSettled: TextChange[];
  answer: { readonly view: View; readonly phase: Phase; readonly settled: Settled } | null;
}

export function settlerOf(edits: Edits): Settler {
  const states = new Map<string, State>();
  const stateOf = (uri: string): State => {
    const known = states.get(uri);
    if (known) return known;
    const state: State = {
      phase: 'settled',
      isBehind: false,
      isExpecting: false,
      shown: [],
      sinceShown: [],
      settled: null,
      sinceSettled: [],
      answer: null,
    };
    states.set(uri, state);
    return state;
  };
  return {
    edited(document) {
      const { uri } = document;
      const change = edits.lastOf(uri)?.change;
      const state = stateOf(uri);
      if (!change) {
        state.phase = 'settled';
        state.isBehind = false;
        return;
      }
      state.phase = state.isExpecting ? 'settled' : 'typing';
      state.isBehind =
        state.phase === 'typing' && state.answer !== null && document.getText().length > longText;
      state.isExpecting = false;
      state.sinceShown.push(change);
      state.sinceSettled.push(change);
    },
    expectEdits(uri) {
      stateOf(uri).isExpecting = true;
    },
    isBehind: (uri) => states.get(uri)?.isBehind ?? false,
    catchUp(uri) {
      stateOf(uri).isBehind = false;
    },
    settle(uri) {
      const state = stateOf(uri);
      state.phase = 'settled';
      state.isBehind = false;
    },
    isTyping: (uri) => states.get(uri)?.phase === 'typing',
    showsOlder(uri) {
      const state = states.get(uri);
      return state !== undefined && (state.isBehind || (state.answer?.settled.isOlder ?? false));
    },
    pause(uri) {
      const state = states.get(uri);
      if (state?.phase !== 'typing') return false;
      state.phase = 'paused';
      state.isBehind = false;
      return true;
    },
    forget: (uri) => void states.delete(uri),
    of(document, view) {
      const state = stateOf(document.uri);
      const { answer, phase } = state;
      if (state.isBehind && answer) return shownBehind(state, answer.settled, view);
      if (answer?.view === view && answer.phase === phase) return answer.settled;
      const settled = look(state, view, edits.lastOf(document.uri)?.change ?? null);
      state.answer = { view, phase, settled };
      return settled;
    },
  };
}

function look(state: State, view: View, change: TextChange | null): Settled {
  const all = diagnose(view);
  const { shown, held } = settleFindings(view, all, {
    phase: change ? state.phase : 'settled',
    edit: change
      ? { start: change.start, end: change.start + change.length }
      : { start: 0, end: 0 },
    wasShown: shownBefore(state.shown, state.sinceShown),
  });
  state.shown = shown;
  state.sinceShown = [];
  // The surfaces are updated at every edit of the prompt, because the prompt does not affect verdicts. A configuration file has none.
  // What follows an open frontmatter may still become a part of it.
  const { opening, closing, body } = view.outline;
  const { start, end } = body;
  const isPrompt =
    change !== null &&
    view.places.length > 0 &&
    (opening === null || closing !== null) &&
    start < end &&
    change.start >= start &&
    change.start <= end;
  const isSettled = (held.length === 0 && !isHalfTyped(state, view)) || isPrompt;
  if (isSettled || state.sinceSettled.length > mostChanges) {
    state.settled = view;
    state.sinceSettled = [];
  }
  const changes = [...state.sinceSettled];
  const older = state.settled !== view ? state.settled : null;
  return {
    findings: shown,
    all,
    isWaiting: held.length > 0,
    view: older ?? view,
    isOlder: older !== null,
    toNow: older ? (offset) => shifted(offset, changes) : (offset) => offset,
  };
}

/** A long text is being typed: nothing is published until it has been judged. */
function shownBehind({ settled, sinceSettled }: State, { all }: Settled, view: View): Settled {
  const changes = [...sinceSettled];
  const isOlder = settled !== null && changes.length <= mostChanges;
  return {
    findings: [],
    all,
    isWaiting: true,
    view: isOlder ? settled : view,
    isOlder,
    toNow: isOlder ? (offset) => shifted(offset, changes) : (offset) => offset,
  };
}

/** Whether a configuration cannot be read since it was edited, so that none of its agents is known. */
const isHalfTyped = ({ settled, phase }: State, view: View): boolean =>
  phase !== 'settled' &&
  settled !== null &&
  view.entries().length === 0 &&
  view.companionNames() === null &&
  settled.entries().length > 0;

/**
 * Returns whether a finding was shown before, with the same rule, host and message at the same place. A place
 * that was overwritten counts as the same.
 */
function shownBefore(
  shown: readonly Finding[],
  changes: readonly TextChange[],
): (finding: Finding) => boolean {
  if (shown.length === 0) return () => false;
  const placesBy = new Map<string, (number | null)[]>();
  for (const finding of unmergedFindings(shown)) {
    const place = finding.span ? shifted(finding.span.start, changes) : 0;
    placesBy.set(keyOf(finding), [...(placesBy.get(keyOf(finding)) ?? []), place]);
  }
  return (finding) => {
    const places = placesBy.get(keyOf(finding));
    return places?.some((place) => place === null || place === (finding.span?.start ?? 0)) ?? false;
  };
}

const keyOf = ({ rule, host, message }: Finding): string => `${rule}\n${host}\n${english(message)}`;
