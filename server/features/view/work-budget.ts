// How often one request may have a file judged again: to verify fixes, to find the cause of a problem, to search for a valid
// text. Counted in characters and not in time, so that the same text always has the same answer.
import type { Deadline } from '../../rules/deadline';
import type { View } from './view';

/** What judging costs besides the frontmatter, in characters: a part of it always, and a part for the prompt. */
const fixedCost = 200;
const promptShare = 1 / 8;

export class WorkBudget {
  #left: number;
  readonly #deadline: Deadline | undefined;

  /**
   * @param characters of frontmatter that may be judged, for all hosts together. A thousand take about a millisecond.
   * @param deadline a limit of time as well.
   */
  constructor(characters: number, deadline?: Deadline) {
    this.#left = characters;
    this.#deadline = deadline;
  }

  /** Takes the cost of judging the view's text once, for so many hosts. Returns false if nothing is left. */
  spend({ outline: { head, text } }: Pick<View, 'outline'>, hosts: number): boolean {
    if (this.#left <= 0 || this.#deadline?.isOver()) return false;
    this.#left -= (head.end - head.start + text.length * promptShare + fixedCost) * hosts;
    return true;
  }
}
