// The box that is pointed at, with the lines that begin or end there and the boxes at their other ends; the rest steps back.

/** @param key empty: nothing is pointed at. */
export function lightUp(picture: HTMLElement, key: string): void {
  const near = new Set([key]);
  let isLinked = false;
  for (const line of picture.querySelectorAll<SVGGElement>('.line')) {
    const { from = '', to = '' } = line.dataset;
    const isOwn = key !== '' && (from === key || to === key);
    line.classList.toggle('near', isOwn);
    if (!isOwn) continue;
    isLinked = true;
    near.add(from).add(to);
  }
  for (const box of picture.querySelectorAll<HTMLElement>('[data-key]'))
    box.classList.toggle('near', isLinked && near.has(box.dataset['key'] ?? ''));
  picture.classList.toggle('lit', isLinked);
}
