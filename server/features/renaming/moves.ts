// Offers to move a file to where a host reads it.

import { isSkillFolder } from '../../hosts/model/place';
import type { Finding } from '../../rules/rule';
import { type Message, t } from '../../text/message';
import { diagnose } from '../diagnostics';
import type { View } from '../view/view';

export interface Move {
  readonly title: Message;
  readonly finding: Finding;
  /** Whether the folder of the file is moved: the other files of a skill belong to it. */
  readonly isFolder: boolean;
  /** The new path of the file or the folder, of the same form as that of the view. */
  readonly to: string;
}

/** One move for each target. */
export function movesOf(view: View): readonly Move[] {
  const moves = new Map<string, Move>();
  for (const finding of diagnose(view)) {
    const { moveTo } = finding;
    if (moveTo === undefined || moves.has(moveTo)) continue;
    moves.set(moveTo, {
      ...{ title: moveTitle(view, moveTo), finding },
      isFolder: movesFolder(view, moveTo),
      to: movesFolder(view, moveTo) ? folderOf(moveTo) : moveTo,
    });
  }
  return [...moves.values()];
}

/** Whether the file is in a folder of its own, which is the skill. One that gets such a folder or another name is moved alone. */
const movesFolder = ({ path, places }: Pick<View, 'path' | 'places'>, to: string): boolean =>
  places.some(isSkillFolder) && to.slice(to.lastIndexOf('/')) === path.slice(path.lastIndexOf('/'));

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** `Move to .github/agents/reviewer.agent.md`: shown from where the two paths begin to differ. */
export function moveTitle(view: View, to: string): Message {
  const { path, places } = view;
  const from = (places[0]?.path ?? path).split('/');
  const parts = (movesFolder(view, to) ? folderOf(to) : to).split('/');
  let same = 0;
  while (same < parts.length - 1 && parts[same] === from[same]) same++;
  // A folder name such as `agents` is unclear without its parent.
  return t('Move to {path}', { path: parts.slice(Math.max(0, same - 2)).join('/') });
}
