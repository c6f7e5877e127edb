// Finds the boxes and headings of the graph by key, makes one of them the tab stop, and highlights one with its links.

const boxSelector = '[data-key]';

export const boxAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(boxSelector) : null;

/** The key of the box; empty if there is none. */
export const keyOf = (box: HTMLElement | null | undefined): string => box?.dataset['key'] ?? '';

/** Compares the keys, because a key can contain characters that are special in selectors. */
export const boxOf = (picture: HTMLElement, key: string): HTMLElement | undefined =>
  [...picture.querySelectorAll<HTMLElement>(boxSelector)].find((one) => keyOf(one) === key);

/**
 * Makes a box the only tab stop (roving tabindex). The arrow keys move from there.
 * @param shouldFocus whether to focus the box
 * @returns the key of the box, or of the first box if the requested one does not exist; empty if there are no boxes
 */
export function setTabStop(picture: HTMLElement, key: string, shouldFocus: boolean): string {
  const box = boxOf(picture, key) ?? picture.querySelector<HTMLElement>(boxSelector);
  for (const one of picture.querySelectorAll<HTMLElement>(boxSelector)) one.tabIndex = -1;
  if (!box) return '';
  box.tabIndex = 0;
  if (shouldFocus) box.focus({ preventScroll: true });
  return keyOf(box);
}

/**
 * Highlights a box with its links and linked boxes, and dims the rest.
 * @param key key of the box; empty to remove the highlight
 */
export function highlight(picture: HTMLElement, key: string): void {
  const related = new Set([key]);
  let isLinked = false;
  for (const line of picture.querySelectorAll<SVGGElement>('.line')) {
    const { from = '', to = '' } = line.dataset;
    const isOfBox = key !== '' && (from === key || to === key);
    line.classList.toggle('related', isOfBox);
    if (!isOfBox) continue;
    isLinked = true;
    related.add(from).add(to);
  }
  for (const box of picture.querySelectorAll<HTMLElement>('[data-key]'))
    box.classList.toggle('related', isLinked && related.has(box.dataset['key'] ?? ''));
  picture.classList.toggle('highlighted', isLinked);
}
