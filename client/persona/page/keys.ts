// The page by keyboard: arrows among the tabs and among the blocks of the prompt.

/** Left, right, Home and End: the tab that is gone to; null for any other key. */
export function tabAt(event: KeyboardEvent, within: Element): HTMLElement | null {
  const from = event.target;
  if (!(from instanceof HTMLElement) || from.getAttribute('role') !== 'tab') return null;
  const tabs = [...within.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(from);
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: -1,
  };
  const to = places[event.key];
  return to === undefined ? null : (tabs.at(to % tabs.length) ?? null);
}

/** Up, down, Home and End: the block of the prompt that is gone to; null for any other key. */
export function blockAt(event: KeyboardEvent, prompt: HTMLElement): HTMLElement | null {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey)
    return null;
  const blocks = [...prompt.children].filter(
    (one): one is HTMLElement => one instanceof HTMLElement,
  );
  const at = blocks.indexOf(target);
  if (at < 0 && target !== prompt) return null;
  const places: Readonly<Record<string, number>> = {
    ArrowUp: Math.max(0, at - 1),
    ArrowDown: Math.min(blocks.length - 1, at + 1),
    Home: 0,
    End: blocks.length - 1,
  };
  const to = places[event.key];
  return to === undefined ? null : (blocks[to] ?? null);
}
