// Moving a file to where a host reads it.
import type { Finding } from '../rules/rule';
import { diagnose } from './diagnostics';
import type { View } from './view';

export interface Move {
  readonly title: string;
  readonly finding: Finding;
  /** A path as that of the view. */
  readonly to: string;
}

/** Each place once. */
export function movesOf(view: View): readonly Move[] {
  const moves = new Map<string, Move>();
  for (const finding of diagnose(view)) {
    const { moveTo } = finding;
    if (moveTo === undefined || moves.has(moveTo)) continue;
    moves.set(moveTo, { title: moveTitle(view, moveTo), finding, to: moveTo });
  }
  return [...moves.values()];
}

/** `Move it to .github/agents/reviewer.agent.md`: from the folder on in which the two begin to differ. */
export function moveTitle({ path, places }: View, to: string): string {
  const from = (places[0]?.path ?? path).split('/');
  const parts = to.split('/');
  let same = 0;
  while (same < parts.length - 1 && parts[same] === from[same]) same++;
  // Names of folders such as `agents` say little without the one above.
  return `Move it to ${parts.slice(Math.max(0, same - 2)).join('/')}`;
}
