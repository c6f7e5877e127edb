// Makes one element like another by changing only what differs: what has the focus keeps it, what is typed stays, and
// nothing flickers.

/** Attributes that a person changes: they are theirs. */
const persons: ReadonlySet<string> = new Set(['open', 'value']);

/** Makes what is in `live` like what is in `next`, which is used up. */
export function patchChildren(live: Element, next: Element): void {
  const wanted = [...next.childNodes];
  for (const [n, node] of wanted.entries()) {
    const there = live.childNodes[n];
    if (!there) live.append(node);
    else if (!isAlike(there, node)) there.replaceWith(node);
    else if (there instanceof Element && node instanceof Element) patch(there, node);
    else if (there.nodeValue !== node.nodeValue) there.nodeValue = node.nodeValue;
  }
  while (live.childNodes.length > wanted.length) live.lastChild?.remove();
}

function patch(live: Element, next: Element): void {
  for (const { name, value } of next.attributes)
    if (!persons.has(name) && live.getAttribute(name) !== value) live.setAttribute(name, value);
  for (const { name } of [...live.attributes])
    if (!persons.has(name) && !next.hasAttribute(name)) live.removeAttribute(name);
  patchChildren(live, next);
}

/** Of two with different ids the one is not made into the other: it may have the focus. */
const isAlike = (one: Node, other: Node): boolean =>
  one.nodeType === other.nodeType &&
  one.nodeName === other.nodeName &&
  (!(one instanceof Element && other instanceof Element) || one.id === other.id);
