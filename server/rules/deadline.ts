// Limits the time for one file, so that no file keeps others from being reported. Work that can stop in between asks it.

export class Deadline {
  readonly #now: () => number;
  readonly #end: number;
  #hasStopped = false;

  /**
   * @param ms from now on
   * @param now the time in milliseconds, from any start
   */
  constructor(ms: number, now: () => number) {
    this.#now = now;
    this.#end = now() + ms;
  }

  /** Whether the time is over, so that the next piece of work is not done. */
  isOver(): boolean {
    this.#hasStopped ||= this.#now() > this.#end;
    return this.#hasStopped;
  }

  /** Whether something was not done because the time was over. */
  get hasStopped(): boolean {
    return this.#hasStopped;
  }
}
