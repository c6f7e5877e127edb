// The keys of the page: from box to box, nearer and further, and to the search.

import { type Direction, nearest } from '../nearest';
import type { Box } from '../sizes';
import { keyOf } from './boxes';
import type { Eye } from './eye';

export interface Keyed {
  readonly search: HTMLInputElement;
  readonly picture: HTMLElement;
  readonly eye: Eye;
  readonly places: () => ReadonlyMap<string, Box>;
  /** The box that Tab leads to. */
  readonly current: () => string;
  /** Goes to a box. */
  readonly stop: (key: string) => void;
  /** The text of the search is another. */
  readonly searched: () => void;
  readonly whole: () => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const steps: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [64, 0],
  right: [-64, 0],
  up: [0, 64],
  down: [0, -64],
};

export function handleKeys(keyed: Keyed): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isDone = event.target === keyed.search ? inSearch(event, keyed) : outside(event, keyed);
    if (isDone) event.preventDefault();
  });
}

function inSearch(
  { key }: KeyboardEvent,
  { search, picture, current, stop, searched }: Keyed,
): boolean {
  if (key === 'ArrowDown' || key === 'Enter') {
    stop(keyOf(picture.querySelector<HTMLElement>('.found')) || current());
    return true;
  }
  if (key !== 'Escape' || search.value === '') return false;
  search.value = '';
  searched();
  return true;
}

function outside({ key, shiftKey }: KeyboardEvent, keyed: Keyed): boolean {
  const { eye, search, whole } = keyed;
  const direction = directions[key];
  if (direction && shiftKey) eye.pan(...steps[direction]);
  else if (direction) walk(direction, keyed);
  else if (key === '+' || key === '=') eye.zoom(1.25);
  else if (key === '-') eye.zoom(0.8);
  else if (key === '0') whole();
  else if (key === '/') search.focus();
  else return false;
  return true;
}

function walk(direction: Direction, { places, picture, current, stop }: Keyed): void {
  const all = places();
  const from = all.get(current());
  const isThere = from !== undefined && picture.contains(document.activeElement);
  const next = isThere ? nearest(from, all, direction) : current();
  if (next !== undefined) stop(next);
}
