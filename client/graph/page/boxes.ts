// The boxes and headings of the picture by their keys, and which of them the Tab key leads to.

const any = '[data-key]';

export const boxAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(any) : null;

/** Empty for none. */
export const keyOf = (box: HTMLElement | null | undefined): string => box?.dataset['key'] ?? '';

/** A key may hold any letters: it is compared and not put into a selector. */
export const boxOf = (picture: HTMLElement, key: string): HTMLElement | undefined =>
  [...picture.querySelectorAll<HTMLElement>(any)].find((one) => keyOf(one) === key);

/**
 * Only one box is a stop of the Tab key; the arrow keys go on from there.
 * @param takes whether the keys go there at once.
 * @returns the key of the box: the first one where the one asked for is not there; empty where there is none.
 */
export function stopAt(picture: HTMLElement, key: string, takes: boolean): string {
  const box = boxOf(picture, key) ?? picture.querySelector<HTMLElement>(any);
  for (const one of picture.querySelectorAll<HTMLElement>(any)) one.tabIndex = -1;
  if (!box) return '';
  box.tabIndex = 0;
  if (takes) box.focus({ preventScroll: true });
  return keyOf(box);
}
