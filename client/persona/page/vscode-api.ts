// Communication with the extension, and the state that survives a reload.

import { t } from '../../l10n';
import type { FromPage, PersonaState } from '../messages';

/** State of the webview only, in addition to the state that the panel provides. */
export interface LocalState {
  readonly isUnfolded: boolean;
  readonly values: Values;
  readonly scrollTop: number;
}

/** What is restored, with the file that it belongs to. */
export interface RestoredState extends LocalState {
  readonly uri: string | undefined;
}

interface VsCodeApi {
  postMessage(message: FromPage): void;
  setState(state: unknown): void;
  getState(): unknown;
}
declare function acquireVsCodeApi(): VsCodeApi;

const host = acquireVsCodeApi();
let state: Partial<PersonaState & LocalState> = storedState();

export const post = (message: FromPage): void => host.postMessage(message);

export function saveState(more: Partial<PersonaState & LocalState>): void {
  state = { ...state, ...more };
  host.setState(state);
}

/** The stored state, validated. */
export function loadState(): RestoredState {
  const { isUnfolded, values, scrollTop, uri } = state;
  const texts = Object.entries(values ?? {}).filter(([, value]) => typeof value === 'string');
  return {
    isUnfolded: isUnfolded === true,
    values: Object.fromEntries(texts),
    scrollTop: typeof scrollTop === 'number' ? scrollTop : 0,
    uri: typeof uri === 'string' ? uri : undefined,
  };
}

function storedState(): Partial<PersonaState & LocalState> {
  const found = host.getState();
  return typeof found === 'object' && found !== null ? found : {};
}

// Shows the values that the user enters for placeholders. They do not change the file.

export type Values = Readonly<Record<string, string>>;

/** Replaces placeholders by their values, and restores placeholders without a value. */
export function fillPlaceholders(within: Iterable<Element>, values: Values): void {
  for (const root of within)
    for (const mark of marksIn(root)) {
      const name = mark.dataset.placeholder ?? '';
      const value = Object.hasOwn(values, name) ? values[name] : '';
      const shown = value || name;
      if (mark.textContent !== shown) mark.textContent = shown;
      mark.classList.toggle('filled', shown !== name);
      mark.title = shown === name ? t('Placeholder') : name;
    }
}

function marksIn(root: Element): readonly HTMLElement[] {
  const inside = [...root.querySelectorAll<HTMLElement>('mark[data-placeholder]')];
  return root instanceof HTMLElement && root.matches('mark[data-placeholder]')
    ? [root, ...inside]
    : inside;
}

/** Restores the entered values in new input fields. */
export function restoreInputs(within: Element, values: Values): void {
  for (const field of within.querySelectorAll<HTMLInputElement>('input[data-placeholder]')) {
    const name = field.dataset.placeholder ?? '';
    if (field.value === '' && Object.hasOwn(values, name)) field.value = values[name] ?? '';
  }
}
