// Keyboard navigation among the tabs and among the blocks of the prompt, and the highlight of the line with the caret.
import type { Prompt } from './prompt';

/** The tab to move to, for the left and right arrow keys, Home and End; null for other keys. */
export function tabAt(event: KeyboardEvent, within: Element): HTMLElement | null {
  const from = event.target;
  if (!(from instanceof HTMLElement) || from.getAttribute('role') !== 'tab') return null;
  const tabs = [...within.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(from);
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: -1,
  };
  const to = targets[event.key];
  return to === undefined ? null : (tabs.at(to % tabs.length) ?? null);
}

/** The block of the prompt to move to, for the up and down arrow keys, Home and End; null for other keys. */
export function blockAt(event: KeyboardEvent, prompt: HTMLElement): HTMLElement | null {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey)
    return null;
  const blocks = [...prompt.children].filter(
    (one): one is HTMLElement => one instanceof HTMLElement,
  );
  const at = blocks.indexOf(target);
  if (at < 0 && target !== prompt) return null;
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: Math.max(0, at - 1),
    ArrowDown: Math.min(blocks.length - 1, at + 1),
    Home: 0,
    End: blocks.length - 1,
  };
  const to = targets[event.key];
  return to === undefined ? null : (blocks[to] ?? null);
}

let marked: readonly Element[] = [];

/**
 * Highlights the parts of the page that belong to the line of the caret.
 * @returns the first highlighted part, to scroll into view
 */
export function highlightLine(
  within: Element,
  prompt: Prompt,
  line: number | null,
): Element | null {
  const parts =
    line === null
      ? []
      : [...within.querySelectorAll<HTMLElement>('[data-line]:not(.no-highlight)')].filter((part) =>
          containsLine(part, line),
        );
  const block = line === null ? null : prompt.blockAt(line);
  const next: readonly Element[] = block ? [...parts, block] : parts;
  for (const part of marked) if (!next.includes(part)) part.classList.remove('at-caret');
  for (const part of next) part.classList.add('at-caret');
  marked = next;
  return next[0] ?? null;
}

function containsLine({ dataset }: HTMLElement, line: number): boolean {
  const from = Number(dataset.line);
  return line >= from && line <= Number(dataset.to ?? from);
}
