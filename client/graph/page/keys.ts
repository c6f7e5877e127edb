// Handles the keyboard: moving between boxes, panning, zooming and searching.

import { type Box, type Direction, nearest } from '../geometry';
import { keyOf } from './boxes';
import type { Viewport } from './viewport';

export interface KeyboardContext {
  readonly search: HTMLInputElement;
  readonly picture: HTMLElement;
  readonly viewport: Viewport;
  readonly places: () => ReadonlyMap<string, Box>;
  /** The key of the box that is the tab stop. */
  readonly current: () => string;
  /** Makes a box the tab stop and focuses it. */
  readonly focusBox: (key: string) => void;
  /** Called when the search text has changed. */
  readonly onSearch: () => void;
  readonly fitGraph: () => void;
  /** Whether keys without a modifier zoom and search, which speech input can trigger by accident. */
  readonly hasSingleKeys: () => boolean;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const panSteps: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [64, 0],
  right: [-64, 0],
  up: [0, 64],
  down: [0, -64],
};

export function handleKeys(context: KeyboardContext): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isHandled =
      event.target === context.search
        ? handleSearchKey(event, context)
        : handleGraphKey(event, context);
    if (isHandled) event.preventDefault();
  });
}

function handleSearchKey(
  { key }: KeyboardEvent,
  { search, picture, current, focusBox, onSearch }: KeyboardContext,
): boolean {
  if (key === 'ArrowDown' || key === 'Enter') {
    focusBox(keyOf(picture.querySelector<HTMLElement>('.found')) || current());
    return true;
  }
  if (key !== 'Escape' || search.value === '') return false;
  search.value = '';
  onSearch();
  return true;
}

function handleGraphKey({ key, shiftKey }: KeyboardEvent, context: KeyboardContext): boolean {
  const { viewport, search, fitGraph, hasSingleKeys } = context;
  const direction = directions[key];
  if (direction && shiftKey) viewport.pan(...panSteps[direction]);
  else if (direction) moveFocus(direction, context);
  else if (!hasSingleKeys()) return false;
  else if (key === '+' || key === '=') viewport.zoom(1.25);
  else if (key === '-') viewport.zoom(0.8);
  else if (key === '0') fitGraph();
  else if (key === '/') search.focus();
  else return false;
  return true;
}

function moveFocus(
  direction: Direction,
  { places, picture, current, focusBox }: KeyboardContext,
): void {
  const boxes = places();
  const from = boxes.get(current());
  const isInGraph = from !== undefined && picture.contains(document.activeElement);
  const next = isInGraph ? nearest(from, boxes, direction) : current();
  if (next !== undefined) focusBox(next);
}
