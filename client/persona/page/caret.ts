// Marks what is said in the line that the caret is in.
import type { Prompt } from './prompt';

let marked: readonly Element[] = [];

/** @returns the first of the marked parts that a person would want to see. */
export function markCaret(within: Element, prompt: Prompt, line: number | null): Element | null {
  const parts =
    line === null
      ? []
      : [...within.querySelectorAll<HTMLElement>('[data-line]:not(.plainly)')].filter((part) =>
          holds(part, line),
        );
  const block = line === null ? null : prompt.blockAt(line);
  const next: readonly Element[] = block ? [...parts, block] : parts;
  for (const part of marked) if (!next.includes(part)) part.classList.remove('here');
  for (const part of next) part.classList.add('here');
  marked = next;
  return next[0] ?? null;
}

function holds({ dataset }: HTMLElement, line: number): boolean {
  const from = Number(dataset.line);
  return line >= from && line <= Number(dataset.to ?? from);
}
