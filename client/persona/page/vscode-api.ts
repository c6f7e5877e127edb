// Communication with the extension, and the state that survives a reload.
import type { FromPage, PersonaState } from '../messages';
import type { Values } from './placeholders';

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
