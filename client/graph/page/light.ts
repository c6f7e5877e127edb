// Highlights a box with its links and linked boxes, and dims the rest.

/** @param key key of the box; empty to remove the highlight */
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
