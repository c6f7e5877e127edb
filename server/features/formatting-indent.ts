// The indentation that a frontmatter already uses. The tab size of the editor is not used, as it would move every line of files
// that are indented by two spaces.
import { type Slot, sketchOf } from '../agent/caret-sketch';
import type { Outline } from '../agent/outline';

const defaultIndent = 2;

/** The most common indentation below a key in spaces, the first of several; 2 where nothing is indented. */
export function ownIndent(outline: Outline): number {
  const seen = new Set<Slot['level']>();
  const counts = new Map<number, number>();
  for (const { level, indent } of sketchOf(outline).slots) {
    if (seen.has(level) || !level.owner?.key) continue;
    seen.add(level);
    const step = indent - level.owner.indent;
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? defaultIndent;
}
