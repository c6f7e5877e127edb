// Shows progress for work that takes longer than a user expects of an immediate answer.

/** Milliseconds after which progress is shown. */
const slowMs = 1000;

/**
 * Calls `show` with the work if it is still pending after a second.
 * @param wait resolves after a number of milliseconds
 * @returns the result of the work, or its error
 */
export async function showWhileSlow<T>(
  work: Promise<T>,
  show: (work: Promise<unknown>) => void,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((go) => setTimeout(go, ms)),
): Promise<T> {
  let isPending = true;
  const settled = work.then(
    () => undefined,
    () => undefined,
  );
  void settled.then(() => {
    isPending = false;
  });
  void wait(slowMs).then(() => {
    if (isPending) show(settled);
  });
  return work;
}
