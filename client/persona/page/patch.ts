// Updates an element to match another one by changing only the differences, so that the focus and entered text are kept and
// nothing flickers.

/** Attributes that the user changes. They are not updated. */
const userAttributes: ReadonlySet<string> = new Set(['open', 'value']);

/** Updates the children of `live` to match those of `next`. Moves nodes out of `next`. */
export function patchChildren(live: Element, next: Element): void {
  const nodes = [...next.childNodes];
  for (const [n, node] of nodes.entries()) {
    const existing = live.childNodes[n];
    if (!existing) live.append(node);
    else if (!canPatch(existing, node)) existing.replaceWith(node);
    else if (existing instanceof Element && node instanceof Element) patch(existing, node);
    else if (existing.nodeValue !== node.nodeValue) existing.nodeValue = node.nodeValue;
  }
  while (live.childNodes.length > nodes.length) live.lastChild?.remove();
}

function patch(live: Element, next: Element): void {
  for (const { name, value } of next.attributes)
    if (!userAttributes.has(name) && live.getAttribute(name) !== value)
      live.setAttribute(name, value);
  for (const { name } of [...live.attributes])
    if (!userAttributes.has(name) && !next.hasAttribute(name)) live.removeAttribute(name);
  patchChildren(live, next);
}

/** Elements with different IDs are replaced instead of patched, because one of them may have the focus. */
const canPatch = (one: Node, other: Node): boolean =>
  one.nodeType === other.nodeType &&
  one.nodeName === other.nodeName &&
  (!(one instanceof Element && other instanceof Element) || one.id === other.id);
