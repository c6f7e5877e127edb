// Offers to move a file to where a host reads it.

import type { Finding } from '../../rules/rule';
import { t } from '../../text/l10n';
import { diagnose } from '../diagnostics';
import type { View } from '../view/view';

export interface Move {
  readonly title: string;
  readonly finding: Finding;
  /** The new path, of the same form as that of the view. */
  readonly to: string;
}

/** One move for each target. */
export function movesOf(view: View): readonly Move[] {
  const moves = new Map<string, Move>();
  for (const finding of diagnose(view)) {
    const { moveTo } = finding;
    if (moveTo === undefined || moves.has(moveTo)) continue;
    moves.set(moveTo, { title: moveTitle(view, moveTo), finding, to: moveTo });
  }
  return [...moves.values()];
}

/** `Move to .github/agents/reviewer.agent.md`: shown from where the two paths begin to differ. */
export function moveTitle({ path, places }: View, to: string): string {
  const from = (places[0]?.path ?? path).split('/');
  const parts = to.split('/');
  let same = 0;
  while (same < parts.length - 1 && parts[same] === from[same]) same++;
  // A folder name such as `agents` is unclear without its parent.
  return t('Move to {path}', { path: parts.slice(Math.max(0, same - 2)).join('/') });
}
