// For each open document: which of its findings are shown now, and what the verdict surfaces (persona, lens, inlay hints,
// colors, status) show while a line is half typed: the last state in which no finding was held back.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnose } from '../features/diagnostics';
import { type Phase, settleFindings } from '../features/settling';
import type { View } from '../features/view';
import { unmergedFindings } from '../rules/merge-findings';
import type { Finding } from '../rules/rule';
import { shifted, type TextChange } from '../text/shift-offset';
import type { Edits } from './edits';

export interface Settled {
  /** To be published. */
  readonly findings: readonly Finding[];
  /** Those, and the ones that wait. */
  readonly all: readonly Finding[];
  /** Some wait: there is to be another look after a pause. */
  readonly isWaiting: boolean;
  /** What the verdict surfaces show. */
  readonly view: View;
  /** That view is of an older text. */
  readonly isOlder: boolean;
  /** An offset of that view in the text of today; null where the text there was replaced. */
  readonly toNow: (offset: number) => number | null;
}

export interface Settler {
  /** Pure for one view and phase: asked by any request, in any order. */
  readonly of: (document: TextDocument, view: View) => Settled;
  /** The document was edited. To be called before anything is asked of its new version. */
  readonly edited: (uri: string) => void;
  /** Nobody types any more: it was opened or saved. */
  readonly settle: (uri: string) => void;
  /** The verdict surfaces were last shown an older view. */
  readonly showsOlder: (uri: string) => boolean;
  /** Typing has paused. @returns false where nothing can have changed by it. */
  readonly pause: (uri: string) => boolean;
  readonly forget: (uri: string) => void;
}

/** More edits in one unfinished line are not carried over: then the surfaces show the text of today. */
const mostChanges = 2000;

interface State {
  phase: Phase;
  /** The findings that were shown last, and the edits since. */
  shown: readonly Finding[];
  sinceShown: TextChange[];
  /** The last view without findings that wait, and the edits since. */
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
    edited(uri) {
      const change = edits.lastOf(uri)?.change;
      const state = stateOf(uri);
      if (!change) {
        state.phase = 'settled';
        return;
      }
      state.phase = 'typing';
      state.sinceShown.push(change);
      state.sinceSettled.push(change);
    },
    settle(uri) {
      stateOf(uri).phase = 'settled';
    },
    showsOlder: (uri) => states.get(uri)?.answer?.settled.isOlder ?? false,
    pause(uri) {
      const state = states.get(uri);
      if (state?.phase !== 'typing') return false;
      state.phase = 'paused';
      return true;
    },
    forget: (uri) => void states.delete(uri),
    of(document, view) {
      const state = stateOf(document.uri);
      const { answer, phase } = state;
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
  // The surfaces follow the prompt at every key: what is written there changes no verdict.
  const isPrompt = change !== null && change.start >= view.outline.body.start;
  if (held.length === 0 || isPrompt || state.sinceSettled.length > mostChanges) {
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

/** Same rule, host and words at the same place; a place that was typed over counts as the same. */
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

const keyOf = ({ rule, host, message }: Finding): string => `${rule}\n${host}\n${message}`;
