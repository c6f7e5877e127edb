// The other side of the page, and what the page itself keeps over a reload.
import type { FromPage, Kept } from '../messages';
import type { Values } from './fill';

/** What a person did in the page, beside what the panel keeps of it. */
export interface Own {
  readonly unfolded: boolean;
  readonly values: Values;
  readonly scrolled: number;
}

interface Host {
  postMessage(message: FromPage): void;
  setState(state: unknown): void;
  getState(): unknown;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
let state: Partial<Kept & Own> = known();

export const tell = (message: FromPage): void => host.postMessage(message);

export function keep(more: Partial<Kept & Own>): void {
  state = { ...state, ...more };
  host.setState(state);
}

/** What was kept, as far as it is what it should be. */
export function kept(): Own {
  const { unfolded, values, scrolled } = state;
  const texts = Object.entries(values ?? {}).filter(([, value]) => typeof value === 'string');
  return {
    unfolded: unfolded === true,
    values: Object.fromEntries(texts),
    scrolled: typeof scrolled === 'number' ? scrolled : 0,
  };
}

function known(): Partial<Kept & Own> {
  const found = host.getState();
  return typeof found === 'object' && found !== null ? found : {};
}
