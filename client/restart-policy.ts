// Decides whether a server that has ended is started again, and after which time. One that was killed is back at once, however
// often that happens. One that ends at each start is tried a few times, with longer and longer pauses.

/** Milliseconds before each attempt to start a server again that did not work at all. */
const pauses = [0, 500, 2_000, 5_000];

/** A server that works for a moment and then ends is started again this often within the period, in milliseconds. */
const mostRestarts = 100;
const periodMs = 10 * 60 * 1000;

export class RestartPolicy {
  readonly #now: () => number;
  /** The ends of servers that had worked, as times in milliseconds. */
  #ends: number[] = [];
  /** How many servers in a row ended before they had worked. */
  #failures = 0;
  #hasWorked = false;

  /** @param now The time in milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Called when the server has done something for a document, so that its end is not the fault of its start. */
  worked(): void {
    this.#hasWorked = true;
    this.#failures = 0;
  }

  /** Called when the server did not start or ended. @returns milliseconds until the next start; null if there is none. */
  ended(): number | null {
    const hadWorked = this.#hasWorked;
    this.#hasWorked = false;
    if (!hadWorked) return pauses[this.#failures++] ?? null;
    const now = this.#now();
    this.#ends = [...this.#ends.filter((end) => now - end < periodMs), now];
    return this.#ends.length > mostRestarts ? null : 0;
  }

  /** Called when the user starts the server. */
  forget(): void {
    this.#ends = [];
    this.#failures = 0;
    this.#hasWorked = false;
  }
}
