// How far a frontmatter indents by itself. An editor's tab size is about its own text: here it would move every line of a
// file that others keep at two.
import { type Slot, sketchOf } from '../agent/caret-sketch';
import type { Outline } from '../agent/outline';

const usual = 2;

/** The step that most levels below a key take, of several the first; 2 where nothing is indented. */
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
  return first?.[0] ?? usual;
}
