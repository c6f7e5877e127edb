// Highlights the parts of the page that belong to the line of the caret.
import type { Prompt } from './prompt';

let marked: readonly Element[] = [];

/** @returns the first highlighted part, to scroll into view */
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
  for (const part of marked) if (!next.includes(part)) part.classList.remove('here');
  for (const part of next) part.classList.add('here');
  marked = next;
  return next[0] ?? null;
}

function containsLine({ dataset }: HTMLElement, line: number): boolean {
  const from = Number(dataset.line);
  return line >= from && line <= Number(dataset.to ?? from);
}
